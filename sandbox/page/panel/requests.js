// What the bot asks of Discord, as it asks it, and what becomes of its deliveries meanwhile.

import { html, nothing, repeat } from "/vendor/components.js";
import { Stream } from "/net/stream.js";
import { time } from "/panel/clock.js";
import { stateWords } from "/panel/outlook.js";

const MOST_ROWS = 200, NEAR_END_PX = 40;
const WORDS = {
  200: "OK", 201: "Created", 204: "Done", 304: "Unchanged", 400: "Bad request", 401: "Not authorised", 403: "Forbidden",
  404: "Not found", 429: "Rate limited", 500: "Server error", 502: "Bad gateway", 503: "Unavailable", 504: "Timed out",
};

/** The log. It listens from `show()` to `hide()`, on a stream of its own. */
export class Requests {
  #desk; #stream = null; #token = ""; #rows = []; #held = null; #last = 0;

  constructor(desk) { this.#desk = desk; }

  show() {
    if (this.#stream) return;
    this.#know(this.#desk.operator.token);
    this.#stream = new Stream(this.#token, {
      heard: (event, data) => this.#hear(event, data),
      changed: (isUp) => isUp && this.#catchUp(),
      probe: () => this.#probe(),
    });
  }

  hide() {
    this.#stream?.close();
    this.#stream = null;
  }

  /** A delivery has a new state. */
  tell(delivery) {
    this.#add({ key: `delivery ${crypto.randomUUID()}`, at: this.#desk.world.now(), delivery });
  }

  template() {
    const { isPaused } = this;
    const rows = isPaused ? this.#held : this.#rows;
    const waiting = isPaused ? this.#rows.filter((row) => !this.#held.includes(row)).length : 0;
    return html`
      <section class="panel-requests" aria-labelledby="panel-requests">
        <div class="panel-switch-row">
          <h3 id="panel-requests">What the bot asks</h3>
          <button type="button" class="panel-button small" aria-pressed=${isPaused}
            @click=${() => this.#pause()}>Pause the log</button>
        </div>
        ${isPaused ? html`<p class="panel-soft">Held; ${waiting || "nothing"} more since.</p>` : nothing}
        ${rows.length ? nothing : html`<p class="panel-empty">No requests yet.</p>`}
        <ol class="panel-log" tabindex="0" aria-labelledby="panel-requests" ?hidden=${!rows.length}>
          ${repeat(rows, ({ key }) => key, (row) => (row.delivery ? this.#deliveryRow(row) : this.#requestRow(row)))}
        </ol>
      </section>`;
  }

  get isPaused() { return this.#held !== null; }

  #pause() {
    this.#held = this.isPaused ? null : [...this.#rows];
    this.#desk.say(this.isPaused ? "The log is paused." : "The log resumes.");
    this.#drawToEnd(true);
  }

  /** Requests are counted anew in a new world, in which nobody has the token that they had. */
  #know(token) {
    if (token === this.#token) return;
    this.#token = token;
    this.#last = 0;
    this.#rows = [];
    this.#held = null;
  }

  async #probe() {
    if (!this.#desk.isSeen()) throw new Error("Nobody looks");
    if (this.#desk.operator.token === this.#token) await this.#desk.operator.clock();
    else {
      this.hide();
      this.show();
    }
  }

  #hear(event, request) {
    if (event === "SANDBOX_REQUEST") this.#take([request]);
  }

  async #catchUp() {
    try {
      this.#take(await this.#desk.operator.requests(this.#last || undefined));
      this.#desk.complain("requests", null);
    } catch (refusal) {
      this.#desk.complain("requests", refusal.message);
    }
  }

  #take(requests) {
    const known = new Set(this.#rows.map(({ key }) => key));
    for (const request of requests.filter(({ number }) => !known.has(number))) this.#insert(request);
    this.#cut();
  }

  /** What is told as it happens may come before what was asked for. */
  #insert(request) {
    const { number } = request, later = this.#rows.findIndex(({ key }) => key > number);
    this.#rows.splice(later < 0 ? this.#rows.length : later, 0, { key: number, at: new Date(request.at), request });
    this.#last = Math.max(this.#last, number);
  }

  #add(row) {
    this.#rows.push(row);
    this.#cut();
  }

  #cut() {
    this.#rows.splice(0, this.#rows.length - MOST_ROWS);
    this.#drawToEnd(false);
  }

  #drawToEnd(isAsked) {
    const log = () => this.#desk.root.querySelector(".panel-log");
    const before = log();
    const isAtEnd = isAsked || !before || before.scrollHeight - before.scrollTop - before.clientHeight < NEAR_END_PX;
    this.#desk.draw();
    const after = log();
    if (after && isAtEnd && !this.isPaused) after.scrollTop = after.scrollHeight;
  }

  #requestRow({ at, request: { method, path, status, note: told } }) {
    const note = told?.replace(new RegExp(`^${status}(, )?`), ""); // the status stands there already
    return html`
      <li class="panel-request">
        <time>${time(at)}</time>
        <span class="panel-path" title="${method} ${path}"><b>${method}</b> ${this.#inShort(path)}</span>
        <span class="panel-status ${kindOf(status)}">${status ? `${status} ${WORDS[status] ?? ""}` : "No answer"}</span>
        ${note ? html`<span class="panel-note">${note}</span>` : nothing}
      </li>`;
  }

  #deliveryRow({ at, delivery: { what, state, reason } }) {
    return html`
      <li class="panel-request told">
        <time>${time(at)}</time>
        <span class="panel-path"><b>Delivery</b> ${what}</span>
        <span class="panel-status">${stateWords(state)}</span>
        ${reason ? html`<span class="panel-note">${reason}</span>` : nothing}
      </li>`;
  }

  /** A path without what says nothing to a person: ids of channels by name, others cut. */
  #inShort(path) {
    return path.split("/").map((part) => {
      if (!/^\d{15,}$/.test(part)) return part;
      return this.#desk.seen.channel(part) ? this.#desk.channelName(part) : `…${part.slice(-4)}`;
    }).join("/");
  }
}

function kindOf(status) {
  if (!status || status >= 500) return "bad";
  if (status === 429) return "slow";
  return status >= 400 ? "bad" : "good";
}
