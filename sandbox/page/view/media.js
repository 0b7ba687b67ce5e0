// What lies outside the page: links to it, pictures of it, and the files that come with a message.

import { html, ifDefined, nothing } from "/vendor/components.js";

// Ways out of the page: to http and https alone, in another tab that isn't told where one came from.

/** The address as it can be gone to, or null. */
export function safeLink(address) {
  try {
    const url = new URL(address);
    return ["http:", "https:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * A link, or what it says where its address is none.
 * @param {string} address
 * @param {unknown} content
 * @param {string} [title] what is told of it; its true address unless given
 */
export function link(address, content, title) {
  const href = safeLink(address);
  if (href === null) return content;
  return html`<a class="outward" href=${href} title=${title ?? address}
    target="_blank" rel="noopener noreferrer">${content}</a>`;
}

// Pictures. Those of other servers are fetched by the sandbox, as by Discord's media proxy: the page asks no one else.

/**
 * Where the picture at an address is had from. An attachment of this sandbox is its own.
 * @param {string} address
 * @param {string} [title] what a cover is of: where it can't be had, one is drawn with that title
 */
export function pictureAddress(address, title) {
  const href = safeLink(address);
  if (href === null) return undefined;
  if (new URL(href).origin === location.origin) return href;
  const drawn = title ? `&title=${encodeURIComponent(title.slice(0, 100).toWellFormed())}` : "";
  return `/pictures?url=${encodeURIComponent(href)}${drawn}`;
}

/** Width and height within a box, or undefined where the picture's own aren't known. */
function fitted({ width, height }, box) {
  if (!(width > 0 && height > 0)) return undefined;
  const scale = Math.min(1, box.width / width, box.height / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

function fileName(address) {
  const last = address.split(/[?#]/)[0].split("/").pop();
  try {
    return decodeURIComponent(last) || address;
  } catch {
    return last; // what stands after its % is no UTF-8
  }
}

/** What stands in its place when a picture can't be had. */
function failed({ target }) {
  target.closest(".picture")?.classList.add("missing");
}

/**
 * A picture that opens the original when it is pressed.
 * @param {{url: string, width?: number, height?: number}} media
 * @param {{label?: string, box?: {width: number, height: number}, kind?: string, title?: string}} [looks] `label` is the
 *   alternative text that somebody gave it, `title` what a cover is of
 */
export function picture(media, { label, box = { width: 400, height: 300 }, kind = "", title } = {}) {
  const source = media?.url && pictureAddress(media.url, title);
  if (!source) return nothing;
  const size = fitted(media, box);
  const name = fileName(media.url);
  return html`<a class="picture ${kind} ${size ? "" : "unsized"}" href=${safeLink(media.url)}
    target="_blank" rel="noopener noreferrer" title=${label || name}><img src=${source}
      alt=${label || `Picture ${name}`} loading="lazy" decoding="async"
      width=${ifDefined(size?.width)} height=${ifDefined(size?.height)} @error=${failed}></a>`;
}

// Files that come with a message: pictures are shown, others named.

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
