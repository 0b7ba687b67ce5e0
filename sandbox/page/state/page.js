// All that the page shows, in one place. Whoever changes it calls `changed()`; it is drawn once for all changes of a
// frame.

import { isAmongPeople } from "/state/places.js";
import { kept } from "/state/reading.js";
import { World } from "/state/world.js";

const WIDE = "(min-width: 1200px)";

export class Page {
  #listeners = new Set(); #isDue = false;

  /** The people one can act as: name → {id, token, name}. */
  people = {};
  /** Who acts: a name of `people`, and what that person does and has read. */
  name = ""; person = null; reading = null;
  world = new World();
  /** The channel that is open, its messages (null in a forum), and the commands offered there (null: not read yet). */
  placeId = null; conversation = null; commands = null;
  /** Messages after this id stand under the line "New"; null: there is no such line. */
  newAfter = null;
  /** Kept once it is known what is unread. */
  counted = Promise.resolve();
  isUp = true;
  /** Who types in the open channel: user id → when that is over, in this machine's milliseconds. */
  typing = new Map();
  /** Commands that were sent and have no answer yet. */
  sending = 0;
  toasts = [];
  /** The pins of the open channel, while they are shown; null: on their way. */
  pins = null;
  /** Where in the guild I was before I read direct messages. */
  lastInGuild = null;
  /** The first message of each post of a forum, by the post's id. */
  firstMessages = new Map();
  popover = ""; drawer = "";
  isPanelOpen = kept("panel") === null ? matchMedia(WIDE).matches : kept("panel") === "open"
    && matchMedia(WIDE).matches;
  areMembersShown = kept("members") !== "hidden";
  folded = new Set(JSON.parse(kept("folded") ?? "[]"));

  get place() { return this.world.channel(this.placeId); }
  get isDirect() { return isAmongPeople(this.place); }

  /** Call `draw` once a frame when something has changed. */
  onChange(draw) { this.#listeners.add(draw); }

  changed() {
    if (this.#isDue) return;
    this.#isDue = true;
    // A page in the background gets no frames, and yet its title tells what is unread.
    if (document.hidden) setTimeout(() => this.draw(), 100);
    else requestAnimationFrame(() => this.draw());
  }

  draw() {
    this.#isDue = false;
    for (const draw of this.#listeners) draw();
  }

  /** Tell something in words; a refusal tells its own. */
  tell(words, isBad = words instanceof Error) {
    const text = words instanceof Error ? words.message : String(words);
    const toast = { text, isBad };
    this.toasts = [...this.toasts.filter((each) => each.text !== text), toast];
    setTimeout(() => this.hush(toast), 8000);
    this.changed();
  }

  hush(toast) {
    this.toasts = this.toasts.filter((each) => each !== toast);
    this.changed();
  }
}
