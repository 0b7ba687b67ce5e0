// Tabs, as the ARIA Authoring Practices have them: arrows, Home and End move, and what is moved to is shown.

import { html, nothing } from "/vendor/components.js";

const MOVES = { ArrowRight: 1, ArrowLeft: -1 };

/** Which of `names` is shown; `changed()` is called after another one was chosen. */
export class Tabs {
  #names; #changed;

  /** @param {{[id: string]: string}} names each tab's words */
  constructor(names, changed) {
    this.#names = names;
    this.#changed = changed;
    [this.shown] = Object.keys(names);
  }

  /** @param {{[id: string]: () => unknown}} panels what each shows */
  template(label, panels) {
    const ids = Object.keys(this.#names);
    return html`
      <div class="panel-tabs" role="tablist" aria-label=${label} @keydown=${(event) => this.#move(event)}>
        ${ids.map((id) => this.#tab(id))}
      </div>
      ${ids.map((id) => html`
        <div class="panel-page" role="tabpanel" id="panel-page-${id}" aria-labelledby="panel-tab-${id}" tabindex="0"
          ?hidden=${id !== this.shown}>${id === this.shown ? panels[id]() : nothing}</div>`)}`;
  }

  #tab(id) {
    const isShown = id === this.shown;
    return html`
      <button type="button" role="tab" id="panel-tab-${id}" aria-controls="panel-page-${id}" aria-selected=${isShown}
        tabindex=${isShown ? 0 : -1} @click=${() => this.#show(id)}>${this.#names[id]}</button>`;
  }

  #show(id) {
    if (id === this.shown) return;
    this.shown = id;
    this.#changed();
  }

  #move(event) {
    const ids = Object.keys(this.#names), at = ids.indexOf(this.shown);
    const to = { Home: 0, End: ids.length - 1 }[event.key] ?? (event.key in MOVES ? at + MOVES[event.key] : null);
    if (to === null) return;
    event.preventDefault();
    this.#show(ids.at(to % ids.length));
    event.currentTarget.querySelector(`#panel-tab-${this.shown}`).focus();
  }
}
