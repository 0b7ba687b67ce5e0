// Discord's components in today's looks. They carry their own colours in their shadow roots; these sheets are laid over
// them, and what they take from style/tokens.css follows the page's theme.

import * as components from "/vendor/components.js";
import { styleMap } from "/vendor/components.js";

const { css } = components;

const LOOKS = {
  DiscordEmbed: css`
    :host { color: var(--text); font-size: 0.875rem; line-height: 1.125rem; margin: 4px 0 0; max-width: 520px;
      display: grid; }
    :host .discord-left-border { display: none; }
    :host .discord-embed-wrapper { background: var(--ground-code); border: 1px solid var(--line);
      border-left: 4px solid var(--bar, var(--ground-selected)); border-radius: 4px; max-width: 520px; min-width: 0; }
    :host .discord-embed-wrapper .discord-embed-grid { display: grid; grid-template-columns: minmax(0, 1fr) auto;
      padding: 0.125rem 1rem 1rem 0.75rem; }`,
  DiscordEmbedDescription: css`:host { font-size: inherit; line-height: inherit; }`,
  DiscordEmbedField: css`:host { overflow-wrap: anywhere; word-break: normal; }`,
  DiscordEmbedFields: css`:host { grid-template-columns: repeat(12, minmax(0, 1fr)); }`,
  DiscordEmbedFooter: css`:host { color: var(--text); grid-column: 1 / -1; }`,
  DiscordFileAttachment: css`
    .discord-file-attachment-mosaic-style { background: var(--ground-code); border-color: var(--line); width: 420px; }
    .discord-file-attachment-metadata { color: var(--text-soft); }
    .discord-button-download-attachment { display: none !important; }`,
  DiscordMention: css`
    :host { background: var(--mention-ground); color: var(--mention-text); border-radius: 3px;
      padding: 0 2px; cursor: inherit; }
    :host(:hover) { background: var(--accent); color: var(--on-accent); }
    .discord-mention-icon { margin: 0 2px 2px 0; }`,
  DiscordQuote: css`
    :host .discord-quote-divider { background: var(--ground-selected); flex: none; }
    blockquote { min-width: 0; }`,
  DiscordSubscript: css`:host { display: block; white-space: normal; } small { color: var(--text-soft); }`,
  DiscordSystemMessage: css`
    :host { color: var(--text-soft); font: inherit; margin: 0; padding: 0; padding-right: 0 !important; min-height: 0;
      line-height: 1.375rem; }
    :host(:hover) { background: none; }
    :host .discord-message-icon { margin: 3px 16px 0 0; color: var(--text-soft); }
    :host .discord-message-timestamp { display: none; }
    :host .discord-message-content { padding: 0; line-height: inherit; }`,
  DiscordThread: css`
    :host { background: var(--ground-code); border: 1px solid var(--line); 
      border-radius: 8px; padding: 8px 12px; text-align: left; }
    :host .discord-thread-name { color: var(--text-bright); }
    :host .discord-thread-cta { color: var(--text-link); }
    :host .discord-thread-bottom { color: var(--text-soft); }`,
  DiscordVerifiedAuthorTag: css`
    :host { background: var(--accent); color: var(--on-accent); font-size: 0.75rem; font-weight: 500;
      border-radius: 4px; height: 1.05rem; margin: 0 0 0 4px; }`,
  DiscordLink: css`a { color: var(--text-link); font-weight: 400; }`,
};

for (const [name, sheet] of Object.entries(LOOKS)) {
  (components[name] ?? customElements.get("discord-link")).elementStyles.push(sheet);
}

// Colours that somebody chose, as numbers.

const colour = (number) => `#${number.toString(16).padStart(6, "0")}`;

/** Give an element a colour as `--tint`; the style sheet makes of it one that can be read on either ground. */
export const tint = (number) => styleMap({ "--tint": Number.isInteger(number) && number >= 0 ? colour(number) : null });
