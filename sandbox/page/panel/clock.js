// What time it is in the sandbox, and the ways to move it.

import { html, nothing, ref, createRef, live } from "/vendor/components.js";
import { icon } from "/panel/icons.js";
import { date, iso, localFields, localInstant, time, utc, zone } from "/panel/instants.js";
import { dayAndTime, NAMED_DAY, relative } from "/state/dates.js";

const HOUR_SECONDS = 3600, DAY_SECONDS = 24 * HOUR_SECONDS;
const FIRST_YEAR = 1970, LAST_YEAR = 2083;

/** The panel's clock. `outlook` says what is due next. */
export class Clock {
  #desk; #outlook; #isGoing = false; #complaint = null; #day = createRef(); #hour = createRef(); #opener = createRef();

  constructor(desk, outlook) {
    this.#desk = desk;
    this.#outlook = outlook;
  }

  template() {
    const { world } = this.#desk, now = world.now();
    return html`
      <section class="panel-clock" aria-labelledby="panel-clock-title">
        <h3 id="panel-clock-title" class="panel-unseen">The sandbox's clock</h3>
        <time class="panel-now" datetime=${iso(now)}>
          <span class="panel-time">${time(now)}</span>
          ${world.paused ? html`<span class="panel-badge">Paused</span>` : nothing}
          <span class="panel-date">${date(now)}</span>
          <span class="panel-utc">${utc(now)}</span>
        </time>
        <div class="panel-row">
          <button type="button" class="panel-button" @click=${() => this.#step({ paused: !world.paused })}>
            ${icon(world.paused ? "play" : "pause")}${world.paused ? "Go on" : "Pause"}</button>
          <button type="button" class="panel-button"
            @click=${() => this.#step({ advance: HOUR_SECONDS })}>+1 hour</button>
          <button type="button" class="panel-button"
            @click=${() => this.#step({ advance: DAY_SECONDS })}>+1 day</button>
          <button type="button" class="panel-button" aria-expanded=${this.#isGoing} aria-controls="panel-go"
            ${ref(this.#opener)} @click=${() => this.#open(!this.#isGoing)}>Go to…</button>
        </div>
        ${this.#form()}
        ${this.#nextTemplate(now)}
      </section>`;
  }

  /** Set the clock to an instant. */
  goTo(at) { return this.#step({ at: iso(at) }); }

  #nextTemplate(now) {
    const next = this.#outlook.next();
    return html`
      <button type="button" class="panel-button main" aria-disabled=${!next} aria-describedby="panel-next"
        @click=${() => this.#toNext()}>${icon("next")}To the next post</button>
      <p id="panel-next" class="panel-next">${next
        ? html`<strong>${next.what}</strong> · <time datetime=${next.at}>${dayAndTime(next.at, now, NAMED_DAY)}</time>,
            ${relative(new Date(next.at), now)}`
        : this.#outlook.whyNothing()}</p>`;
  }

  #toNext() {
    if (this.#outlook.next()) this.#step({ to: "next" });
    else this.#desk.say(this.#outlook.whyNothing());
  }

  #form() {
    return html`
      <form id="panel-go" class="panel-go" novalidate ?hidden=${!this.#isGoing}
        @submit=${(event) => this.#submit(event)}
        @keydown=${(event) => { if (event.key === "Escape") this.#close(event); }}>
        <div class="panel-row">
          <label>Date <input type="date" min="${FIRST_YEAR}-01-01" max="${LAST_YEAR}-12-31" ${ref(this.#day)}
            aria-describedby="panel-go-words" aria-invalid=${live(Boolean(this.#complaint))}></label>
          <label>Time <input type="time" ${ref(this.#hour)} aria-describedby="panel-go-words"
            aria-invalid=${live(Boolean(this.#complaint))}></label>
          <button type="submit" class="panel-button main">Go there</button>
        </div>
        <p id="panel-go-words" class="panel-soft">In your time zone, ${zone()}. The clock goes back, too.</p>
        <p class="panel-refusal" role="alert">${this.#complaint}</p>
      </form>`;
  }

  #open(isGoing) {
    this.#isGoing = isGoing;
    this.#complaint = null;
    const { day, clock } = localFields(this.#desk.world.now());
    [this.#day.value.value, this.#hour.value.value] = [day, clock];
    this.#desk.draw();
    if (isGoing) this.#day.value.focus();
  }

  #close(event) {
    event.stopPropagation();
    this.#open(false);
    this.#opener.value.focus();
  }

  async #submit(event) {
    event.preventDefault();
    this.#complaint = complaintAbout(this.#day.value, this.#hour.value);
    this.#desk.draw();
    if (this.#complaint) return;
    if (await this.goTo(localInstant(this.#day.value.value, this.#hour.value.value))) this.#close(event);
  }

  async #step(change) {
    const { operator, world } = this.#desk;
    const isSet = await this.#desk.attempt(async () => world.setClock(await operator.setClock(change)));
    if (isSet) this.#desk.say(this.#told(change));
    this.#outlook.refresh();
    return isSet;
  }

  #told({ paused }) {
    const now = this.#desk.world.now();
    const is = `${time(now)}, ${date(now)}; ${utc(now)}`;
    if (paused === undefined) return `It is now ${is}.`;
    return paused ? `Paused at ${is}.` : `The clock runs on from ${is}.`;
  }
}

function complaintAbout(day, hour) {
  if (day.validity.badInput || !day.value) return "Give a whole date: day, month and year.";
  if (hour.validity.badInput || !hour.value) return "Give a time: hours and minutes.";
  const year = Number(day.value.split("-")[0]);
  if (year < FIRST_YEAR || year > LAST_YEAR) return `The sandbox's clock runs from ${FIRST_YEAR} to ${LAST_YEAR}.`;
  return Number.isNaN(localInstant(day.value, hour.value)) ? "There is no such date." : null;
}
