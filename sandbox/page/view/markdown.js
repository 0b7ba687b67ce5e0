// Discord's markdown, drawn. Nothing that anyone wrote is read as HTML; lit puts it in as text.

import { html, nothing } from "/vendor/components.js";
import { tree } from "/view/grammar.js";
import { tint } from "/view/looks.js";
import { link, pictureAddress } from "/view/media.js";
import { timestamp } from "/view/timestamp.js";

// What is hidden until somebody asks to see it. Discord's component for it shows itself to a mouse alone.

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

// Emoji: the characters that are some, and the custom ones, which are pictures.

const FLAG = String.raw`\p{Regional_Indicator}{2}`, KEY = String.raw`[0-9#*]\uFE0F?\u20E3`;
const SKINNED = String.raw`\p{Emoji_Modifier_Base}(?=\p{Emoji_Modifier})`;
const SIGN = String.raw`(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|${SKINNED})`;
const JOINED = String.raw`\p{Emoji_Modifier}?(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)*`;
const EACH = new RegExp(`(${FLAG}|${KEY}|${SIGN}${JOINED})`, "u");
const MOST_JUMBO = 30, MOST_DRAWN = 300;

/** A text whose emoji are as large as Discord's. */
function withEmoji(text) {
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
function isJumbo(nodes) {
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

// Who and what is mentioned. Channels and commands can be gone to; people and roles are only named. The signs "@" and "/"
// are ours, for those of Discord's component stand in its shadow root, where a search of the page doesn't find them.

const CHANNEL_KINDS = { 2: "voice", 10: "thread", 11: "thread", 12: "thread", 13: "voice", 15: "forum", 16: "forum" };
const PLACES = {
  customize: "Channels & Roles", browse: "Browse Channels", guide: "Server Guide", "linked-roles": "Linked Roles",
};

function userMention(id, world) {
  const user = world.user(id);
  return html`<discord-mention type="" title=${user?.username ?? id}
    >@${user ? world.nameOf(user) : "unknown-user"}</discord-mention>`;
}

function roleMention(id, world) {
  const role = world.role(id);
  if (!role) return html`<discord-mention type="">@unknown-role</discord-mention>`;
  return html`<discord-mention type="" class=${role.color ? "coloured" : ""} ${tint(role.color)}
    >@${role.name.replace(/^@/, "")}</discord-mention>`;
}

const wordMention = (word) => html`<discord-mention type="">@${word}</discord-mention>`;
const guildMention = (place) => html`<discord-mention type="channel">${PLACES[place] ?? place}</discord-mention>`;

function channelMention(id, world) {
  const channel = world.channel(id);
  if (!channel) return html`<discord-mention type="locked"><i>No Access</i></discord-mention>`;
  return html`<button type="button" class="bare" @click=${() => world.open(id)}
    ><discord-mention type=${CHANNEL_KINDS[channel.type] ?? "channel"}>${channel.name}</discord-mention></button>`;
}

/** A command, which fills the composer when it is pressed. */
function commandMention(name, world) {
  return html`<button type="button" class="bare" @click=${() => world.fillCommand?.(name)}
    ><discord-mention type="">/${name}</discord-mention></button>`;
}

const LONGEST_LINE = 300;
const BLOCKS = new Set(["blockQuote", "codeBlock", "heading", "subtext", "list"]);

/**
 * A text with its marks.
 * @param {string} text
 * @param {{isEmbed?: boolean}} [where] in an embed or a component emoji are never large
 */
export function markdown(text, world, { isEmbed = false } = {}) {
  const nodes = tree(String(text));
  const large = !isEmbed && isJumbo(nodes);
  return html`<div class="markdown ${large ? "jumbo" : ""}">${drawn(nodes, world)}</div>`;
}

/** A text in one line: marks are drawn, blocks aren't. For titles and what is quoted above a reply. */
export function line(text, world) {
  const joint = String(text).slice(0, LONGEST_LINE).split("\n").map((each) => each.trim()).filter(Boolean).join(" ");
  return drawn(tree(joint.replace(/^(?:#{1,3}|-#|>{1,3}|[*-]|\d{1,9}\.) +/, "")), world);
}

function words(nodes) {
  return nodes.map(({ content, target = "" }) => (Array.isArray(content) ? words(content) : content ?? target)).join("");
}

/** What a text says without its marks, for labels. */
export function plain(text) {
  return words(tree(String(text)));
}

function drawn(nodes, world) {
  const merged = joined(nodes);
  return merged.map((node, index) => {
    if (node.type === "br" && BLOCKS.has(merged[index - 1]?.type)) return nothing; // a block ends its line by itself
    return (DRAWN[node.type] ?? unknown)(node, world);
  });
}

/** Texts that follow each other are one, so that an emoji is never torn apart. */
function joined(nodes) {
  const made = [];
  for (const node of nodes) {
    const last = made.at(-1);
    if (node.type === "text" && last?.type === "text") last.content += node.content;
    else made.push(node.type === "text" ? { ...node } : node);
  }
  return made;
}

const unknown = (node) => (typeof node.content === "string" ? node.content : nothing);
// Headings are none of the page's: what people write doesn't disturb its outline.
const DRAWN = {
  text: (node) => withEmoji(node.content),
  br: () => html`<br>`,
  strong: (node, world) => html`<strong>${drawn(node.content, world)}</strong>`,
  em: (node, world) => html`<em>${drawn(node.content, world)}</em>`,
  underline: (node, world) => html`<u>${drawn(node.content, world)}</u>`,
  strikethrough: (node, world) => html`<s>${drawn(node.content, world)}</s>`,
  inlineCode: (node) => html`<code class="inline-code">${node.content}</code>`,
  codeBlock: (node) => html`<pre class="code" tabindex="0"
    role="region" aria-label=${node.lang ? `Code, ${node.lang}` : "Code"}><code>${node.content}</code></pre>`,
  blockQuote: (node, world) => html`<discord-quote>${drawn(node.content, world)}</discord-quote>`,
  heading: (node, world) => html`<div class="heading level-${node.level}">${drawn(node.content, world)}</div>`,
  subtext: (node, world) => html`<discord-subscript>${drawn(node.content, world)}</discord-subscript>`,
  list: (node, world) => listed(node, world),
  spoiler: (node, world) => spoiler(drawn(node.content, world)),
  url: (node) => link(node.target, node.target, node.target),
  link: ({ target, title, content }, world) => link(target, drawn(content, world), title ? `${title}\n\n(${target})` : target),
  emoji,
  timestamp: (node, world) => timestamp(Number(node.timestamp), node.format, world),
  user: (node, world) => userMention(node.id, world),
  role: (node, world) => roleMention(node.id, world),
  channel: (node, world) => channelMention(node.id, world),
  everyone: () => wordMention("everyone"),
  here: () => wordMention("here"),
  slashCommand: (node, world) => commandMention(node.fullName, world),
  guildNavigation: (node) => guildMention(node.navigation),
};
// A text can't name what every object has ("constructor").
Object.setPrototypeOf(DRAWN, null);

// Discord's components for lists refuse what isn't directly in them and write a style attribute, so these are plain.
function listed(node, world) {
  const items = node.items.map(({ content, lists }) =>
    html`<li>${drawn(content, world)}${lists.map((each) => listed(each, world))}</li>`);
  return node.ordered ? html`<ol start=${node.start}>${items}</ol>` : html`<ul>${items}</ul>`;
}
