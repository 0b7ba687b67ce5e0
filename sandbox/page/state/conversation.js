// The messages of the channel that is open: those that were loaded, without a gap up to the newest, and the part
// that is shown.

// Snowflakes: texts of digits whose order is that of time. A part after a dot orders what follows one.

const padded = (id) => {
  const [whole, rest = ""] = String(id).split(".");
  return whole.padStart(20, "0") + rest;
};

/** Tell which of two ids is older, as `sort` takes it. */
export const compareIds = (a, b) => {
  const [one, other] = [padded(a), padded(b)];
  return one < other ? -1 : Number(one > other);
};

export const isNewer = (id, than) => compareIds(id, than ?? "0") > 0;

/** The id just before one, for "all after it, and it". */
export const justBefore = (id) => (BigInt(id) - 1n).toString();

// A channel's messages as the rows of a list: days, where the new ones begin, and who is named again.

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

const PAGE = 50, MOST_SHOWN = 200, AROUND = 25;

const idsOf = (messages) => new Set(messages.map((each) => each.id));

/** One channel's messages as one person sees them, oldest first. */
export class Conversation {
  #all = []; #from = 0; #to = 0; #notes = 0; #loading = null;
  hasOlder = false; isLoaded = false;

  /**
   * @param {import("/net/api.js").Person} person
   * @param {string} channelId
   * @param {Set<string>} dismissed the ephemeral messages that I put away
   */
  constructor(person, channelId, dismissed) {
    this.person = person;
    this.channelId = channelId;
    this.dismissed = dismissed;
  }

