// Embeds, and what a message's links show of where they lead.

import { html, LitElement, nothing, repeat } from "/vendor/components.js";
import { tree } from "/view/grammar.js";
import { OUT, PLAY } from "/view/icons.js";
import { tint } from "/view/looks.js";
import { line, markdown } from "/view/markdown.js";
import { link, picture, pictureAddress, safeLink } from "/view/media.js";
import { sentTime } from "/view/timestamp.js";

// Embeds. Discord's component gives the frame and its parts; titles, pictures and fields are laid into it, because it
// knows neither marks in a title nor what a picture shows, and takes no more than an address for one.

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
      ${picture(thumbnail, { kind: "thumbnail", title, box: THUMBNAIL })}</div>` : nothing}
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

// A YouTube video, as Discord shows one: its poster, and a player in its place once it is pressed. Before that YouTube
// isn't asked for anything; the poster comes through the sandbox.

const MAY = "allow-scripts allow-same-origin allow-presentation";

const hide = ({ target }) => target.classList.add("missing");

/** `<video-player .address .video .start>`: the message's link, the video's id, where it begins in seconds. */
class VideoPlayer extends LitElement {
  static properties = {
    address: { attribute: false }, video: { attribute: false }, start: { attribute: false },
    plays: { state: true }, isOffline: { state: true },
  };

  createRenderRoot() { return this; } // in the page's own tree, so that its style sheet and its tests see it

  willUpdate(changed) {
    if (changed.has("video") && changed.get("video")) this.plays = this.isOffline = false;
  }

  render() {
    return html`<div class="player"><div class="player-provider">YouTube</div>
      <div class="player-title">${link(this.address, "Watch this video on YouTube")}</div>
      <div class="screen">${this.plays ? this.#frame() : this.#poster()}</div></div>`;
  }

  #poster() {
    const poster = `${pictureAddress(`https://i.ytimg.com/vi/${this.video}/hqdefault.jpg`)}&as=poster`;
    const away = safeLink(this.address);
    return html`<img class="poster" src=${poster} alt="" loading="lazy" @error=${hide}>
      ${this.isOffline ? html`<p class="offline" role="status">You are offline, so it can't be played here.
        <a class="outward" href=${away} target="_blank" rel="noopener noreferrer">Open it on YouTube</a></p>` : nothing}
      <div class="controls">
        <button type="button" class="play" aria-label="Play the video" @click=${this.#play}>${PLAY}</button>
        <a class="out" href=${away} target="_blank" rel="noopener noreferrer" aria-label="Open on YouTube">${OUT}</a></div>`;
  }

  #frame() {
    const begin = this.start ? `&start=${this.start}` : "";
    return html`<iframe src=${`https://www.youtube-nocookie.com/embed/${this.video}?autoplay=1${begin}`} title="YouTube video"
      sandbox=${MAY} allow="autoplay; fullscreen; encrypted-media"></iframe>`;
  }

  #play = () => {
    this.isOffline = !navigator.onLine;
    this.plays = navigator.onLine;
  };
}

customElements.define("video-player", VideoPlayer);

// Which addresses in a message's content show something of where they lead: those of YouTube's videos.

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
