// A message's components: rows of buttons and selects, and the layouts of the second generation.

import { classMap, html, nothing } from "/vendor/components.js";
import { file } from "/view/attachments.js";
import "/view/button.js";
import { tint } from "/view/colour.js";
import { markdown } from "/view/markdown.js";
import { picture } from "/view/picture.js";
import "/view/select.js";
import { cover } from "/view/spoiler.js";

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
    cover(spoiler, picture(media, { kind: "thumbnail", label: description, box: SMALL })),
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
