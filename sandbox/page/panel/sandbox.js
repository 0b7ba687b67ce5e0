// The sandbox itself: new channels, and beginning anew.

import { html, createRef, ref } from "/vendor/components.js";
import { ask } from "/panel/ask.js";

const KINDS = { text: "Text", announcement: "Announcement", stage: "Stage", forum: "Forum",
  media: "Media" };

/** The panel's part for the sandbox as a whole. */
export class SandboxPart {
  #desk; #name = createRef(); #kind = createRef(); #complaint = "";

  constructor(desk) { this.#desk = desk; }

  template() {
    return html`
      <section aria-labelledby="panel-anew">
        <h3 id="panel-anew">Begin anew</h3>
        <p class="panel-soft">A new server with the story of the first minute. What was said and posted is gone.</p>
        <button type="button" class="panel-button bad" @click=${() => this.#askForReset()}>Begin anew…</button>
      </section>
      <section aria-labelledby="panel-new-channel">
        <h3 id="panel-new-channel">New channel</h3>
        <form class="panel-form" novalidate @submit=${(event) => this.#create(event)}>
          <label class="panel-select">Name
            <input type="text" maxlength="100" autocomplete="off" ${ref(this.#name)}
              aria-describedby="panel-new-channel-words" aria-invalid=${Boolean(this.#complaint)}></label>
          <label class="panel-select">Kind
            <select ${ref(this.#kind)}>
              ${Object.entries(KINDS).map(([value, words]) => html`<option value=${value}>${words}</option>`)}
            </select>
          </label>
          <button type="submit" class="panel-button">Create channel</button>
          <p id="panel-new-channel-words" class="panel-refusal" role="alert">${this.#complaint}</p>
        </form>
      </section>
      <section aria-labelledby="panel-library">
        <h3 id="panel-library">Another library</h3>
        <p class="panel-soft">Point it at this address; the sandbox tells the bot's token where it was started.</p>
        <p><code>${location.origin}/api/v10</code></p>
      </section>`;
  }

  async #askForReset() {
    const isDone = await ask({
      title: "Begin anew?", yes: "Begin anew",
      words: "All channels, messages, subscriptions and deliveries are thrown away, for everyone who has this sandbox "
        + "open, and the story begins again at its first minute. This can't be undone.",
      act: () => this.#reset(),
    });
    if (isDone) this.#desk.say("The sandbox has begun anew.");
  }

  async #reset() {
    this.#desk.setBetween(true);
    try {
      await this.#desk.operator.reset();
    } catch (refusal) {
      this.#desk.setBetween(false);
      throw refusal;
    }
  }

  async #create(event) {
    event.preventDefault();
    const name = this.#name.value.value.trim();
    this.#complaint = name ? "" : "Give the channel a name.";
    if (name) await this.#send(name);
    this.#desk.draw();
  }

  async #send(name) {
    try {
      await this.#desk.operator.createChannel({ name, kind: this.#kind.value.value });
      this.#name.value.value = "";
      this.#desk.say(`#${name} is created.`);
    } catch (refusal) {
      this.#complaint = refusal.message;
    }
  }
}
