// Ways out of the page: to http and https alone, in another tab that isn't told where one came from.

import { html } from "/vendor/components.js";

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
