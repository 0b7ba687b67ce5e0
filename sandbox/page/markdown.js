// Discord's markdown, as far as bots use it, turned into elements.

import { el, link } from "/dom.js";

const INLINE = [
  { pattern: /^\\([^A-Za-z0-9\s])/, make: (m) => m[1] },
  { pattern: /^```(?:[a-z0-9_+-]+\n)?\n*([\s\S]+?)\n*```/i, make: (m) => el("pre", {}, el("code", {}, m[1])) },
  { pattern: /^(`+)([\s\S]*?[^`])\1(?!`)/, make: (m) => el("code", {}, m[2].trim()) },
  { pattern: /^<t:(-?\d{1,17})(?::([tTdDfFsSR]))?>/, make: (m, world) => stamp(Number(m[1]), m[2] || "f", world) },
  { pattern: /^<@!?(\d+)>/, make: (m, world) => mention("@", world.userName(m[1]) || "unknown-user") },
  { pattern: /^<@&(\d+)>/, make: (m, world) => mention("@", world.roleName(m[1]) || "unknown-role") },
  { pattern: /^<#(\d+)>/, make: (m, world) => mention("#", world.channelName(m[1]) || "unknown") },
  { pattern: /^<\/([^:>\n]{1,100}):\d+>/, make: (m) => mention("/", m[1]) },
  { pattern: /^<a?:(\w{2,32}):\d+>/, make: (m) => `:${m[1]}:` },
  { pattern: /^@(everyone|here)\b/, make: (m) => mention("@", m[1]) },
  { pattern: /^\[((?:[^\]\\]|\\.)+)\]\(<?(https?:\/\/[^\s)>]+)>?(?:\s+"[^"]*")?\)/, make: (m, world) => link(m[2], ...inline(m[1], world)) },
  { pattern: /^<(https?:\/\/[^\s>]+)>/, make: (m) => link(m[1], m[1]) },
  { pattern: /^https?:\/\/[^\s<]+[^\s<.,:;"')\]*_~|]/, make: (m) => link(m[0], m[0]) },
  { pattern: /^\*\*\*([\s\S]+?)\*\*\*/, make: (m, world) => el("strong", {}, el("em", {}, ...inline(m[1], world))) },
  { pattern: /^\*\*([\s\S]+?)\*\*(?!\*)/, make: (m, world) => el("strong", {}, ...inline(m[1], world)) },
  { pattern: /^__([\s\S]+?)__(?!_)/, make: (m, world) => el("u", {}, ...inline(m[1], world)) },
  { pattern: /^\*(?!\s)([^*\n]+?)(?<!\s)\*(?!\*)/, make: (m, world) => el("em", {}, ...inline(m[1], world)) },
  { pattern: /^_([^_\n]+?)_(?!\w)/, make: (m, world) => el("em", {}, ...inline(m[1], world)) },
  { pattern: /^~~([\s\S]+?)~~/, make: (m, world) => el("s", {}, ...inline(m[1], world)) },
  { pattern: /^\|\|([\s\S]+?)\|\|/, make: (m, world) => spoiler(inline(m[1], world)) },
];
const MAY_BEGIN = /[\\`<@[h*_~|]/g;

const BLOCKS = [
  { pattern: /^(#{1,3}) +(.+)/, make: (m, world) => el("span", { class: `h${m[1].length}` }, ...inline(m[2], world)) },
  { pattern: /^-# +(.+)/, make: (m, world) => el("span", { class: "subtext" }, ...inline(m[1], world)) },
  { pattern: /^> (.*)/, make: (m, world) => el("span", { class: "quote" }, ...inline(m[1], world)) },
  { pattern: /^ *[-*] +(.+)/, make: (m, world) => el("span", { class: "item" }, "• ", ...inline(m[1], world)) },
];

// `world` names mentions (userName, roleName, channelName) and tells the time (now, in milliseconds).
export function markdown(text, world) {
  const root = el("div", { class: "text" });
  // Code fences run over lines; everything else of a block's kind stands at a line's beginning.
  for (const part of String(text).split(/(```[\s\S]+?```)/)) {
    if (part.startsWith("```") && part.length > 6) root.append(...inline(part, world));
    else if (part) appendLines(root, part, world);
  }
  return root;
}

function appendLines(root, text, world) {
  let open = [];
  const flush = () => {
    if (open.length) root.append(...inline(open.join("\n"), world));
    open = [];
  };
  for (const line of text.split("\n")) {
    const block = BLOCKS.find((each) => each.pattern.test(line));
    if (block) {
      flush();
      root.append(block.make(block.pattern.exec(line), world));
    } else {
      open.push(line);
    }
  }
  flush();
}

function inline(text, world) {
  const parts = [];
  let plain = "";
  let rest = text;
  while (rest) {
    const found = INLINE.map((rule) => [rule, rule.pattern.exec(rest)]).find(([, match]) => match);
    if (found) {
      const [rule, match] = found;
      const made = rule.make(match, world);
      rest = rest.slice(match[0].length);
      if (typeof made === "string") {
        plain += made;
        continue;
      }
      if (plain) parts.push(plain);
      plain = "";
      parts.push(made);
    } else {
      MAY_BEGIN.lastIndex = 1;
      const next = MAY_BEGIN.exec(rest)?.index ?? rest.length;
      plain += rest.slice(0, next);
      rest = rest.slice(next);
    }
  }
  if (plain) parts.push(plain);
  return parts;
}

function mention(sign, name) {
  return el("span", { class: "mention" }, sign + name);
}

function spoiler(children) {
  const button = el("button", { type: "button", class: "spoiler", "aria-label": "Spoiler, press to show" }, ...children);
  button.addEventListener("click", () => { button.classList.add("open"); button.removeAttribute("aria-label"); });
  return button;
}

const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" },
  S: { dateStyle: "short", timeStyle: "medium" },
};
const UNITS = [["year", 31557600], ["month", 2629800], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

export function relative(seconds, now) {
  const gap = seconds - now / 1000;
  const [unit, length] = UNITS.find(([, each]) => Math.abs(gap) >= each) || UNITS.at(-1);
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(Math.round(gap / length), unit);
}

function stamp(seconds, style, world) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return "Invalid Date";
  const full = new Intl.DateTimeFormat("en-GB", STYLES.F).format(date);
  const shown = style === "R" ? relative(seconds, world.now()) : new Intl.DateTimeFormat("en-GB", STYLES[style]).format(date);
  const attributes = { class: "stamp", datetime: date.toISOString(), title: full };
  if (style === "R") attributes["data-relative"] = String(seconds);
  return el("time", attributes, shown);
}

export function refreshRelative(root, now) {
  for (const each of root.querySelectorAll("[data-relative]")) {
    const text = relative(Number(each.dataset.relative), now);
    if (each.textContent !== text) each.textContent = text;
  }
}
