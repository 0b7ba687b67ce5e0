// The command that was chosen, as a row of fields: what stands in them, which is current, and what its list offers.

import { Field, fillable } from "/composer/box.js";
import { namesOption, optionsOf } from "/composer/line.js";
import { filtered } from "/composer/picker.js";
import { Suggestions } from "/composer/suggestions.js";
import { listed } from "/composer/values.js";

/**
 * `doors`: world, suggest(), changed() to have it drawn, typed() when something was changed, focus(name | null) to put
 * the focus into a field or, with null, behind the last; leave(text) to go back to plain text.
 */
export class CommandForm {
  /** The field that has the focus; null is the place behind the last. */
  current = null;
  rest = "";
  restError = "";
  #suggestions;

  constructor(command, picker, doors) {
    this.command = command;
    this.picker = picker;
    this.doors = doors;
    this.fields = fillable(command).filter((option) => option.required).map((option) => new Field(option));
    this.#suggestions = new Suggestions(doors.suggest, (answer) => this.#heard(answer));
  }

  // What it holds

  get left() { return fillable(this.command).filter((option) => !this.field(option.name)); }
  get isEmpty() { return !this.rest && this.fields.every((field) => field.isEmpty); }
  get draft() {
    return { command: this.command.name, fields: this.fields.map((field) => field.draft), rest: this.rest };
  }
  field(name) { return this.fields.find((field) => field.name === name); }

  /** What is given so far and can be read, by name. */
  get options() {
    const values = this.fields.map((field) => [field.name, field.read(this.doors.world).value]);
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  }

  /** What is wrong with the field that has the focus, or "". */
  get fault() { return this.field(this.current)?.error ?? this.restError; }

  /** Where one goes on filling in: the first required field that is empty, or behind the last. */
  get next() { return this.fields.find((field) => field.option.required && field.isEmpty)?.name ?? null; }

