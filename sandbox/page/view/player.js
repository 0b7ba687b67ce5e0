// A YouTube video, as Discord shows one: its poster, and a player in its place once it is pressed. Before that YouTube
// isn't asked for anything; the poster comes through the sandbox.

import { html, LitElement, nothing } from "/vendor/components.js";
import { OUT, PLAY } from "/view/icons.js";
import { link, safeLink } from "/view/links.js";
import { pictureAddress } from "/view/picture.js";

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
