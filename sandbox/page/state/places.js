// Where I am: a channel, a thread, a forum or direct messages; in the address too, so that it lasts and "back" goes
// back.

import { compareIds, Conversation } from "/state/conversation.js";
import { keepByTab, keptByTab } from "/state/reading.js";

// What I may do in a channel, by Discord's bits; a server that doesn't tell them refuses what one may not.

const BITS = {
  VIEW_CHANNEL: 10n, SEND_MESSAGES: 11n, MANAGE_MESSAGES: 13n, MANAGE_THREADS: 34n, CREATE_PUBLIC_THREADS: 35n,
  CREATE_PRIVATE_THREADS: 36n,
  SEND_MESSAGES_IN_THREADS: 38n, PIN_MESSAGES: 51n,
};
const ADMINISTRATOR = 1n << 3n, MANAGES = (1n << 5n) | (1n << 13n);

/** @param {keyof typeof BITS} name */
export const may = (channel, name) =>
  channel?.permissions === undefined || ((BigInt(channel.permissions) >> BITS[name]) & 1n) === 1n;

/** Whether members with a role stand apart in the list of members, as those who run a server do. */
export const standsApart = (role) => role.hoist || (BigInt(role.permissions) & (ADMINISTRATOR | MANAGES)) !== 0n;

/** Whether @everyone can't see a channel. */
export function isPrivate(channel, guildId) {
  const everyone = channel.permission_overwrites?.find((each) => each.id === guildId);
  return Boolean(everyone) && ((BigInt(everyone.deny) >> BITS.VIEW_CHANNEL) & 1n) === 1n;
}

// Channels in the order in which a client lists them, and what each kind is called.

export const TEXT = 0, DIRECT = 1, GROUP = 3, CATEGORY = 4, ANNOUNCEMENT = 5, FORUM = 15;
const VOICE = 2, PRIVATE_THREAD = 12, STAGE = 13, DIRECTORY = 14, MEDIA = 16;
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

export class Places {
  #page; #doors; #isFirst = true;

  /**
   * @param {import("/state/page.js").Page} page
   * @param {object} doors
   * @param {(where: {messageId?: string, isFlashed?: boolean, anchor?: object}) => void} doors.arrived called when a
   *   channel's messages are there, with where in them to stand
   * @param {() => void} doors.leaving called before another channel is opened
   */
  constructor(page, doors) {
    this.#page = page;
    this.#doors = doors;
  }

