// The user-side API, under /sandbox/v1: what one person asks and does, with that person's token.

const PREFIX = "/sandbox/v1";
const WAIT_SECONDS = 5;

/** A refusal in words for people. `status` is HTTP's, or 0 where the server can't be reached. */
export class Refused extends Error {
  constructor(words, status) {
    super(words);
    this.status = status;
  }
}

async function call(method, path, token, body) {
  const headers = token ? { Authorization: token } : {};
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const response = await fetch(PREFIX + path, { method, headers, body: body && JSON.stringify(body) }).catch(() => {
    throw new Refused("The sandbox can't be reached. Is it still running?", 0);
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(answer.error || `${response.status} ${response.statusText}`, response.status);
  return answer;
}

/** Who can be acted as, and where the guild is. Only a page of this machine is told. */
export const description = () => call("GET", "/description");

const query = (values) => {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  return given.length ? `?${new URLSearchParams(given)}` : "";
};

/** One person. Every method rejects with `Refused`. */
export class Person {
  constructor(token) {
    this.token = token;
  }

  #get(path) { return call("GET", path, this.token); }
  #post(path, body = {}) { return call("POST", path, this.token, body); }
  #put(path, body = {}) { return call("PUT", path, this.token, body); }
  #delete(path) { return call("DELETE", path, this.token); }

  me() { return this.#get("/me"); }

  // What is said

  /** `{before, after}` are ids; oldest first. */
  messages(channel, { before, after, limit = 50 } = {}) {
    return this.#get(`/channels/${channel}/messages${query({ before, after, limit })}`);
  }
  pins(channel) { return this.#get(`/channels/${channel}/pins`); }
  say(channel, content, replyTo) { return this.#post(`/channels/${channel}/messages`, { content, reply_to: replyTo }); }
  edit(message, content) {
    return call("PATCH", `/channels/${message.channel_id}/messages/${message.id}`, this.token, { content });
  }
  remove(message) { return this.#delete(`/channels/${message.channel_id}/messages/${message.id}`); }
  /** Vote for these answers of a poll; gives the message with its votes. */
  vote(message, answers) {
    return this.#put(`/channels/${message.channel_id}/messages/${message.id}/poll`, { answers });
  }
  pin(message) { return this.#put(`/channels/${message.channel_id}/pins/${message.id}`); }
  unpin(message) { return this.#delete(`/channels/${message.channel_id}/pins/${message.id}`); }
  beginThread(channel, name, { messageId, content, isPrivate } = {}) {
    return this.#post(`/channels/${channel}/threads`, { name, message_id: messageId, content, private: isPrivate });
  }
  direct() { return this.#post("/direct"); }

  // What is done to the bot; each gives the interaction's outcome

  commands(channel) { return this.#get(`/channels/${channel}/commands`); }
  run(channel, command, options) {
    return this.#post(`/channels/${channel}/commands?wait=${WAIT_SECONDS}`, { command, options });
  }
  suggest(channel, command, options, focused) {
    return this.#post(`/channels/${channel}/autocomplete?wait=${WAIT_SECONDS}`, { command, options, focused });
  }
  use(message, customId, values) {
    const path = `/channels/${message.channel_id}/messages/${message.id}/components?wait=${WAIT_SECONDS}`;
    return this.#post(path, { custom_id: customId, values });
  }
  submit(interaction, fields) {
    return this.#post(`/interactions/${interaction}/modal?wait=${WAIT_SECONDS}`, { fields });
  }

  // Running the sandbox: for operators

  clock() { return this.#get("/clock"); }
  /** `{at}`, `{advance: seconds}`, `{paused}` or `{to: "next"}`. */
  setClock(change) { return this.#post("/clock", change); }
  outlook() { return this.#get("/outlook"); }
  faults() { return this.#get("/faults"); }
  addFault(fault) { return this.#post("/faults", fault); }
  endFault(number) { return this.#delete(`/faults/${number}`); }
  endFaults() { return this.#delete("/faults"); }
  requests(after) { return this.#get(`/requests${query({ after })}`); }
  /** `{connected, silent, shut}`. */
  gateway() { return this.#get("/gateway"); }
  playGateway(play) { return this.#post("/gateway", play); }
  /** `{available, present}`. */
  guild() { return this.#get("/guild"); }
  changeGuild(change) { return this.#post("/guild", change); }
  createChannel(channel) { return this.#post("/channels", channel); }
  deleteChannel(channel) { return this.#delete(`/channels/${channel}`); }
  permit(channel, overwrite) { return this.#put(`/channels/${channel}/permissions`, overwrite); }
  reset() { return this.#post("/reset"); }
}
