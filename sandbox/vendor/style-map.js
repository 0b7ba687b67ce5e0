// lit's styleMap writes a style attribute at its first drawing, which a strict content security policy forbids.
// This one sets each property through the CSSOM, which is not bound by it.

import { noChange } from "lit";
import { directive, Directive } from "lit/directive.js";

class StyleMap extends Directive {
  #set = new Set();

  render() {
    return noChange;
  }

  update(part, [styles]) {
    const { style } = part.element;
    for (const name of this.#set) {
      if (styles[name] == null) {
        this.#set.delete(name);
        write(style, name, null);
      }
    }
    for (const [name, value] of Object.entries(styles)) {
      if (value == null) continue;
      this.#set.add(name);
      write(style, name, value);
    }
    return noChange;
  }
}

function write(style, name, value) {
  if (name.includes("-")) value == null ? style.removeProperty(name) : style.setProperty(name, value);
  else style[name] = value ?? "";
}

export const styleMap = directive(StyleMap);
