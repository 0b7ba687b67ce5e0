// Who someone is at a glance: a circle with initials, or the bot's own mark. None is fetched from anywhere.

import { html, svg } from "/vendor/components.js";

const TONES = 6;

const MARK = svg`<svg viewBox="0 0 32 32" aria-hidden="true"><path d="M8 11h16M16 11v12m-6-6h12" stroke="currentColor"
  stroke-width="3" stroke-linecap="round" fill="none"/></svg>`;

/** The first letters of the first two words. */
function initials(name) {
  const words = name.trim().split(/[\s_.-]+/).filter(Boolean);
  return words.slice(0, 2).map((word) => [...word][0]).join("").toUpperCase() || "?";
}

// By the name, not the id: who somebody is stays the same when the world is begun anew.
const tone = (username = "") => [...username].reduce((sum, each) => (sum * 31 + each.codePointAt(0)) % 65521, 0) % TONES;

/** @param {{id: string, username: string, global_name?: string, bot?: boolean}} user */
export function avatar(user, world, kind = "") {
  const isMark = user.bot && (!world.bot || world.bot.id === user.id);
  return html`<span class="avatar ${kind}" data-tone=${isMark ? "mark" : tone(user.username)} aria-hidden="true"
    >${isMark ? MARK : initials(world.nameOf(user))}</span>`;
}
