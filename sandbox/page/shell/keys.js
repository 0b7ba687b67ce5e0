// The keyboard: from message to message, from channel to channel, and Ctrl+K to any of them by a few letters.

import { html, nothing, render } from "/vendor/components.js";
import { inOrder, titleOf } from "/shell/user.js";
import { DIRECT, isAmongPeople, listed, written } from "/state/places.js";
import { channelIcon, icon } from "/view/icons.js";

// Ctrl+K: go to a channel, or become someone, by a few letters of the name.

const MOST = 12;

export function openSwitcher(page, doors) {
  if (document.querySelector("dialog.switcher")) return;
  const dialog = document.createElement("dialog");
  dialog.className = "switcher";
  dialog.setAttribute("aria-label", "Quick switcher");
  let typed = "", at = 0;
  const all = entries(page, doors);
  const fitting = () => all.filter((each) => each.name.toLowerCase().includes(typed.replace(/^[#@]/,
    "").toLowerCase())).slice(0, MOST);
  const take = (entry) => { dialog.close(); entry?.take(); };
  const pressed = (event) => {
    const count = fitting().length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") at = (at + (event.key === "ArrowDown" ? 1
      : -1) + count) % Math.max(1, count);
    else if (event.key === "Enter") return take(fitting()[at]);
    else return undefined;
    event.preventDefault();
    return draw();
  };
  const input = (event) => { typed = event.target.value.trim(); at = 0; draw(); };
  const draw = () => {
    const found = fitting();
    render(html`<input class="switcher-input" role="combobox" aria-expanded="true" aria-controls="switcher-list"
        aria-label="Where would you like to go?" placeholder="Where would you like to go?" autocomplete="off"
        aria-activedescendant=${found.length ? `switcher-${at}` : nothing} @input=${input} @keydown=${pressed}>
      <ul id="switcher-list" role="listbox" aria-label="Channels and people">
        ${found.map((entry, index) => optionTemplate(entry, index, index === at, () => take(entry)))}</ul>
      ${found.length ? nothing : html`<p class="float-empty" role="status">Nothing has that name here.</p>`}`, dialog);
    dialog.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  };
  draw();
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.getElementById("floating").append(dialog);
  dialog.showModal();
}

const optionTemplate = (entry, index, isAt, take) => html`<li id=${`switcher-${index}`} role="option"
  aria-selected=${String(isAt)} @click=${take}>
  ${icon(entry.icon)}<span>${entry.name}</span><small>${entry.detail}</small></li>`;

function entries(page, doors) {
  const { world, people, name } = page;
  const among = world.channels().filter(isAmongPeople);
  const detail = (channel) => (channel.type === DIRECT ? "Direct message" : "Group");
  const places = [...listed(world.channels()), ...among].map((channel) => ({
    name: written(channel), icon: channelIcon(channel), detail: isAmongPeople(channel) ? detail(channel)
      : world.guild.name, take: () => doors.enter(channel.id),
  }));
  const others = inOrder(Object.keys(people)).filter((each) => each !== name);
  return [...places, ...others.map((each) => ({ name: titleOf(each), icon: "switch", detail: "Become this person",
    take: () => doors.become(each) }))];
}

// From message to message, from channel to channel, and back to writing.

const TYPED = "input, textarea, select, [contenteditable], [role=menu], [role=listbox], dialog";

/**
 * @param {HTMLElement} messages
 * @param {object} doors
 */
export function listen(messages, doors) {
  document.addEventListener("keydown", (event) => {
    const isControlled = (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (event.key.toLowerCase() === "k" && isControlled) return take(event, doors.openSwitcher);
    if (event.altKey && event.key === "ArrowDown") return take(event, () => doors.enterNext(1));
    if (event.altKey && event.key === "ArrowUp") return take(event, () => doors.enterNext(-1));
    if (event.key === "Escape") return escape(event, doors);
    if ((event.key === "PageUp" || event.key === "PageDown") && !document.querySelector("dialog[open]")
      && !event.target.closest("#panel, #left, #members")) {
      return take(event, () => doors.scrollBy(event.key === "PageUp" ? -1 : 1));
    }
    return undefined;
  });
  messages.addEventListener("keydown", (event) => move(event, messages, doors));
  messages.addEventListener("focusin", ({ target }) => {
    const id = target.closest("article")?.closest("li[data-id]")?.dataset.id;
    if (id) doors.focused(id);
  });
}

function take(event, act) {
  event.preventDefault();
  act();
}

/** Whoever had a use for Escape (a list, a dialog, a drawer) has prevented its default. */
function escape(event, doors) {
  if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (event.target.closest(TYPED) && !event.target.closest("#composer")) return;
  doors.markRead();
  doors.focusComposer();
}

function move(event, messages, doors) {
  const article = event.target.closest("article");
  if (!article || event.target !== article) return;
  const articles = [...messages.querySelectorAll("li[data-id] > article")];
  const at = articles.indexOf(article);
  const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: articles.length - 1 }[event.key];
  if (next === undefined || event.altKey) return;
  event.preventDefault();
  if (next >= articles.length) doors.focusComposer();
  articles[next]?.focus();
}
