// The bar above the messages: where I am, what it is for, and what can be opened beside it.

import { appTag, face } from "/shell/face.js";
import { channelIcon, icon } from "/shell/icons.js";
import { pinsTemplate } from "/shell/pins.js";
import { threadsTemplate } from "/shell/threads.js";
import { DIRECT, isForum, isThread, written } from "/state/channels.js";
import { html, nothing } from "/vendor/components.js";

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
