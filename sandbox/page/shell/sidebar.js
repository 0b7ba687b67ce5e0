// What stands around the chat: the servers, the channels, the bar above the messages, and the members.

import { html, nothing, repeat, styleMap } from "/vendor/components.js";
import { pinsTemplate, threadsTemplate } from "/shell/popovers.js";
import {
  DIRECT, isAmongPeople, isForum, isOpenable, isPrivate, isPrivateThread, isThread, kindOf, standsApart, threadsOf,
  tree, written,
} from "/state/places.js";
import { keep } from "/state/reading.js";
import { channelIcon, icon } from "/view/icons.js";
import { appTag, face } from "/view/person.js";

// The rail at the far left: direct messages, and the guild.

const initials = (name) => name.split(/\s+/).map((word) => [...word][0]).slice(0, 3).join("");

export function railTemplate(page, doors) {
  const { world, isDirect, reading } = page;
  if (!world.guild) return nothing;
  const direct = world.channels().filter(isAmongPeople);
  const inGuild = world.channels().filter((each) => !isAmongPeople(each));
  const sum = (channels, count) => channels.reduce((all, each) => all + (reading?.[count](each.id) ?? 0), 0);
  return html`<ul>
    ${server({ name: "Direct Messages", isOpen: isDirect, pings: sum(direct, "count"), isUnread: false,
      picture: icon("direct"), open: doors.enterDirect })}
  </ul><div class="rail-line"></div><ul>
    ${server({ name: world.guild.name, isOpen: !isDirect, pings: sum(inGuild, "pings"),
      isUnread: sum(inGuild, "count") > 0,
      picture: html`<span data-initials=${initials(world.guild.name)}></span>`, open: doors.enterGuild })}
  </ul>`;
}

function server({ name, isOpen, pings, isUnread, picture, open }) {
  const state = pings ? `, ${pings} ${pings === 1 ? "mention" : "mentions"}` : isUnread ? ", unread" : "";
  return html`<li class=${isOpen ? "rail-open" : isUnread || pings ? "rail-unread" : ""}>
    <button type="button" class="rail-button" title=${name} aria-label=${name + state}
      aria-current=${isOpen ? "true" : "false"} @click=${open}>${picture}</button>
    ${pings ? html`<span class="badge" aria-hidden="true">${pings}</span>` : nothing}
  </li>`;
}

// The list of channels, or of direct messages.

export function sidebarTemplate(page, doors) {
  if (!page.world.guild) return nothing;
  return page.isDirect ? directTemplate(page, doors) : guildTemplate(page, doors);
}

