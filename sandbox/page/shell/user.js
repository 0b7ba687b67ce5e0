// The area at the lower left: who I am and may become, what time it is, and how the page looks.

import { html, nothing } from "/vendor/components.js";
import { takesFocus } from "/shell/popovers.js";
import { format } from "/state/dates.js";
import { keep, kept } from "/state/reading.js";
import { icon } from "/view/icons.js";
import { face } from "/view/person.js";

// Dark, light, or as the system is.

const THEMES = { dark: "Dark", light: "Light", system: "As the system" };
const light = matchMedia("(prefers-color-scheme: light)");

export const theme = () => (kept("theme") in THEMES ? kept("theme") : "dark");

export function wear(chosen = theme()) {
  keep("theme", chosen);
  const shown = chosen === "system" ? (light.matches ? "light" : "dark") : chosen;
  document.documentElement.dataset.theme = shown;
}

light.addEventListener("change", () => wear());

const PEOPLE = {
  member: { title: "Member", may: "Reads, writes and uses Yokoku's commands" },
  guest: { title: "Guest (second member)", may: "Sees what another member sees, and what is for one person alone" },
  moderator: { title: "Mod: moderator", may: "Sets Yokoku up here: subscriptions, announcements, corrections" },
  owner: { title: "Owner: runs the bot", may: "Everything, and Yokoku's own /owner commands" },
};
const ORDER = Object.keys(PEOPLE);
const CLOCK = format({ weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit",
  minute: "2-digit", second: "2-digit" });

const called = (page, name) => page.people[name]?.name ?? PEOPLE[name]?.title.split(/[ :]/)[0] ?? name;
export const titleOf = (name) => PEOPLE[name]?.title ?? name;
export const inOrder = (names) => names.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));

export function userTemplate(page, doors, popovers) {
  const { world, name, popover } = page;
  if (!name) return nothing;
  const me = world.user(world.me);
  return html`
    <div class="user-row">
      <button type="button" class="user-button" data-popover="who" aria-haspopup="menu"
        aria-expanded=${String(popover === "who")}
        @click=${popovers.toggle("who")}>
        ${face(me, world)}<span class="user-names"><b><span class="unseen">You are </span>${called(page,
          name)}</b><span class="unseen">, </span><small>${detail(name)}</small>
          <span class="unseen">. Switch person</span></span>${icon("switch")}
      </button>
      <button type="button" class="icon-button" data-popover="theme" aria-haspopup="menu"
        aria-expanded=${String(popover === "theme")}
        aria-label="Appearance" title="Appearance"
          @click=${popovers.toggle("theme")}>${icon(document.documentElement.dataset.theme === "light" ? "sun"
          : "moon")}</button>
    </div>
    ${popover === "who" ? whoTemplate(page, doors, popovers) : nothing}
    ${popover === "theme" ? themeTemplate(page, popovers) : nothing}`;
}

const detail = (name) => PEOPLE[name]?.title.match(/[:(]\s*([^)]+)/)?.[1] ?? "member of the server";

function whoTemplate(page, doors, popovers) {
  const choose = (name) => () => { popovers.close(); doors.become(name); };
  const item = (name) => html`<button type="button" role="menuitemradio" tabindex="-1"
    aria-checked=${String(name === page.name)}
    aria-labelledby=${`who-${name}`} aria-describedby=${`who-may-${name}`} @click=${choose(name)}>
    <b id=${`who-${name}`}>${titleOf(name)}</b><small
      id=${`who-may-${name}`}>${PEOPLE[name]?.may ?? ""}</small></button>`;
  return html`<div class="float menu" role="menu" aria-label="Who am I"
    data-popover="who" ${takesFocus()}>${inOrder(Object.keys(page.people)).map(item)}</div>`;
}

function themeTemplate(page, popovers) {
  const choose = (name) => () => { wear(name); popovers.close(); page.changed(); };
  return html`<div class="float menu" role="menu" aria-label="Appearance" data-popover="theme" ${takesFocus()}>
    ${Object.entries(THEMES).map(([name, title]) => html`<button type="button" role="menuitemradio" tabindex="-1"
      aria-checked=${String(name === theme())} @click=${choose(name)}><b>${title}</b></button>`)}</div>`;
}

/** The sandbox's time in the browser's zone. Drawn each second, apart from all else. */
export function clockTemplate(page, doors) {
  const at = new Date(page.world.now()), { paused } = page.world;
  return html`<button type="button" class="small-clock" title=${`${at.toISOString().slice(0, 19).replace("T",
    " ")} UTC`} @click=${doors.openPanel}>
    ${icon("clock")}<span class="unseen">Sandbox time: </span><time
      datetime=${at.toISOString()}>${CLOCK.format(at)}</time>${paused ? html`<span
      class="paused">paused</span>` : nothing}</button>`;
}
