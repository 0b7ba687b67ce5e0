// What stands around the box: the current option above its list, whom one replies to, and the box's label.

import { html, nothing } from "/vendor/components.js";
import { kindOf } from "/composer/values.js";
import { DIRECT, GROUP } from "/state/channels.js";

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