  /** Put back what was kept. */
  restore({ fields, rest }) {
    const known = fields.filter(({ name }) => this.#option(name));
    known.forEach(({ name, text, picked }) => this.#put(new Field(this.#option(name), text, picked)));
    this.rest = rest;
  }

  /** Take a text that stood behind the command: "series:metallic-rouge", or the first option's without its name. */
  give(text) {
    const { before, given } = optionsOf(text, this.command);
    const first = fillable(this.command)[0]?.name;
    if (before && first && !given.has(first)) given.set(first, before);
    else this.rest = before;
    given.forEach((value, name) => this.#put(new Field(this.#option(name), value)));
    return [...given.keys()].at(-1) ?? null;
  }

  #option(name) { return this.command.options.find((option) => option.name === name); }

  #put(field) {
    const at = this.fields.findIndex((each) => each.name === field.name);
    this.fields = at < 0 ? [...this.fields, field] : this.fields.with(at, field);
  }

  /** Check every field. Gives the first that is wrong: its name, null for the place behind the last, or undefined. */
  check() {
    const wrong = this.fields.filter((field) => !field.check(this.doors.world));
    this.restError = this.rest.trim() && this.#restWords();
    if (wrong.length) return wrong[0].name;
    return this.restError ? null : undefined;
  }

  #restWords() {
    if (!this.left.length) return `/${this.command.name} has no more options`;
    return `There is no option “${this.rest.trim()}”`;
  }

  // What is done in it

  /** A field, or the place behind the last, was entered. */
  enter(name) {
    this.current = name;
    this.#suggestions.stop();
    const field = this.field(name);
    if (name === null) this.#offerOptions();
    else if (field.isSettled || !field.hasList) this.picker.close();
    else this.#offer(field);
    this.doors.changed();
  }

  /** A field was left: say at once what is wrong with what stands in it. */
  quit(name) {
    const field = this.field(name);
    if (field && !field.isEmpty && !field.check(this.doors.world)) this.doors.changed();
  }

  type(name, text) {
    const field = this.field(name);
    if (namesOption(text, this.command)) return this.#split(field, text);
    field.type(text);
    this.doors.typed();
    if (field.hasList) this.#offer(field);
    return this.doors.changed();
  }

  // "met days:" was typed in a field: what follows is another option's.
  #split(field, text) {
    const { before, given } = optionsOf(text, this.command);
    field.type(before);
    field.isSettled = true;
    given.forEach((value, name) => this.#put(new Field(this.#option(name), value)));
    this.doors.typed();
    this.doors.changed();
    this.doors.focus([...given.keys()].at(-1));
  }

  typeRest(text) {
    const { before, given } = optionsOf(text, this.command);
    Object.assign(this, { rest: given.size ? before : text, restError: "" });
    given.forEach((value, name) => this.#put(new Field(this.#option(name), value)));
    this.doors.typed();
    if (given.size) return this.#goOn([...given.keys()].at(-1));
    this.#offerOptions();
    return this.doors.changed();
  }

  #goOn(name) {
    this.picker.close();
    this.doors.changed();
    this.doors.focus(name);
  }

  /** Take what was picked in the list. */
  take(item) {
    if (item.option) return this.add(item.option);
    this.field(this.current).pick(item);
    this.doors.typed();
    return this.#goOn(this.next);
  }

  takeFirst() { this.take(this.picker.items[0]); }

  add(option) {
    this.rest = "";
    this.#put(new Field(option));
    this.doors.typed();
    this.#goOn(option.name);
  }

  /** Backspace in an empty field: an optional one goes, a required one is left; before the first the command goes. */
  back(name) {
    const at = name === null ? this.fields.length : this.fields.findIndex((field) => field.name === name);
    const before = this.fields[at - 1]?.name;
    const isOptional = name !== null && !this.fields[at].option.required;
    if (isOptional) this.fields = this.fields.filter((field) => field.name !== name);
    this.doors.typed();
    if (before !== undefined) return this.#goOn(before);
    if (isOptional) return this.#goOn(null);
    return this.isEmpty ? this.doors.leave(`/${this.command.name}`) : undefined;
  }

  /** Stop waiting for the bot. */
  stop() { this.#suggestions.stop(); }

  // What its list offers

  /** Open the current field's list again. */
  offer() {
    if (this.current === null) return this.#offerOptions();
    const field = this.field(this.current);
    return field.hasList && this.#offer(field);
  }

  #offer(field) {
    if (!field.isSuggested) return this.#offerListed(field);
    if (!this.picker.items.length || !this.picker.isBusy) this.picker.wait(field.name, "Loading options…");
    return this.#suggestions.want(this.command.name, { ...this.options, [field.name]: field.text.trim() }, field.name);
  }

  #offerListed(field) {
    const typed = field.picked ? "" : field.text.replace(/^[@#]/u, "");
    const groups = filtered(listed(field.option, this.doors.world), typed);
    this.picker.open(groups, { label: field.name, words: "No options match your search" });
  }

  #heard({ choices, failure }) {
    const field = this.field(this.current);
    if (!field?.isSuggested || !this.picker.isBusy) return; // nothing is waited for once the list was closed
    const items = (choices ?? []).map(({ name, value }) => ({ name, value }));
    const words = failure ? `Loading options failed: ${failure}` : "No options match your search";
    this.picker.open([{ label: field.name, items }], { label: field.name, words });
  }

  // No option is current at first, so that Enter sends.
  #offerOptions() {
    if (!this.left.length) return this.picker.close();
    const items = this.left.map((option) => ({ name: option.name, detail: option.description, option }));
    const groups = filtered([{ label: "Options", heading: "Options", items }], this.rest);
    const words = `No option of /${this.command.name} matches “${this.rest.trim()}”`;
    return this.picker.open(groups, { label: "Options", at: this.rest ? 0 : -1, words });
  }
}
