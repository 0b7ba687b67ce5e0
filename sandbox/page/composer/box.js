// What stands in the box and around it: drafts, a command's fields, labels, and whether one may write.

import { html, nothing } from "/vendor/components.js";
import { ATTACHMENT, BOOLEAN, CHANNEL, kindOf, MENTIONABLE, read, ROLE, USER } from "/composer/values.js";
import { DIRECT, GROUP, isForum, isThread, may } from "/state/places.js";

// What was typed and not sent yet, for each person and channel, as long as the browser's tab is open.

const key = (me, channel) => `draft:${me}:${channel}`;

/** What was typed in a channel, or null. */
export function draftOf(me, channel) {
  try {
    return JSON.parse(sessionStorage.getItem(key(me, channel)));
  } catch {
    return null; // not one of ours, or a browser that keeps nothing
  }
}

/** Keep a draft; null forgets it. */
export function keepDraft(me, channel, draft) {
  try {
    if (draft === null) sessionStorage.removeItem(key(me, channel));
    else sessionStorage.setItem(key(me, channel), JSON.stringify(draft));
  } catch {
    // a browser that keeps nothing, or is full: the text still stands in the box
  }
}

// One option of the command that is being filled in.

const PICKED = [BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE];

export class Field {
  error = "";
  /** Whether what stands in it was picked or came whole, so that no list need open for it. */
  isSettled = false;

  /** @param {{name: string, value: unknown}} [picked] what was picked from a list, sent by its value */
  constructor(option, text = "", picked = undefined) {
    this.option = option;
    this.text = text;
    this.picked = picked;
    this.isSettled = Boolean(text);
  }

  get name() { return this.option.name; }
  get isEmpty() { return !this.text.trim(); }
  get isListed() { return Boolean(this.option.choices?.length) || PICKED.includes(this.option.type); }
  get isSuggested() { return Boolean(this.option.autocomplete); }
  get hasList() { return this.isListed || this.isSuggested; }
  get draft() { return { name: this.name, text: this.text, picked: this.picked }; }

  type(text) {
    Object.assign(this, { text, picked: undefined, error: "", isSettled: false });
  }

  pick({ name, value }) {
    Object.assign(this, { text: name, picked: { name, value }, error: "", isSettled: true });
  }

  read(world) { return read(this, world); }

  /** Read it, and keep what is wrong with it. */
  check(world) {
    this.error = this.read(world).error ?? "";
    return !this.error;
  }
}

/** The options that can be filled in here: a file can't. */
export const fillable = (command) => command.options.filter((option) => option.required || option.type !== ATTACHMENT);

// What stands around the box: the current option above its list, whom one replies to, and the box's label.

/** The current option of a `CommandForm`, or the command; nothing without one. */
export function about(form) {
  if (!form) return nothing;
  const field = form.field(form.current), { command } = form;
  if (!field) return html`<p class="composer-about"><b>/${command.name}</b> <span>${command.description}</span></p>`;
  const { option } = field;
  return html`<p class="composer-about"><b>${option.name}</b>
    <span class="composer-kind">${kindOf(option)}, ${option.required ? "required" : "optional"}</span>
    <span>${option.description}</span></p>`;
}

export function replyBar(message, world, cancel) {
  if (!message) return nothing;
  return html`<div class="composer-reply"><span>Replying to <b>${world.nameOf(message.author)}</b></span>
    <button type="button" aria-label="Cancel the reply" @click=${cancel}>✕</button></div>`;
}

export function labelOf(channel) {
  const signs = { [DIRECT]: "@", [GROUP]: "" };
  return channel ? `Message ${signs[channel.type] ?? "#"}${channel.name}` : "Message";
}

export const arrow = html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path fill="currentColor"
  d="M3.4 20.4 21 12 3.4 3.6 3.4 10l11 2-11 2z"/></svg>`;

// Whether one may write in a channel, and why not.

/** Why one may not write in a channel, in words; "" where one may. */
export function whyNotWrite(channel) {
  if (!channel) return "Choose a channel.";
  if (isForum(channel)) return "Open a post to write in it, or begin a new one.";
  const isLocked = isThread(channel) && channel.thread_metadata?.locked;
  if (isLocked && !may(channel, "MANAGE_THREADS")) return "This thread is locked. Only moderators can write in it.";
  if (may(channel, isThread(channel) ? "SEND_MESSAGES_IN_THREADS" : "SEND_MESSAGES")) return "";
  return "You do not have permission to send messages in this channel.";
}
