// The threads of a channel, beside the header's button, and a new one.

import { icon } from "/shell/icons.js";
import { takesFocus } from "/shell/popovers.js";
import { ago } from "/state/dates.js";
import { isPrivateThread, TEXT, threadsOf } from "/state/channels.js";
import { may } from "/state/permissions.js";
import { html, nothing } from "/vendor/components.js";

const EPOCH = 1420070400000;

/** When a thing with this id was made, in milliseconds since 1970. */
export const madeAt = (id) => Number(BigInt(id) >> 22n) + EPOCH;

export function threadsTemplate(page, doors, popovers) {
  const { world, placeId, place } = page;
  const threads = threadsOf(world.channels(), placeId);
  const open = (thread) => () => { popovers.close(false); doors.enter(thread.id); };
  return html`<div class="float threads-float" role="dialog" aria-label="Threads" data-popover="threads"
    tabindex="-1" ${takesFocus()}>
    <div class="float-head"><h2>Threads</h2>
      ${may(place, "CREATE_PUBLIC_THREADS") ? html`<button type="button" class="solid"
        @click=${() => { popovers.close(false); doors.beginThread(null); }}>Create thread</button>` : nothing}
      ${place.type === TEXT && may(place, "CREATE_PRIVATE_THREADS") ? html`<button type="button" class="quiet"
        @click=${() => { popovers.close(false); doors.beginThread(null, true); }}>Create private thread</button>`
        : nothing}
      <button type="button" class="icon-button" aria-label="Close"
        @click=${() => popovers.close()}>${icon("close")}</button></div>
    ${threads.length ? nothing : html`<p class="float-empty">There are no threads here. Stay focused on a conversation
      with a thread: a temporary text channel.</p>`}
    <ul>${threads.map((thread) => html`<li><button type="button" class="thread-card" @click=${open(thread)}>
      <b>${isPrivateThread(thread) ? html`${icon("lock", "inline")}<span class="unseen">private, </span>` : nothing}${
        thread.name}</b><small>${counted(thread.message_count)} · ${ago(madeAt(thread.last_message_id ?? thread.id),
        world.now())}</small></button></li>`)}</ul></div>`;
}

export const counted = (count = 0) => `${count} ${count === 1 ? "message" : "messages"}`;
