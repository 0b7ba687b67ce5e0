// What is told beside the messages: a lost connection, who types, newer messages out of sight, and what went wrong.

import { icon } from "/shell/icons.js";
import { written } from "/state/channels.js";
import { timeOf } from "/state/dates.js";
import { html, nothing, repeat } from "/vendor/components.js";

export const bannerTemplate = ({ isUp }) => (isUp ? nothing : html`<p>Connection lost. Trying again…</p>`);

export function typingTemplate(page) {
  const names = [...page.typing.keys()].map((id) => page.world.nameOf(page.world.user(id)));
  if (names.length) return html`<span class="dots"
    aria-hidden="true"><i></i><i></i><i></i></span><span>${typed(names)}</span>`;
  return page.sending ? html`<span>Waiting for ${page.world.nameOf(page.world.bot)}…</span>` : nothing;
}

function typed(names) {
  if (names.length > 3) return "Several people are typing…";
  const last = names.at(-1), others = names.slice(0, -1).join(", ");
  return others ? `${others} and ${last} are typing…` : `${last} is typing…`;
}

/** The bar above the messages while some are unread, and the one below while the newest are far. */
export function newTemplate(page, doors) {
  const ids = page.conversation ? page.reading?.unread(page.placeId) ?? [] : [];
  if (!ids.length) return nothing;
  const since = page.conversation.get(ids[0])?.timestamp;
  const words = `${ids.length} new ${ids.length === 1 ? "message" : "messages"}${since ? ` since ${timeOf(since)}`
    : ""}`;
  return html`<div class="new-bar"><button type="button" @click=${() => doors.go(page.placeId, ids[0])}
    >${words}</button>
    <button type="button" @click=${doors.markRead}>Mark as read</button></div>`;
}

export const jumpTemplate = (isFar, doors) => (isFar
  ? html`<div class="jump-bar"><span>You're viewing older messages</span><button type="button"
    @click=${doors.toPresent}>Jump to present ${icon("down")}</button></div>`
  : nothing);

export const toastsTemplate = (page) => repeat(page.toasts, (each) => each.text, (each) => html`<div
  class="toast ${each.isBad ? "bad" : ""}"><p>${each.text}</p>
  <button type="button" class="icon-button" aria-label="Dismiss"
    @click=${() => page.hush(each)}>${icon("close")}</button></div>`);

export function titleOf(page) {
  const unread = page.reading?.total ?? 0;
  return `${unread ? `(${unread}) ` : ""}${[written(page.place), "Yokoku"].filter(Boolean).join(" | ")}`;
}
