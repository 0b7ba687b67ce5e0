// Files that come with a message: pictures are shown, others named.

import { html, nothing } from "/vendor/components.js";
import { safeLink } from "/view/links.js";
import { picture } from "/view/picture.js";

const ALONE = { width: 550, height: 350 };

/** How large a file is, as a number and its unit. */
function size(bytes) {
  if (!(bytes >= 0)) return ["", ""];
  if (bytes < 1000) return [bytes, "bytes"];
  return bytes < 1_000_000 ? [Number((bytes / 1000).toFixed(1)), "KB"] : [Number((bytes / 1_000_000).toFixed(1)), "MB"];
}

export function file(address, name, bytes) {
  const href = safeLink(address);
  const [amount, unit] = size(bytes);
  return href === null ? html`<div>${name}</div>`
    : html`<discord-file-attachment name=${name} .bytes=${amount} .bytesUnit=${unit}
      href=${href} target="_blank" rel="noopener noreferrer"></discord-file-attachment>`;
}

export function attachments(files) {
  if (!files?.length) return nothing;
  const isPicture = (each) => /^image\//.test(each.content_type ?? "");
  return html`<discord-attachments>${files.map((each) => (isPicture(each)
    ? picture(each, { label: each.description ?? each.filename, box: ALONE })
    : file(each.url, each.filename, each.size)))}</discord-attachments>`;
}
