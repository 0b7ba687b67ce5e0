// Embeds. Discord's component gives the frame and its parts; titles, pictures and fields are laid into it, because it
// knows neither marks in a title nor what a picture shows, and takes no more than an address for one.

import { html, nothing } from "/vendor/components.js";
import { tint } from "/view/colour.js";
import { link } from "/view/links.js";
import { line, markdown } from "/view/markdown.js";
import { picture, pictureAddress } from "/view/picture.js";
import { sentTime } from "/view/timestamp.js";

const IMAGE = { width: 400, height: 300 }, THUMBNAIL = { width: 80, height: 80 };
const IN_A_ROW = 3;

/** @param {object} given what Discord calls an embed */
export function embed(given, world) {
  const { author, title, description, fields, thumbnail, image, footer, timestamp, provider } = given;
  return html`<discord-embed class="embed" ${tint(given.color)}>
    <div slot="description" class="embed-words">
      ${provider?.name ? html`<div class="embed-provider">${provider.name}</div>` : nothing}
      ${author?.name ? html`<div class="embed-author">${icon(author)}${link(author.url, author.name)}</div>` : nothing}
      ${title ? html`<div class="embed-title">${link(given.url, line(title, world))}</div>` : nothing}
      ${description ? html`<discord-embed-description>${text(description, world)}</discord-embed-description>` : nothing}
      ${fields?.length ? html`<discord-embed-fields>
        ${spread(fields).map((each) => field(each, world))}</discord-embed-fields>` : nothing}
    </div>
    ${thumbnail?.url ? html`<div slot="description" class="embed-thumbnail">
      ${picture(thumbnail, { kind: "thumbnail", box: THUMBNAIL })}</div>` : nothing}
    ${image?.url ? html`<div slot="fields" class="embed-image">
      ${picture(image, { box: IMAGE, label: image.description })}</div>` : nothing}
    ${footer?.text || timestamp ? html`<discord-embed-footer slot="footer">${icon(footer)}
      <span>${footer?.text}${footer?.text && timestamp ? " • " : nothing}
        ${timestamp ? sentTime(timestamp, world) : nothing}</span>
    </discord-embed-footer>` : nothing}
  </discord-embed>`;
}

const text = (words, world) => markdown(words, world, { isEmbed: true });

function icon(part) {
  const source = part?.icon_url && pictureAddress(part.icon_url);
  return source ? html`<img class="embed-icon" src=${source} alt="" loading="lazy">` : nothing;
}

/** Each field with the columns that are its own: up to three inline ones share a row. */
function spread(fields) {
  const placed = [];
  let row = [];
  const end = () => {
    row.forEach((field, index) => placed.push({ ...field, columns: `columns-${row.length}-${index + 1}` }));
    row = [];
  };
  for (const field of fields) {
    if (!field.inline || row.length === IN_A_ROW) end();
    if (field.inline) row.push(field);
    else placed.push({ ...field, columns: "" });
  }
  end();
  return placed;
}

const field = ({ name, value, columns }, world) => html`<discord-embed-field class=${columns}>
  <div class="field-name">${line(name, world)}</div>${text(value, world)}</discord-embed-field>`;
