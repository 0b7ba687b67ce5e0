// What the bot suggests for an option while it is typed: asked for after a pause, and only the latest answer counts.

const PAUSE_MS = 150;

/** Asks by `ask(command, options, focused)`, and tells `heard({choices})` or `heard({failure})` of the latest only. */
export class Suggestions {
  #ask; #heard; #latest = 0; #timer = 0;

  constructor(ask, heard) {
    this.#ask = ask;
    this.#heard = heard;
  }

  /** Ask, after a pause where something was typed. `options` are those given so far, the focused one's text too. */
  want(command, options, focused) {
    this.stop();
    const question = this.#latest;
    const pause = options[focused] ? PAUSE_MS : 0;
    this.#timer = setTimeout(() => this.#send(question, command, options, focused), pause);
  }

  /** Forget what was asked. */
  stop() {
    this.#latest += 1;
    clearTimeout(this.#timer);
  }

  async #send(question, command, options, focused) {
    const answer = await this.#answer(command, options, focused);
    if (question === this.#latest) this.#heard(answer);
  }

  async #answer(command, options, focused) {
    try {
      return { choices: await this.#ask(command, options, focused) };
    } catch (refusal) {
      return { failure: refusal.message };
    }
  }
}
