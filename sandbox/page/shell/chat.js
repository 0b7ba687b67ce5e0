// The list of messages: days, the line "New", the channel's beginning, and one article for each message.

import { icon, channelIcon } from "/shell/icons.js";
import { isAmongPeople, isThread, written } from "/state/channels.js";
import { dayAndTime, dayOf } from "/state/dates.js";
import { rows } from "/state/rows.js";
import { guard, html, nothing, repeat } from "/vendor/components.js";
import { messageTemplate } from "/view/message.js";

const EPHEMERAL = 1 << 6;

export function chatTemplate(page, doors) {
  const { conversation, world, place } = page;
  if (!conversation || !place) return nothing;
  const made = rows(conversation.shown, { newAfter: page.newAfter, me: world.me });
  return html`<div role="log" aria-live="off" aria-label=${`Messages in ${written(place)}`}
    aria-busy=${String(!conversation.isLoaded)}>
    ${conversation.isAtBeginning ? beginningTemplate(page) : conversation.isLoaded ? more : skeleton}
    <ol aria-label="Messages">${repeat(made, (each) => each.key, (each) => rowTemplate(each, page, doors))}</ol></div>`;
}

const more = html`<p class="more">Older messages are above…</p>`;
const skeleton = html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i><i></i></div>`;

function rowTemplate(row, page, doors) {
  const { message } = row;
  if (row.kind === "day") return dayTemplate(dayOf(message.timestamp), row.isNew);
  if (row.kind === "new") return dayTemplate("", true);
  if (row.kind === "note") return noteTemplate(message, page);
  return messageRow(message, row.isGrouped, page, doors);
}

const dayTemplate = (words, isNew) => html`<li class="day ${isNew ? "is-new" : ""}">
  <span role="separator" aria-label=${[words, isNew && "New messages"].filter(Boolean).join(", ")}></span>
  ${words ? html`<span class="day-words" aria-hidden="true">${words}</span>` : nothing}
  ${isNew ? html`<span class="day-new" aria-hidden="true">New</span>` : nothing}</li>`;

function messageRow(message, isGrouped, page, doors) {
  const { world } = page;
  const isEphemeral = ((message.flags ?? 0) & EPHEMERAL) !== 0;
  const classes = ["row", !isGrouped && "begins", world.isPinged(message) && "pinged", isEphemeral && "ephemeral"];
  // What is drawn depends on the day ("Today at"), on names, and on what I may do.
  const drawnFor = [message, isGrouped, world.version, new Date(world.now()).toDateString()];
  const draw = () => doors.safely(() => messageTemplate(message, { ...doors.messageDoors, world, isGrouped }), message);
  return html`<li class=${classes.filter(Boolean).join(" ")} data-id=${message.id}>
    <article aria-label=${`${world.nameOf(message.author)}, ${dayAndTime(message.timestamp, world.now())}`}
      aria-roledescription="Message" tabindex="-1">${guard(drawnFor, draw)}</article></li>`;
}

const noteTemplate = (note, page) => html`<li class="row own-note" data-id=${note.id}>
  <p>${icon("warning")}<span>${note.content}</span></p>
  <small>Only you can see this • <button type="button" class="text-button"
    @click=${() => page.conversation.dismiss(note)}>Dismiss message</button></small></li>`;

function beginningTemplate({ place, world }) {
  if (isAmongPeople(place)) {
    return html`<div class="beginning"><h2>${place.name}</h2>
      <p>This is the beginning of your direct message history with <b>${place.name}</b>.</p></div>`;
  }
  if (isThread(place)) {
    const owner = world.user(place.owner_id);
    return html`<div class="beginning"><span class="beginning-icon">${icon(channelIcon(place))}</span><h2>${place.name}</h2>
      <p>${owner ? html`Started by <b>${world.nameOf(owner)}</b>` : nothing}</p></div>`;
  }
  return html`<div class="beginning"><span class="beginning-icon">${icon(channelIcon(place))}</span>
    <h2>Welcome to ${written(place)}!</h2>
    <p>This is the start of the ${written(place)} channel. ${place.topic ?? ""}</p></div>`;
}
