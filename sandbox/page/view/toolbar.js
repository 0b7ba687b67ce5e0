// What can be done to a message, shown while it is pointed at or holds the focus.

import { html, nothing } from "/vendor/components.js";
import { COPY, DELETE, EDIT, PIN, REPLY, THREAD } from "/view/icons.js";

const MANAGE_MESSAGES = 1n << 13n, CREATE_THREADS = 1n << 35n, PIN_MESSAGES = 1n << 51n;
const ADMINISTRATOR = 1n << 3n;
const THREADED = [0, 5];

const tool = (label, icon, use, kind = "") => html`<button type="button" class="tool ${kind}" aria-label=${label}
  title=${label} @click=${use}>${icon}</button>`;

function may(permission, channel) {
  return Boolean(BigInt(channel?.permissions ?? 0) & (permission | ADMINISTRATOR));
}

/** @param {boolean} isEphemeral seen by one alone: neither replied to nor removed, but dismissed */
export function toolbar(message, { world, reply, edit, remove, pin, thread }, isEphemeral) {
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
