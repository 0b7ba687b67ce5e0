// A list to pick from, beside the field that it belongs to. The field keeps the focus; the list has a current item.

import { html, nothing } from "/vendor/components.js";

const PAGE = 8;

/**
 * @typedef {object} Item
 * @property {string} name what is read first, and what filtering looks at
 * @property {string} [detail] a second line
 * @property {string} [note] what stands at the right
 * @property {unknown} [sign] a template before the name
 * @property {unknown} [title] a template instead of the name
 * @property {boolean} [isChosen] for lists of which several are picked
 *
 * @typedef {{label: string, heading?: unknown, items: Item[]}} Group
 */

/** The list's state, keys and looks. `changed()` is called to have it drawn, `took(item)` when one is picked. */
export class Picker {
  isOpen = false;
  isBusy = false;
  label = "";
  words = "";
  groups = [];
  items = [];
  at = -1;
  #isMany = false;

  constructor(id, changed, took) {
    this.id = id;
    this.changed = changed;
    this.took = took;
  }

  /**
   * Show groups of items. `at` is the current one, -1 for none; `words` stand where there is no item.
   * @param {Group[]} groups
   */
  open(groups, { label, at = 0, words = "", isMany = false }) {
    this.groups = groups.filter((group) => group.items.length);
    this.items = this.groups.flatMap((group) => group.items);
    this.at = Math.min(at, this.items.length - 1);
    Object.assign(this, { isOpen: true, isBusy: false, label, words });
    this.#isMany = isMany;
    this.changed();
  }

  /** Show that other items are on their way. Of those of before a key picks none any more, but a click the one it is on. */
  wait(label, words) {
    if (label !== this.label) this.groups = this.items = [];
    Object.assign(this, { isOpen: true, isBusy: true, at: -1, label, words });
    this.changed();
  }

  close() {
    if (!this.isOpen) return;
    Object.assign(this, { isOpen: false, isBusy: false, groups: [], items: [], at: -1, words: "" });
    this.changed();
  }

  get hasItems() { return this.isOpen && this.items.length > 0; }
  get current() { return this.isBusy ? undefined : this.items[this.at]; }
  get currentId() { return this.current ? `${this.id}-${this.at}` : undefined; }

  /** What a screen reader is told of the list. */
  get summary() {
    if (!this.isOpen) return "";
    if (this.isBusy || !this.items.length) return this.words;
    return `${this.items.length} ${this.items.length === 1 ? "result" : "results"}`;
  }

  /** Take a key that was pressed in the field. Tells whether it was the list's. */
  key(event) {
    if (!this.isOpen || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false;
    if (event.key === "Escape") return this.#did(() => this.close());
    if (this.isBusy || !this.items.length || event.shiftKey) return false;
    const to = this.#goal(event.key);
    if (to !== undefined) return this.#did(() => this.#move(to));
    const takes = (event.key === "Enter" || event.key === "Tab") && this.current;
    return takes ? this.#did(() => this.took(this.current)) : false;
  }

  #keyInList(event) {
    if (!this.key(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #did(act) {
    act();
    return true;
  }

  #goal(key) {
    const last = this.items.length - 1;
    switch (key) {
      case "ArrowDown": return this.at >= last ? 0 : this.at + 1;
      case "ArrowUp": return this.at <= 0 ? last : this.at - 1;
      case "PageDown": return Math.min(this.at + PAGE, last);
      case "PageUp": return Math.max(this.at - PAGE, 0);
      default: return undefined;
    }
  }

  #move(to) {
    this.at = to;
    this.changed();
    document.getElementById(this.currentId)?.scrollIntoView({ block: "nearest" });
  }

  /** What the field tells of its list; empty values leave an attribute out. */
  get aria() {
    const controls = this.hasItems ? this.id : nothing;
    return { expanded: String(this.hasItems), controls, active: this.currentId ?? nothing };
  }

  template() {
    if (!this.isOpen) return nothing;
    if (!this.items.length) return html`<p class="picker-words" ?data-busy=${this.isBusy}>${this.words}</p>`;
    let before = 0;
    const groups = this.groups.map((group) => this.#group(group, (before += group.items.length) - group.items.length));
    return html`<div class="picker-list" role="listbox" tabindex="0" id=${this.id} aria-label=${this.label}
      aria-busy=${String(this.isBusy)} aria-multiselectable=${this.#isMany ? "true" : nothing}
      aria-activedescendant=${this.currentId ?? nothing} @keydown=${(event) => this.#keyInList(event)}
      @pointerdown=${(event) => event.preventDefault()}>${groups}</div>`;
  }

  // `before` is how many items stand in the groups above.
  #group({ label, heading, items }, before) {
    const options = items.map((item, index) => this.#option(item, before + index));
    if (!heading) return html`<div role="group" aria-label=${label}>${options}</div>`;
    return html`<div role="group" aria-label=${label}>
      <div class="picker-heading" aria-hidden="true">${heading}</div>${options}</div>`;
  }

  #option(item, index) {
    const isCurrent = index === this.at && !this.isBusy;
    const isSelected = this.#isMany ? Boolean(item.isChosen) : isCurrent;
    return html`<div role="option" id="${this.id}-${index}" class="picker-item" ?data-current=${isCurrent}
        aria-selected=${String(isSelected)} @pointermove=${() => this.#hover(index)} @click=${() => this.took(item)}>
      ${item.sign ? html`<span class="picker-sign" aria-hidden="true">${item.sign}</span>` : nothing}
      <span class="picker-text">
        <span class="picker-name">${item.title ?? item.name}</span>
        ${item.detail ? html`<span class="picker-detail">${item.detail}</span>` : nothing}
      </span>
      ${item.note ? html`<span class="picker-note">${item.note}</span>` : nothing}
      ${item.isChosen ? html`<span class="picker-note" aria-hidden="true">✓</span>` : nothing}
    </div>`;
  }

  #hover(index) {
    if (this.isBusy || this.at === index) return;
    this.at = index;
    this.changed();
  }
}

/** Groups with those of their items that fit what was typed. */
export const filtered = (groups, typed) => groups.map((group) => ({ ...group, items: fitting(group.items, typed) }));

/** Those that fit what was typed: first what begins with it, then what holds it in a name, then in a detail. */
export function fitting(items, typed) {
  const wanted = typed.trim().toLowerCase();
  const rank = ({ name, detail = "" }) => {
    const lower = name.toLowerCase();
    if (lower.startsWith(wanted)) return 0;
    if (lower.split(/[\s_-]/u).some((word) => word.startsWith(wanted))) return 1;
    if (lower.includes(wanted)) return 2;
    return detail.toLowerCase().includes(wanted) ? 3 : 4;
  };
  const ranked = items.map((item) => ({ item, rank: rank(item) })).filter((each) => each.rank < 4);
  return ranked.sort((a, b) => a.rank - b.rank).map((each) => each.item);
}
