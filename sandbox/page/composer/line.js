// The message box: plain text that grows, with the list of commands after `/` and mentions after @ and #.

import { createRef, html, live, nothing, ref } from "/vendor/components.js";
import { commandGroups, mentionAt, mentionGroups, mentionOf, withMarkup } from "/composer/suggestions.js";

// A command that was typed or pasted as a line: "/series series:metallic-rouge", or "/series metallic-rouge".

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * The command that a line names, once something stands after its name.
 * @returns {{command: object, rest: string} | null}
 */
function commandOf(line, commands) {
  const fits = ({ name }) => new RegExp(`^/${name.split(" ").map(escape).join("\\s+")}\\s`, "u").exec(line);
  const found = commands.filter(fits).sort((a, b) => b.name.length - a.name.length)[0];
  return found ? { command: found, rest: line.slice(fits(found)[0].length) } : null;
}

/** Whether a text names one of a command's options: "title:". */
export const namesOption = (text, command) => Boolean(optionNames(command)?.test(text));

/**
 * What a text gives, by the options' names. A value runs on to the next name; what stands before the first is `before`.
 * @returns {{before: string, given: Map<string, string>}}
 */
export function optionsOf(text, command) {
  const names = optionNames(command);
  const [before, ...pieces] = names ? text.split(names) : [text];
  const given = new Map();
  for (let index = 0; index < pieces.length; index += 2) given.set(pieces[index], pieces[index + 1].trim());
  return { before: before.trim(), given };
}

function optionNames(command) {
  const names = command.options.map(({ name }) => escape(name));
  return names.length ? new RegExp(`(?:^|\\s)(${names.join("|")}):`, "u") : null;
}

export const LONGEST = 2000;
const COUNTED_FROM = 200;
const COMMANDS = "Commands";
const GROWS = CSS.supports("field-sizing", "content");

/** How many characters are left, of Discord's 2,000: code points, without the space around. */
export const charactersLeft = (text) => LONGEST - [...text.trim()].length;

/**
 * `doors`: world, commands(), changed() to have it drawn, typed() when the text changed, choose(command, rest) when a
 * command was picked or typed out, send(), escape(), which tells whether it did anything, and editLast().
 */
export class Line {
  text = "";
  #mentions = [];
  #box = createRef();
  #mention = null;
  #offered = null;
  #grown = null;

  constructor(picker, doors) {
    this.picker = picker;
    this.doors = doors;
  }

  // What it holds

  get isEmpty() { return !this.text.trim(); }
  get content() { return withMarkup(this.text.trim(), this.#mentions); }
  get draft() { return this.text ? { text: this.text, mentions: this.#mentions } : null; }

  /** Put back what was kept. */
  restore({ text = "", mentions = [] } = {}) {
    this.text = text;
    this.#mentions = mentions;
  }

  /** Put a text in as if it was typed. */
  fill(text) {
    this.text = text;
    this.#mentions = [];
    this.#read(text.length);
  }

  focus() {
    const box = this.#box.value;
    box?.focus();
    box?.setSelectionRange(this.text.length, this.text.length);
  }

  // What is typed

  #input(event) {
    this.text = event.target.value;
    this.#read(event.target.selectionStart);
  }

  #read(caret) {
    const found = commandOf(this.text, this.doors.commands() ?? []);
    if (found) return this.doors.choose(found.command, found.rest);
    this.#offer(caret);
    this.doors.typed();
    return this.doors.changed();
  }

  /** Where the list of commands stands open and others are offered now, or they are known at last: go on from there. */
  renew() {
    const commands = this.doors.commands(), { isOpen, label, at } = this.picker;
    if (!isOpen || label !== COMMANDS || commands === this.#offered) return undefined;
    const found = commandOf(this.text, commands ?? []);
    return found ? this.doors.choose(found.command, found.rest) : this.#offerCommands(Math.max(at, 0));
  }

  #offer(caret) {
    this.#mention = null;
    if (/^\/[^\n]*$/u.test(this.text)) return this.#offerCommands();
    this.#mention = mentionAt(this.text, caret);
    const groups = this.#mention ? mentionGroups(this.#mention, this.doors.world) : [];
    if (groups.every((group) => !group.items.length)) return this.picker.close();
    return this.picker.open(groups, { label: this.#mention.sign === "@" ? "Members and roles" : "Channels" });
  }

  #offerCommands(at = 0) {
    const commands = this.doors.commands();
    this.#offered = commands;
    if (!commands) return this.picker.wait(COMMANDS, "Loading the commands…");
    const typed = this.text.slice(1).trimStart();
    const groups = commandGroups(commands, typed, this.doors.world);
    const words = typed ? `No command here matches “/${typed.trim()}”` : "There are no commands here";
    return this.picker.open(groups, { label: COMMANDS, at, words });
  }

  /** Take what was picked in the list: a command, or a mention. */
  take(item) {
    if (item.command) return this.doors.choose(item.command, "");
    const { shown, markup } = mentionOf(item);
    const { start, typed } = this.#mention;
    const after = this.text.slice(start + 1 + typed.length);
    this.text = `${this.text.slice(0, start)}${shown} ${after.replace(/^ /u, "")}`;
    this.#mentions = [...this.#mentions.filter(([each]) => each !== shown), [shown, markup]];
    this.picker.close();
    this.doors.typed();
    this.doors.changed();
    return this.#box.value.setSelectionRange(start + shown.length + 1, start + shown.length + 1);
  }

  #key(event) {
    if (event.isComposing || event.keyCode === 229) return; // an input method is at work: the key is its own
    // The page scrolls by some of these keys: they don't go further.
    if (this.picker.key(event)) return this.#did(event, () => event.stopPropagation());
    if (event.key === "Escape") return this.doors.escape() && event.preventDefault();
    if (event.key === "ArrowUp" && !this.text) return this.#did(event, () => this.doors.editLast());
    if (event.key === "Enter" && !event.shiftKey) return this.#did(event, () => this.doors.send());
    return undefined;
  }

  #did(event, act) {
    event.preventDefault();
    act();
  }

  /** Make the box as high as its text, where the browser doesn't do so itself; the style bounds it. */
  grow() {
    const box = this.#box.value;
    if (GROWS || !box || this.#grown === this.text) return;
    this.#grown = this.text;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
  }

  // How it looks

  template(label, whyNot) {
    if (whyNot) return html`<textarea rows="1" disabled placeholder=${whyNot} aria-label=${label}></textarea>`;
    const { active, controls } = this.picker.aria;
    const left = charactersLeft(this.text), invalid = left < 0 ? "true" : nothing;
    return html`<textarea ${ref(this.#box)} rows="1" placeholder=${label} aria-label=${label} .value=${live(this.text)}
        aria-autocomplete="list" aria-controls=${controls} aria-activedescendant=${active} aria-invalid=${invalid}
        aria-describedby=${left <= COUNTED_FROM ? "composer-left" : nothing} autocomplete="off" enterkeyhint="send"
        @input=${(event) => this.#input(event)} @keydown=${(event) => this.#key(event)}
        @focus=${(event) => this.#offerAgain(event.target.selectionStart)}></textarea>
      ${left <= COUNTED_FROM ? counter(left) : nothing}`;
  }

  #offerAgain(caret) {
    if (this.text.startsWith("/")) this.#offer(caret);
  }
}

function counter(left) {
  return html`<span class="composer-left" id="composer-left" ?data-over=${left < 0}>${left}<span class="unseen">
    characters left</span></span>`;
}
