// Elements are always built this way, and text is only ever set as text: nothing that anyone wrote is read as HTML.

export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

export function safeLink(address) {
  try {
    const url = new URL(address);
    return ["http:", "https:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

export function link(address, ...children) {
  const href = safeLink(address);
  if (href === null) return el("span", {}, ...children);
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // what stands after its % is no UTF-8
  }
}

// Pictures from elsewhere are named, not loaded: the page asks nothing of any other server.
export function picture(address, description = "") {
  const url = safeLink(address);
  if (url !== null && new URL(url).origin === location.origin) {
    return el("img", { src: url, alt: description, class: "shown" });
  }
  const name = url === null ? String(address) : decoded(new URL(url).pathname.split("/").pop() || url);
  return el("span", { class: "picture" }, "🖼", link(address, description || name));
}
