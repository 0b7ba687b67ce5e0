// What can be chosen in a select, of each of the five kinds.

import { emoji } from "/view/emoji.js";

const STRING = 3, PICKED = { 5: ["users"], 6: ["roles"], 7: ["users", "roles"], 8: ["channels"] };
const SIGNS = { users: "@", roles: "@", channels: "#" };

/**
 * @param {object} component a select, as Discord describes it
 * @returns {{value: string, label: string, detail?: string, sign?: unknown, isDefault: boolean}[]}
 */
export function choices(component, world) {
  if (component.type === STRING) {
    return (component.options ?? []).map((each) => ({
      value: each.value, label: each.label, detail: each.description, sign: each.emoji && emoji(each.emoji),
      isDefault: Boolean(each.default),
    }));
  }
  const preset = new Set((component.default_values ?? []).map(({ id }) => id));
  const ofKind = (kind) => world.pick(kind, component.channel_types).map(({ value, name, detail }) => ({
    value, label: name.replace(/^@/, ""), detail, sign: SIGNS[kind], isDefault: preset.has(value),
  }));
  return (PICKED[component.type] ?? []).flatMap(ofKind);
}

/** Those that a typed text fits: by a word's beginning first, then anywhere. */
export function filtered(all, typed) {
  const wanted = typed.trim().toLocaleLowerCase();
  if (!wanted) return all;
  const place = ({ label, detail = "" }) => `${label} ${detail}`.toLocaleLowerCase().indexOf(wanted);
  return all.filter((each) => place(each) >= 0).sort((a, b) => Number(place(a) > 0) - Number(place(b) > 0));
}

/** What is wrong with so many chosen, in words, or undefined. */
export function amiss(count, { min_values: least = 1, max_values: most = 1 }) {
  if (count < least) return `Choose at least ${least}.`;
  if (count > most) return `Choose ${most} at most.`;
  return undefined;
}
