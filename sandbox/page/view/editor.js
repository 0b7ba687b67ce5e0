// One's own message, written again where it stands.

import { html, LitElement, nothing } from "/vendor/components.js";
import { WARNING } from "/view/icons.js";

const MOST = 2000;

/** `<message-editor .message .edit>`, nothing until `open()`; `edit(message, content)` rejects with words. */
class MessageEditor extends LitElement {
  static properties = {
    message: { attribute: false }, edit: { attribute: false }, isOpen: { type: Boolean, reflect: true, attribute: "open" },
    waits: { state: true }, failure: { state: true },
  };

  createRenderRoot() { return this; } // in the page's own tree, so that its style sheet and its tests see it

  async open() {
    this.isOpen = true;
    this.failure = undefined;
    await this.updateComplete;
    const field = this.querySelector("textarea");
    field.value = this.message.content;
    field.focus();
    this.#fit(field);
  }

  render() {
    if (!this.isOpen) return nothing;
    return html`<textarea aria-label="Edit message" maxlength=${MOST} rows="1" ?readonly=${this.waits}
        @input=${({ target }) => this.#fit(target)} @keydown=${this.#key}></textarea>
      <div class="only-you">escape to <button type="button" class="plain-link" @click=${this.#close}>cancel</button>
        • enter to <button type="button" class="plain-link" @click=${this.#save}>save</button></div>
      ${this.failure ? html`<span class="failure" role="alert">${WARNING} ${this.failure}</span>` : nothing}`;
  }

  #fit(field) {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  }

  #key = (event) => {
    event.stopPropagation();
    const use = { Escape: this.#close, Enter: event.shiftKey || event.isComposing ? null : this.#save }[event.key];
    if (!use) return;
    event.preventDefault();
    use();
  };

  #close = () => {
    this.isOpen = false;
    this.closest("article")?.focus();
  };

  #save = async () => {
    const content = this.querySelector("textarea").value.trim();
    if (!content || content === this.message.content) return this.#close();
    this.waits = true;
    this.failure = undefined;
    try {
      await this.edit(this.message, content);
      this.#close();
    } catch (error) {
      this.failure = error.message;
    } finally {
      this.waits = false;
    }
  };
}

customElements.define("message-editor", MessageEditor);
