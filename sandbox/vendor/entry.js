// All that the page takes from libraries.

export { css, html, LitElement, nothing, render, svg } from "lit";
export { classMap } from "lit/directives/class-map.js";
export { guard } from "lit/directives/guard.js";
export { ifDefined } from "lit/directives/if-defined.js";
export { keyed } from "lit/directives/keyed.js";
export { live } from "lit/directives/live.js";
export { createRef, ref } from "lit/directives/ref.js";
export { repeat } from "lit/directives/repeat.js";
export { styleMap } from "./style-map.js";

export { rulesExtended as markdownRules, SimpleMarkdown } from "discord-markdown-parser";

// Of Discord's components those that are drawn; view/looks.js gives them today's colours.
export { DiscordAttachments } from "@skyra/discord-components-core/discord-attachments.js";
export { DiscordEmbed } from "@skyra/discord-components-core/discord-embed.js";
export { DiscordEmbedDescription } from "@skyra/discord-components-core/discord-embed-description.js";
export { DiscordEmbedField } from "@skyra/discord-components-core/discord-embed-field.js";
export { DiscordEmbedFields } from "@skyra/discord-components-core/discord-embed-fields.js";
export { DiscordEmbedFooter } from "@skyra/discord-components-core/discord-embed-footer.js";
export { DiscordFileAttachment } from "@skyra/discord-components-core/discord-file-attachment.js";
export { DiscordMention } from "@skyra/discord-components-core/discord-mention.js";
export { DiscordQuote } from "@skyra/discord-components-core/discord-quote.js";
export { DiscordSubscript } from "@skyra/discord-components-core/discord-subscript.js";
export { DiscordSystemMessage } from "@skyra/discord-components-core/discord-system-message.js";
export { DiscordThread } from "@skyra/discord-components-core/discord-thread.js";
export { DiscordVerifiedAuthorTag } from "@skyra/discord-components-core/discord-verified-author-tag.js";
