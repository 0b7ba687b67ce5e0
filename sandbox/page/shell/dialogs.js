// Small dialogs of the shell's own: a thread, a post, and "are you sure".

import { html, nothing, render } from "/vendor/components.js";

/**
 * Open a dialog; what `submit(values)` rejects with is told in it, and nothing typed is lost.
 * @param {object} asked
 * @param {string} asked.title
 * @param {{name: string, label: string, isLong?: boolean, most: number, value?: string}[]} [asked.fields]
 * @param {string} [asked.words]
 * @param {string} asked.action the button that submits
 * @param {boolean} [asked.isGrave] whether it can't be undone
 * @param {(values: Record<string, string>) => Promise<void>} asked.submit
 */
export function ask({ title, fields = [], words, action, isGrave, submit }) {
  const dialog = document.createElement("dialog");
  dialog.className = "ask";
  dialog.setAttribute("aria-labelledby", "ask-title");
  let error = "", isBusy = false;
  const sent = async (event) => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    try {
      await submit(Object.fromEntries(fields.map(({ name }) => [name, dialog.querySelector(`[name=${name}]`).value])));
      dialog.close();
    } catch (refusal) {
      error = refusal.message;
      draw();
    }
    isBusy = false;
  };
  const draw = () => render(html`<form @submit=${sent}><h2 id="ask-title">${title}</h2>
    ${words ? html`<p>${words}</p>` : nothing}
    ${fields.map(fieldTemplate)}
    <p class="ask-error" role="alert">${error}</p>
    <div class="ask-actions"><button type="button" class="quiet" @click=${() => dialog.close()}>Cancel</button>
      <button type="submit" class=${isGrave ? "solid grave" : "solid"}>${action}</button></div></form>`, dialog);
  draw();
  dialog.addEventListener("close", () => dialog.remove());
  document.getElementById("floating").append(dialog);
  dialog.showModal();
}

const fieldTemplate = ({ name, label, isLong, most, value = "" }) => html`<div class="ask-field">
  <label for=${`ask-${name}`}>${label}</label>
  ${isLong ? html`<textarea id=${`ask-${name}`} name=${name} rows="5" maxlength=${most} required></textarea>`
    : html`<input id=${`ask-${name}`} name=${name} maxlength=${most} value=${value}
      autocomplete="off" required>`}</div>`;
