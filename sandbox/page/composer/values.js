// What a person put into an option, read as Discord's client reads it, or what is wrong with it in words.

import { ATTACHMENT, BOOLEAN, CHANNEL, INTEGER, MENTIONABLE, NUMBER, ROLE, STRING, USER } from "/composer/kinds.js";
import { listed } from "/composer/listed.js";

const KINDS = {
  [STRING]: "Text", [INTEGER]: "Whole number", [BOOLEAN]: "True or false", [USER]: "User", [CHANNEL]: "Channel",
  [ROLE]: "Role", [MENTIONABLE]: "User or role", [NUMBER]: "Number", [ATTACHMENT]: "File",
};
const PICK = {
  [BOOLEAN]: "Choose True or False", [USER]: "Choose a user from the list", [CHANNEL]: "Choose a channel from the list",
  [ROLE]: "Choose a role from the list", [MENTIONABLE]: "Choose a user or role from the list",
};
const LONGEST = 6000;

/** An option's kind in words, with its bounds: "Whole number, 1 to 60". */
export function kindOf(option) {
  const { min_value: least, max_value: most } = option;
  if (least !== undefined && most !== undefined) return `${KINDS[option.type]}, ${number(least)} to ${number(most)}`;
  return KINDS[option.type] ?? "Unknown kind";
}

/**
 * Read a field. An optional one that is empty has no value.
 * @param {{option: object, text: string, picked?: {value: unknown}}} field
 * @returns {{value?: unknown, error?: string}}
 */
export function read({ option, text, picked }, world) {
  if (picked) return { value: picked.value };
  const trimmed = text.trim();
  if (!trimmed) return option.required ? { error: "This option is required" } : {};
  if (option.choices?.length || option.type in PICK) return readListed(option, trimmed, world);
  if (option.type === STRING) return readText(option, trimmed);
  if (option.type === INTEGER || option.type === NUMBER) return readNumber(option, trimmed);
  return { error: "The sandbox can't take this kind of option" };
}

function readListed(option, text, world) {
  const bare = text.replace(/^<[@#][!&]?(\d+)>$/u, "$1").replace(/^[@#]/u, "");
  const typed = [text, bare].map((each) => each.toLowerCase());
  const isIt = ({ name, value }) => typed.includes(name.toLowerCase()) || typed.includes(String(value).toLowerCase());
  const found = listed(option, world).flatMap((group) => group.items).find(isIt);
  if (found) return { value: found.value };
  return { error: option.choices?.length ? "Choose one from the list" : PICK[option.type] };
}

function readText({ min_length: least = 0, max_length: most = LONGEST }, text) {
  const length = [...text].length;
  if (length < least) return { error: `Must have at least ${count(least)}, not ${length}` };
  return length > most ? { error: `Must have at most ${count(most)}, not ${number(length)}` } : { value: text };
}

const count = (characters) => `${number(characters)} ${characters === 1 ? "character" : "characters"}`;
const number = (value) => value.toLocaleString("en-US");

// The text itself is the value: written out again, a number could become 1e-7.
function readNumber(option, text) {
  const shape = option.type === INTEGER ? /^[+-]?\d{1,16}$/u : /^[+-]?\d{1,16}(\.\d{1,16})?$/u;
  const { min_value: least = -(2 ** 53), max_value: most = 2 ** 53 } = option;
  const fits = shape.test(text) && Number(text) >= least && Number(text) <= most;
  if (fits) return { value: text };
  return { error: `Must be a ${option.type === INTEGER ? "whole number" : "number"}${bounds(option)}` };
}

function bounds({ min_value: least, max_value: most }) {
  if (least !== undefined && most !== undefined) return ` between ${number(least)} and ${number(most)}`;
  if (least !== undefined) return ` of at least ${number(least)}`;
  return most === undefined ? "" : ` of at most ${number(most)}`;
}
