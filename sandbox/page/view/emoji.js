// Emoji: the characters that are some, and the custom ones, which are pictures.

import { html } from "/vendor/components.js";
import { pictureAddress } from "/view/picture.js";

const FLAG = String.raw`\p{Regional_Indicator}{2}`, KEY = String.raw`[0-9#*]\uFE0F?\u20E3`;
const SKINNED = String.raw`\p{Emoji_Modifier_Base}(?=\p{Emoji_Modifier})`;
const SIGN = String.raw`(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|${SKINNED})`;
const JOINED = String.raw`\p{Emoji_Modifier}?(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)*`;
const EACH = new RegExp(`(${FLAG}|${KEY}|${SIGN}${JOINED})`, "u");
const MOST_JUMBO = 30, MOST_DRAWN = 300;

/** A text whose emoji are as large as Discord's. */
export function withEmoji(text) {
  const parts = text.split(EACH);
  if (parts.length > MOST_DRAWN * 2) return text;
  return parts.map((part, index) => (index % 2 ? html`<span class="emoji">${part}</span>` : part));
}

/** A custom emoji, or a component's `{id?, name}`. */
export function emoji({ id, name, animated }) {
  if (!id) return name ? html`<span class="emoji" aria-hidden="true">${name}</span>` : "";
  const source = pictureAddress(`https://cdn.discordapp.com/emojis/${id}.${animated ? "gif" : "webp"}?size=96`);
  return html`<img class="emoji" src=${source} alt=":${name}:" title=":${name}:" draggable="false" loading="lazy">`;
}

/** Whether a tree is nothing but a few emoji, which are then drawn large. */
export function isJumbo(nodes) {
  const counts = nodes.map((node) => {
    if (node.type === "emoji") return 1;
    if (node.type === "br") return 0;
    if (node.type !== "text") return Infinity;
    const parts = node.content.split(EACH);
    return parts.some((part, index) => index % 2 === 0 && part.trim()) ? Infinity : (parts.length - 1) / 2;
  });
  const all = counts.reduce((sum, each) => sum + each, 0);
  return all > 0 && all <= MOST_JUMBO;
}
