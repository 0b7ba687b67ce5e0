// What an option or a select offers without asking the bot: choices, true and false, users, roles, channels.

import { BOOLEAN, CHANNEL, MENTIONABLE, ROLE, USER } from "/composer/kinds.js";
import { ANNOUNCEMENT, isForum, isPrivateThread, isThread } from "/state/channels.js";
import { avatar } from "/view/avatar.js";
import { emoji } from "/view/emoji.js";

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
