// Which addresses in a message's content show something of where they lead: those of YouTube's videos.

import { html, nothing, repeat } from "/vendor/components.js";
import { tree } from "/view/grammar.js";
import "/view/player.js";

const HOSTS = /^(?:www\.|m\.|music\.)?youtube\.com$/, SHORT_HOST = "youtu.be";
const ID = /^[\w-]{11}$/;
const MOST = 5;

/** The addresses that a text shows, and not as `<address>`, each once. */
function addresses(nodes) {
  return nodes.flatMap((node) => {
    if (["url", "link"].includes(node.type)) return node.isQuiet ? [] : [node.target];
    const within = Array.isArray(node.content) && node.type !== "spoiler" ? addresses(node.content) : [];
    return [...within, ...(node.items ?? []).flatMap((item) => addresses([...item.content, ...item.lists]))];
  });
}

/** Seconds of "90", "90s" or "1h2m3s". */
function seconds(text) {
  const found = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(text ?? "");
  return found ? Number(found[1] ?? 0) * 3600 + Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0) : 0;
}

function idIn({ hostname, pathname, searchParams }) {
  const [, first, second] = pathname.split("/");
  if (hostname === SHORT_HOST) return first;
  if (!HOSTS.test(hostname)) return null;
  if (first === "watch") return searchParams.get("v");
  return ["shorts", "live", "embed"].includes(first) ? second : null;
}

/** The video that an address is of, `{id, start}`, or null. `start` is in seconds. */
function video(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const id = idIn(url);
  return ID.test(id ?? "") ? { id, start: seconds(url.searchParams.get("t") ?? url.searchParams.get("start")) } : null;
}

export function previews(content) {
  if (!content.includes("://")) return nothing;
  const shown = [...new Set(addresses(tree(content)))].slice(0, MOST);
  const found = shown.map((address) => ({ address, ...video(address) })).filter(({ id }) => id);
  return repeat(found, ({ address }) => address, ({ address, id, start }) =>
    html`<video-player .address=${address} .video=${id} .start=${start}></video-player>`);
}
