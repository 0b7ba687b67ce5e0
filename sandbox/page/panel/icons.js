// The panel's icons, drawn for a 24 by 24 square. They are never alone: words stand beside each.

import { svg, html } from "/vendor/components.js";

const SHAPES = {
  posted: svg`<path d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.6 14.4-4-4 1.7-1.7 2.3 2.3 5.5-5.5 1.7 1.7Z"/>`,
  waiting: svg`<path d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm1.2 10.6 3.4 3.4-1.7 1.7-4.1-4.1V6.5h2.4v6.1Z"/>`,
  out: svg`<path d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20ZM7 10.8h10v2.4H7v-2.4Z"/>`,
  failed: svg`<path d="M12 2 1 21h22L12 2Zm-1.2 7h2.4v6h-2.4V9Zm0 7.6h2.4V19h-2.4v-2.4Z"/>`,
  on: svg`<path d="m9.6 18.6-6-6 2.3-2.3 3.7 3.7 8.6-8.6 2.3 2.3L9.6 18.6Z"/>`,
  off: svg`<path d="m12 9.7 4.7-4.7L19 7.3 14.3 12l4.7 4.7-2.3 2.3-4.7-4.7L7.3 19 5 16.7 9.7 12 5 7.3 7.3 5 12 9.7Z"/>`,
  next: svg`<path d="M5 4v16l10-8L5 4Zm11 0h3v16h-3V4Z"/>`,
  pause: svg`<path d="M6 4h4v16H6V4Zm8 0h4v16h-4V4Z"/>`,
  play: svg`<path d="M6 4v16l14-8L6 4Z"/>`,
};

/** @param {keyof SHAPES} name */
export const icon = (name) => html`
  <svg class="panel-icon" viewBox="0 0 24 24" aria-hidden="true">${SHAPES[name]}</svg>`;
