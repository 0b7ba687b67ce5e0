// A forum: its posts as cards, and a new one.

import { icon } from "/shell/icons.js";
import { counted, madeAt } from "/shell/threads.js";
import { threadsOf } from "/state/channels.js";
import { ago } from "/state/dates.js";
import { justBefore } from "/state/ids.js";
import { may } from "/state/permissions.js";
import { html, nothing, repeat } from "/vendor/components.js";

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
