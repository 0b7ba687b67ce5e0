// One message, as Discord's client draws it.
//
// Its frame is our own: Discord's component knows an author only by a picture's address, writes times that aren't any
// into `datetime`, shows a grouped message's time to a mouse alone, and has no tools, no waiting, no marks but "edited".

import { html, nothing } from "/vendor/components.js";
import { components } from "/view/components.js";
import "/view/editor.js";
import { embed, previews } from "/view/embed.js";
import { COPY, DELETE, EDIT, EYE, FORWARD, MEGAPHONE, PIN, REPLY, THREAD } from "/view/icons.js";
import "/view/looks.js";
import { line, markdown, plain } from "/view/markdown.js";
import { attachments } from "/view/media.js";
import { avatar, name } from "/view/person.js";
import { poll } from "/view/poll.js";
import { clockTime, fullTime, sentTime } from "/view/timestamp.js";

// What can be done to a message, shown while it is pointed at or holds the focus.

const MANAGE_MESSAGES = 1n << 13n, CREATE_THREADS = 1n << 35n, PIN_MESSAGES = 1n << 51n;
const ADMINISTRATOR = 1n << 3n;
const THREADED = [0, 5];

const tool = (label, icon, use, kind = "") => html`<button type="button" class="tool ${kind}" aria-label=${label}
  title=${label} @click=${use}>${icon}</button>`;

function may(permission, channel) {
  return Boolean(BigInt(channel?.permissions ?? 0) & (permission | ADMINISTRATOR));
}

/** @param {boolean} isEphemeral seen by one alone: neither replied to nor removed, but dismissed */
function toolbar(message, { world, reply, edit, remove, pin, thread }, isEphemeral) {
  const isMine = message.author.id === world.me, channel = world.channel(message.channel_id);
  const mayManage = may(MANAGE_MESSAGES, channel);
  const mayThread = THREADED.includes(channel?.type) && may(CREATE_THREADS, channel);
  return html`<div class="message-tools" role="group" aria-label="Message tools">${isEphemeral ? nothing : html`
    ${reply ? tool("Reply", REPLY, () => reply(message)) : nothing}
    ${edit && isMine ? tool("Edit", EDIT, openEditor) : nothing}
    ${thread && mayThread && !message.thread ? tool("Create thread", THREAD, () => thread(message)) : nothing}
    ${pin && may(PIN_MESSAGES, channel) ? tool(message.pinned ? "Unpin" : "Pin", PIN, () => pin(message)) : nothing}`}
    ${tool("Copy ID", COPY, (event) => copy(event, message.id))}
    ${remove && !isEphemeral && (isMine || mayManage) ? tool("Delete", DELETE, () => remove(message), "danger") : nothing}
  </div>`;
}

const openEditor = ({ currentTarget: button }) => button.closest(".message").querySelector("message-editor")?.open();

async function copy({ currentTarget: button }, id) {
  const done = await navigator.clipboard?.writeText(id).then(() => true, () => false);
  button.title = done ? "Copied" : `ID ${id}`;
}

// Messages that Discord itself writes: something was pinned, a thread was begun, someone came.

const DEFAULT = 0, REPLY_TYPE = 19, SLASH = 20, STARTER = 21, CONTEXT = 23;
const SPOKEN = new Set([DEFAULT, REPLY_TYPE, SLASH, STARTER, CONTEXT]);

const isSystem = (message) => !SPOKEN.has(message.type ?? DEFAULT);

const go = (words, to) => html`<button type="button" class="plain-link strong" @click=${to}>${words}</button>`;

const WRITTEN = {
  6: ["pin", ({ channel_id: id, message_reference: pinned }, world) =>
    html`pinned ${go("a message", () => world.open(id, pinned?.message_id))} to this channel.`],
  7: ["join", () => "joined the server."],
  12: ["alert", ({ content }) =>
    html`has added <b>${content}</b> to this channel. Its most important updates will show up here.`],
  46: ["alert", ({ embeds, message_reference: asked }, world) => {
    const told = Object.fromEntries((embeds?.[0]?.fields ?? []).map(({ name: key, value }) => [key, value]));
    const question = go(told.poll_question_text ?? "", () => world.open(asked?.channel_id, asked?.message_id));
    if (!Number(told.total_votes)) return html`asked ${question} in a poll that has closed. Nobody voted.`;
    return html`asked ${question} in a poll that has closed. ${told.victor_answer_text
      ? html`<b>${told.victor_answer_text}</b> won with ${told.victor_answer_votes} of ${told.total_votes} votes.`
      : `Several answers had the most of ${told.total_votes} votes.`}`;
  }],
  18: ["thread", ({ content, message_reference: begun, thread }, world) =>
    html`started a thread: ${go(content, () => world.open(begun?.channel_id ?? thread?.id))}`],
};

