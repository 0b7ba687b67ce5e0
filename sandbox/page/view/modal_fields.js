// What a modal asks for: its inputs, what stands in each, and what is wrong with it.

import { selectable } from "/composer/listed.js";
import { ModalPicker } from "/view/modal_picker.js";

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

export class TextField extends Input {
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
export class Boxes extends Choices {
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
export class Tick extends Input {
  constructor(about) {
    super(about);
    this.value = Boolean(this.component.default);
  }

  fault() { return ""; }
}