  /** The address of a place, for a link to it. */
  address(channel) {
    const url = new URL(location.href);
    const named = isThread(channel) ? this.#page.world.channel(channel.parent_id) : channel;
    const isNamesake = (each) => each.name === named?.name && each.type !== CATEGORY && !isThread(each);
    url.search = "";
    url.searchParams.set("as", this.#page.name);
    if (named) url.searchParams.set("channel", this.#page.world.channels().filter(isNamesake).length > 1 ? named.id
      : named.name);
    if (named !== channel) url.searchParams.set("thread", channel.id);
    return url.pathname + url.search;
  }

  /** What an address names: a thread, or a channel by its name or id; else the first of the guild. */
  named(search = location.search) {
    const wanted = new URLSearchParams(search), { world } = this.#page;
    const channel = wanted.get("channel");
    const open = world.channels().filter(isOpenable);
    return open.find((each) => each.id === wanted.get("thread"))
      ?? open.find((each) => !isThread(each) && (each.name === channel || each.id === channel))
      ?? this.#first();
  }

  /** The guild's first channel in which something is said. */
  #first() {
    const all = listed(this.#page.world.channels());
    return all.find((each) => !isForum(each)) ?? all[0];
  }

  /** Open a channel, at a message if one is given. Rejects with `Refused`. */
  async enter(id, { messageId, history: way = "push" } = {}) {
    const page = this.#page;
    if (page.placeId) this.#doors.leaving();
    const isOther = id !== page.placeId, channel = page.world.channel(id);
    Object.assign(page, { placeId: id, popover: "", drawer: "", typing: new Map() });
    if (channel && !isAmongPeople(channel)) page.lastInGuild = id;
    this.#write(channel, isOther ? way : "replace");
    page.changed();
    if (isForum(channel)) return this.#enterForum();
    if (isOther || !page.conversation) this.#open(id);
    await Promise.all([this.readCommands(), this.#load(page.conversation, messageId)]);
    return undefined;
  }

  #open(id) {
    const page = this.#page, put = `dismissed.${page.world.me}`;
    const dismissed = new Set(JSON.parse(keptByTab(put) ?? "[]"));
    page.commands = null;
    page.conversation = new Conversation(page.person, id, dismissed);
    page.newAfter = null;
    page.conversation.dismiss = (message) => {
      if (message.isNote) page.conversation.remove(message.id);
      else keepByTab(put, JSON.stringify([...dismissed.add(message.id)]));
      page.changed();
    };
  }

  #enterForum() {
    Object.assign(this.#page, { conversation: null, commands: [], newAfter: null });
    this.#page.changed();
  }

  #write(channel, way) {
    if (!channel || way === "none") return;
    const address = this.address(channel);
    if (way === "push" && address !== location.pathname + location.search) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }

  /** Read the commands that are offered where I am. Rejects with `Refused`. */
  async readCommands() {
    const page = this.#page, { person, placeId: id } = page;
    if (!page.conversation) return;
    const commands = await person.commands(id);
    if (page.placeId !== id || page.person !== person) return;
    page.commands = commands;
    page.world.learnCommands(commands);
    page.changed();
  }

  async #load(conversation, messageId) {
    const page = this.#page;
    await page.counted;
    if (page.conversation !== conversation) return;
    if (!conversation.isLoaded) page.newAfter = page.reading.count(conversation.channelId)
      ? page.reading.mark(conversation.channelId) : null;
    const stood = JSON.parse(keptByTab(this.#scrollKey(conversation.channelId)) ?? "null");
    const firstNew = page.newAfter === null ? undefined : page.reading.unread(conversation.channelId)[0];
    if (!conversation.isLoaded && !messageId) await conversation.begin();
    let where = {};
    const isReload = this.#isFirst;
    this.#isFirst = false;
    if (messageId) where = (await conversation.beginAround(messageId)) ? { messageId, isFlashed: true } : {};
    else if (firstNew && !(stood && isReload)) where = (await conversation.beginAround(firstNew)) ? { firstNew } : {};
    else if (stood) where = (await conversation.beginAround(stood.id)) ? { anchor: stood } : {};
    if (page.conversation !== conversation) return;
    if (messageId && !where.messageId) {
      page.tell("That message is gone");
      if (!conversation.isLoaded) await conversation.begin();
    }
    page.changed();
    this.#doors.arrived(where);
  }

  /** Remember where in a channel I stand; null: at its end. */
  stand(anchor) {
    if (this.#page.conversation) keepByTab(this.#scrollKey(this.#page.conversation.channelId), JSON.stringify(anchor));
  }

  #scrollKey(channelId) { return `scroll.${this.#page.world.me}.${channelId}`; }

  /** If what is open is gone, what the address names is opened, or the first channel. */
  async leaveWhatIsGone() {
    if (this.#page.place) return;
    const next = this.named();
    if (next) await this.enter(next.id, { history: "replace" });
  }

  /** After a lost connection: what is open is read again, or entered again where it was lost on the way there. */
  async readAgain() {
    const { conversation, placeId } = this.#page;
    if (conversation?.isLoaded) await conversation.refresh();
    else if (placeId) await this.enter(placeId, { history: "replace" });
    this.#page.changed();
  }

  /** Open the direct messages with the bot, begun where there are none yet. */
  async enterDirect(learn) {
    const { world, person } = this.#page;
    let direct = world.channels().find((each) => each.type === DIRECT);
    if (!direct) {
      direct = await person.direct();
      await learn();
    }
    await this.enter(direct.id);
  }
}
