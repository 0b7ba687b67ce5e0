// Instants as Discord shows them, in the browser's zone and language; those that depend on now are kept true by `tick`.

import { dayAndTime, format, relative } from "/state/dates.js";
import { html, live } from "/vendor/components.js";

const FULL = format({ dateStyle: "full", timeStyle: "short" });
const CLOCK = format({ timeStyle: "short" });
const STYLES = {
  t: CLOCK,
  T: format({ timeStyle: "medium" }),
  d: format({ year: "numeric", month: "2-digit", day: "2-digit" }),
  D: format({ dateStyle: "long" }),
  f: format({ dateStyle: "long", timeStyle: "short" }),
  F: FULL,
  s: format({ dateStyle: "short", timeStyle: "short" }),
  S: format({ dateStyle: "short", timeStyle: "medium" }),
};

/** The time of day alone, as beside a message that goes on. */
export const clockTime = (at) => written(CLOCK, new Date(at));
export const fullTime = (at) => written(FULL, new Date(at));
const written = (looks, date) => (Number.isNaN(date.getTime()) ? "" : looks.format(date));

/**
 * What `<t:…>` becomes.
 * @param {number} seconds since 1970
 * @param {string} [style] one of t T d D f F s S R; f unless given
 */
export function timestamp(seconds, style = "f", world) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return html`<time class="stamp">Invalid Date</time>`;
  const title = FULL.format(date), iso = date.toISOString();
  if (style !== "R") {
    const words = (STYLES[style] ?? STYLES.f).format(date);
    return html`<time class="stamp" datetime=${iso} title=${title}>${words}</time>`;
  }
  const words = live(relative(seconds * 1000, world.now()));
  return html`<time class="stamp" data-relative=${seconds} datetime=${iso} title=${title} .textContent=${words}></time>`;
}

/** When something was sent, for a person; `at` is ISO 8601. */
export function sentTime(at, world) {
  const sent = Date.parse(at);
  if (Number.isNaN(sent)) return "";
  const words = dayAndTime(sent, world.now());
  return html`<time class="sent" data-sent=${sent} datetime=${at} title=${fullTime(sent)}
    .textContent=${live(words)}></time>`;
}

/** Bring all that depends on now up to date, below `root`; called each second and when the clock jumps. */
export function tick(root, world) {
  const now = world.now();
  const rewrite = (name, words) => {
    for (const each of root.querySelectorAll(`time[data-${name}]`)) write(each, words(Number(each.dataset[name])));
  };
  rewrite("relative", (seconds) => relative(seconds * 1000, now));
  rewrite("sent", (at) => dayAndTime(at, now));
}

function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
