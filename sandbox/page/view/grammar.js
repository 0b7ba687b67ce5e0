// What Discord's markdown is: the parser's rules, with lists, and with none that could be made slow or deep.

import { markdownRules, SimpleMarkdown } from "/vendor/components.js";

const DEEPEST = 10; // within so many of each other, marks are text
const MOST_NODES = 2000; // a text of 4,000 signs that makes more of them was made to

const { blockQuote, codeBlock, em, strong, underline } = markdownRules;
const FIRST = blockQuote.order;

/** Read a text that stands within another's marks. What is no block of its own begins no headings, quotes or lists. */
function nested(parse, text, state, isBlock = false) {
  const depth = (state.depth ?? 0) + 1;
  if (depth > DEEPEST) return [{ type: "text", content: text }];
  return parse(text, { ...state, depth, prevCapture: isBlock ? null : [" "] });
}

/** A rule that is asked only where the text begins with one of `signs`, and gives up with a text of too many nodes. */
function begunBy(signs, rule) {
  return {
    ...rule,
    match: (source, state, before) => (signs.includes(source[0]) ? rule.match(source, state, before) : null),
    parse: (capture, parse, state) => (spend(state), rule.parse(capture, parse, state)),
  };
}

function spend(state) {
  state.spent.nodes += 1;
  if (state.spent.nodes > MOST_NODES) throw new RangeError("too many marks");
}

const matches = (pattern) => (source) => pattern.exec(source);
const atLineStart = (pattern) => (source, _state, before) => (/(?:^|\n)$/.test(before) ? pattern.exec(source) : null);
const around = (group) => (capture, parse, state) => ({ content: nested(parse, capture[group], state) });

const emphasis = {
  ...em,
  parse(capture, parse, state) {
    const content = nested(parse, capture[2] || capture[1], { ...state, inEmphasis: true });
    return state.inEmphasis ? content : { content };
  },
};

const quote = {
  ...blockQuote,
  match: (source, state, before) => (state.inQuote ? null : blockQuote.match(source, state, before)),
  parse(capture, parse, state) {
    const isLast = /^ *>>> ?/.test(capture[0]);
    const content = capture[0].replace(isLast ? /^ *>>> ?/ : /^ *> ?/gm, "").replace(/\n$/, "");
    return { type: "blockQuote", content: nested(parse, content, { ...state, inQuote: true }, true) };
  },
};

/** Code between runs of as many backticks. A pattern would look for each length of run in turn. */
function inlineCode(source) {
  const fence = /^`+/.exec(source)[0];
  for (const found of source.slice(fence.length).matchAll(/`+/g)) {
    if (found[0].length !== fence.length) continue;
    const content = source.slice(fence.length, fence.length + found.index);
    return [source.slice(0, fence.length * 2 + content.length), content];
  }
  return null;
}

