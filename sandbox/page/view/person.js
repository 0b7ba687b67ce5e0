// Who someone is at a glance: a picture, and the name in its colour.

import { html, nothing, styleMap, svg } from "/vendor/components.js";

// A circle with initials, or the bot's own mark. None is fetched from anywhere.

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

// Someone's name in the colour of their highest role; the style sheet keeps it readable on either ground.

/** @param {string} [mark] what stands before the name: "@" where it was pinged */
export function name(user, world, mark = "") {
  const colour = world.colourOf(user.id);
  return html`<span class="name ${colour ? "coloured" : ""}" title=${user.username}
    ${styleMap({ "--tint": colour ?? null })}
    >${mark}<bdi>${world.nameOf(user)}</bdi></span>${user.bot
      ? html`<discord-verified-author-tag></discord-verified-author-tag>` : ""}`;
}

// The application's mark, as it stands beside its commands and forms.

export const mark = (world) => world.bot ? avatar(world.bot, world, "application") : nothing;

// A person's picture in the shell, and the tag of an application.

export const face = (user, world, kind = "") =>
  html`<span class="portrait ${kind}">${user ? avatar(user, world) : nothing}</span>`;

export const appTag = (user) => (user?.bot ? html`<span class="app-tag" aria-hidden="true">APP</span>` : nothing);
