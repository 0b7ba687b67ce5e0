// Who I am: a person of the sandbox, what the world looks like to them, and the stream of what happens.

import { description, Person } from "/net/api.js";
import { Stream } from "/net/stream.js";
import { isForum, isOpenable } from "/state/places.js";
import { Reading } from "/state/reading.js";

const OPERATORS = ["moderator", "owner"];

export class Session {
  #page; #doors; #stream = null; #operatorStream = null; #wasLost = false;
  #learning = Promise.resolve(); #next = null;
  /** Whoever runs the sandbox, whoever I am: the panel acts as them. */
  operator = new Person("");

  /**
   * @param {import("/state/page.js").Page} page
   * @param {object} doors
   * @param {(event: string, data: object) => void} doors.heard what happens to me
   * @param {(event: string, data: object) => void} doors.overheard what happens to whoever runs the sandbox
   * @param {() => Promise<void>} doors.missed called when the stream stands after it was lost, or after a try in vain
   * @param {() => Promise<void>} doors.begunAnew called when I am someone of a new world
   */
  constructor(page, doors) {
    this.#page = page;
    this.#doors = doors;
  }

  /** Read who there is, and be `wanted`, or the first where there is no such person. */
  async begin(wanted) {
    this.#page.people = (await description()).users;
    await this.become(wanted in this.#page.people ? wanted : Object.keys(this.#page.people)[0]);
  }

  /** Act as someone, who is nowhere yet. Says whether I am they still once their world is known. */
  async become(name) {
    const page = this.#page, { people } = page;
    this.end();
    const person = new Person(people[name].token);
    Object.assign(page, { name, person, reading: null, placeId: null, conversation: null, commands: null });
    page.firstMessages.clear();
    this.operator.token = people[OPERATORS.includes(name) ? name : OPERATORS.find((each) => each in people)].token;
    this.#listen();
    await this.learn();
    return person === page.person;
  }

  end() {
    this.#stream?.close();
    this.#operatorStream?.close();
    this.#operatorStream = null;
  }

  #listen() {
    const { person } = this.#page, isOperator = person.token === this.operator.token;
    this.#wasLost = false;
    const heard = (event, data) => {
      this.#doors.heard(event, data);
      if (isOperator) this.#doors.overheard(event, data);
    };
    this.#stream = new Stream(person.token, { heard, changed: (isUp) => this.#turned(isUp),
      probe: () => this.probe() });
    if (isOperator) return;
    const overheard = { heard: this.#doors.overheard, changed() {}, probe: () => (this.#page.isUp ? Promise.resolve()
      : Promise.reject(new Error("lost"))) };
    this.#operatorStream = new Stream(this.operator.token, overheard);
  }

  #turned(isUp) {
    const isBack = isUp && this.#wasLost;
    this.#wasLost = !isUp;
    this.#page.isUp = isUp;
    this.#page.changed();
    if (isBack) this.#doors.missed().catch((refusal) => this.#page.tell(refusal));
  }

  /** Ask whether the server is there and still knows me; if it doesn't, go on as who has my name in the new world. */
  async probe() {
    const { users } = await description();
    if (users[this.#page.name]?.token === this.#page.person.token) return;
    this.#page.people = users;
    const isWhole = await this.become(this.#page.name in users ? this.#page.name : Object.keys(users)[0]);
    if (isWhole) await this.#doors.begunAnew();
  }

  /** Read the world as I see it. Calls that come while one is under way, which may be too early, share the next. */
  learn() {
    this.#next ??= this.#learning.catch(() => {}).then(() => {
      this.#next = null;
      this.#learning = this.#ask();
      return this.#learning;
    });
    return this.#next;
  }

  async #ask() {
    const page = this.#page, { person } = page, asked = Date.now();
    const [me, clock] = await Promise.all([person.me(), person.clock()]);
    if (person !== page.person) return;
    page.world.learn(me);
    page.world.setClock(clock, asked, Date.now());
    page.reading ??= new Reading(me.world ?? page.world.bot?.id ?? "", me.user.id);
    page.changed();
    page.counted = this.#countUnread().catch((refusal) => page.tell(refusal));
  }

  async #countUnread() {
    const { person, reading, world } = this.#page;
    const behind = reading.learn(world.channels().filter((each) => isOpenable(each) && !isForum(each)));
    await Promise.all(behind.map(async ({ id }) => {
      const messages = await person.messages(id, { after: reading.mark(id), limit: 100 }).catch(() => []);
      for (const each of messages) if (each.author.id !== world.me) reading.add(each, world.isPinged(each));
    }));
    this.#page.changed();
  }
}
