// The sandbox itself: new channels, and beginning anew.

import { createRef, html, ref, render } from "/vendor/components.js";

// A question that is asked before something is done which can't be undone.

/**
 * Ask in a dialog, and do it if the answer is yes. What `act` rejects with is said in the dialog, which then stays.
 * @param {{title: string, words: string, yes: string, act: () => Promise<unknown>}} question
 * @returns {Promise<boolean>} whether it was done
 */
export function ask(question) {
  const dialog = document.createElement("dialog");
  dialog.className = "panel-dialog";
  dialog.setAttribute("aria-labelledby", "panel-question");
  dialog.setAttribute("aria-describedby", "panel-question-words");
  document.body.append(dialog);
  const draw = (state) => render(template(question, state, () => dialog.close(), answerYes), dialog);
  let isDone = false;

  async function answerYes() {
    draw({ isBusy: true });
    try {
      await question.act();
      isDone = true;
      dialog.close();
    } catch (refusal) {
      draw({ words: refusal.message });
    }
  }

  draw({});
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(isDone);
    });
  });
}

function template({ title, words, yes }, { isBusy = false, words: refusal = "" }, cancel, answerYes) {
  return html`
    <h2 id="panel-question">${title}</h2>
    <p id="panel-question-words">${words}</p>
    <p class="panel-refusal" role="alert">${refusal}</p>
    <div class="panel-row panel-answers">
      <button type="button" class="panel-button quiet" autofocus @click=${cancel}>Cancel</button>
      <button type="button" class="panel-button bad" ?disabled=${isBusy} @click=${answerYes}>${yes}</button>
    </div>`;
}

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
