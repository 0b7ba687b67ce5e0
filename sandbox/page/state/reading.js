// What I have read: a mark in each channel, kept in this browser and shared by its tabs.

import { isNewer } from "/state/conversation.js";

// What this browser (or this tab) keeps of the page's looks. Where it may keep nothing, the page does without.

const reader = (storage) => (key) => {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
};
const writer = (storage) => (key, value) => {
  try {
    storage().setItem(key, value);
  } catch {
    // full, or forbidden
  }
};
const browser = () => localStorage, tab = () => sessionStorage;

export const kept = reader(browser), keep = writer(browser);
export const keptByTab = reader(tab), keepByTab = writer(tab);

/** The marks of one person in one world, and the messages behind them. */
export class Reading {
  #key; #marks; #isFirst; #unread = new Map();

  constructor(world, me) {
    this.#key = `read.${world}.${me}`;
    this.#marks = this.#kept();
    this.#isFirst = Object.keys(this.#marks).length === 0;
  }

  #kept() {
    try {
      return JSON.parse(localStorage.getItem(this.#key)) ?? {};
    } catch {
      return {}; // what stands there is none of ours
    }
  }

  /** Take the channels there are; give those behind. On the first visit everything is read, what comes later is new. */
  learn(channels) {
    for (const { id, last_message_id: last } of channels) {
      const isAhead = this.#marks[id] && last && isNewer(this.#marks[id], last); // of a world that was begun anew
      if (isAhead || (this.#isFirst && !this.#marks[id])) this.#marks[id] = last ?? "0";
    }
    this.#isFirst = false;
    this.#keep();
    return channels.filter((each) => each.last_message_id && isNewer(each.last_message_id, this.mark(each.id)));
  }

  #keep() {
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#marks));
    } catch {
      // a browser that keeps nothing still shows what is unread until the page is closed
    }
  }

  mark(channelId) { return this.#marks[channelId] ?? "0"; }

  /** A message came that I haven't seen. */
  add(message, isPing) {
    if (!isNewer(message.id, this.mark(message.channel_id))) return;
    const unread = this.#unread.get(message.channel_id) ?? new Map();
    this.#unread.set(message.channel_id, unread.set(message.id, isPing));
  }

  forget(channelId, messageId) { this.#unread.get(channelId)?.delete(messageId); }

  /** All up to a message is read. */
  read(channelId, messageId) {
    if (!messageId || !isNewer(messageId, this.mark(channelId))) return false;
    this.#marks = { ...this.#kept(), ...this.#marks, [channelId]: messageId };
    this.#keep();
    this.#dropRead();
    return true;
  }

  /** Another tab wrote its marks. */
  hear({ key }) {
    if (key !== this.#key) return false;
    for (const [id, mark] of Object.entries(this.#kept())) if (isNewer(mark, this.mark(id))) this.#marks[id] = mark;
    this.#dropRead();
    return true;
  }

  #dropRead() {
    for (const [channelId, unread] of this.#unread) {
      for (const id of unread.keys()) if (!isNewer(id, this.mark(channelId))) unread.delete(id);
    }
  }

  /** The ids of what is unread in a channel, oldest first. */
  unread(channelId) { return [...(this.#unread.get(channelId)?.keys() ?? [])]; }
  count(channelId) { return this.#unread.get(channelId)?.size ?? 0; }
  pings(channelId) { return [...(this.#unread.get(channelId)?.values() ?? [])].filter(Boolean).length; }
  get total() { return [...this.#unread.values()].reduce((sum, each) => sum + each.size, 0); }
}
