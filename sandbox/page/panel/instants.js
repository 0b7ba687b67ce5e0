// How the panel writes instants. All are milliseconds since 1970; the zone is the browser's unless UTC is said.

import { format } from "/state/dates.js";

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
export function utc(at) {
  const there = `${UTC_CLOCK.format(at)} UTC`;
  return new Date(at).getDate() === new Date(at).getUTCDate() ? there : `${UTC_DATE.format(at)}, ${there}`;
}

/** The instant of a date and a time of the browser's zone ("2024-01-10", "16:25"), or NaN. */
export const localInstant = (day, clock) => new Date(`${day}T${clock}`).getTime();

/** The two of them for an instant, as form fields take them. */
export function localFields(at) {
  const local = iso(at - new Date(at).getTimezoneOffset() * MINUTE);
  return { day: local.slice(0, 10), clock: local.slice(11, 16) };
}
