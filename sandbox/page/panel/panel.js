// The panel of whoever runs the sandbox: its clock, the bot's posts, trouble, what the bot asks, the sandbox itself.

import { html, nothing, render } from "/vendor/components.js";
import { Clock } from "/panel/clock.js";
import { Outlook } from "/panel/outlook.js";
import { Requests } from "/panel/requests.js";
import { SandboxPart } from "/panel/sandbox.js";
import { Trouble } from "/panel/trouble.js";
import { World } from "/state/world.js";

// Tabs, as the ARIA Authoring Practices have them: arrows, Home and End move, and what is moved to is shown.

const MOVES = { ArrowRight: 1, ArrowLeft: -1 };

/** Which of `names` is shown; `changed()` is called after another one was chosen. */
class Tabs {
  #names; #changed;

  /** @param {{[id: string]: string}} names each tab's words */
  constructor(names, changed) {
    this.#names = names;
    this.#changed = changed;
    [this.shown] = Object.keys(names);
  }

  /** @param {{[id: string]: () => unknown}} panels what each shows */
  template(label, panels) {
    const ids = Object.keys(this.#names);
    return html`
      <div class="panel-tabs" role="tablist" aria-label=${label} @keydown=${(event) => this.#move(event)}>
        ${ids.map((id) => this.#tab(id))}
      </div>
      ${ids.map((id) => html`
        <div class="panel-page" role="tabpanel" id="panel-page-${id}" aria-labelledby="panel-tab-${id}" tabindex="0"
          ?hidden=${id !== this.shown}>${id === this.shown ? panels[id]() : nothing}</div>`)}`;
  }

  #tab(id) {
    const isShown = id === this.shown;
    return html`
      <button type="button" role="tab" id="panel-tab-${id}" aria-controls="panel-page-${id}" aria-selected=${isShown}
        tabindex=${isShown ? 0 : -1} @click=${() => this.#show(id)}>${this.#names[id]}</button>`;
  }

  #show(id) {
    if (id === this.shown) return;
    this.shown = id;
    this.#changed();
  }

  #move(event) {
    const ids = Object.keys(this.#names), at = ids.indexOf(this.shown);
    const to = { Home: 0, End: ids.length - 1 }[event.key] ?? (event.key in MOVES ? at + MOVES[event.key] : null);
    if (to === null) return;
    event.preventDefault();
    this.#show(ids.at(to % ids.length));
    event.currentTarget.querySelector(`#panel-tab-${this.shown}`).focus();
  }
}

const LEAST_SHARE = 0.01; // a drawer that is shut touches the page's edge, and isn't seen for that
const SECOND_MS = 1000;
const SETTLED_MS = 700; // how soon the bot has written down that its post stands
const CHANGES_CHANNELS = /^(CHANNEL|THREAD|GUILD)_/;

/**
 * What the panel's parts share: who acts, what is known, and how something is said.
 * `seen` is the world as the operator sees it, without a clock; `world`'s clock counts.
 */
class Desk {
  #alerts = new Map(); #said = ""; #isInView = false; #isBetween = false;
  seen = new World();

