// A message's select: a combobox with a listbox, by the ARIA authoring practices. Discord's component is a picture of one.

import { classMap, html, LitElement, nothing, repeat } from "/vendor/components.js";
import { CHECK, DOWN, WARNING } from "/view/icons.js";
import { emoji } from "/view/markdown.js";

// What can be chosen in a select, of each of the five kinds.

const STRING = 3, PICKED = { 5: ["users"], 6: ["roles"], 7: ["users", "roles"], 8: ["channels"] };
const SIGNS = { users: "@", roles: "@", channels: "#" };

/**
 * @param {object} component a select, as Discord describes it
 * @returns {{value: string, label: string, detail?: string, sign?: unknown, isDefault: boolean}[]}
 */
export function choices(component, world) {
  if (component.type === STRING) {
    return (component.options ?? []).map((each) => ({
      value: each.value, label: each.label, detail: each.description, sign: each.emoji && emoji(each.emoji),
      isDefault: Boolean(each.default),
    }));
  }
  const preset = new Set((component.default_values ?? []).map(({ id }) => id));
  const ofKind = (kind) => world.pick(kind, component.channel_types).map(({ value, name, detail }) => ({
    value, label: name.replace(/^@/, ""), detail, sign: SIGNS[kind], isDefault: preset.has(value),
  }));
  return (PICKED[component.type] ?? []).flatMap(ofKind);
}

/** Those that a typed text fits: by a word's beginning first, then anywhere. */
export function filtered(all, typed) {
  const wanted = typed.trim().toLocaleLowerCase();
  if (!wanted) return all;
  const place = ({ label, detail = "" }) => `${label} ${detail}`.toLocaleLowerCase().indexOf(wanted);
  return all.filter((each) => place(each) >= 0).sort((a, b) => Number(place(a) > 0) - Number(place(b) > 0));
}

/** What is wrong with so many chosen, in words, or undefined. */
function amiss(count, { min_values: least = 1, max_values: most = 1 }) {
  if (count < least) return `Choose at least ${least}.`;
  if (count > most) return `Choose ${most} at most.`;
  return undefined;
}

const SEARCHED_FROM = 8; // so many choices can be searched
const PAGE = 8, TYPING_MS = 700, GAP = 4, LOWEST = 120;
let made = 0;

const NONE = html`<li class="none" role="option" aria-disabled="true" aria-selected="false">Nothing found</li>`;
const DOTS = html`<span class="waiting-dots" aria-hidden="true"><i></i><i></i><i></i></span>`;

/** `<message-select .component .world .use>`; `use(customId, values)` rejects with words, which are shown below. */
class MessageSelect extends LitElement {
  static properties = {
    component: { attribute: false }, world: { attribute: false }, use: { attribute: false },
    chosen: { state: true }, open: { state: true }, typed: { state: true }, at: { state: true },
    waits: { state: true }, failure: { state: true },
  };

  #id = `select-${++made}`; #all = []; #sent = []; #soon = ""; #typedAt = 0;

  constructor() {
    super();
    Object.assign(this, { chosen: [], open: false, typed: "", at: 0, waits: false });
  }

  createRenderRoot() { return this; } // in the page's own tree, so that its style sheet and its tests see it

  willUpdate(changed) {
    this.#all = choices(this.component, this.world);
    const before = changed.get("component");
    if (!changed.has("component") || JSON.stringify(before) === JSON.stringify(this.component)) return;
    this.#sent = this.chosen = this.#all.filter((each) => each.isDefault).map((each) => each.value);
    this.failure = undefined;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listen(false);
  }

  get #shown() { return this.open ? filtered(this.#all, this.typed) : []; }
  get #isMany() { return (this.component.max_values ?? 1) > 1; }
  get #isSearched() { return this.component.type !== 3 || this.#all.length >= SEARCHED_FROM; }
  get #label() { return this.component.placeholder || "Make a selection"; }
  #find(value) { return this.#all.find((each) => each.value === value); }

  // Drawing

