// A message's components: rows of buttons and selects, and the layouts of the second generation.

import { classMap, html, LitElement, nothing } from "/vendor/components.js";
import { OUT, SHOP, WARNING } from "/view/icons.js";
import { tint } from "/view/looks.js";
import { cover, emoji, markdown } from "/view/markdown.js";
import { file, picture, safeLink } from "/view/media.js";
import "/view/select.js";

// A message's button. Discord's component for it is a picture of one: it can neither be disabled nor wait.

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

const ROW = 1, BUTTON = 2, STRING_SELECT = 3, SECTION = 9, TEXT = 10, THUMBNAIL = 11, GALLERY = 12, FILE = 13;
const SEPARATOR = 14, CONTAINER = 17;
const PICKED_SELECTS = [5, 6, 7, 8];

const ALONE = { width: 550, height: 350 }, SMALL = { width: 85, height: 85 };

/** @param {(customId: string, values?: string[]) => Promise<void>} use */
export function components(message, world, use) {
  if (!message.components?.length) return nothing;
  const each = drawer(world, use);
  return html`<div class="components">${message.components.map(each)}</div>`;
}

function drawer(world, use) {
  const each = (component) => (DRAWN[component.type] ?? unknown)(component, { world, use, each });
  return each;
}

const unknown = ({ type }) =>
  html`<div class="undrawable">A component of type ${type}, which this page can't draw.</div>`;
const select = (component, { world, use }) =>
  html`<message-select .component=${component} .world=${world} .use=${use}></message-select>`;

const DRAWN = {
  [ROW]: (row, { each }) => html`<div class="action-row">${row.components.map(each)}</div>`,
  [BUTTON]: (button, { use }) => html`<message-button .component=${button} .use=${use}></message-button>`,
  [STRING_SELECT]: select,
  ...Object.fromEntries(PICKED_SELECTS.map((type) => [type, select])),
  [SECTION]: ({ components: texts, accessory }, { each }) => html`<div class="section">
    <div class="section-text">${texts.map(each)}</div>
    <div class="accessory">${accessory ? each(accessory) : nothing}</div></div>`,
  [TEXT]: ({ content }, { world }) => markdown(content, world, { isEmbed: true }),
  [THUMBNAIL]: ({ media, description, spoiler }) =>
    cover(spoiler, picture(media, { kind: "thumbnail", label: description, title: description, box: SMALL })),
  [GALLERY]: ({ items }) => gallery(items),
  [FILE]: (given) => cover(given.spoiler, file(given.file.url, given.name ?? nameIn(given.file.url), given.size)),
  [SEPARATOR]: ({ divider = true, spacing = 1 }) => html`<div
    class=${classMap({ separator: true, divider, large: spacing === 2 })}
    role=${divider ? "separator" : "presentation"}></div>`,
  [CONTAINER]: ({ accent_color: accent, components: within, spoiler }, { each }) => cover(spoiler, html`
    <div class="container ${Number.isInteger(accent) ? "accented" : ""}" ${tint(accent)}>${within.map(each)}</div>`),
};

const nameIn = (address) => address.split(/[?#]/)[0].split("/").pop() || address;

function gallery(items) {
  if (items.length === 1) {
    const [{ media, description, spoiler }] = items;
    return cover(spoiler, picture(media, { label: description, box: ALONE }));
  }
  return html`<div class="gallery" data-count=${Math.min(items.length, 10)}>${items.map((item) => cover(item.spoiler,
    picture(item.media, { kind: "tile", label: item.description })))}</div>`;
}
