// Instants in words, in the browser's zone and language. All are milliseconds since 1970, or what `Date` reads.

const SECOND = 1000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE, DAY = 24 * HOUR, MONTH = 30.44 * DAY, YEAR = 365.25 * DAY;

/** What writes instants so, as `Intl.DateTimeFormat` takes it. */
export const format = (options) => new Intl.DateTimeFormat(undefined, options);
const TIME = format({ timeStyle: "short" });
const LONG_DAY = format({ dateStyle: "long" });
const SHORT_DAY = format({ dateStyle: "short" });
/** Writes a day with its month's name, for what is to come: "9 Jan 2024". */
export const NAMED_DAY = format({ dateStyle: "medium" });
const DISTANCE = new Intl.RelativeTimeFormat(undefined, { numeric: "always" });
const IS_ENGLISH = DISTANCE.resolvedOptions().locale.startsWith("en");
// From which distance on which unit, such that none is rounded to what the next one is called.
const UNITS = [
  [11.5 * MONTH, "year", YEAR], [29.5 * DAY, "month", MONTH], [23.5 * HOUR, "day", DAY], [59.5 * MINUTE, "hour", HOUR],
  [59.5 * SECOND, "minute", MINUTE], [0, "second", SECOND],
];
const NEAR = { "-1": "Yesterday", 0: "Today", 1: "Tomorrow" };

export const timeOf = (instant) => TIME.format(new Date(instant));
export const dayOf = (instant) => LONG_DAY.format(new Date(instant));

/** "Today at 16:20", "Tomorrow at 09:05", "03/01/2024 16:20"; `written` writes a day that isn't near. */
export function dayAndTime(instant, now, written = SHORT_DAY) {
  const at = new Date(instant), near = NEAR[Math.round((midnight(at) - midnight(new Date(now))) / DAY)];
  return near ? `${near} at ${timeOf(at)}` : `${written.format(at)} ${timeOf(at)}`;
}

// In UTC, where each day is as long as the other.
const midnight = (at) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());

/** How far an instant lies from now, as "in 5 minutes" or "3 days ago". */
export function relative(instant, now) {
  const gap = instant - now;
  const [, unit, length] = UNITS.find(([least]) => Math.abs(gap) >= least);
  const words = DISTANCE.format(Math.sign(gap) * Math.round(Math.abs(gap) / length), unit);
  if (!IS_ENGLISH) return words;
  return words.replace(/\b1 (hour)\b/, "an $1").replace(/\b1 (second|minute|day|month|year)\b/, "a $1");
}

/** How long ago, in one short word: "now", "5 min", "3 h", "2 d". */
export function ago(instant, now) {
  const minutes = Math.floor((now - new Date(instant)) / MINUTE);
  if (minutes < 1) return "now";
  if (minutes < 60) return `${minutes} min`;
  return minutes < 24 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / (24 * 60))} d`;
}
