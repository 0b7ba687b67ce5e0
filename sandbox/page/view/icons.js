// Small pictures of things, drawn in the text's colour. None says what a label doesn't.

import { html } from "/vendor/components.js";

const icon = (path) => html`<svg class="drawn" viewBox="0 0 24 24" aria-hidden="true"
  ><path d=${path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

export const REPLY = icon("M9 7 4 12l5 5M4 12h9a7 7 0 0 1 7 7");
export const EDIT = icon("m5 19 1-4L16 5l3 3L9 18l-4 1Zm9-12 3 3");
export const DELETE = icon("M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v6m4-6v6");
export const FORWARD = icon("m15 7 5 5-5 5M20 12h-9a7 7 0 0 0-7 7");
export const COPY = icon("M4 6h16v12H4zM8 10v4m3 0v-4h2a2 2 0 0 1 0 4h-2");
export const EYE = icon("M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Zm10-3a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z");
export const OUT = icon("M13 4h7v7m0-7L10 14M18 14v6H4V6h6");
export const DOWN = icon("m6 9 6 6 6-6");
export const CHECK = icon("m5 13 4 4L19 7");
export const WARNING = icon("M12 3 2 20h20L12 3Zm0 6v5m0 3v.1");
export const PIN = icon("M9 3h6l-1 6 4 4H6l4-4-1-6Zm3 10v8");
export const THREAD = icon("M4 5h16v10h-8l-4 4v-4H4z");
export const MEGAPHONE = icon("M3 10v4h4l9 4V6L7 10H3Zm16-1a4 4 0 0 1 0 6M7 14l1 6");
export const PLAY = html`<svg class="drawn" viewBox="0 0 24 24" aria-hidden="true"
  ><path d="M7 4v16l13-8z" fill="currentColor"/></svg>`;
export const SHOP = icon("M4 8h16l-1 12H5L4 8Zm4 0a4 4 0 0 1 8 0");