function systemMessage(message, world) {
  const [type, words] = WRITTEN[message.type] ?? ["alert", () => message.content];
  return html`<discord-system-message type=${type} timestamp=""
    >${name(message.author, world)} ${words(message, world)} ${sentTime(message.timestamp, world)}</discord-system-message>`;
}

// The line above a message that says what it answers: a reply, or what someone did to the bot.

const DONE = { 2: "used a command", 3: "used a component", 5: "submitted a form" };

/** @param {object} message what Discord calls a message */
export function origin(message, world) {
  if (message.referenced_message) return replied(message.referenced_message, message, world);
  if (message.type === REPLY_TYPE) return row(message.referenced_message === null ? GONE : answered(message, world));
  const cause = message.interaction_metadata ?? message.interaction;
  return cause?.user ? used(message, cause, world) : nothing;
}

const hasOrigin = ({ type, referenced_message: target, interaction_metadata: cause, interaction }) =>
  Boolean(type === REPLY_TYPE || target || cause || interaction);

const GONE = html`<i>Original message was deleted</i>`;

const row = (content) => html`<div class="origin"><span class="spine" aria-hidden="true"></span>${content}</div>`;

function replied(target, message, world) {
  const mark = (message.mentions ?? []).some(({ id }) => id === target.author.id) ? "@" : "";
  const unsaid = html`<i>Click to see ${target.embeds?.length ? "embed" : "attachment"}</i>`;
  const said = target.content ? line(target.content, world) : unsaid;
  return row(html`${avatar(target.author, world, "tiny")}
    <span class="unseen">Replying to </span>${name(target.author, world, mark)}
    <span class="quoted"><span inert>${said}</span><button type="button" class="over"
      title="Go to the message that this replies to"
      aria-label=${`Go to: ${plain(target.content || "the message")}`}
      @click=${() => world.open(target.channel_id ?? message.channel_id, target.id)}></button></span>`);
}

/** What an answer to a component refers to isn't sent along, so it is only gone to. */
function answered({ author, channel_id: here, message_reference: target }, world) {
  return html`${avatar(author, world, "tiny")}${name(author, world)}
    <button type="button" class="plain-link" @click=${() => world.open(target?.channel_id ?? here, target?.message_id)}
      >Click to see the message</button>`;
}

function used(message, cause, world) {
  const user = world.user(cause.user.id) ?? cause.user;
  const command = message.interaction?.name ?? cause.name;
  return row(html`${avatar(user, world, "tiny")}${name(user, world)}
    ${command ? html`<span>used</span> <span class="used-command">${`/${command}`}</span>`
    : html`<span>${DONE[cause.type] ?? "asked"}</span>`}`);
}

const PUBLISHED = 1 << 0, CROSSPOST = 1 << 1, SUPPRESSED = 1 << 2, EPHEMERAL = 1 << 6, LOADING = 1 << 7;

/**
 * The content of an article; whoever lists those names each, takes the focus, draws its ground and leaves a gutter.
 * @param {object} message what Discord calls a message
 * @param {object} page
 * @param {import("/state/world.js").World} page.world
 * @param {(message: object, customId: string, values?: string[]) => Promise<void>} page.act use a
 *   component; rejects with words
 * @param {(message: object) => void} [page.reply] without it the tool isn't offered; likewise `remove`, `dismiss`,
 *   `pin`, `thread`, and `vote`, without which polls are only looked at
 * @param {(message: object, content: string) => Promise<void>} [page.edit] rejects with words, which are told
 *   below what was typed
 * @param {boolean} [page.isGrouped] goes on from the message above: no name, no picture, the time in the margin
 * @param {boolean} [page.isPreview] has no tools
 */
export function messageTemplate(message, page) {
  const { world } = page;
  const flags = message.flags ?? 0;
  const isGrouped = page.isGrouped && !standsAlone(message);
  return html`<div class="message ${world.isPinged(message) ? "pings" : ""}">
    ${isSystem(message) ? systemMessage(message, world) : written(message, page, flags, isGrouped)}
    ${flags & LOADING || page.isPreview ? nothing : toolbar(message, page, Boolean(flags & EPHEMERAL))}
  </div>`;
}

