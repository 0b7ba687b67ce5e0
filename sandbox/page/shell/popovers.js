// What opens beside a button or over the page: one at a time, closed by Esc, by a click elsewhere, and by opening another.

import { html, nothing, ref, render, repeat } from "/vendor/components.js";
import { ago, dayAndTime } from "/state/dates.js";
import { isPrivateThread, may, TEXT, threadsOf } from "/state/places.js";
import { icon } from "/view/icons.js";
import { messageTemplate } from "/view/message.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1 };
const ITEMS = "[role^=menuitem], [role=option]";

export class Popovers {
  #page; #opener = null;

  constructor(page) {
    this.#page = page;
    document.addEventListener("pointerdown", (event) => {
      if (page.popover && !event.target.closest(`[data-popover="${page.popover}"]`)) this.close(false);
    });
    document.addEventListener("keydown", (event) => this.#pressed(event));
  }

  /** Give what a button does that opens `name`. */
  toggle = (name, opened = () => {}) => (event) => {
    if (this.#page.popover === name) return this.close();
    this.#opener = event.currentTarget;
    this.#page.popover = name;
    opened();
    this.#page.changed();
    return undefined;
  };

  close = (isFocused = true) => {
    if (!this.#page.popover) return;
    this.#page.popover = "";
    if (isFocused) this.#opener?.focus();
    this.#page.changed();
  };

  #pressed(event) {
    if (!this.#page.popover || event.defaultPrevented) return;
    if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key in STEPS) step(event);
  }
}

function step(event) {
  const items = [...(event.target.closest("[role=menu], [role=listbox]")?.querySelectorAll(ITEMS) ?? [])];
  if (!items.length) return;
  event.preventDefault();
  items[(items.indexOf(document.activeElement) + STEPS[event.key] + items.length) % items.length].focus();
}

// Called while the element isn't in the page yet.
const focusFirst = (element) => element && queueMicrotask(() => {
  (element.querySelector("[aria-checked=true]") ?? element.querySelector("button, input") ?? element).focus();
});

/** On a popover's element: it takes the focus when it opens. */
export const takesFocus = () => ref(focusFirst);

// Small dialogs of the shell's own: a thread, a post, and "are you sure".

/**
 * Open a dialog; what `submit(values)` rejects with is told in it, and nothing typed is lost.
 * @param {object} asked
 * @param {string} asked.title
 * @param {{name: string, label: string, isLong?: boolean, most: number, value?: string}[]} [asked.fields]
 * @param {string} [asked.words]
 * @param {string} asked.action the button that submits
 * @param {boolean} [asked.isGrave] whether it can't be undone
 * @param {(values: Record<string, string>) => Promise<void>} asked.submit
 */
export function ask({ title, fields = [], words, action, isGrave, submit }) {
  const dialog = document.createElement("dialog");
  dialog.className = "ask";
  dialog.setAttribute("aria-labelledby", "ask-title");
  let error = "", isBusy = false;
  const sent = async (event) => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    try {
      await submit(Object.fromEntries(fields.map(({ name }) => [name, dialog.querySelector(`[name=${name}]`).value])));
      dialog.close();
    } catch (refusal) {
      error = refusal.message;
      draw();
    }
    isBusy = false;
  };
  const draw = () => render(html`<form @submit=${sent}><h2 id="ask-title">${title}</h2>
    ${words ? html`<p>${words}</p>` : nothing}
    ${fields.map(fieldTemplate)}
    <p class="ask-error" role="alert">${error}</p>
    <div class="ask-actions"><button type="button" class="quiet" @click=${() => dialog.close()}>Cancel</button>
      <button type="submit" class=${isGrave ? "solid grave" : "solid"}>${action}</button></div></form>`, dialog);
  draw();
  dialog.addEventListener("close", () => dialog.remove());
  document.getElementById("floating").append(dialog);
  dialog.showModal();
}

const fieldTemplate = ({ name, label, isLong, most, value = "" }) => html`<div class="ask-field">
  <label for=${`ask-${name}`}>${label}</label>
  ${isLong ? html`<textarea id=${`ask-${name}`} name=${name} rows="5" maxlength=${most} required></textarea>`
    : html`<input id=${`ask-${name}`} name=${name} maxlength=${most} value=${value}
      autocomplete="off" required>`}</div>`;

// The pinned messages of a channel, beside the header's pin.

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

// The threads of a channel, beside the header's button, and a new one.

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
