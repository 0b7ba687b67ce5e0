// All that the page takes from libraries.

export { css, html, LitElement, noChange, nothing, render, svg } from "lit";
export { cache } from "lit/directives/cache.js";
export { classMap } from "lit/directives/class-map.js";
export { guard } from "lit/directives/guard.js";
export { ifDefined } from "lit/directives/if-defined.js";
export { keyed } from "lit/directives/keyed.js";
export { live } from "lit/directives/live.js";
export { createRef, ref } from "lit/directives/ref.js";
export { repeat } from "lit/directives/repeat.js";
export { styleMap } from "./style-map.js";
export { parse as parseMarkdown } from "discord-markdown-parser";
export * from "@skyra/discord-components-core";