  constructor(root, { operator, world, go }, drawParts) {
    Object.assign(this, { root, operator, world, go });
    this.draw = () => drawParts(this.#said, [...new Set(this.#alerts.values())]);
    this.channelName = this.channelName.bind(this);
  }

  isSeen() { return this.#isInView && !document.hidden && !this.#isBetween; }
  setInView(isInView) { this.#isInView = isInView; }
  /** Whether one world has ended and the next isn't heard of yet: asking is in vain then. */
  setBetween(isBetween) { this.#isBetween = isBetween; }

  channelName(id) {
    const channel = this.seen.channel(id) ?? this.world.channel(id);
    return channel ? `#${channel.name}` : "a channel that is gone";
  }

  /** Learn what the operator sees; rejects with `Refused`. */
  async learn() { this.seen.learn(await this.operator.me()); }

  /** Say something to those who don't see it. */
  say(words) {
    this.#said = this.#said === words ? `${words}\u00a0` : words; // the same words twice are said twice
    this.draw();
  }

  /** Show what goes wrong in a part of the panel, until it is taken back with null. */
  complain(part, words) {
    if (words) this.#alerts.set(part, words);
    else this.#alerts.delete(part);
    this.draw();
  }

  /** Do something that may be refused, and tell whether it was done. */
  async attempt(act) {
    try {
      await act();
      this.complain("act", null);
      return true;
    } catch (refusal) {
      this.complain("act", refusal.message);
      return false;
    }
  }
}

/**
 * Draw the panel into `root`, for as long as it stands there.
 * @param {Element} root
 * @param {object} given
 * @param {import("/net/api.js").Person} given.operator acts, whoever one is in the chat; its token may change
 * @param {World} given.world
 * @param {(listener: (event: string, data: object) => void) => () => void} given.onEvent what happens, READY too
 * @param {(channelId: string, messageId: string) => void} given.go
 * @returns {() => void} ends it
 */
export function mountPanel(root, given) {
  const desk = new Desk(root, given, draw);
  const requests = new Requests(desk);
  const outlook = new Outlook(desk, (delivery) => requests.tell(delivery));
  const clock = new Clock(desk, outlook);
  const trouble = new Trouble(desk, () => desk.isSeen() && tabs.shown === "trouble");
  const sandbox = new SandboxPart(desk);
  const tabs = new Tabs({ posts: "Posts", trouble: "Trouble", requests: "Requests", sandbox: "Sandbox" }, look);
  const panels = {
    posts: () => outlook.template((at) => clock.goTo(at)), trouble: () => trouble.template(),
    requests: () => requests.template(), sandbox: () => sandbox.template(),
  };

  function draw(said, alerts) {
    const focused = root.contains(document.activeElement) ? document.activeElement : null;
    drawAll(said, alerts);
    // What was pressed may be gone by that: the keyboard stays in the part where it was.
    if (focused && !focused.isConnected) root.querySelector("[role=tabpanel]:not([hidden])").focus();
  }

  function drawAll(said, alerts) {
    render(html`
      <div class="panel">
        ${clock.template()}
        <div role="alert" class="panel-alerts">${alerts.map((words) => html`<p>${words}</p>`)}</div>
        ${tabs.template("Sandbox", panels)}
        <p role="status" class="panel-unseen">${said}</p>
      </div>`, root);
  }

  /** Read what is looked at now, and hear what is told only there. */
  function look() {
    if (desk.isSeen() && tabs.shown === "requests") requests.show();
    else requests.hide();
    outlook.refresh();
    trouble.refresh();
    desk.draw();
  }

  async function learn() {
    try {
      await desk.learn();
      desk.complain("me", null);
    } catch (refusal) {
      desk.complain("me", refusal.message);
    }
  }

  /** The stream stands, perhaps in another world. */
  async function begin() {
    desk.setBetween(false);
    await learn();
    look();
  }

  function hear(event, data) {
    if (event === "READY") begin();
    else if (event === "SANDBOX_CLOCK") outlook.refresh();
    else if (event === "MESSAGE_CREATE" && data.author?.bot) {
      outlook.refresh();
      setTimeout(() => outlook.refresh(), SETTLED_MS);
    }
    else if (CHANGES_CHANNELS.test(event)) learn().then(() => { outlook.refresh(); trouble.refresh(); });
  }

  let timer = 0;
  function tick() {
    if (desk.isSeen()) {
      outlook.tick();
      desk.draw();
    }
    timer = setTimeout(tick, SECOND_MS - (desk.world.now() % SECOND_MS));
  }

  const stopHearing = given.onEvent(hear);
  const watcher = new IntersectionObserver((entries) => {
    desk.setInView(entries.at(-1).intersectionRatio > 0);
    look();
  }, { threshold: [0, LEAST_SHARE] });
  watcher.observe(root);
  document.addEventListener("visibilitychange", look);
  desk.draw();
  learn();
  tick();
  return () => {
    for (const part of [outlook, trouble]) part.stop();
    requests.hide();
    clearTimeout(timer);
    watcher.disconnect();
    document.removeEventListener("visibilitychange", look);
    stopHearing();
    render(html``, root);
  };
}
