// Pictures. Those of other servers are fetched by the sandbox, as by Discord's media proxy: the page asks no one else.

import { html, ifDefined, nothing } from "/vendor/components.js";
import { safeLink } from "/view/links.js";

/** Where the picture at an address is had from. An attachment of this sandbox is its own. */
export function pictureAddress(address) {
  const href = safeLink(address);
  if (href === null) return undefined;
  return new URL(href).origin === location.origin ? href : `/pictures?url=${encodeURIComponent(href)}`;
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
 * @param {{label?: string, box?: {width: number, height: number}, kind?: string}} [looks] `label` is the alternative text
 *   that somebody gave it
 */
export function picture(media, { label, box = { width: 400, height: 300 }, kind = "" } = {}) {
  const source = media?.url && pictureAddress(media.url);
  if (!source) return nothing;
  const size = fitted(media, box);
  const name = fileName(media.url);
  return html`<a class="picture ${kind} ${size ? "" : "unsized"}" href=${safeLink(media.url)}
    target="_blank" rel="noopener noreferrer" title=${label || name}><img src=${source}
      alt=${label || `Picture ${name}`} loading="lazy" decoding="async"
      width=${ifDefined(size?.width)} height=${ifDefined(size?.height)} @error=${failed}></a>`;
}
