// Discord's markdown, drawn. Nothing that anyone wrote is read as HTML; lit puts it in as text.

import { html, nothing } from "/vendor/components.js";
import { emoji, isJumbo, withEmoji } from "/view/emoji.js";
import { tree } from "/view/grammar.js";
import { link } from "/view/links.js";
import { channelMention, commandMention, guildMention, roleMention, userMention, wordMention } from "/view/mention.js";
import { spoiler } from "/view/spoiler.js";
import { timestamp } from "/view/timestamp.js";

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
