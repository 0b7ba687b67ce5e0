// What a modal asks for: its inputs, what stands in each, and what is wrong with it.

import { html, live, nothing } from "/vendor/components.js";
import { filtered, Picker } from "/composer/picker.js";
import { selectable } from "/composer/values.js";
import { markdown } from "/view/markdown.js";

const ROW = 1, TEXT_INPUT = 4, TEXT = 10, LABEL = 18, RADIO_GROUP = 21, CHECKBOX_GROUP = 22, CHECKBOX = 23;
const SELECTS = [3, 5, 6, 7, 8];
const LONGEST = 4000, COUNTED_FROM = 200;
const number = (value) => value.toLocaleString("en-US");
const characters = (count) => `${number(count)} ${count === 1 ? "character" : "characters"}`;

/** The fields of a modal in order, with ids that begin with `id`. `changed()` is called to have them drawn. */
export function fieldsOf(modal, id, world, changed) {
  return modal.components.map((part, index) => fieldOf(part, `${id}-field-${index}`, world, changed));
}

function fieldOf(part, id, world, changed) {
  if (part.type === TEXT) return new Words(part.content);
  const component = part.type === ROW ? part.components[0] : part.component;
  const about = { id, label: part.label ?? component.label, description: part.description, component, changed };
  if (part.type !== ROW && part.type !== LABEL) return new Unknown(part.type);
  if (component.type === TEXT_INPUT) return new TextField(about);
  if (component.type === CHECKBOX) return new Tick(about);
  if (component.type === RADIO_GROUP || component.type === CHECKBOX_GROUP) return new Boxes(about);
  return SELECTS.includes(component.type) ? new Select(about, world) : new Unknown(component.type);
}

/** A text between the inputs. */
export class Words {
  constructor(content) { this.content = content; }
}

/** A part that the page can't draw. */
export class Unknown {
  constructor(type) { this.type = type; }
}

class Input {
  error = "";

  constructor({ id, label, description, component, changed }) {
    Object.assign(this, { id, label, description, component, changed });
  }

  get name() { return this.component.custom_id; }
  get isRequired() { return this.component.required !== false; }

  /** Take what was put in. */
  put(value) {
    this.value = value;
    this.error = "";
    this.changed();
  }

  /** Note what is wrong with it. Tells whether it is right. */
  check() {
    this.error = this.fault();
    return !this.error;
  }
}

class TextField extends Input {
  constructor(about) {
    super(about);
    this.value = this.component.value ?? "";
  }

  get isParagraph() { return this.component.style === 2; }
  get length() { return [...this.value].length; }
  get most() { return this.component.max_length ?? LONGEST; }
  get isCounted() { return this.isParagraph || this.most < LONGEST || this.length > this.most - COUNTED_FROM; }

  fault() {
    const least = this.component.min_length ?? 0;
    if (!this.value.trim() && this.isRequired) return "This field is required";
    if (!this.value) return "";
    if (this.length < least) return `Must have at least ${characters(least)}, not ${number(this.length)}`;
    return this.length > this.most ? `Must have at most ${characters(this.most)}, not ${number(this.length)}` : "";
  }
}

class Choices extends Input {
  get least() { return this.component.min_values ?? 1; }
  get isMany() { return this.most > 1; }

  fault() {
    const count = this.value.length;
    if (!count) return this.isRequired && this.least > 0 ? "This field is required" : "";
    if (count < this.least) return `Choose at least ${this.least}`;
    return count > this.most ? `Choose at most ${this.most}` : "";
  }
}

/** A select: of texts, users, roles, channels, or users and roles. */
class Select extends Choices {
  constructor(about, world) {
    super(about);
    this.groups = selectable(this.component, world);
    const preset = (this.component.options ?? []).filter((each) => each.default).map((each) => each.value);
    this.value = [...preset, ...(this.component.default_values ?? []).map((each) => each.id)];
    this.picker = new ModalPicker(this);
  }

  get most() { return this.component.max_values ?? 1; }
}