  get shown() { return this.#all.slice(this.#from, this.#to).filter((each) => !this.dismissed.has(each.id)); }
  get isAtPresent() { return this.#to === this.#all.length; }
  get isAtBeginning() { return this.isLoaded && this.#from === 0 && !this.hasOlder; }
  get newest() { return this.#all.findLast((each) => !each.isNote); }
  get(id) { return this.#all.find((each) => each.id === id); }

  /** Load the newest. */
  async begin() {
    const found = await this.person.messages(this.channelId, { limit: PAGE });
    this.#replace(found, found.length >= PAGE);
    this.showPresent();
  }

  /** Load all that was said since a message, and some before it, and show it. Says whether it is there. */
  async beginAround(id) {
    if (!this.get(id)) await this.#loadFrom(id);
    const at = this.#all.findIndex((each) => each.id === id);
    if (at < 0) return false;
    if (at >= this.#from && at < this.#to && this.#to - this.#from <= MOST_SHOWN) return true;
    this.#from = Math.max(0, at - MOST_SHOWN / 2);
    this.#to = Math.min(this.#all.length, this.#from + MOST_SHOWN);
    return true;
  }

  async #loadFrom(id) {
    const [before, since] = await Promise.all([
      this.person.messages(this.channelId, { before: id, limit: AROUND }),
      this.person.messages(this.channelId, { after: justBefore(id), limit: null }),
    ]);
    const older = before.filter((each) => !isNewer(each.id, justBefore(id)));
    this.#replace([...older, ...since], older.length >= AROUND);
  }

  #replace(messages, hasOlder) {
    const newest = messages.at(-1)?.id;
    const since = this.#all.filter((each) => isNewer(each.id, newest)); // said while these were on their way
    this.#all = [...messages, ...since];
    this.hasOlder = hasOlder;
    this.isLoaded = true;
    [this.#from, this.#to] = [0, this.#all.length];
  }

  /** After a lost connection: what was loaded is read again, with all that has been said, edited and deleted since. */
  async refresh() {
    const oldest = this.#all.find((each) => !each.isNote), known = idsOf(this.#all);
    if (!oldest) return this.begin();
    const since = await this.person.messages(this.channelId, { after: justBefore(oldest.id), limit: null });
    const read = idsOf(since), isMeanwhile = ({ id }) => !known.has(id) && !read.has(id); // said while these were read
    const others = this.#all.filter((each) => each.isNote || isMeanwhile(each));
    const [first, last, wasAtPresent] = [this.#all[this.#from]?.id, this.#all[this.#to - 1]?.id, this.isAtPresent];
    this.#all = [...since, ...others].sort((a, b) => compareIds(a.id, b.id));
    this.#from = Math.max(0, this.#all.findIndex((each) => !isNewer(first, each.id)));
    const most = this.#from + MOST_SHOWN; // who reads at the end comes there by scrolling on
    this.#to = wasAtPresent ? Math.min(this.#all.length, most) : this.#all.findLastIndex((each) => !isNewer(each.id, last)) + 1;
    return undefined;
  }

  /** Show older ones, loaded where need be. Says whether there is anything to draw: that there are none, too. */
  async showOlder() {
    if (this.#from > 0) this.#from = Math.max(0, this.#from - PAGE);
    else if (!this.hasOlder) return false;
    else await this.#loadOlder();
    this.#to = Math.min(this.#to, this.#from + MOST_SHOWN);
    return true;
  }

  #loadOlder() {
    this.#loading ??= this.#askOlder().finally(() => { this.#loading = null; });
    return this.#loading;
  }

  async #askOlder() {
    const oldest = this.#all.find((each) => !each.isNote)?.id; // none: all that was loaded was deleted
    const answered = await this.person.messages(this.channelId, { before: oldest, limit: PAGE });
    const found = answered.filter((each) => !this.get(each.id));
    this.hasOlder = found.length >= PAGE;
    this.#all.unshift(...found);
    this.#to += found.length;
  }

  /** Show newer ones again. Says whether there were any. */
  showNewer() {
    if (this.isAtPresent) return false;
    this.#to = Math.min(this.#all.length, this.#to + PAGE);
    this.#from = Math.max(this.#from, this.#to - MOST_SHOWN);
    return true;
  }

  showPresent() {
    this.#to = this.#all.length;
    this.#from = Math.max(0, this.#to - PAGE);
  }

  /** Take a message that was said or changed. `isFollowed`: the reader is at the end and goes along. */
  put(message, isFollowed) {
    const standing = this.#all.findIndex((each) => each.id === message.id);
    if (standing >= 0) this.#all[standing] = { ...this.#all[standing], ...message };
    else this.#add(message, isFollowed);
  }

  #add(message, isFollowed) {
    const wasAtPresent = this.isAtPresent;
    this.#all.push(message);
    this.#all.sort((a, b) => compareIds(a.id, b.id));
    if (!wasAtPresent || (!isFollowed && this.#to - this.#from >= MOST_SHOWN)) return;
    this.#to = this.#all.length;
    if (isFollowed) this.#from = Math.max(this.#from, this.#to - MOST_SHOWN);
  }

  /** Change a message that is known; of others nothing is told. */
  patch(message) {
    const before = this.get(message.id);
    if (before) this.put(withOwnVotes(message, before), false);
  }

  /** Somebody voted in a poll, or took a vote back (-1). What I vote is answered with the message itself. */
  vote({ message_id: id, answer_id: answer, user_id: user }, change, me) {
    const message = this.get(id);
    if (message?.poll && user !== me) this.put(countedAnew(message, answer, change), false);
  }

  remove(id) {
    const at = this.#all.findIndex((each) => each.id === id);
    if (at < 0) return;
    this.#all.splice(at, 1);
    if (at < this.#from) this.#from -= 1;
    if (at < this.#to) this.#to -= 1;
  }

  /** Let something stand after the newest, for me alone, until the channel is read anew. */
  note(words, isFollowed) {
    this.#notes += 1;
    const id = `${this.newest?.id ?? "0"}.${String(this.#notes).padStart(6, "0")}`;
    this.put({ id, isNote: true, content: words, flags: EPHEMERAL }, isFollowed);
    return id;
  }
}

// The votes of a poll, as they come in. Everyone is told the same numbers; which votes are mine, only who asks.

const countsOf = (message) => message.poll?.results?.answer_counts ?? [];

const withCounts = (message, counts) => ({ ...message,
  poll: { ...message.poll, results: { ...message.poll.results, answer_counts: counts } } });

/** A message that was changed, with my votes as they were known before: an event says nothing of them. */
function withOwnVotes(message, before) {
  const mine = countsOf(before).filter((each) => each.me_voted).map((each) => each.id);
  if (!mine.length || !message.poll) return message;
  return withCounts(message, countsOf(message).map((each) => ({ ...each, me_voted: mine.includes(each.id) })));
}

/** A message with one vote of somebody else's more, or less. */
function countedAnew(message, answer, change) {
  const counts = countsOf(message), known = counts.find((each) => each.id === answer);
  const others = counts.filter((each) => each.id !== answer);
  const count = (known?.count ?? 0) + change;
  return withCounts(message, count > 0 ? [...others, { id: answer, me_voted: false, ...known, count }] : others);
}
