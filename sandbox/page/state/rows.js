// A channel's messages as the rows of a list: days, where the new ones begin, and who is named again.

import { isNewer } from "/state/ids.js";

const GROUPED_MS = 7 * 60 * 1000;
const EPHEMERAL = 1 << 6;
const PLAIN = [0];

const dayOf = (message) => new Date(message.timestamp).toDateString();

function isGrouped(message, previous) {
  if (!previous || previous.isNote || message.author.id !== previous.author.id) return false;
  if (!PLAIN.includes(message.type ?? 0) || ![0, 19, 20].includes(previous.type ?? 0)) return false;
  if (message.message_reference || message.interaction_metadata) return false;
  if (((message.flags ?? 0) & EPHEMERAL) !== ((previous.flags ?? 0) & EPHEMERAL)) return false;
  return new Date(message.timestamp) - new Date(previous.timestamp) < GROUPED_MS;
}

/**
 * @param {object[]} messages oldest first
 * @param {{newAfter: string | null, me: string}} reading the id after which what others said is new
 * @returns {{kind: "day" | "new" | "note" | "message", key: string, message: object, isGrouped?: boolean}[]}
 */
export function rows(messages, { newAfter, me }) {
  const made = [];
  let previous = null, isMarked = newAfter === null;
  for (const message of messages) {
    const isNew = !isMarked && !message.isNote && message.author.id !== me && isNewer(message.id, newAfter);
    const isAnotherDay = !message.isNote && (!previous || dayOf(previous) !== dayOf(message));
    if (isAnotherDay) made.push({ kind: "day", key: `day-${message.id}`, message, isNew });
    else if (isNew) made.push({ kind: "new", key: "new", message });
    if (isNew) isMarked = true;
    const kind = message.isNote ? "note" : "message";
    made.push({ kind, key: message.id, message, isGrouped: !isAnotherDay && !isNew && !message.isNote
      && isGrouped(message, previous) });
    if (!message.isNote) previous = message;
  }
  return made;
}
