// The list of commands that `/` opens.

import { html } from "/vendor/components.js";
import { fitting } from "/composer/picker.js";
import { mark } from "/composer/mark.js";

/** The groups of commands that fit what was typed after the slash, for a picker. */
export function commandGroups(commands, typed, world) {
  const items = commands.map(commandItem);
  const application = world.nameOf(world.bot);
  const heading = (text) => html`${mark(world)}<span>${text}</span>`;
  if (typed.trim()) return [{ label: application, heading: heading(application), items: fitting(items, typed) }];
  return families(items).map(({ top, items: members }) => top
    ? { label: `${application}, /${top}`, heading: html`<span>/${top}</span>`, items: members }
    : { label: application, heading: heading(application), items: members });
}

// Commands that stand alone come first, then each family of sub-commands.
function families(items) {
  const byTop = new Map([["", []]]);
  for (const item of items) {
    const top = item.name.includes(" ") ? item.name.split(" ")[0] : "";
    byTop.set(top, [...(byTop.get(top) ?? []), item]);
  }
  return [...byTop].map(([top, members]) => ({ top, items: members }));
}

function commandItem(command) {
  const options = command.options.map(optionName);
  return { name: command.name, detail: command.description, command, title: html`<b>/${command.name}</b> ${options}` };
}

function optionName({ name, required }) {
  return html`<span class="picker-option" ?data-optional=${!required}>${name}</span>`;
}