/** Radio buttons, or checkboxes. */
class Boxes extends Choices {
  constructor(about) {
    super(about);
    this.value = this.component.options.filter((each) => each.default).map((each) => each.value);
  }

  get isRadio() { return this.component.type === RADIO_GROUP; }
  get most() { return this.isRadio ? 1 : this.component.max_values ?? this.component.options.length; }

  tick(value, isTicked) {
    const others = this.isRadio ? [] : this.value.filter((each) => each !== value);
    this.put(isTicked ? [...others, value] : others);
  }
}

/** A single checkbox. */
class Tick extends Input {
  constructor(about) {
    super(about);
    this.value = Boolean(this.component.default);
  }

  fault() { return ""; }
}

// How a select of a modal is picked from: a field to search in, with a list below, and what was chosen.

class ModalPicker {
  /** What is being searched for; null while nothing is typed. */
  #typed = null;

  /** @param {object} field the select's field, with `groups`, `value`, `most` and `isMany` */
  constructor(field) {
    this.field = field;
    this.list = new Picker(`${field.id}-list`, () => field.changed(), (item) => this.#take(item));
  }

  get #items() { return this.field.groups.flatMap((group) => group.items); }
  get chosen() { return this.#items.filter(({ value }) => this.field.value.includes(value)); }

  /** What stands in the field: what is typed, or the one that was chosen. */
  get text() {
    if (this.#typed !== null) return this.#typed;
    return this.field.isMany ? "" : this.chosen[0]?.name ?? "";
  }

  type(text) {
    this.#typed = text;
    if (!text && !this.field.isMany) this.field.put([]);
    this.offer();
  }

  offer() {
    const { label, isMany } = this.field;
    const groups = filtered(this.field.groups, this.#typed ?? "").map((group) => this.#marked(group));
    const at = isMany ? 0 : groups.flatMap((group) => group.items).findIndex((item) => item.isChosen);
    this.list.open(groups, { label, at: Math.max(at, 0), words: "No options match your search", isMany });
    document.getElementById(this.list.id)?.scrollIntoView({ block: "nearest" }); // it opens within what scrolls
  }

  #marked(group) {
    const mark = (item) => ({ ...item, isChosen: this.field.value.includes(item.value) });
    return { ...group, items: group.items.map(mark) };
  }

  #take({ value }) {
    this.#typed = null;
    if (!this.field.isMany) {
      this.list.close();
      return this.field.put([value]);
    }
    const at = this.list.at;
    this.#toggle(value);
    this.offer();
    this.list.at = at;
    return this.field.changed();
  }

  #toggle(value) {
    const { value: values, most } = this.field;
    if (values.includes(value)) this.drop(value);
    else if (values.length < most) this.field.put([...values, value]);
  }

  drop(value) { this.field.put(this.field.value.filter((each) => each !== value)); }

  /** The field was left: what was typed and not chosen goes. */
  leave() {
    this.#typed = null;
    this.list.close();
    this.field.changed();
  }

  key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (!this.#did(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #did(event) {
    if (event.key === "Tab") return false; // in a form Tab goes on, and picks nothing
    if (this.list.key(event)) return true;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") return this.#then(() => this.offer());
    const last = this.field.isMany && event.key === "Backspace" && !event.target.value && this.field.value.at(-1);
    return last ? this.#then(() => this.drop(last)) : false;
  }

  #then(act) {
    act();
    return true;
  }
}

// How a modal's fields look.

/** Draw a field of `fieldsOf`. */
export function fieldTemplate(field, world) {
  if (field instanceof Words) return html`<div class="modal-text">${markdown(field.content, world)}</div>`;
  if (field instanceof Unknown) return html`<p class="modal-text">The page can't show parts of type ${field.type}.</p>`;
  if (field instanceof Boxes) return boxes(field);
  if (field instanceof Tick) return tick(field);
  return html`<div class="field" ?data-wrong=${Boolean(field.error)}>
    <label for=${field.id}>${field.label}${star(field)}</label>${description(field)}
    ${field instanceof TextField ? text(field) : select(field)}${foot(field)}</div>`;
}

