// What is hidden until somebody asks to see it. Discord's component for it shows itself to a mouse alone.

import { html } from "/vendor/components.js";

/** Words, or whatever stands between `||`. */
export const spoiler = (content) => hidden(content, "spoiler");

/** A picture, a file or a container, where it is one. */
export const cover = (isSpoiler, content) => (isSpoiler ? hidden(content, "spoiler covered") : content);

const hidden = (content, kind) => html`<span class=${kind} role="button" tabindex="0"
  aria-label="Spoiler, press to show" aria-expanded="false" @click=${reveal} @keydown=${revealByKey}
  ><span class="hidden" inert>${content}</span></span>`;

function reveal(event) {
  const spoiler = event.currentTarget;
  if (spoiler.classList.contains("shown")) return;
  event.preventDefault();
  event.stopPropagation();
  spoiler.classList.add("shown");
  for (const name of ["role", "aria-label", "aria-expanded"]) spoiler.removeAttribute(name);
  spoiler.setAttribute("tabindex", "-1"); // the focus stays where it was
  spoiler.firstElementChild.inert = false;
}

function revealByKey(event) {
  if (event.key === "Enter" || event.key === " ") reveal(event);
}
