// Small pictures of things, drawn in the text's colour. None says what a label doesn't.

import { html, svg } from "/vendor/components.js";

const drawn = (path) => html`<svg class="drawn" viewBox="0 0 24 24" aria-hidden="true"
  ><path d=${path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

export const REPLY = drawn("M9 7 4 12l5 5M4 12h9a7 7 0 0 1 7 7");
export const EDIT = drawn("m5 19 1-4L16 5l3 3L9 18l-4 1Zm9-12 3 3");
export const DELETE = drawn("M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v6m4-6v6");
export const FORWARD = drawn("m15 7 5 5-5 5M20 12h-9a7 7 0 0 0-7 7");
export const COPY = drawn("M4 6h16v12H4zM8 10v4m3 0v-4h2a2 2 0 0 1 0 4h-2");
export const EYE = drawn("M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Zm10-3a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z");
export const OUT = drawn("M13 4h7v7m0-7L10 14M18 14v6H4V6h6");
export const DOWN = drawn("m6 9 6 6 6-6");
export const CHECK = drawn("m5 13 4 4L19 7");
export const WARNING = drawn("M12 3 2 20h20L12 3Zm0 6v5m0 3v.1");
export const PIN = drawn("M9 3h6l-1 6 4 4H6l4-4-1-6Zm3 10v8");
export const THREAD = drawn("M4 5h16v10h-8l-4 4v-4H4z");
export const MEGAPHONE = drawn("M3 10v4h4l9 4V6L7 10H3Zm16-1a4 4 0 0 1 0 6M7 14l1 6");
export const PLAY = html`<svg class="drawn" viewBox="0 0 24 24" aria-hidden="true"
  ><path d="M7 4v16l13-8z" fill="currentColor"/></svg>`;
export const SHOP = drawn("M4 8h16l-1 12H5L4 8Zm4 0a4 4 0 0 1 8 0");

// The shell's icons. They say nothing by themselves: what they mean stands beside them or in their button's label.

const PATHS = {
  text: svg`<path d="M9.5 4 7.5 20M16.5 4l-2 16M5 9h15M4 15h15"/>`,
  announcement: svg`<path d="M4 9.5v5l3 .5 9 4V5L7 9zM7 9v6M8 15.5V20h3v-3.4M19 10v4"/>`,
  forum: svg`<path d="M4 4h11v8H9l-3 3v-3H4zM10 15v2h5l3 3v-3h2V9h-2"/>`,
  stage: svg`<circle cx="12" cy="9" r="2.500"/><path d="M7.500 19c0-3 1.800-5 4.500-5s4.500 2 4.500 5zM6.500 12.500a6.500 6.500 0 1 1 11 0"/>`,
  media: svg`<path d="M4 5h16v14H4zM4 16l5-5 4 4 2.500-2.500L20 17"/><circle cx="15.500" cy="9" r="1.500"/>`,
  voice: svg`<path d="M4 9.5v5h3.5L12 19V5L7.500 9.500zM15 9a4 4 0 0 1 0 6M17.500 6.500a8 8 0 0 1 0 11"/>`,
  thread: svg`<path d="M6 4v7a3 3 0 0 0 3 3h10M15.500 10.500 19 14l-3.500 3.500"/>`,
  threads: svg`<path d="M9.500 4 8 16M15.500 4 15 8M5 8h15M4 14h7M14 12h7v6h-4l-3 3z"/>`,
  pin: svg`<path d="m14.500 3.500 6 6-2.500.8-4 4-.5 4.200-7.500-7.500 4.200-.5 4-4zM9 15l-5 5"/>`,
  members: svg`<circle cx="9" cy="8" r="3.500"/>
    <path d="M2.500 20c0-4 2.700-6.500 6.500-6.500s6.500 2.500 6.500 6.500z"/>
    <path d="M15 4.700a3.500 3.500 0 0 1 0 6.600M17 14.200c2.800.7 4.500 2.900 4.500 5.800h-3"/>`,
  panel: svg`<path d="M4 7h9M17 7h3M4 12h3M11 12h9M4 17h9M17 17h3"/><circle cx="15" cy="7" r="2"/>
    <circle cx="9" cy="12" r="2"/><circle cx="15" cy="17" r="2"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.500"/><path d="M12 7v5l3.500 2"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 2.500v3M12 18.500v3M2.500 12h3M18.500 12h3"/>
    <path d="M5.300 5.300l2 2M16.700 16.700l2 2M5.300 18.700l2-2M16.700 7.300l2-2"/>`,
  moon: svg`<path d="M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500z"/>`,
  search: svg`<circle cx="10.500" cy="10.500" r="6"/><path d="m15 15 5.500 5.500"/>`,
  menu: svg`<path d="M4 6.500h16M4 12h16M4 17.500h16"/>`,
  close: svg`<path d="M6 6l12 12M18 6 6 18"/>`,
  chevron: svg`<path d="m7 9.500 5 5 5-5"/>`,
  down: svg`<path d="M12 4v15M6 13l6 6 6-6"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  lock: svg`<rect x="5" y="11" width="14" height="9" rx="1.500"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,
  warning: svg`<path d="M12 4 2.800 20h18.400zM12 10v5M12 17.300v.4"/>`,
  direct: svg`<path d="M4 5h16v11h-9l-4 4v-4H4zM8.500 10.500h.1M12 10.500h.1M15.500 10.500h.1"/>`,
  switch: svg`<path d="M7 4 3.500 7.500 7 11M3.500 7.500h14M17 13l3.500 3.500L17 20M20.500 16.500h-14"/>`,
  comment: svg`<path d="M4 5h16v11H9l-5 4z"/>`,
};

/** @param {keyof typeof PATHS} name */
export const icon = (name, kind = "") =>
  html`<svg class="pictogram ${kind}" viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`;

const BY_TYPE = { 0: "text", 1: "direct", 2: "voice", 3: "members", 5: "announcement", 10: "thread", 11: "thread",
  12: "lock", 13: "stage", 14: "members", 15: "forum", 16: "media" };
export const channelIcon = (channel) => BY_TYPE[channel.type] ?? "text";

// The panel's icons, drawn for a 24 by 24 square. They are never alone: words stand beside each.

const PANEL_SHAPES = {
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

/** @param {keyof PANEL_SHAPES} name */
export const panelIcon = (name) => html`
  <svg class="panel-icon" viewBox="0 0 24 24" aria-hidden="true">${PANEL_SHAPES[name]}</svg>`;