/** What closes a region that is a drawer on a narrow page. */
const closeTemplate = (name, doors) => html`<button type="button" class="icon-button only-narrow"
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
  const isPrivateOne = isPrivateThread(channel);
  const marks = [channel.nsfw && "age-restricted", (isLocked || isPrivateOne) && "private"].filter(Boolean);
  const state = pings ? `${pings} ${pings === 1 ? "mention" : "mentions"}, ` : count ? "unread, " : "";
  const label = `${state}${channel.name} (${[kindOf(channel), ...marks].join(", ")})`;
  const inner = html`<span class="channel-icon">${icon(channelIcon(channel))}${channel.nsfw ? icon("warning", "corner")
    : isLocked ? icon("lock", "corner") : nothing}</span>
    <span class="channel-name">${channel.name}</span>${badge(pings)}`;
  if (!isOpenable(channel)) {
    const say = () => page.tell("This can't be opened.");
    return html`<li><button type="button" class="channel" aria-label=${label} @click=${say}>${inner}</button></li>`;
  }
  return html`<li class="${count ? "unread" : ""} ${isPrivateOne ? "is-private" : ""}">
    <a class="channel" href=${doors.address(channel)} @click=${doors.follow(channel)} aria-label=${label}
      aria-current=${channel.id === page.placeId ? "page" : nothing}>${inner}</a></li>`;
}

const badge = (count) => (count ? html`<span class="badge" aria-hidden="true">${count}</span>` : nothing);

// The bar above the messages: where I am, what it is for, and what can be opened beside it.

export function headerTemplate(page, doors, popovers) {
  const { place, popover } = page;
  const hasMessages = place && !isForum(place);
  const isOpenHere = hasMessages && !page.isDirect && !isThread(place);
  const open = (name, label, opened) => html`<button type="button" class="icon-button" data-popover=${name}
    aria-haspopup="dialog" aria-expanded=${String(popover === name)} aria-label=${label} title=${label}
    @click=${popovers.toggle(name, opened)}>${icon(name === "pins" ? "pin" : "threads")}</button>`;
  return html`
    <button type="button" class="icon-button only-narrow" aria-label="Show channels"
      @click=${() => doors.openDrawer("channels")}>${icon("menu")}</button>
    ${titleTemplate(page, doors)}
    <div class="head-tools">
      ${isOpenHere ? open("threads", "Threads") : nothing}
      ${hasMessages ? open("pins", "Pinned messages", doors.readPins) : nothing}
      ${page.isDirect ? nothing : toggle("members", "Member list", doors.membersAreOpen(), doors.toggleMembers)}
      ${toggle("panel", "Sandbox controls", doors.panelIsOpen(), doors.togglePanel)}
      <button type="button" class="icon-button" aria-label="Find a channel or person"
        title="Find a channel or person (Ctrl+K)" @click=${doors.openSwitcher}>${icon("search")}</button>
    </div>
    ${popover === "pins" ? pinsTemplate(page, doors, popovers) : nothing}
    ${popover === "threads" ? threadsTemplate(page, doors, popovers) : nothing}`;
}

function titleTemplate(page, doors) {
  const { place, world } = page;
  if (!place) return html`<h1 class="title">Yokoku</h1>`;
  const isBots = place.type === DIRECT;
  const parent = isThread(place) && world.channel(place.parent_id);
  return html`<div class="title">
    ${parent ? html`<a class="parent" href=${doors.address(parent)}
      @click=${doors.follow(parent)}>${written(parent)}</a>
      <span class="parent-mark" aria-hidden="true">›</span>` : nothing}
    ${isBots ? face(world.bot, world, "small") : icon(channelIcon(place))}
    <h1 aria-label=${written(place)}>${place.name}</h1>${isBots ? appTag(world.bot) : nothing}
    ${place.topic ? html`<p class="topic" title=${place.topic}>${place.topic}</p>` : nothing}</div>`;
}

const toggle = (name, label, isOpen, act) => html`<button type="button" class="icon-button"
  aria-pressed=${String(isOpen)}
  aria-label=${label} title=${label} @click=${act}>${icon(name)}</button>`;

// The members at the right: by role, as Discord lists them, and those without one below.

export function membersTemplate(page, doors) {
  const { world } = page;
  if (!world.guild) return nothing;
  return html`<div class="members-head"><h2>Members</h2>${closeTemplate("members", doors)}</div>
    ${groups(world).map(([name, users]) => html`<section><h3>${name} — ${users.length}</h3>
      <ul aria-label=${name}>${users.map((user) => member(user, world))}</ul></section>`)}`;
}

function groups(world) {
  const roles = world.roles().filter((role) => !role.managed).sort((a, b) => b.position - a.position);
  const found = new Map(roles.map((role) => [role.id, []]));
  const others = [];
  for (const user of world.guild.members) {
    const mine = world.rolesOf(user.id);
    const role = [...found.keys()].find((id) => mine.includes(id) && standsApart(world.role(id)));
    (found.get(role) ?? others).push(user);
  }
  const named = [...found].map(([id, users]) => [world.role(id).name, users]);
  return [...named, ["Online", others]].filter(([, users]) => users.length);
}

function member(user, world) {
  const colour = world.colourOf(user.id);
  return html`<li class="member">${face(user, world)}<span class=${`member-name ${colour ? "name coloured" : ""}`}
    style=${styleMap({ "--tint": colour })}>${world.nameOf(user)}</span>${appTag(user)}
    ${user.id === world.guild.owner_id ? crown : nothing}</li>`;
}

const crown = html`<span class="crown" role="img" aria-label="Server owner" title="Server owner">👑</span>`;
