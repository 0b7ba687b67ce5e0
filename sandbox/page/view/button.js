// A message's button. Discord's component for it is a picture of one: it can neither be disabled nor wait.

import { html, LitElement, nothing } from "/vendor/components.js";
import { emoji } from "/view/emoji.js";
import { OUT, SHOP, WARNING } from "/view/icons.js";
import { safeLink } from "/view/links.js";

const LINK = 5, PREMIUM = 6;
const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "away", 6: "premium" };

/** `<message-button .component .use>`; `use(customId)` rejects with words, which are then shown beside it. */
class MessageButton extends LitElement {
  static properties = {
    component: { attribute: false }, use: { attribute: false }, waits: { state: true }, failure: { state: true },
  };

  createRenderRoot() { return this; } // in the page's own tree, so that its style sheet and its tests see it

  willUpdate(changed) {
    const before = changed.get("component");
    if (before && before.custom_id !== this.component.custom_id) this.failure = undefined;
  }

  render() {
    const { component } = this;
    if (component.style === LINK) return this.#link(component);
    const style = STYLES[component.style] ?? "secondary";
    return html`<button type="button" class="button ${style} ${this.failure ? "failed" : ""}"
      ?disabled=${component.disabled || component.style === PREMIUM} aria-busy=${this.waits ? "true" : "false"}
      aria-label=${this.waits ? `${spoken(component)}, waiting` : nothing}
      @click=${this.#press}>${component.style === PREMIUM ? SHOP : nothing}${face(component)}
      ${this.waits ? DOTS : nothing}</button>
      ${this.failure ? html`<span class="failure" role="alert">${WARNING} ${this.failure}</span>` : nothing}`;
  }

  #link(component) {
    const href = safeLink(component.url);
    const shown = html`${face(component)}${OUT}`;
    if (component.disabled || href === null) return html`<a class="button away" role="link" aria-disabled="true">${shown}</a>`;
    return html`<a class="button away" href=${href} title=${component.url} target="_blank" rel="noopener noreferrer"
      >${shown}</a>`;
  }

  #press = async () => {
    if (this.waits) return;
    this.waits = true;
    this.failure = undefined;
    try {
      await this.use(this.component.custom_id);
    } catch (error) {
      this.failure = error.message || "This interaction failed";
    } finally {
      this.waits = false;
    }
  };
}

const DOTS = html`<span class="waiting-dots" aria-hidden="true"><i></i><i></i><i></i></span>`;

const spoken = ({ label, emoji: sign, style }) => label || (style === PREMIUM ? "Shop" : sign?.name ?? "Button");

function face(component) {
  const { emoji: sign } = component;
  const isSignAlone = sign && !component.label;
  return html`<span class="button-face" role=${isSignAlone ? "img" : nothing}
    aria-label=${isSignAlone ? spoken(component) : nothing}
    >${sign ? emoji(sign) : nothing}${isSignAlone ? nothing : spoken(component)}</span>`;
}

customElements.define("message-button", MessageButton);
