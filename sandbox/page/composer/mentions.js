// Mentions in a message: picked after @ or #, shown by name while it is written, and sent as Discord's markup.

import { picked } from "/composer/listed.js";
import { filtered } from "/composer/picker.js";

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
