// What is offered while one types: commands after `/`, what an option takes, what the bot suggests, and mentions.

import { html } from "/vendor/components.js";
import { filtered, fitting } from "/composer/picker.js";
import { picked } from "/composer/values.js";
import { mark } from "/view/person.js";

// The list of commands that `/` opens.

/** The groups of commands that fit what was typed after the slash, for a picker. */
export function commandGroups(commands, typed, world) {
  const items = commands.map(commandItem);
  const application = world.nameOf(world.bot);
  const heading = (text) => html`${mark(world)}<span>${text}</span>`;
  if (typed.trim()) return [{ label: application, heading: heading(application), items: fitting(items, typed) }];
  return families(items).map(({ top, items: members }) => top
    ? { label: `${application}, /${top}`, heading: html`<span>/${top}</span>`, items: members }
    : { label: application, heading: heading(application), items: members });
}

// Commands that stand alone come first, then each family of sub-commands.
function families(items) {
  const byTop = new Map([["", []]]);
  for (const item of items) {
    const top = item.name.includes(" ") ? item.name.split(" ")[0] : "";
    byTop.set(top, [...(byTop.get(top) ?? []), item]);
  }
  return [...byTop].map(([top, members]) => ({ top, items: members }));
}

function commandItem(command) {
  const options = command.options.map(optionName);
  return { name: command.name, detail: command.description, command, title: html`<b>/${command.name}</b> ${options}` };
}

function optionName({ name, required }) {
  return html`<span class="picker-option" ?data-optional=${!required}>${name}</span>`;
}

// What the bot suggests for an option while it is typed: asked for after a pause, and only the latest answer counts.

const PAUSE_MS = 150;

/** Asks by `ask(command, options, focused)`, and tells `heard({choices})` or `heard({failure})` of the latest only. */
export class Suggestions {
  #ask; #heard; #latest = 0; #timer = 0;

  constructor(ask, heard) {
    this.#ask = ask;
    this.#heard = heard;
  }

  /** Ask, after a pause where something was typed. `options` are those given so far, the focused one's text too. */
  want(command, options, focused) {
    this.stop();
    const question = this.#latest;
    const pause = options[focused] ? PAUSE_MS : 0;
    this.#timer = setTimeout(() => this.#send(question, command, options, focused), pause);
  }

  /** Forget what was asked. */
  stop() {
    this.#latest += 1;
    clearTimeout(this.#timer);
  }

  async #send(question, command, options, focused) {
    const answer = await this.#answer(command, options, focused);
    if (question === this.#latest) this.#heard(answer);
  }

  async #answer(command, options, focused) {
    try {
      return { choices: await this.#ask(command, options, focused) };
    } catch (refusal) {
      return { failure: refusal.message };
    }
  }
}

// Mentions in a message: picked after @ or #, shown by name while it is written, and sent as Discord's markup.

const OPENER = /(?:^|\s)([@#])([^\s@#]{0,32})$/u;
const MARKUP = { users: (id) => `<@${id}>`, roles: (id) => `<@&${id}>`, channels: (id) => `<#${id}>` };

/** The mention that is being typed before the caret, or null. `start` is where its sign stands. */
export function mentionAt(text, caret) {
  const found = OPENER.exec(text.slice(0, caret));
  return found && { sign: found[1], typed: found[2], start: caret - found[2].length - 1 };
}

/** What can be mentioned, for a picker. */
export function mentionGroups({ sign, typed }, world) {
  const groups = picked(sign === "@" ? ["users", "roles"] : ["channels"], world).map(withoutEveryone);
  return filtered(groups, typed);
}

const isEveryone = ({ kind, name }) => kind === "roles" && name === "everyone";
const withoutEveryone = (group) => ({ ...group, items: group.items.filter((item) => !isEveryone(item)) });

/** How a picked item stands in the box, and what is sent for it. */
export function mentionOf({ name, kind, value }) {
  return { shown: `${kind === "channels" ? "#" : "@"}${name}`, markup: MARKUP[kind](value) };
}

/**
 * The text as it is sent: each picked mention that still stands in it becomes markup.
 * @param {[string, string][]} mentions what is shown, and its markup
 */
export function withMarkup(text, mentions) {
  // The longest first, so that "@Mod" is not taken out of "@Moderator".
  const longestFirst = [...mentions].sort(([a], [b]) => b.length - a.length);
  return longestFirst.reduce((changed, [shown, markup]) => replaceWords(changed, shown, markup), text);
}

function replaceWords(text, shown, markup) {
  const pieces = text.split(shown);
  return pieces.reduce((joined, piece) => joined + (/^[\p{L}\p{N}_-]/u.test(piece) ? shown : markup) + piece);
}
