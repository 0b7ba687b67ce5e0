// What the bot will post next, and what became of that which was due.

import { html, nothing, repeat } from "/vendor/components.js";
import { dayAndTime, NAMED_DAY, relative } from "/state/dates.js";
import { panelIcon } from "/view/icons.js";

// Something that is read again and again while it is seen, one reading at a time.

/** Calls `read()` every `everyMs` while `isSeen()`; `soon()` is for when something is known to have changed. */
export class Fresh {
  #read; #isSeen; #timer; #isReading = false; #again = false;

  /**
   * @param {() => Promise<void>} read must not reject
   * @param {() => boolean} isSeen
   * @param {number} everyMs
   */
  constructor(read, isSeen, everyMs) {
    this.#read = read;
    this.#isSeen = isSeen;
    this.#timer = setInterval(() => this.soon(), everyMs);
  }

  /** Read now, or once more after the reading that is under way. */
  async soon() {
    if (!this.#isSeen()) return;
    if (this.#isReading) this.#again = true;
    else await this.#readOn();
  }

  stop() { clearInterval(this.#timer); }

  async #readOn() {
    this.#isReading = true;
    do {
      this.#again = false;
      await this.#read();
    } while (this.#again);
    this.#isReading = false;
  }
}

const EVERY_MS = 3000, FEW = 4;
const UNTOLD = "No bot in this sandbox reports its posts.";
const STATES = {
  sent: ["posted", "Posted"], posted: ["posted", "Posted"],
  pending: ["waiting", "Waiting"], waiting: ["waiting", "Waiting"],
  skipped: ["out", "Skipped"], failed: ["failed", "Failed"],
};
const known = (state) => STATES[state] ?? ["waiting", state];
const keyOf = ({ at, what, channel_id }) => `${at} ${what} ${channel_id}`;

/** A delivery's state, in words. */
export const stateWords = (state) => known(state)[1];

/** What is due and what was delivered, kept fresh while the panel is seen. `changed(delivery)`: one has a new state. */
export class Outlook {
  #desk; #fresh; #changed; #states = null; #due = null; #delivered = []; #isTold = true; #isWhole = false;

  constructor(desk, changed) {
    this.#desk = desk;
    this.#changed = changed;
    this.#fresh = new Fresh(() => this.#read(), () => desk.isSeen(), EVERY_MS);
  }

  refresh() { return this.#fresh.soon(); }
  stop() { this.#fresh.stop(); }

  /** The first thing that is due after now. */
  next() { return this.#coming()[0]; }

  whyNothing() {
    if (!this.#isTold) return UNTOLD;
    return this.#due === null ? "Asking the bot what is due…" : "Nothing is due.";
  }

  /** Called each second: what has become due is no longer to come. */
  tick() {
    if (this.#due?.length && this.#coming().length < this.#due.length) this.refresh();
  }

  /** @param {(at: Date) => void} goTo sets the clock */
  template(goTo) {
    return html`
      <section aria-labelledby="panel-due">
        <h3 id="panel-due">Due next</h3>
        ${this.#dueTemplate(goTo)}
      </section>
      <section aria-labelledby="panel-delivered">
        <h3 id="panel-delivered">Delivered</h3>
        ${this.#deliveredTemplate()}
      </section>`;
  }

  #coming() {
    const now = this.#desk.world.now();
    return (this.#due ?? []).filter(({ at }) => new Date(at) > now);
  }

  async #read() {
    try {
      const { told, due, delivered } = await this.#desk.operator.outlook();
      this.#isTold = told;
      this.#due = due;
      this.#delivered = delivered;
      this.#compare();
      this.#desk.complain("outlook", null);
    } catch (refusal) {
      this.#desk.complain("outlook", refusal.message);
    }
    this.#desk.draw();
  }

  #compare() {
    const states = new Map(this.#delivered.map((each) => [keyOf(each), `${each.state} ${each.reason}`]));
    const before = this.#states;
    this.#states = states;
    if (before === null) return;
    const changed = this.#delivered.filter((each) => before.get(keyOf(each)) !== states.get(keyOf(each)));
    changed.reverse().forEach((each) => this.#changed(each));
  }

  #dueTemplate(goTo) {
    const coming = this.#coming(), how = html`<code>/channel subscribe</code>`;
    if (!this.#isTold) return empty(`${UNTOLD} It runs without one (--no-bot), or with one that keeps it to itself.`);
    if (this.#due === null) return empty(this.whyNothing());
    if (!coming.length) return empty(`${this.whyNothing()} Subscribe a channel: `, how);
    const shown = this.#isWhole ? coming : coming.slice(0, FEW);
    return html`
      <ul class="panel-list" id="panel-due-list" aria-labelledby="panel-due">
        ${numbered(shown, (each) => this.#dueItem(each, goTo))}
      </ul>
      ${coming.length > FEW ? this.#more(coming.length) : nothing}`;
  }

  #more(count) {
    const toggle = () => {
      this.#isWhole = !this.#isWhole;
      this.#desk.draw();
    };
    return html`
      <button type="button" class="panel-button small" aria-expanded=${this.#isWhole} aria-controls="panel-due-list"
        @click=${toggle}>${this.#isWhole ? "Show fewer" : `Show all ${count}`}</button>`;
  }

  #dueItem(each, goTo) {
    return html`
      <li class="panel-post">
        <div><p class="panel-what">${each.what}</p>${this.#where(each)}</div>
        <button type="button" class="panel-button small" aria-label="Go there: ${each.what}"
          @click=${() => goTo(new Date(each.at))}>Go there</button>
      </li>`;
  }

  #deliveredTemplate() {
    if (!this.#delivered.length) return empty(this.#isTold && this.#due === null ? "Asking…" : "Nothing has been due yet.");
    return html`
      <ul class="panel-list" aria-labelledby="panel-delivered">
        ${numbered(this.#delivered, (each) => this.#deliveredItem(each))}
      </ul>`;
  }

  #deliveredItem(each) {
    const [shape, words] = known(each.state), now = this.#desk.world.now();
    return html`
      <li class="panel-post">
        <div>
          <p class="panel-state ${shape}">${panelIcon(shape)}${words}</p>
          <p class="panel-what">${each.what}</p>
          ${this.#where(each)}
          ${each.reason ? html`<p class="panel-reason">${sentence(each.reason)}</p>` : nothing}
          ${each.next_try_at ? againTemplate(new Date(each.next_try_at), now) : nothing}
        </div>
        ${each.message_id ? this.#jump(each) : nothing}
      </li>`;
  }

  #jump({ what, channel_id, message_id }) {
    return html`
      <button type="button" class="panel-button small" aria-label="Show: ${what}"
        @click=${() => this.#desk.go(channel_id, message_id)}>Show</button>`;
  }

  #where({ at, channel_id }) {
    const now = this.#desk.world.now(), when = new Date(at);
    return html`
      <p class="panel-where"><span class="panel-channel">${this.#desk.channelName(channel_id)}</span> ·
        <time datetime=${at}>${dayAndTime(when, now, NAMED_DAY)}</time>,
        <span class="panel-far">${relative(when, now)}</span></p>`;
  }
}

/** A list's items, each known again by its post; two that are the same in all are told apart by their place. */
function numbered(posts, item) {
  const seen = new Map();
  const keyed = posts.map((post) => {
    const key = keyOf(post), count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { key: `${key} ${count}`, post };
  });
  return repeat(keyed, ({ key }) => key, ({ post }) => item(post));
}

const againTemplate = (at, now) => html`
  <p class="panel-reason">${at > now ? `Tries again ${relative(at, now)}` : "Tries again now"}</p>`;
const empty = (...words) => html`<p class="panel-empty">${words}</p>`;
const sentence = (words) => words[0].toUpperCase() + words.slice(1);
