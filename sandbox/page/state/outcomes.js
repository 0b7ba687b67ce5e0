// What I do to the bot, and what becomes of it. The messages themselves come as events.

import { Refused } from "/net/api.js";

const SILENT = "The application did not respond";
const UNSETTLED = ["pending", "deferred"];

export class Outcomes {
  #page; #waiting = new Set(); #doors;

  /**
   * @param {import("/state/page.js").Page} page
   * @param {object} doors
   * @param {(modal: object, submit: (fields: object) => Promise<void>) => void} doors.ask opens a modal
   * @param {(words: string) => void} doors.note says a failure in the open channel
   */
  constructor(page, doors) {
    this.#page = page;
    this.#doors = doors;
  }

  /** Run a command. Rejects with `Refused` where it isn't accepted; that the bot fails stands in the channel. */
  async run(command, options) {
    const told = (words, outcome) => this.#note(words, outcome);
    await this.#sent((person) => person.run(this.#page.placeId, command, options), told);
  }

  async suggest(command, options, focused) {
    const outcome = await this.#page.person.suggest(this.#page.placeId, command, options, focused);
    if (outcome.state === "failed") throw new Refused(outcome.error || "Loading options failed", 200);
    return outcome.choices ?? [];
  }

  /** Use a component of a message. Rejects with words where it fails, which are told at the message. */
  use = (message, customId, values) => this.#sent((person) => person.use(message, customId, values), refuse);

  /** Send as who I am, whoever I am when it is answered. */
  async #sent(send, fail, { person } = this.#page) {
    this.#page.sending += 1;
    this.#page.changed();
    try {
      this.#settle(await send(person), fail, person);
    } finally {
      this.#page.sending -= 1;
      this.#page.changed();
    }
  }

  /** One of my interactions went on, maybe in another tab: only what was begun here is told here. */
  hear(outcome) {
    if (!this.#waiting.has(outcome.id) || UNSETTLED.includes(outcome.state)) return;
    this.#waiting.delete(outcome.id);
    if (outcome.state === "failed") this.#note(outcome.error || SILENT, outcome);
  }

  /** A failure stands in its channel, if that is still open. */
  #note(words, outcome) {
    if (outcome.channel_id === this.#page.placeId) this.#doors.note(words);
  }

  #settle(outcome, fail, person) {
    if (UNSETTLED.includes(outcome.state)) this.#waiting.add(outcome.id);
    else if (outcome.state === "failed") fail(outcome.error || SILENT, outcome);
    else if (outcome.state === "modal" && outcome.modal && person === this.#page.person) {
      const submit = (fields) => this.#sent((who) => who.submit(outcome.id, fields), refuse, { person });
      this.#doors.ask(outcome.modal, submit);
    }
  }
}

function refuse(words) { throw new Refused(words, 200); }
