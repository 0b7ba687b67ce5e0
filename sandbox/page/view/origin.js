// The line above a message that says what it answers: a reply, or what someone did to the bot.

import { html, nothing } from "/vendor/components.js";
import { avatar } from "/view/avatar.js";
import { line, plain } from "/view/markdown.js";
import { name } from "/view/name.js";

const DONE = { 2: "used a command", 3: "used a component", 5: "submitted a form" };
const REPLY = 19;

/** @param {object} message what Discord calls a message */
export function origin(message, world) {
  if (message.referenced_message) return replied(message.referenced_message, message, world);
  if (message.type === REPLY) return row(message.referenced_message === null ? GONE : answered(message, world));
  const cause = message.interaction_metadata ?? message.interaction;
  return cause?.user ? used(message, cause, world) : nothing;
}

export const hasOrigin = ({ type, referenced_message: target, interaction_metadata: cause, interaction }) =>
  Boolean(type === REPLY || target || cause || interaction);

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

