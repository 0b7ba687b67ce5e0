// Components of both generations: rows of buttons and selects, and the layouts of the second.

import { el, link, picture, safeLink } from "/dom.js";
import { colour } from "/embed.js";
import { markdown } from "/markdown.js";

const ROW = 1, BUTTON = 2, STRING_SELECT = 3, SECTION = 9, TEXT = 10, THUMBNAIL = 11, GALLERY = 12, FILE = 13, SEPARATOR = 14, CONTAINER = 17;
const PICKED = { 5: ["users"], 6: ["roles"], 7: ["users", "roles"], 8: ["channels"] };

// `act(custom_id, values)` does what a click or a choice does.
export function componentElement(component, world, act) {
  const inner = (each) => componentElement(each, world, act);
  switch (component.type) {
    case ROW: return el("div", { class: "row" }, ...component.components.map(inner));
    case BUTTON: return button(component, act);
    case SECTION:
      return el("div", { class: "section" }, el("div", {}, ...component.components.map(inner)), inner(component.accessory));
    case TEXT: return markdown(component.content, world);
    case THUMBNAIL: return el("div", { class: "thumbnail" }, picture(component.media.url, component.description || "Thumbnail"));
    case GALLERY:
      return el("div", { class: "gallery" }, ...component.items.map((item) => picture(item.media.url, item.description || "")));
    case FILE: return el("div", {}, "📄 ", link(component.file.url, component.name || component.file.url));
    case SEPARATOR:
      return el("hr", { class: `separator${component.divider === false ? "" : " line"}${component.spacing === 2 ? " large" : ""}` });
    case CONTAINER: return container(component, inner);
    default: return component.type in PICKED || component.type === STRING_SELECT ? select(component, world, act) : el("div", { class: "note" }, `(component of type ${component.type})`);
  }
}

function container(component, inner) {
  const box = el("div", { class: "container" }, ...component.components.map(inner));
  if (typeof component.accent_color === "number") box.style.setProperty("--bar", colour(component.accent_color));
  return box;
}

function emoji(each) {
  return each?.id ? `:${each.name}:` : each?.name || "";
}

function button(component, act) {
  const label = [emoji(component.emoji), component.label].filter(Boolean).join(" ");
  const type = `button style-${component.style}`;
  if (component.style === 5) {
    const href = safeLink(component.url);
    return el("a", { class: type, href, target: "_blank", rel: "noopener noreferrer" }, label, " ↗");
  }
  const made = el("button", { type: "button", class: type, disabled: component.disabled || component.style === 6 }, label);
  made.addEventListener("click", () => act(component.custom_id));
  return made;
}

// What may be chosen in a select, as [value, label, is chosen at first].
export function choices(component, world) {
  if (component.type === STRING_SELECT || component.options) {
    return (component.options || []).map((each) => [each.value, [emoji(each.emoji), each.label, each.description && `– ${each.description}`].filter(Boolean).join(" "), Boolean(each.default)]);
  }
  const preset = new Set((component.default_values || []).map((each) => each.id));
  const kinds = component.channel_types;
  return PICKED[component.type].flatMap((kind) => world.pick(kind, kinds)).map(([id, name]) => [id, name, preset.has(id)]);
}

export function selectBox(component, world, attributes = {}) {
  const most = component.max_values ?? 1;
  const box = el("select", { multiple: most > 1, ...attributes });
  const all = choices(component, world);
  if (most === 1) box.append(el("option", { value: "" }, component.placeholder || "Make a choice"));
  for (const [value, label, chosen] of all) {
    const option = el("option", { value }, label);
    option.selected = chosen;
    box.append(option);
  }
  return box;
}

function select(component, world, act) {
  const label = component.placeholder || "Make a choice";
  const box = selectBox(component, world, { disabled: component.disabled, "aria-label": label });
  const values = () => [...box.selectedOptions].map((each) => each.value).filter(Boolean);
  if (!box.multiple) {
    box.addEventListener("change", () => { if (values().length || component.min_values === 0) act(component.custom_id, values()); });
    return box;
  }
  const done = el("button", { type: "button", class: "button style-2", disabled: component.disabled }, "Choose");
  done.addEventListener("click", () => act(component.custom_id, values()));
  return el("span", { class: "row" }, box, done);
}
