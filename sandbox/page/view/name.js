// Someone's name in the colour of their highest role; the style sheet keeps it readable on either ground.

import { html, styleMap } from "/vendor/components.js";

/** @param {string} [mark] what stands before the name: "@" where it was pinged */
export function name(user, world, mark = "") {
  const colour = world.colourOf(user.id);
  return html`<span class="name ${colour ? "coloured" : ""}" title=${user.username}
    ${styleMap({ "--tint": colour ?? null })}
    >${mark}<bdi>${world.nameOf(user)}</bdi></span>${user.bot
      ? html`<discord-verified-author-tag></discord-verified-author-tag>` : ""}`;
}