  render() {
    return html`<div class=${classMap({ select: true, open: this.open })} @focusout=${this.#left}>
      ${this.open && this.#isSearched ? this.#searchField() : this.#button()}
      <ul class="choices" popover="manual" id="${this.#id}-list" role="listbox"
        aria-label=${this.#label} aria-multiselectable=${this.#isMany} @mousedown=${(event) => event.preventDefault()}>
        ${repeat(this.#shown, (each) => each.value, (each, index) => this.#option(each, index))}
        ${this.open && !this.#shown.length ? NONE : nothing}
      </ul>
      ${this.failure ? html`<span class="failure" role="alert">${WARNING} ${this.failure}</span>` : nothing}
    </div>`;
  }

  get #current() { return this.open && this.#shown.length ? `${this.#id}-${this.at}` : nothing; }

  #button() {
    return html`<button type="button" class="box" role="combobox" aria-haspopup="listbox" aria-expanded=${this.open}
      aria-controls="${this.#id}-list" aria-label=${this.#spoken()} aria-activedescendant=${this.#current}
      aria-busy=${this.waits} ?disabled=${this.component.disabled}
      @click=${() => (this.open ? this.#close() : this.#show())} @keydown=${this.#key}>
      <span class="value">${this.#values()}</span>${this.waits ? DOTS : DOWN}</button>`;
  }

  #spoken() {
    const labels = this.chosen.map((value) => this.#find(value)?.label ?? value);
    return labels.length ? `${this.#label}: ${labels.join(", ")}` : this.#label;
  }

  #values() {
    if (!this.chosen.length) return html`<span class="placeholder">${this.#label}</span>`;
    return this.chosen.map((value) => {
      const { sign, label } = this.#find(value) ?? { label: value };
      return html`<span class=${this.#isMany ? "pill" : "one"}>${sign ?? nothing}${label}</span>`;
    });
  }

  #searchField() {
    return html`<input class="box" type="text" role="combobox" aria-autocomplete="list" aria-expanded="true"
      aria-controls="${this.#id}-list" aria-label=${this.#label} aria-activedescendant=${this.#current}
      placeholder=${this.#label} autocomplete="off" spellcheck="false"
      .value=${this.typed} @input=${this.#search} @keydown=${this.#key}>`;
  }

  #option({ value, label, detail, sign }, index) {
    const isChosen = this.chosen.includes(value);
    const isFull = this.#isMany && !isChosen && this.chosen.length >= this.component.max_values;
    return html`<li class=${classMap({ choice: true, at: index === this.at, chosen: isChosen })} id="${this.#id}-${index}"
      role="option" aria-selected=${isChosen} aria-disabled=${isFull}
      @click=${() => this.#choose(value)} @mousemove=${() => { this.at = index; }}>
      ${sign ? html`<span class="sign" aria-hidden="true">${sign}</span>` : nothing}
      <span class="words"><span class="label">${label}</span>
        ${detail ? html`<span class="detail">${detail}</span>` : nothing}</span>
      ${this.#isMany ? html`<span class="tick" aria-hidden="true">${isChosen ? CHECK : nothing}</span>` : nothing}
    </li>`;
  }

  updated(changed) {
    if (!this.open) return;
    if (changed.has("open") || changed.has("typed") || changed.has("chosen")) this.#place();
    if (changed.has("at")) this.#list.querySelector(".at")?.scrollIntoView({ block: "nearest" });
  }

  // Opening and closing. The list is in the top layer: whatever the message stands in can't cut it off.

  get #list() { return this.querySelector(".choices"); }

  async #show() {
    if (this.component.disabled || this.waits) return;
    this.open = true;
    this.typed = "";
    this.at = Math.max(0, this.#all.findIndex((each) => each.value === this.chosen[0]));
    await this.updateComplete;
    this.#list.showPopover();
    this.#place();
    this.querySelector(".box").focus();
    this.#listen(true);
  }

  #place() {
    const box = this.querySelector(".box").getBoundingClientRect(), list = this.#list;
    const below = innerHeight - box.bottom - GAP * 2;
    const isAbove = below < Math.min(list.scrollHeight, LOWEST * 2) && box.top > below;
    const room = Math.max(LOWEST, Math.min(320, isAbove ? box.top - GAP * 2 : below));
    list.style.width = `${box.width}px`;
    list.style.left = `${box.left}px`;
    list.style.maxHeight = `${room}px`;
    list.style.top = isAbove ? `${box.top - GAP - Math.min(list.scrollHeight + 2, room)}px` : `${box.bottom + GAP}px`;
  }

  #listen(isOpen) {
    const change = isOpen ? addEventListener : removeEventListener;
    change("scroll", this.#moved, true);
    change("resize", this.#moved);
  }

  /** The window too is resized, and it stands in no list. */
  #moved = ({ target }) => { if (target === window || !this.#list?.contains(target)) this.#place(); };

  #left = ({ relatedTarget }) => {
    if (this.open && relatedTarget && !this.contains(relatedTarget)) this.#close({ keepsFocus: false });
  };

  async #close({ keepsFocus = true, sends = this.#isMany } = {}) {
    if (!this.open) return;
    this.#list.hidePopover();
    this.#listen(false);
    this.open = false;
    if (sends) this.#send();
    await this.updateComplete;
    if (keepsFocus) this.querySelector(".box")?.focus();
  }

  // Choosing

  #choose(value) {
    const isChosen = this.chosen.includes(value);
    if (!this.#isMany) {
      this.chosen = isChosen && this.component.min_values === 0 ? [] : [value];
      this.#close({ sends: true });
    } else if (isChosen) {
      this.chosen = this.chosen.filter((each) => each !== value);
    } else if (this.chosen.length < this.component.max_values) {
      this.chosen = [...this.chosen, value];
    }
  }

  async #send() {
    const isSame = this.chosen.length === this.#sent.length && this.chosen.every((each) => this.#sent.includes(each));
    if (this.#isMany && isSame) return;
    this.failure = amiss(this.chosen.length, this.component);
    if (this.failure) return;
    const values = this.#sent = this.chosen;
    this.waits = true;
    try {
      await this.use(this.component.custom_id, values);
    } catch (error) {
      this.failure = error.message || "This interaction failed";
    } finally {
      this.waits = false;
    }
  }

  // The keyboard

  #search = ({ target }) => {
    this.typed = target.value;
    this.at = 0;
  };

  #key = (event) => {
    const isField = event.target.tagName === "INPUT";
    const use = this.open ? this.#openKeys(isField)[event.key] : CLOSED_KEYS.has(event.key) && (() => this.#show());
    if (use && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      use();
    } else if (!isField && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      this.#type(event.key);
    }
  };

  #openKeys(isField) {
    const go = (to) => () => { this.at = Math.max(0, Math.min(this.#shown.length - 1, to)); };
    const pick = () => { if (this.#shown[this.at]) this.#choose(this.#shown[this.at].value); };
    return {
      ArrowDown: go(this.at + 1), ArrowUp: go(this.at - 1), PageDown: go(this.at + PAGE), PageUp: go(this.at - PAGE),
      Enter: pick, Escape: () => this.#close(), ...(isField ? {} : { " ": pick, Home: go(0), End: go(Infinity) }),
    };
  }

  /** Typing goes to the next choice that begins so. */
  async #type(letter) {
    if (!this.open) await this.#show();
    const now = performance.now();
    this.#soon = now - this.#typedAt < TYPING_MS ? this.#soon + letter : letter;
    this.#typedAt = now;
    if (this.querySelector("input.box")) {
      this.typed = this.#soon;
      return;
    }
    const from = this.#soon.length === 1 ? this.at + 1 : this.at, all = this.#shown, wanted = this.#soon.toLowerCase();
    const order = all.map((_, index) => (from + index) % all.length);
    const next = order.find((index) => all[index].label.toLowerCase().startsWith(wanted));
    if (next !== undefined) this.at = next;
  }
}

const CLOSED_KEYS = new Set(["ArrowDown", "ArrowUp", "Enter", " "]);

customElements.define("message-select", MessageSelect);
