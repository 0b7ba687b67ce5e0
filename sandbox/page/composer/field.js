// One option of the command that is being filled in.

import { ATTACHMENT, BOOLEAN, CHANNEL, MENTIONABLE, ROLE, USER } from "/composer/kinds.js";
import { read } from "/composer/values.js";

const PICKED = [BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE];

export class Field {
  error = "";
  /** Whether what stands in it was picked or came whole, so that no list need open for it. */
  isSettled = false;

  /** @param {{name: string, value: unknown}} [picked] what was picked from a list, sent by its value */
  constructor(option, text = "", picked = undefined) {
    this.option = option;
    this.text = text;
    this.picked = picked;
    this.isSettled = Boolean(text);
  }

  get name() { return this.option.name; }
  get isEmpty() { return !this.text.trim(); }
  get isListed() { return Boolean(this.option.choices?.length) || PICKED.includes(this.option.type); }
  get isSuggested() { return Boolean(this.option.autocomplete); }
  get hasList() { return this.isListed || this.isSuggested; }
  get draft() { return { name: this.name, text: this.text, picked: this.picked }; }

  type(text) {
    Object.assign(this, { text, picked: undefined, error: "", isSettled: false });
  }

  pick({ name, value }) {
    Object.assign(this, { text: name, picked: { name, value }, error: "", isSettled: true });
  }

  read(world) { return read(this, world); }

  /** Read it, and keep what is wrong with it. */
  check(world) {
    this.error = this.read(world).error ?? "";
    return !this.error;
  }
}

/** The options that can be filled in here: a file can't. */
export const fillable = (command) => command.options.filter((option) => option.required || option.type !== ATTACHMENT);
