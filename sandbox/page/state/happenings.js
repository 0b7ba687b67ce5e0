// What happens, taken into what is known; and what I do to the bot, and what becomes of it.

import { Refused } from "/net/api.js";

const TYPING_MS = 10000;
const RELEARN = /^(CHANNEL|THREAD|GUILD)_/, RIGHTS = /^(GUILD_ROLE_|CHANNEL_UPDATE)/;

const VOTES = { MESSAGE_POLL_VOTE_ADD: 1, MESSAGE_POLL_VOTE_REMOVE: -1 };

export class Happenings {
  #page; #doors;

  /**
   * @param {import("/state/page.js").Page} page
   * @param {object} doors
   * @param {() => boolean} doors.isFollowed whether I see the end of the open channel
   * @param {() => Promise<void>} doors.learn reads the world anew
   * @param {(outcome: object) => void} doors.settled one of my interactions went on
   * @param {(message: object, isMine: boolean) => void} doors.announce a message was said where I am
   * @param {() => Promise<void>} doors.commandsChanged other commands are offered
   * @param {() => void} doors.pinsChanged something was pinned or unpinned somewhere
   */
  constructor(page, doors) {
    this.#page = page;
    this.#doors = doors;
  }

  hear(event, data) {
    const { conversation } = this.#page;
    const here = conversation !== null && data.channel_id === conversation.channelId;
    if (event === "MESSAGE_CREATE") this.#said(data, here);
    else if (event === "MESSAGE_UPDATE" && here) conversation.patch(data);
    else if (VOTES[event] && here) conversation.vote(data, VOTES[event], this.#page.world.me);
    else if (event === "MESSAGE_DELETE") this.#gone(data.channel_id, [data.id]);
    else if (event === "MESSAGE_DELETE_BULK") this.#gone(data.channel_id, data.ids);
    else if (event === "TYPING_START" && here) this.#types(data);
    else if (event === "SANDBOX_INTERACTION") this.#doors.settled(data);
    else if (event === "SANDBOX_CLOCK") this.#page.world.setClock(data);
    else if (event === "SANDBOX_COMMANDS") this.#doors.commandsChanged().catch((refusal) => this.#page.tell(refusal));
    else if (event === "CHANNEL_PINS_UPDATE") this.#doors.pinsChanged();
    else if (RELEARN.test(event)) this.#relearn(event).catch((refusal) => this.#page.tell(refusal));
    else return;
    this.#page.changed();
  }

  async #relearn(event) {
    await this.#doors.learn();
    if (RIGHTS.test(event)) await this.#doors.commandsChanged(); // who may do less is offered less
  }

  #said(message, here) {
    const { world, reading, conversation } = this.#page;
    const isMine = message.author.id === world.me, isFollowed = this.#doors.isFollowed();
    world.noteNewest(message.channel_id, message.id);
    if (isMine) reading?.read(message.channel_id, message.id);
    else reading?.add(message, world.isPinged(message));
    if (!here) return;
    this.#page.typing.delete(message.author.id);
    if (!isMine && !isFollowed) this.#page.newAfter ??= reading.mark(message.channel_id);
    conversation.put(message, isFollowed || isMine);
    if (isMine && !conversation.isAtPresent) conversation.showPresent();
    this.#doors.announce(message, isMine);
  }

  #gone(channelId, ids) {
    for (const id of ids) {
      this.#page.reading?.forget(channelId, id);
      if (channelId === this.#page.conversation?.channelId) this.#page.conversation.remove(id);
    }
  }

  #types({ user_id: user }) {
    if (user === this.#page.world.me) return;
    const until = Date.now() + TYPING_MS;
    this.#page.typing.set(user, until);
    setTimeout(() => {
      if (this.#page.typing.get(user) !== until) return;
      this.#page.typing.delete(user);
      this.#page.changed();
    }, TYPING_MS);
  }
}

// What I do to the bot, and what becomes of it. The messages themselves come as events.

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
