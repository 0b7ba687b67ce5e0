// What can be rehearsed: each with what Discord would do, and what to watch for. `fault` is a body of POST /faults.

const CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback";

/** How often or how long a trouble lasts: parts of a body of POST /faults. */
export const LENGTHS = {
  "the next request": { times: 1 },
  "the next 3 requests": { times: 3 },
  "the next 10 requests": { times: 10 },
  "every request for a minute": { lasting: 60 },
  "every request until ended": { times: 1000 },
};

/** Which requests meet it, besides posts in one channel. */
export const PLACES = {
  "posts in every channel": {},
  "answers to commands": { template: CALLBACK },
};

export const REQUEST_TROUBLES = [
  {
    title: "Rate limit",
    words: "Discord answers 429 and says how long to wait: 10 seconds, in this channel or in all.",
    watch: "The bot waits that long and posts once. Nothing is lost.",
    plays: [
      { label: "This channel's", fault: { trouble: "limited", seconds: 10 } },
      { label: "The whole bot's", fault: { trouble: "limited", seconds: 10, global: true } },
    ],
  },
  {
    title: "Cloudflare's rate limit",
    words: "Cloudflare, before Discord, answers 429 with a page of its own: this machine asked for too much.",
    watch: "The bot leaves Discord alone for 30 seconds, then posts once.",
    plays: [{ label: "Ban for 30 s", fault: { trouble: "banned", seconds: 30 } }],
  },
  {
    title: "Discord is down",
    words: "Discord answers with an error page, or posts and answers with one all the same.",
    watch: "Deliveries wait and are tried again, later each time. No channel gets a post twice.",
    plays: [
      { label: "503", fault: { trouble: "broken", status: 503 } },
      { label: "502", fault: { trouble: "broken", status: 502 } },
      { label: "500, but posted", fault: { trouble: "broken", status: 500, done: true } },
    ],
  },
  {
    title: "No answer",
    words: "Discord takes the request and never answers; it may have posted or not.",
    watch: "The bot gives up, checks whether the post is in the channel, and sends it only if not.",
    plays: [
      { label: "Not posted", fault: { trouble: "silence" } },
      { label: "Posted", fault: { trouble: "silence", done: true } },
    ],
  },
  {
    title: "Connection reset",
    words: "The connection breaks: before the post is carried out, in the middle of the answer, or instead of it.",
    watch: "The post is there once, whenever the connection broke.",
    plays: [
      { label: "Before", fault: { trouble: "reset", moment: "before" } },
      { label: "In the answer", fault: { trouble: "reset", moment: "during" } },
      { label: "After", fault: { trouble: "reset", moment: "after" } },
    ],
  },
  {
    title: "Nonsense",
    words: "Discord answers 200 with invalid JSON.",
    watch: "The bot treats it as no answer: it checks the channel before it sends again.",
    plays: [
      { label: "Not posted", fault: { trouble: "nonsense" } },
      { label: "Posted", fault: { trouble: "nonsense", done: true } },
    ],
  },
];

/** Troubles that are on or off: `isOn` reads what `GET /guild` and `GET /gateway` say, `set` is the operator's call. */
export const SERVER_SWITCHES = [
  {
    title: "Outage of the server",
    words: "Discord tells the bot that the server is unavailable for now.",
    watch: "Posts wait until it is back. No setting is lost.",
    isOn: ({ guild }) => !guild.available,
    set: (operator, isOn) => operator.changeGuild({ available: !isOn }),
  },
  {
    title: "The bot is removed",
    words: "Somebody removes the bot from the server. Switch this off to invite it again.",
    watch: "It stops posting there. Once back, it resumes with the same subscriptions.",
    isOn: ({ guild }) => !guild.present,
    set: (operator, isOn) => operator.changeGuild({ present: !isOn }),
  },
];

export const GATEWAY_SWITCHES = [
  {
    title: "Silent gateway",
    words: "Discord stops answering the bot's heartbeats, as on a connection that died unnoticed.",
    watch: "Within two heartbeats the bot drops the connection and resumes on a new one.",
    isOn: ({ gateway }) => gateway.silent,
    set: (operator, isOn) => operator.playGateway({ do: isOn ? "silence" : "speak" }),
  },
  {
    title: "Shut gateway",
    words: "Discord drops the connection and lets nobody in.",
    watch: "Commands aren't answered, but posts go out. The bot comes back by itself.",
    isOn: ({ gateway }) => gateway.shut,
    set: (operator, isOn) => operator.playGateway({ do: isOn ? "shut" : "open" }),
  },
];

export const GATEWAY_PLAYS = {
  title: "Lost connection",
  words: "Discord asks the bot to reconnect (op 7), calls its session invalid (op 9), or closes the connection.",
  watch: "The bot is back within seconds, resumes where it can, and answers commands again.",
  plays: [
    { label: "Reconnect", play: { do: "reconnect" } },
    { label: "Invalid session", play: { do: "invalidate", resumable: false } },
    { label: "Invalid, may resume", play: { do: "invalidate", resumable: true } },
    { label: "Close", play: { do: "close", code: 4000 } },
  ],
};

/** Permissions that the bot can lose in a channel, with their bits. */
export const PERMISSIONS = [
  { name: "VIEW_CHANNEL", bit: 1n << 10n, words: "View Channel" },
  { name: "SEND_MESSAGES", bit: 1n << 11n, words: "Send Messages" },
];

/** What a fault of `GET /faults` does, in a few words. */
export function faultWords({ trouble, words: told, status, code, seconds, global: isGlobal, moment, done }) {
  const posted = done ? ", but carried out" : "";
  const words = {
    status: () => `${status ?? "An error"}${code ? `, code ${code}` : ""}${posted}`,
    broken: () => `${status}${posted}`,
    limited: () => `429, wait ${seconds ?? 1} s (${isGlobal ? "the whole bot" : "this channel"})`,
    banned: () => `Cloudflare's 429, wait ${seconds ?? 1} s`,
    reset: () => `Connection reset ${{ during: "in the answer", after: "after it" }[moment] ?? "before it"}`,
    silence: () => `No answer${posted}`,
    nonsense: () => `Nonsense for an answer${posted}`,
  };
  return words[trouble]?.() ?? told ?? trouble;
}

/** Which requests a fault of `GET /faults` meets, in a few words. */
export function placeWords({ method, template, channel_id: channelId }, channelName) {
  if (template === CALLBACK) return "answers to commands";
  if (template && !template.endsWith("/messages")) return `${method ?? "POST"} ${template}`;
  return `posts in ${channelId ? channelName(channelId) : "every channel"}`;
}
