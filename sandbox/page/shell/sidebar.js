// The list of channels, or of direct messages.

import { appTag, face } from "/shell/face.js";
import { channelIcon, icon } from "/shell/icons.js";
import { DIRECT, isAmongPeople, isForum, isOpenable, isPrivateThread, kindOf, threadsOf, tree } from "/state/channels.js";
import { keep } from "/state/kept.js";
import { isPrivate } from "/state/permissions.js";
import { html, nothing, repeat } from "/vendor/components.js";

export function sidebarTemplate(page, doors) {
  if (!page.world.guild) return nothing;
  return page.isDirect ? directTemplate(page, doors) : guildTemplate(page, doors);
}

/** What closes a region that is a drawer on a narrow page. */
export const closeTemplate = (name, doors) => html`<button type="button" class="icon-button only-narrow"
  aria-label=${`Close ${name}`}
  @click=${doors.closeDrawer}>${icon("close")}</button>`;

function directTemplate(page, doors) {
  const { world, reading } = page;
  const item = (channel) => {
    const count = reading?.count(channel.id) ?? 0;
    return html`<li class=${count ? "unread" : ""}>
      <a class="channel direct" href=${doors.address(channel)} @click=${doors.follow(channel)}
        aria-current=${channel.id === page.placeId ? "page" : nothing}>
        ${channel.type === DIRECT ? face(world.bot, world)
          : html`<span class="channel-icon">${icon("members")}</span>`}${count ? html`<span class="unseen">${count} unread, </span>` : nothing}<span
          class="channel-name">${channel.name}</span
        ><span class="unseen"> (${kindOf(channel)})</span>${channel.type === DIRECT ? appTag(world.bot)
          : nothing}${badge(count)}</a></li>`;
  };
  return html`<div class="side-head"><h2>Direct Messages</h2>${closeTemplate("channels", doors)}</div>
    <div class="side-list"><ul>${world.channels().filter(isAmongPeople).map(item)}</ul></div>`;
}

function guildTemplate(page, doors) {
  const groups = tree(page.world.channels()).filter((group) => group.category || group.channels.length);
  return html`<div class="side-head"><h2>${page.world.guild.name}</h2>${closeTemplate("channels", doors)}</div>
    <div class="side-list">${repeat(groups, (group) => group.category?.id ?? "none", (group) => groupTemplate(group,
      page, doors))}</div>`;
}

function groupTemplate({ category, channels }, page, doors) {
  if (!category) return html`<ul>${channels.map((each) => entries(each, page, doors))}</ul>`;
  const isFolded = page.folded.has(category.id), list = `category-${category.id}`;
  const stays = ({ channel }) => channel.id === page.placeId || page.reading?.count(channel.id) > 0;
  const shown = isFolded ? channels.filter(stays) : channels;
  const fold = () => {
    if (isFolded) page.folded.delete(category.id);
    else page.folded.add(category.id);
    keep("folded", JSON.stringify([...page.folded]));
    page.changed();
  };
  return html`<section><h3><button type="button" class="category" aria-expanded=${String(!isFolded)}
    aria-controls=${list} @click=${fold}>
      ${icon("chevron", isFolded ? "folded" : "")}${category.name}</button></h3>
    <ul id=${list} aria-label=${category.name}>${shown.map((each) => entries(each, page, doors))}</ul></section>`;
}

const entries = ({ channel, threads }, page, doors) => html`
  ${entry(channel, page, doors)}
  ${threads.length ? html`<li><ul class="threads"
    aria-label=${`Threads of ${channel.name}`}>${threads.map((each) => entry(each, page, doors))}</ul></li>`
    : nothing}`;

function entry(channel, page, doors) {
  const { reading, world } = page;
  // A forum is unread where one of its posts is: they are listed in it, not here.
  const places = isForum(channel) ? threadsOf(world.channels(), channel.id) : [channel];
  const sum = (what) => places.reduce((all, each) => all + (reading?.[what](each.id) ?? 0), 0);
  const count = sum("count"), pings = sum("pings");
  const isLocked = isPrivate(channel, world.guild.id);
  const marks = [channel.nsfw && "age-restricted", (isLocked || isPrivateThread(channel)) && "private"].filter(Boolean);
  const state = pings ? `${pings} ${pings === 1 ? "mention" : "mentions"}, ` : count ? "unread, " : "";
  const label = `${state}${channel.name} (${[kindOf(channel), ...marks].join(", ")})`;
  const inner = html`<span class="channel-icon">${icon(channelIcon(channel))}${channel.nsfw ? icon("warning", "corner")
    : isLocked ? icon("lock", "corner") : nothing}</span>
    <span class="channel-name">${channel.name}</span>${badge(pings)}`;
  if (!isOpenable(channel)) {
    const say = () => page.tell("This can't be opened.");
    return html`<li><button type="button" class="channel" aria-label=${label} @click=${say}>${inner}</button></li>`;
  }
  const isPrivateOne = isPrivateThread(channel) ? "is-private" : "";
  return html`<li class="${count ? "unread" : ""} ${isPrivateOne}">
    <a class="channel" href=${doors.address(channel)} @click=${doors.follow(channel)} aria-label=${label}
      aria-current=${channel.id === page.placeId ? "page" : nothing}>${inner}</a></li>`;
}

const badge = (count) => (count ? html`<span class="badge" aria-hidden="true">${count}</span>` : nothing);