/** A block of code. The library's pattern takes seconds for a few thousand empty lines. */
function fenced(source) {
  const end = source.startsWith("```") ? source.indexOf("```", 3) : -1;
  const inner = source.slice(3, end);
  if (end < 0 || !inner.trim()) return null;
  const lang = /^[a-z0-9_+\-.#]+(?=\n)/i.exec(inner)?.[0] ?? "";
  const lines = inner.slice(lang.length).split("\n");
  while (lines.length > 1 && !lines[0]) lines.shift();
  while (lines.length > 1 && !lines.at(-1)) lines.pop();
  return Object.assign([source.slice(0, end + 3)], { lang, content: lines.join("\n") });
}

const HEADING = /^(#{1,3}) +([^\n]+)(?:\n|$)/, SUBTEXT = /^-# +([^\n]+)(?:\n|$)/;
const LABEL = String.raw`\[((?:\\.|[^[\]\\\n]|\[[^[\]\n]*\])+)\]`;
const TARGET = String.raw`<?((?:[^\s()<>\\]|\\.|\([^\s()]*\))+)>?`;
const LINK = new RegExp(`^${LABEL}\\(\\s*${TARGET}(?:\\s+"([^"\\n]*)")?\\s*\\)`);
const ADDRESS = /^https?:\/\/[^\s<]+[^<.,:;"')\]\s]/i;

/** A masked link to where one may go; what looks like another address isn't masked, for it would deceive. */
function maskedLink(source) {
  const found = LINK.exec(source);
  return found && !/https?:\/\//i.test(found[1]) && /^https?:\/\//i.test(found[2]) ? found : null;
}

/** An address, with the bracket that closes one of its own. */
function address(source) {
  const found = ADDRESS.exec(source)?.[0];
  if (!found) return null;
  return [found.includes("(") && source[found.length] === ")" ? `${found})` : found];
}

// Plain text goes on to whatever might begin a mark; a run of one sign that began none is passed over at once.
const TEXT = /^(?:\*+|_+|~+|\|+|`+|<+(?=<)|\[+(?=\[)|@+(?=@)|[^])(?:[^\\`<@[*_~|\n¯h]|h(?!ttps?:\/\/))*/;

const ITEM = /^( *)([*-]|\d{1,9}\.) +(\S.*)/, CONTINUED = /^ {2,}\S/, MOST_LISTS = 11;

const listItem = ([, indent, bullet, text]) =>
  ({ indent: indent.length, ordered: /\d/.test(bullet), start: parseInt(bullet, 10), lines: [text] });

/** The lines that are a list's, as items `{indent, ordered, start, lines}`. */
function listLines(source, _state, before) {
  if (!/(?:^|\n) *$/.test(before) || !ITEM.test(source)) return null;
  const items = [];
  let length = 0;
  for (const line of source.split("\n")) {
    const item = ITEM.exec(line);
    if (item) items.push(listItem(item));
    else if (CONTINUED.test(line)) items.at(-1).lines.push(line.trim());
    else break;
    length += line.length + 1;
  }
  return Object.assign([source.slice(0, length)], { items });
}

const endsBefore = (list, indent, ordered) => indent < list.indent || (indent === list.indent && ordered !== list.ordered);

/** Lists within lists, by how far their items are indented. */
function listTree(capture, parse, state) {
  const roots = [], open = [];
  for (const { indent, ordered, start, lines } of capture.items) {
    while (open.length && endsBefore(open.at(-1), indent, ordered)) open.pop();
    if (!open.length || (indent > open.at(-1).indent && open.length < MOST_LISTS)) {
      const list = { type: "list", indent, ordered, start: ordered ? start : undefined, items: [] };
      (open.at(-1)?.items.at(-1).lists ?? roots).push(list);
      open.push(list);
    }
    open.at(-1).items.push({ content: nested(parse, lines.join("\n"), state, true), lists: [] });
  }
  return roots;
}

const rules = {
  blockQuote: begunBy(" >", quote),
  list: begunBy(" *-0123456789", { order: FIRST, match: listLines, parse: listTree }),
  codeBlock: begunBy("`", { ...codeBlock, match: fenced, parse: ({ lang, content }) => ({ lang, content }) }),
  heading: begunBy("#", {
    order: FIRST, match: atLineStart(HEADING),
    parse: (capture, parse, state) => ({ level: capture[1].length, content: nested(parse, capture[2].trim(), state) }),
  }),
  subtext: begunBy("-", { order: FIRST - 0.5, match: atLineStart(SUBTEXT), parse: around(1) }),
  escape: begunBy("\\", { ...markdownRules.escape, match: matches(/^\\([^0-9A-Za-z\s])/u) }),
  autolink: begunBy("<", {
    ...markdownRules.autolink, match: matches(/^<(https?:\/\/[^\s>]+)>/i),
    parse: (capture) => ({ type: "url", target: capture[1], isQuiet: true }),
  }),
  url: begunBy("hH", { ...markdownRules.url, match: address, parse: (capture) => ({ target: capture[0] }) }),
  link: begunBy("[", {
    ...markdownRules.link, match: maskedLink,
    parse: (capture, parse, state) => ({
      target: capture[2].replace(/\\(\W)/g, "$1"), title: capture[3], content: nested(parse, capture[1], state),
    }),
  }),
  em: begunBy("*_", emphasis),
  strong: begunBy("*", { ...strong, parse: around(1) }),
  underline: begunBy("_", { ...underline, parse: around(1) }),
  strikethrough: begunBy("~", { ...markdownRules.strikethrough, parse: around(1) }),
  spoiler: begunBy("|", { ...markdownRules.spoiler, parse: around(1) }),
  inlineCode: begunBy("`", {
    ...markdownRules.inlineCode, match: inlineCode, parse: (capture) => ({ content: capture[1] }),
  }),
  br: begunBy("\n", markdownRules.br),
  emoticon: begunBy("¯", markdownRules.emoticon),
  everyone: begunBy("@", markdownRules.everyone),
  here: begunBy("@", markdownRules.here),
  timestamp: begunBy("<", { ...markdownRules.timestamp, match: matches(/^<t:(-?\d{1,17})(?::([tTdDfFsSR]))?>/) }),
  guildNavigation: begunBy("<", {
    order: strong.order, match: matches(/^<id:(customize|browse|guide|linked-roles)(?::\d+)?>/),
    parse: (capture) => ({ navigation: capture[1] }),
  }),
  text: {
    ...markdownRules.text, match: matches(TEXT),
    parse: (capture, _parse, state) => (spend(state), { type: "text", content: capture[0] }),
  },
};
for (const name of ["user", "channel", "role", "emoji", "slashCommand"])
  rules[name] = begunBy("<", markdownRules[name]);

const parse = SimpleMarkdown.parserFor(rules);

const MOST_KEPT = 500;
const kept = new Map();

/**
 * The tree of a text, kept for the next time that it is asked for. A text that makes too much of it is plain.
 * @param {string} text
 * @returns {{type: string}[]}
 */
export function tree(text) {
  const known = kept.get(text);
  if (known) return known;
  const made = read(text);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value);
  kept.set(text, made);
  return made;
}

function read(text) {
  try {
    return parse(text, { inline: true, spent: { nodes: 0 } });
  } catch {
    return [{ type: "text", content: text }];
  }
}