/** Whether a message never goes on from the one above, whoever wrote that. */
const standsAlone = (message) => isSystem(message) || hasOrigin(message);

function written(message, page, flags, isGrouped) {
  const { world } = page;
  return html`${isGrouped ? nothing : origin(message, world)}
    <div class="margin">${isGrouped
      ? html`<time class="aside" datetime=${message.timestamp} title=${fullTime(message.timestamp)}
        >${clockTime(message.timestamp)}</time>`
      : avatar(message.author, world)}</div>
    <div class="body">
      ${isGrouped ? nothing : header(message, world, flags)}
      ${flags & LOADING ? thinking(message, world) : said(message, page, flags)}
      ${thread(message, world)}
      ${flags & EPHEMERAL ? onlyYou(message, page) : nothing}
    </div>`;
}

function header(message, world, flags) {
  const author = world.user(message.author.id) ?? message.author;
  return html`<div class="head">${name(author, world)} ${sentTime(message.timestamp, world)}
    ${flags & PUBLISHED ? html`<span class="mark" title="Published to the channels that follow this one"
      >${MEGAPHONE} Published</span>` : nothing}
    ${flags & CROSSPOST ? html`<span class="mark">${MEGAPHONE} From another server</span>` : nothing}</div>`;
}

function said(message, page, flags) {
  const { world, act } = page;
  const edited = message.edited_timestamp
    ? html`<span class="edited" title=${fullTime(message.edited_timestamp)}>(edited)</span>` : nothing;
  return html`${message.content ? html`<div class="content">${markdown(message.content, world)}${edited}</div>` : nothing}
    ${page.edit && message.author.id === world.me && !page.isPreview
      ? html`<message-editor .message=${message} .edit=${page.edit}></message-editor>` : nothing}
    ${forward(message, world)}
    ${attachments(message.attachments)}
    ${flags & SUPPRESSED ? nothing : (message.embeds ?? []).map((each) => embed(each, world))}
    ${flags & SUPPRESSED ? nothing : previews(message.content ?? "")}
    ${poll(message, page)}
    ${components(message, world, (customId, values) => act(message, customId, values))}
    ${message.content ? nothing : edited}`;
}

/** What another message said, as it was when it was forwarded, and the way to it. */
function forward(message, world) {
  const shown = message.message_snapshots?.[0]?.message;
  return shown ? html`<div class="forward"><p class="forward-mark">${FORWARD} Forwarded</p>
    ${shown.content ? html`<div class="content">${markdown(shown.content, world)}</div>` : nothing}
    ${attachments(shown.attachments)}
    ${(shown.embeds ?? []).map((each) => embed(each, world))}
    ${shown.components?.length ? html`<div inert>${components(shown, world, () => Promise.resolve())}</div>` : nothing}
    ${source(message.message_reference, shown, world)}</div>` : nothing;
}

/** Where it comes from, for who sees that channel. */
function source(target, shown, world) {
  const channel = target && world.channel(target.channel_id), at = fullTime(shown.timestamp);
  if (!channel) return html`<p class="forward-source">${at}</p>`;
  return html`<p class="forward-source"><button type="button" class="plain-link"
    @click=${() => world.open(target.channel_id, target.message_id)}>#${channel.name}</button> • ${at}</p>`;
}

const thinking = (message, world) => html`<div class="thinking" role="status">
  <span class="waiting-dots" aria-hidden="true"><i></i><i></i><i></i></span>
  ${world.nameOf(message.author)} is thinking…</div>`;

function thread({ thread: begun }, world) {
  if (!begun) return nothing;
  const { id, name: title, message_count: count = 0 } = world.channel(begun.id) ?? begun;
  return html`<button type="button" class="bare thread" @click=${() => world.open(id)}
    ><discord-thread name=${title} cta=${`${count} ${count === 1 ? "Message" : "Messages"}`}
    >${count ? "See what was said in this thread." : "There are no recent messages in this thread."}</discord-thread
    ></button>`;
}

const onlyYou = (message, { dismiss }) => html`<div class="only-you">${EYE} Only you can see this ${dismiss
  ? html`• <button type="button" class="plain-link" @click=${() => dismiss(message)}>Dismiss message</button>`
  : nothing}</div>`;
