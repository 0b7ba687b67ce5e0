// What stands in the middle: a channel's messages or a forum's posts, and what is told beside them.

import { guard, html, nothing, repeat } from "/vendor/components.js";
import { counted, madeAt } from "/shell/popovers.js";
import { justBefore, rows } from "/state/conversation.js";
import { ago, dayAndTime, dayOf, timeOf } from "/state/dates.js";
import { isAmongPeople, isThread, may, threadsOf, written } from "/state/places.js";
import { channelIcon, icon } from "/view/icons.js";
import { messageTemplate } from "/view/message.js";

// The list of messages: days, the line "New", the channel's beginning, and one article for each message.

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

// A forum: its posts as cards, and a new one.

const MOST_CHARACTERS = 200;

export function forumTemplate(page, doors) {
  const { place, placeId, world } = page;
  const posts = threadsOf(world.channels(), placeId);
  readFirstMessages(page, posts);
  return html`<div class="forum">
    <div class="forum-head"><p>${place.topic ?? ""}</p>
      ${may(place, "SEND_MESSAGES") ? html`<button type="button" class="solid"
        @click=${doors.newPost}>${icon("plus")}New post</button>` : nothing}</div>
    ${posts.length ? nothing : html`<p class="float-empty">There are no posts yet. Write the first.</p>`}
    <ul aria-label=${`Posts in ${place.name}`}>
      ${repeat(posts, (each) => each.id, (each) => card(each, page, doors))}</ul></div>`;
}

function card(post, page, doors) {
  const { world, reading } = page;
  const first = page.firstMessages.get(post.id);
  const author = first?.author ?? world.user(post.owner_id);
  const isUnread = reading?.count(post.id) > 0;
  return html`<li class="post ${isUnread ? "unread" : ""}">
    <h2><a href=${doors.address(post)} @click=${doors.follow(post)}
      aria-label=${`${isUnread ? "unread, " : ""}${post.name}`}>${post.name}</a></h2>
    <p class="post-text"><b>${world.nameOf(author)}:</b> ${(first?.content ?? "").slice(0, MOST_CHARACTERS)}</p>
    <p class="post-facts">${icon("comment")}${counted(post.message_count)} · active
      ${ago(madeAt(post.last_message_id ?? post.id), world.now())}</p></li>`;
}

/** A post's first message stands in no list of channels: it is read once for each post. */
function readFirstMessages(page, posts) {
  for (const { id } of posts) {
    if (page.firstMessages.has(id)) continue;
    page.firstMessages.set(id, null);
    page.person.messages(id, { after: justBefore(id), limit: null }).then(([first]) => {
      page.firstMessages.set(id, first ?? null);
      page.changed();
    }, (refusal) => page.tell(refusal));
  }
}

// What is told beside the messages: a lost connection, who types, newer messages out of sight, and what went wrong.

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
