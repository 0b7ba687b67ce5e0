// Modals: the form that an interaction is answered with. What was typed is kept until it is taken.

import { html, render } from "/vendor/components.js";
import { fieldsOf, fieldTemplate } from "/view/modal_fields.js";
import { mark } from "/view/person.js";

const FAILED = "Something went wrong. Try again.";
/** A dialog's `returnValue` once its form was taken. */
export const SENT = "sent";
const UNSENT = "You have typed something. Press Esc again to close without sending it.";

/** What was typed in forms that were closed unsent, by custom_id, as long as the page is open; as Discord does. */
const unsent = new Map();
let made = 0;

/**
 * Show a modal. `submit(fields)`, by custom_id, sends it; where it rejects, its words are shown and nothing is lost.
 * @param {object} modal as Discord describes it: title, custom_id, components
 */
export function openModal(modal, { world, submit }) {
  new Form(modal, world, submit).open();
}

class Form {
  #modal; #world; #submit; #fields; #presets;
  #id = `modal-${++made}`;
  #dialog = document.createElement("dialog");
  #words = ""; #isBusy = false; #isWarned = false;

  constructor(modal, world, submit) {
    Object.assign(this.#dialog, { className: "modal" });
    this.#modal = modal;
    this.#world = world;
    this.#submit = submit;
    this.#fields = fieldsOf(modal, this.#id, world, () => this.#draw());
    this.#presets = JSON.stringify(this.#values);
  }

  open() {
    const kept = unsent.get(this.#modal.custom_id);
    // A form that the bot filled in otherwise since then is the newer one.
    if (kept?.presets === this.#presets) for (const field of this.#inputs) field.value = kept.values[field.name];
    this.#dialog.setAttribute("aria-labelledby", `${this.#id}-title`);
    this.#dialog.addEventListener("cancel", (event) => this.#cancel(event));
    this.#dialog.addEventListener("close", () => this.#dialog.remove());
    this.#dialog.addEventListener("pointerdown", (event) => { if (event.target === this.#dialog) this.#leave(event); });
    document.body.append(this.#dialog);
    this.#draw();
    this.#dialog.showModal();
    this.#dialog.querySelector("[data-field]")?.focus();
  }

  get #inputs() { return this.#fields.filter((field) => field.name); }
  get #values() { return Object.fromEntries(this.#inputs.map((field) => [field.name, field.value])); }

  // Closing

  #cancel(event) {
    if (event.target === this.#dialog) this.#leave(event);
  }

  // By a key or a click beside the form, which may be a slip: it is asked once.
  #leave(event) {
    event.preventDefault();
    if (this.#isBusy) return;
    if (this.#isWarned || JSON.stringify(this.#values) === this.#presets) return this.#close();
    this.#isWarned = true;
    this.#say(UNSENT);
  }

  #close() {
    const values = this.#values;
    if (JSON.stringify(values) === this.#presets) unsent.delete(this.#modal.custom_id);
    else unsent.set(this.#modal.custom_id, { presets: this.#presets, values });
    this.#dialog.close();
  }

  // Sending

  async #send() {
    if (this.#isBusy) return;
    this.#isWarned = false;
    this.#say("");
    const wrong = this.#inputs.filter((field) => !field.check());
    this.#draw();
    if (wrong.length) return this.#dialog.querySelector(`[data-field="${wrong[0].id}"]`).focus();
    this.#setBusy(true);
    try {
      const outcome = await this.#submit(this.#values);
      if (outcome?.state === "failed") throw new Error(FAILED);
      unsent.delete(this.#modal.custom_id);
      this.#dialog.close(SENT);
    } catch (refusal) {
      this.#say(refusal.message || FAILED);
    }
    return this.#setBusy(false);
  }

  #setBusy(isBusy) {
    this.#isBusy = isBusy;
    this.#draw();
  }

  #say(words) {
    this.#words = words;
    this.#draw();
  }

  // How it looks

  #draw() {
    render(this.#template(), this.#dialog);
  }

  #template() {
    const application = this.#world.nameOf(this.#world.bot), busy = String(this.#isBusy);
    const giveUp = () => this.#isBusy || this.#close();
    return html`<form novalidate autocomplete="off" aria-busy=${busy}
        @submit=${(event) => { event.preventDefault(); this.#send(); }}>
      <header class="modal-head">${mark(this.#world)}
        <div><h2 id="${this.#id}-title">${this.#modal.title}</h2><p>${application}</p></div>
        <button type="button" class="modal-close" aria-label="Close" @click=${giveUp}>✕</button>
      </header>
      <div class="modal-body">
        <p class="modal-notice">This form goes to ${application}.
          Do not share passwords or other sensitive information.</p>
        ${this.#fields.map((field) => fieldTemplate(field, this.#world))}
      </div>
      <footer class="modal-foot">
        <p class="modal-words" role="alert">${this.#words}</p>
        <button type="button" class="modal-cancel" aria-disabled=${busy} @click=${giveUp}>Cancel</button>
        <button type="submit" class="modal-submit" aria-disabled=${busy}>
          ${this.#isBusy ? html`<span class="spinner" aria-hidden="true"></span>Submitting…` : "Submit"}</button>
      </footer>
    </form>`;
  }
}
