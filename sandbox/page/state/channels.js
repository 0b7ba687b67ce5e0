// Channels in the order in which a client lists them, and what each kind is called.

import { compareIds } from "/state/ids.js";

export const TEXT = 0, DIRECT = 1, VOICE = 2, GROUP = 3, CATEGORY = 4, ANNOUNCEMENT = 5, FORUM = 15;
const PRIVATE_THREAD = 12, STAGE = 13, DIRECTORY = 14, MEDIA = 16;
const THREADS = [10, 11, PRIVATE_THREAD];
const KINDS = { [TEXT]: "text channel", [DIRECT]: "direct message", [VOICE]: "voice channel", [GROUP]: "group",
  [ANNOUNCEMENT]: "announcement channel", [STAGE]: "stage channel", [DIRECTORY]: "directory", [FORUM]: "forum",
  [MEDIA]: "media channel" };

export const isThread = (channel) => THREADS.includes(channel?.type);
export const isPrivateThread = (channel) => channel?.type === PRIVATE_THREAD;
/** Whether a channel holds posts alone. */
export const isForum = (channel) => [FORUM, MEDIA].includes(channel?.type);
/** Whether a channel is no guild's, but of people: one other's, or a group's. */
export const isAmongPeople = (channel) => [DIRECT, GROUP].includes(channel?.type);
const isVocal = (channel) => [VOICE, STAGE].includes(channel.type);
export const kindOf = (channel) => (isThread(channel) ? "thread" : KINDS[channel.type] ?? "channel");
export const isOpenable = (channel) => ![CATEGORY, DIRECTORY].includes(channel.type);

/** A channel's name as people write it: `#releases`, `@Yokoku`, and a thread's as it is. */
export function written(channel) {
  if (!channel) return "";
  if (channel.type === DIRECT) return `@${channel.name}`;
  return isThread(channel) || channel.type === GROUP ? channel.name : `#${channel.name}`;
}

const inOrder = (a, b) => isVocal(a) - isVocal(b) || a.position - b.position || compareIds(a.id, b.id);

/** The threads of a channel that aren't archived, newest first. */
export const threadsOf = (channels, parentId) => channels
  .filter((each) => isThread(each) && each.parent_id === parentId && !each.thread_metadata?.archived)
  .sort((a, b) => compareIds(b.last_message_id ?? b.id, a.last_message_id ?? a.id));

/**
 * A guild's channels by category, those without one first.
 * @returns {{category: object | null, channels: {channel: object, threads: object[]}[]}[]}
 */
export function tree(channels) {
  const within = (id) => channels
    .filter((each) => each.type !== CATEGORY && !isAmongPeople(each) && !isThread(each))
    .filter((each) => (each.parent_id ?? null) === id)
    .sort(inOrder)
    .map((channel) => ({ channel, threads: isForum(channel) ? [] : threadsOf(channels, channel.id) }));
  const categories = channels.filter((each) => each.type === CATEGORY).sort(inOrder);
  return [null, ...categories].map((category) => ({ category, channels: within(category?.id ?? null) }));
}

/** All that can be opened in the guild, as it is listed. */
export const listed = (channels) => tree(channels)
  .flatMap((group) => group.channels.flatMap(({ channel, threads }) => [channel, ...threads]))
  .filter(isOpenable);
