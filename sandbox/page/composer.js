// The line at the bottom: plain messages, and commands with suggestions while they are typed.

import { el } from "/dom.js";

const PAUSE = 250;
const MOST = 25;

// Read a command line: "/channel subscribe what:releases where:#chat". What stands before the first name is the first option's.
export function parseLine(line, commands) {
  const text = line.slice(1);
  const fitting = commands.filter((each) => text === each.name || text.startsWith(`${each.name} `));
  const command = fitting.sort((a, b) => b.name.length - a.name.length)[0];
  if (!command) return { command: null, options: [], typed: text };
  const rest = text.slice(command.name.length);
  const names = command.options.map((each) => each.name);
  const options = [];
  const pattern = names.length ? new RegExp(`(?:^|\\s)(${names.map(escape).join("|")}):`, "gu") : null;
  const marks = pattern ? [...rest.matchAll(pattern)] : [];
  const before = rest.slice(0, marks[0]?.index ?? rest.length);
  if (before.trim() && names.length) options.push({ name: names[0], text: before.trimStart(), start: command.name.length + 1 + before.length - before.trimStart().length });
  marks.forEach((mark, index) => {
    const from = mark.index + mark[0].length;
    const value = rest.slice(from, marks[index + 1]?.index ?? rest.length);
    options.push({ name: mark[1], text: value.trimStart(), start: 1 + command.name.length + from + value.length - value.trimStart().length });
  });
  return { command, options, typed: rest };
}

function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

// `doors` is what the composer may do: commands(), suggest(command, options, focused), choices(option), say, run, complain.
export class Composer {
  constructor(doors) {
    this.doors = doors;
    this.line = document.getElementById("line");
    this.list = document.getElementById("suggestions");
    this.items = [];
    this.at = -1;
    this.values = new Map();
    this.asked = 0;
    this.line.addEventListener("input", () => this.suggest());
    this.line.addEventListener("keydown", (event) => this.key(event));
    this.line.addEventListener("blur", () => setTimeout(() => this.show([]), 150));
    this.line.addEventListener("focus", () => this.suggest());
    document.getElementById("composer").addEventListener("submit", (event) => { event.preventDefault(); this.send(); });
  }

  key(event) {
    if (event.isComposing || !this.items.length) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.mark((this.at + step + this.items.length) % this.items.length);
    } else if (event.key === "Tab" || (event.key === "Enter" && this.at >= 0)) {
      event.preventDefault();
      this.items[Math.max(this.at, 0)].take();
    } else if (event.key === "Escape") {
      this.show([]);
    }
  }

  mark(index) {
    this.at = index;
    [...this.list.querySelectorAll("[role=option]")].forEach((each, number) => each.setAttribute("aria-selected", String(number === index)));
    this.line.setAttribute("aria-activedescendant", index < 0 ? "" : `suggestion-${index}`);
    this.list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  show(items, hint = "") {
    this.items = items.slice(0, MOST);
    const shown = this.items.map((item, index) =>
      el("li", { id: `suggestion-${index}`, role: "option", "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); item.take(); } },
        el("span", {}, item.label), item.about && el("small", {}, item.about)));
    const help = hint ? [el("li", { class: "hint", role: "presentation" }, hint)] : [];
    this.list.replaceChildren(...help, ...shown);
    this.list.hidden = !shown.length && !help.length;
    this.line.setAttribute("aria-expanded", String(!this.list.hidden));
    this.mark(-1);
  }

  async suggest() {
    const asked = ++this.asked;
    const line = this.line.value;
    if (!line.startsWith("/")) return this.show([]);
    const { command, options, typed } = parseLine(line, this.doors.commands());
    if (!command) return this.suggestCommands(typed);
    const current = options.at(-1);
    const option = command.options.find((each) => each.name === current?.name);
    if (!option || this.isFilled(command, option, current)) return this.suggestOptions(command, options);
    const hint = `${option.name}: ${option.description}`;
    if (!option.autocomplete) return this.show(this.fitting(command, option, current), hint);
    if (current.text) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (asked !== this.asked) return undefined;
    const given = Object.fromEntries(options.map((each) => [each.name, each === current ? each.text.trim() : this.valueOf(command, each)]));
    const found = await this.doors.suggest(command.name, given, option.name);
    if (asked !== this.asked) return undefined;
    return this.show(found.map((each) => this.choice(command, each.name, each.value, current)), found.length ? hint : `${hint} – nothing found`);
  }

  // Whether a value is complete, so that the next option may come: a choice that was taken, or any text, and a space.
  isFilled(command, option, current) {
    if (!/\S\s+$/.test(current.text)) return false;
    const taken = this.values.has(`${command.name}\n${option.name}\n${current.text.trim()}`);
    return taken || (!option.autocomplete && !this.doors.choices(option).length);
  }

  suggestCommands(typed) {
    const fitting = this.doors.commands().filter((each) => each.name.startsWith(typed.trimStart()));
    this.show(fitting.map((each) => ({ label: `/${each.name}`, about: each.description, take: () => this.put(`/${each.name} `) })),
      fitting.length ? "" : "There is no such command here");
  }

  suggestOptions(command, options) {
    const used = new Set(options.map((each) => each.name));
    const left = command.options.filter((each) => !used.has(each.name));
    const base = this.line.value.trimEnd();
    this.show(left.map((each) => ({ label: `${each.name}:`, about: `${each.description}${each.required ? " (required)" : ""}`, take: () => this.put(`${base} ${each.name}:`) })), command.description);
  }

  fitting(command, option, current) {
    const wanted = current.text.trim().toLowerCase();
    const fitting = this.doors.choices(option).filter((each) => each.name.toLowerCase().includes(wanted));
    return fitting.map((each) => this.choice(command, each.name, each.value, current));
  }

  // A choice is shown by its name and sent by its value.
  choice(command, name, value, current) {
    const take = () => {
      this.values.set(`${command.name}\n${current.name}\n${name}`, value);
      const before = this.line.value.slice(0, current.start).trimEnd();
      const named = before.endsWith(`${current.name}:`) ? before : `/${command.name} ${current.name}:`;
      this.put(`${named}${name} `);
    };
    return { label: name, take };
  }

  valueOf(command, option) {
    const text = option.text.trim();
    return this.values.get(`${command.name}\n${option.name}\n${text}`) ?? text;
  }

  put(text) {
    this.line.value = text;
    this.line.focus();
    this.suggest();
  }

  async send() {
    const line = this.line.value.trim();
    if (!line) return;
    this.asked += 1;
    this.show([]);
    try {
      if (line.startsWith("/")) await this.run(line);
      else await this.doors.say(line);
      this.line.value = "";
      this.values.clear();
    } catch (refusal) {
      this.doors.complain(refusal.message);
    }
  }

  async run(line) {
    const { command, options } = parseLine(line, this.doors.commands());
    if (!command) throw new Error(`There is no command ${line.split(" ")[0]} here`);
    await this.doors.run(command.name, Object.fromEntries(options.map((each) => [each.name, this.valueOf(command, each)])));
  }
}
