// What opens beside a button: one at a time, closed by Esc, by a click elsewhere, and by opening another.

import { ref } from "/vendor/components.js";

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
