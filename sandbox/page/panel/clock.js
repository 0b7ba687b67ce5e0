// What time it is in the sandbox, and the ways to move it.

import { createRef, html, live, nothing, ref } from "/vendor/components.js";
import { dayAndTime, format, NAMED_DAY, relative } from "/state/dates.js";
import { panelIcon } from "/view/icons.js";

// How the panel writes instants. All are milliseconds since 1970; the zone is the browser's unless UTC is said.

const MINUTE = 60 * 1000;

const CLOCK = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
const DATE = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const UTC_CLOCK = format({ hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: "UTC" });
const UTC_DATE = format({ weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });

/** The browser's time zone, by its IANA name. */
export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
export const time = (at) => CLOCK.format(at);
export const date = (at) => DATE.format(at);
export const iso = (at) => new Date(at).toISOString();

/** "16:25:05 UTC", with the day where that is another one in UTC than here. */
function utc(at) {
  const there = `${UTC_CLOCK.format(at)} UTC`;
  return new Date(at).getDate() === new Date(at).getUTCDate() ? there : `${UTC_DATE.format(at)}, ${there}`;
}

/** The instant of a date and a time of the browser's zone ("2024-01-10", "16:25"), or NaN. */
const localInstant = (day, clock) => new Date(`${day}T${clock}`).getTime();

/** The two of them for an instant, as form fields take them. */
function localFields(at) {
  const local = iso(at - new Date(at).getTimezoneOffset() * MINUTE);
  return { day: local.slice(0, 10), clock: local.slice(11, 16) };
}

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
            ${panelIcon(world.paused ? "play" : "pause")}${world.paused ? "Go on" : "Pause"}</button>
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
        @click=${() => this.#toNext()}>${panelIcon("next")}To the next post</button>
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
