// A person's picture in the shell, and the tag of an application.

import { html, nothing } from "/vendor/components.js";
import { avatar } from "/view/avatar.js";

export const face = (user, world, kind = "") =>
  html`<span class="portrait ${kind}">${user ? avatar(user, world) : nothing}</span>`;

export const appTag = (user) => (user?.bot ? html`<span class="app-tag" aria-hidden="true">APP</span>` : nothing);
