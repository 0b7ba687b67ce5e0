// What a person put into an option, read as Discord's client reads it, or what is wrong with it in words.

import { ANNOUNCEMENT, isForum, isPrivateThread, isThread } from "/state/places.js";
import { emoji } from "/view/markdown.js";
import { avatar } from "/view/person.js";

// The types of commands' options, as Discord numbers them.

export const STRING = 3, INTEGER = 4, BOOLEAN = 5, USER = 6, CHANNEL = 7, ROLE = 8, MENTIONABLE = 9, NUMBER = 10;
export const ATTACHMENT = 11;

// What an option or a select offers without asking the bot: choices, true and false, users, roles, channels.

const HEADINGS = { users: "Members", roles: "Roles", channels: "Channels" };
const TRUTHS = [{ name: "True", value: true }, { name: "False", value: false }];
const OF_OPTION = { [USER]: ["users"], [CHANNEL]: ["channels"], [ROLE]: ["roles"], [MENTIONABLE]: ["users", "roles"] };
const OF_SELECT = { 5: ["users"], 6: ["roles"], 7: ["users", "roles"], 8: ["channels"] };

/** The groups that a command's option offers, for a picker. Items carry the `value` to send. */
export function listed(option, world) {
  if (option.choices?.length) return [{ label: option.name, items: option.choices }];
  if (option.type === BOOLEAN) return [{ label: option.name, items: TRUTHS }];
  return picked(OF_OPTION[option.type] ?? [], world, option.channel_types);
}

/** The groups that a select offers. */
export function selectable(select, world) {
  if (select.options) return [{ label: "Options", items: select.options.map(choice) }];
  return picked(OF_SELECT[select.type] ?? [], world, select.channel_types);
}

function choice({ label, value, description, emoji: given }) {
  return { name: label, value, detail: description, sign: given && emoji(given) };
}

/** Groups of users, roles or channels, each with a heading where there are several kinds. */
export function picked(kinds, world, channelTypes) {
  return kinds.map((kind) => ({
    label: HEADINGS[kind],
    heading: kinds.length > 1 ? HEADINGS[kind] : undefined,
    items: world.pick(kind, channelTypes).map((each) => entity(kind, each, world)),
  }));
}

function entity(kind, { value, name, detail }, world) {
  const note = kind === "channels" ? place(world.channel(value), world) : detail;
  return { name: name.replace(/^@/u, ""), note, value, kind, sign: signOf(kind, value, world) };
}

function signOf(kind, id, world) {
  if (kind === "users") return avatar(world.user(id), world);
  return kind === "roles" ? "@" : channelSign(world.channel(id));
}

function place(channel, world) {
  return channel?.parent_id ? world.channel(channel.parent_id)?.name : undefined;
}

function channelSign(channel) {
  if (channel?.type === ANNOUNCEMENT) return "📢";
  if (isPrivateThread(channel)) return "🔒";
  if (isThread(channel)) return "🧵";
  return isForum(channel) ? "💬" : "#";
}

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
