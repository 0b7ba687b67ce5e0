// Colours that somebody chose, as numbers.

import { styleMap } from "/vendor/components.js";

const colour = (number) => `#${number.toString(16).padStart(6, "0")}`;

/** Give an element a colour as `--tint`; the style sheet makes of it one that can be read on either ground. */
export const tint = (number) => styleMap({ "--tint": Number.isInteger(number) && number >= 0 ? colour(number) : null });
