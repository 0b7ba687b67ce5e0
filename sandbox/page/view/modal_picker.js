// How a select of a modal is picked from: a field to search in, with a list below, and what was chosen.

import { filtered, Picker } from "/composer/picker.js";

export class ModalPicker {
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
