// One message, as Discord's client draws it.
//
// Its frame is our own: Discord's component knows an author only by a picture's address, writes times that aren't any
// into `datetime`, shows a grouped message's time to a mouse alone, and has no tools, no waiting, no marks but "edited".

import "/view/looks.js";

import { html, nothing } from "/vendor/components.js";
import { attachments } from "/view/attachments.js";
import { avatar } from "/view/avatar.js";
import { components } from "/view/components.js";
import "/view/editor.js";
import { embed } from "/view/embed.js";
import { forward } from "/view/forward.js";
import { EYE, MEGAPHONE } from "/view/icons.js";
import { markdown } from "/view/markdown.js";
import { name } from "/view/name.js";
import { hasOrigin, origin } from "/view/origin.js";
import { poll } from "/view/poll.js";
import { previews } from "/view/previews.js";
import { isSystem, systemMessage } from "/view/system.js";
import { clockTime, fullTime, sentTime } from "/view/timestamp.js";
import { toolbar } from "/view/toolbar.js";

const PUBLISHED = 1 << 0, CROSSPOST = 1 << 1, SUPPRESSED = 1 << 2, EPHEMERAL = 1 << 6, LOADING = 1 << 7;

/**
 * The content of an article; whoever lists those names each, takes the focus, draws its ground and leaves a gutter.
 * @param {object} message what Discord calls a message
 * @param {object} page
 * @param {import("/state/world.js").World} page.world
 * @param {(message: object, customId: string, values?: string[]) => Promise<void>} page.act use a
 *   component; rejects with words
 * @param {(message: object) => void} [page.reply] without it the tool isn't offered; likewise `remove`, `dismiss`,
 *   `pin`, `thread`, and `vote`, without which polls are only looked at
 * @param {(message: object, content: string) => Promise<void>} [page.edit] rejects with words, which are told
 *   below what was typed
 * @param {boolean} [page.isGrouped] goes on from the message above: no name, no picture, the time in the margin
 * @param {boolean} [page.isPreview] has no tools
 */
export function messageTemplate(message, page) {
  const { world } = page;
  const flags = message.flags ?? 0;
  const isGrouped = page.isGrouped && !standsAlone(message);
  return html`<div class="message ${world.isPinged(message) ? "pings" : ""}">
    ${isSystem(message) ? systemMessage(message, world) : written(message, page, flags, isGrouped)}
    ${flags & LOADING || page.isPreview ? nothing : toolbar(message, page, Boolean(flags & EPHEMERAL))}
  </div>`;
}

/** Whether a message never goes on from the one above, whoever wrote that. */
const standsAlone = (message) => isSystem(message) || hasOrigin(message);

function written(message, page, flags, isGrouped) {
  const { world } = page;
  return html`${isGrouped ? nothing : origin(message, world)}
    <div class="margin">${isGrouped
      ? html`<time class="aside" datetime=${message.timestamp} title=${fullTime(message.timestamp)}
        >${clockTime(message.timestamp)}</time>`
      : avatar(message.author, world)}</div>
    <div class="body">
      ${isGrouped ? nothing : header(message, world, flags)}
      ${flags & LOADING ? thinking(message, world) : said(message, page, flags)}
      ${thread(message, world)}
      ${flags & EPHEMERAL ? onlyYou(message, page) : nothing}
    </div>`;
}

function header(message, world, flags) {
  const author = world.user(message.author.id) ?? message.author;
  return html`<div class="head">${name(author, world)} ${sentTime(message.timestamp, world)}
    ${flags & PUBLISHED ? html`<span class="mark" title="Published to the channels that follow this one"
      >${MEGAPHONE} Published</span>` : nothing}
    ${flags & CROSSPOST ? html`<span class="mark">${MEGAPHONE} From another server</span>` : nothing}</div>`;
}

function said(message, page, flags) {
  const { world, act } = page;
  const edited = message.edited_timestamp
    ? html`<span class="edited" title=${fullTime(message.edited_timestamp)}>(edited)</span>` : nothing;
  return html`${message.content ? html`<div class="content">${markdown(message.content, world)}${edited}</div>` : nothing}
    ${page.edit && message.author.id === world.me && !page.isPreview
      ? html`<message-editor .message=${message} .edit=${page.edit}></message-editor>` : nothing}
    ${forward(message, world)}
    ${attachments(message.attachments)}
    ${flags & SUPPRESSED ? nothing : (message.embeds ?? []).map((each) => embed(each, world))}
    ${flags & SUPPRESSED ? nothing : previews(message.content ?? "")}
    ${poll(message, page)}
    ${components(message, world, (customId, values) => act(message, customId, values))}
    ${message.content ? nothing : edited}`;
}

const thinking = (message, world) => html`<div class="thinking" role="status">
  <span class="waiting-dots" aria-hidden="true"><i></i><i></i><i></i></span>
  ${world.nameOf(message.author)} is thinking…</div>`;

function thread({ thread: begun }, world) {
  if (!begun) return nothing;
  const { id, name: title, message_count: count = 0 } = world.channel(begun.id) ?? begun;
  return html`<button type="button" class="bare thread" @click=${() => world.open(id)}
    ><discord-thread name=${title} cta=${`${count} ${count === 1 ? "Message" : "Messages"}`}
    >${count ? "See what was said in this thread." : "There are no recent messages in this thread."}</discord-thread
    ></button>`;
}

const onlyYou = (message, { dismiss }) => html`<div class="only-you">${EYE} Only you can see this ${dismiss
  ? html`• <button type="button" class="plain-link" @click=${() => dismiss(message)}>Dismiss message</button>`
  : nothing}</div>`;
