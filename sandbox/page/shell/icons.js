// The shell's icons. They say nothing by themselves: what they mean stands beside them or in their button's label.

import { svg, html } from "/vendor/components.js";

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