const star = (field) => field.isRequired ? html`<span class="field-star" aria-hidden="true"> *</span>` : nothing;

function description({ id, description: text }) {
  return text ? html`<p class="field-about" id="${id}-about">${text}</p>` : nothing;
}

function foot(field) {
  return html`${field.error ? html`<p class="field-error" id="${field.id}-error">${field.error}</p>` : nothing}
    ${field.isCounted ? html`<span class="field-count" ?data-over=${field.length > field.most} id="${field.id}-count"
      aria-label="${field.length} of ${field.most} characters">${field.length}/${field.most}</span>` : nothing}`;
}

function describedBy(field) {
  const parts = [field.description && "about", field.error && "error"].filter(Boolean);
  return parts.length ? parts.map((part) => `${field.id}-${part}`).join(" ") : nothing;
}

function text(field) {
  const { id, isParagraph, component, error, value, isRequired } = field;
  const put = (event) => field.put(event.target.value);
  const invalid = error ? "true" : nothing;
  if (isParagraph) {
    return html`<textarea id=${id} data-field=${id} rows="5" placeholder=${component.placeholder ?? nothing}
      aria-required=${String(isRequired)} aria-invalid=${invalid} aria-describedby=${describedBy(field)}
      .value=${live(value)} @input=${put}></textarea>`;
  }
  return html`<input type="text" id=${id} data-field=${id} placeholder=${component.placeholder ?? nothing}
    aria-required=${String(isRequired)} aria-invalid=${invalid} aria-describedby=${describedBy(field)}
    .value=${live(value)} @input=${put}>`;
}

function select(field) {
  const { id, picker, component, error, isMany } = field;
  const { expanded, controls, active } = picker.list.aria;
  const left = (event) => { if (!event.currentTarget.contains(event.relatedTarget)) picker.leave(); };
  return html`<div class="field-select" @focusout=${left}>
    ${isMany && picker.chosen.length ? chips(picker) : nothing}
    <input type="text" id=${id} data-field=${id} role="combobox" aria-autocomplete="list" aria-expanded=${expanded}
      aria-controls=${controls} aria-activedescendant=${active}
      aria-required=${String(field.isRequired)} aria-invalid=${error ? "true" : nothing}
      aria-describedby=${describedBy(field)} placeholder=${component.placeholder || "Make a selection"}
      autocomplete="off" spellcheck="false" .value=${live(picker.text)}
      @click=${() => picker.list.isOpen || picker.offer()} @input=${(event) => picker.type(event.target.value)}
      @keydown=${(event) => picker.key(event)}>
    ${picker.list.template()}
    <p class="unseen" role="status">${picker.list.summary}</p>
  </div>`;
}

function chips(picker) {
  const chip = ({ name, value }) => html`<li>${name}
    <button type="button" aria-label="Remove ${name}" @click=${() => picker.drop(value)}>✕</button></li>`;
  return html`<ul class="field-chosen" aria-label="Chosen">${picker.chosen.map(chip)}</ul>`;
}

function boxes(field) {
  return html`<fieldset class="field" ?data-wrong=${Boolean(field.error)} aria-describedby=${describedBy(field)}>
    <legend>${field.label}${star(field)}</legend>${description(field)}
    ${field.component.options.map((option, index) => box(field, option, index))}${foot(field)}</fieldset>`;
}

function box(field, option, index) {
  const type = field.isRadio ? "radio" : "checkbox";
  return html`<label class="field-box"><input type=${type} name=${field.id} value=${option.value}
      data-field=${index ? nothing : field.id} .checked=${live(field.value.includes(option.value))}
      @change=${(event) => field.tick(option.value, event.target.checked)}>
    <span>${option.label}${option.description ? html`<small>${option.description}</small>` : nothing}</span></label>`;
}

function tick(field) {
  return html`<div class="field"><label class="field-box">
    <input type="checkbox" data-field=${field.id} aria-describedby=${describedBy(field)} .checked=${live(field.value)}
      @change=${(event) => field.put(event.target.checked)}><span>${field.label}</span></label>
    ${description(field)}</div>`;
}
