// Dark, light, or as the system is.

import { keep, kept } from "/state/kept.js";

export const THEMES = { dark: "Dark", light: "Light", system: "As the system" };
const light = matchMedia("(prefers-color-scheme: light)");

export const theme = () => (kept("theme") in THEMES ? kept("theme") : "dark");

export function wear(chosen = theme()) {
  keep("theme", chosen);
  const shown = chosen === "system" ? (light.matches ? "light" : "dark") : chosen;
  document.documentElement.dataset.theme = shown;
}

light.addEventListener("change", () => wear());
