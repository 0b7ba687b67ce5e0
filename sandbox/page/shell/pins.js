// The pinned messages of a channel, beside the header's pin.

import { icon } from "/shell/icons.js";
import { takesFocus } from "/shell/popovers.js";
import { dayAndTime } from "/state/dates.js";
import { may } from "/state/permissions.js";
import { html, nothing, repeat } from "/vendor/components.js";
import { messageTemplate } from "/view/message.js";

export function pinsTemplate(page, doors, popovers) {
  return html`<div class="float pins" role="dialog" aria-label="Pinned messages" data-popover="pins"
    tabindex="-1" ${takesFocus()}>
    <div class="float-head"><h2>Pinned messages</h2>
      <button type="button" class="icon-button" aria-label="Close"
        @click=${() => popovers.close()}>${icon("close")}</button></div>
    ${listTemplate(page, doors, popovers)}</div>`;
}

function listTemplate(page, doors, popovers) {
  const { pins, world } = page;
  if (pins === null) return html`<p class="float-empty">Reading the pins…</p>`;
  if (!pins.length) return html`<p class="float-empty">This channel doesn't have any pinned messages… yet.</p>`;
  const canUnpin = may(page.place, "PIN_MESSAGES");
  return html`<ul class="pin-list">${repeat(pins, (each) => each.id, (each) => html`<li>
    <article aria-label=${`${world.nameOf(each.author)}, ${dayAndTime(each.timestamp, world.now())}`}>${
      messageTemplate(each, { world, act: doors.messageDoors.act, isGrouped: false, isPreview: true })}</article>
    <div class="pin-tools"><button type="button" class="quiet"
      @click=${() => { popovers.close(false); doors.go(each.channel_id, each.id); }}>Jump</button>
      ${canUnpin ? html`<button type="button" class="quiet" @click=${() => doors.unpin(each)}>Unpin</button>`
        : nothing}</div></li>`)}</ul>`;
}
