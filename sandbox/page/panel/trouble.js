// The rehearsal of trouble: what Discord does on a bad day, to be switched on, and what is on.

import { html, live, nothing, repeat } from "/vendor/components.js";
import { Fresh } from "/panel/outlook.js";
import {
  faultWords, GATEWAY_PLAYS, GATEWAY_SWITCHES, LENGTHS, PERMISSIONS, PLACES, placeWords, REQUEST_TROUBLES, SERVER_SWITCHES,
} from "/panel/rehearsals.js";
import { ask } from "/panel/sandbox.js";
import { relative } from "/state/dates.js";
import { ANNOUNCEMENT, FORUM, TEXT } from "/state/places.js";
import { panelIcon } from "/view/icons.js";

// What is wrong in the sandbox at present: faults, the guild's and the gateway's state, permissions that the bot lost.

const POSTABLE = [TEXT, ANNOUNCEMENT, FORUM];
const FOR_GOOD = 500; // times from which on a fault lasts until it is ended

/** Read anew by `read()`; until then nothing is wrong. */
class Situation {
  #desk;
  faults = []; guild = { available: true, present: true }; gateway = { silent: false, shut: false, connected: 0 };

  constructor(desk) { this.#desk = desk; }

  /** Rejects with `Refused`. */
  async read() {
    const { operator } = this.#desk;
    const asked = [operator.faults(), operator.guild(), operator.gateway()];
    [this.faults, this.guild, this.gateway] = await Promise.all(asked);
  }

  /** The channels that posts can be lost in. */
  channels() { return this.#desk.seen.channels().filter(({ type }) => POSTABLE.includes(type)); }

  /** The permissions that were taken from the bot in a channel. */
  lost(channelId) {
    const overwrites = this.#desk.seen.channel(channelId)?.permission_overwrites ?? [];
    const denied = BigInt(overwrites.find(({ id }) => id === this.#desk.seen.bot?.id)?.deny ?? 0);
    return PERMISSIONS.filter(({ bit }) => denied & bit);
  }

  /** Take a permission in a channel from the bot, or give it back. */
  permit(channelId, permission, isLost) {
    const others = this.lost(channelId).filter(({ name }) => name !== permission.name);
    const deny = (isLost ? [...others, permission] : others).map(({ name }) => name);
    return this.#desk.operator.permit(channelId, deny.length ? { of: "bot", deny } : { of: "bot" });
  }

  /** All that is wrong: `{key, words, lasts, end}`, where `end()` mends it. */
  active() {
    const { operator, world, channelName } = this.#desk;
    const faults = this.faults.map((fault) => ({
      key: `fault ${fault.number}`, words: `${faultWords(fault)}: ${placeWords(fault, channelName)}`,
      lasts: lastsWords(fault, world.now()), end: () => operator.endFault(fault.number),
    }));
    const switches = [...SERVER_SWITCHES, ...GATEWAY_SWITCHES].filter(({ isOn }) => isOn(this))
      .map(({ title, set }) => ({ key: title, words: title, lasts: "until ended", end: () => set(operator, false) }));
    const lost = this.channels().flatMap(({ id }) => this.lost(id).map((permission) => ({
      key: `${id} ${permission.name}`, words: `Lost ${permission.words} in ${channelName(id)}`, lasts: "until ended",
      end: () => this.permit(id, permission, false),
    })));
    return [...faults, ...switches, ...lost];
  }

  /** Mend all; what was deleted stays so. */
  async endAll() {
    const { operator } = this.#desk;
    await operator.endFaults();
    for (const { isOn, set } of [...SERVER_SWITCHES, ...GATEWAY_SWITCHES]) if (isOn(this)) await set(operator, false);
    for (const { id } of this.channels()) if (this.lost(id).length) await operator.permit(id, { of: "bot" });
  }
}

function lastsWords({ times, until }, now) {
  const ends = until && `ends ${relative(new Date(until), now)}`;
  const left = times && (times === 1 ? "once more" : `${times} times more`);
  return times > FOR_GOOD ? ends ?? "until ended" : [left, ends].filter(Boolean).join(", ") || "until ended";
}

const EVERY_MS = 3000;

/** The panel's part for trouble; read again while `isSeen()`. */
export class Trouble {
  #desk; #situation; #fresh; #length = Object.keys(LENGTHS)[0]; #place = Object.keys(PLACES)[0]; #channelId = null;

  constructor(desk, isSeen) {
    this.#desk = desk;
    this.#situation = new Situation(desk);
    this.#fresh = new Fresh(() => this.#read(), isSeen, EVERY_MS);
  }

  refresh() { return this.#fresh.soon(); }
  stop() { this.#fresh.stop(); }

  template() {
    return html`
      ${this.#activeTemplate()}
      <section aria-labelledby="panel-requests-trouble">
        <h3 id="panel-requests-trouble">Requests</h3>
        ${this.#scope()}
        ${REQUEST_TROUBLES.map((each) =>
    this.#playCard(each, ({ label, fault }) => this.#begin(`${each.title}: ${label}`, fault)))}
      </section>
      <section aria-labelledby="panel-server-trouble">
        <h3 id="panel-server-trouble">The server</h3>
        ${SERVER_SWITCHES.map((each) => this.#switchCard(each))}
        ${this.#channelCard()}
      </section>
      <section aria-labelledby="panel-gateway-trouble">
        <h3 id="panel-gateway-trouble">The gateway</h3>
        <p class="panel-soft">${connectedWords(this.#situation.gateway.connected)}</p>
        ${this.#playCard(GATEWAY_PLAYS, ({ label, play }) => this.#play(label, play))}
        ${GATEWAY_SWITCHES.map((each) => this.#switchCard(each))}
      </section>`;
  }

  async #read() {
    try {
      await Promise.all([this.#situation.read(), this.#desk.learn()]);
      this.#desk.complain("trouble", null);
    } catch (refusal) {
      this.#desk.complain("trouble", refusal.message);
    }
    this.#desk.draw();
  }

  /** Do something, say so, and look what has become of it. */
  async #do(act, words) {
    if (await this.#desk.attempt(act)) this.#desk.say(words);
    await this.#fresh.soon();
  }

  #begin(words, fault) {
    const place = PLACES[this.#place] ?? { channel_id: this.#place };
    const asked = { ...fault, ...place, ...LENGTHS[this.#length] };
    return this.#do(() => this.#desk.operator.addFault(asked), `${words} begins.`);
  }

  #play(label, play) {
    return this.#do(() => this.#desk.operator.playGateway(play), `${label}: done.`);
  }

  #activeTemplate() {
    const active = this.#situation.active();
    return html`
      <section class="panel-active" aria-labelledby="panel-active">
        <h3 id="panel-active">Going on</h3>
        ${active.length ? nothing : html`<p class="panel-empty">All is well: no trouble is on.</p>`}
        <ul class="panel-list" aria-labelledby="panel-active" ?hidden=${!active.length}>
          ${repeat(active, ({ key }) => key, (each) => this.#activeItem(each))}
        </ul>
        <button type="button" class="panel-button" aria-disabled=${!active.length}
          @click=${() => this.#endAll(active.length)}>End all trouble</button>
      </section>`;
  }

  #activeItem({ words, lasts, end }) {
    return html`
      <li class="panel-trouble">
        <p><strong>${words}</strong> <span class="panel-soft">${lasts}</span></p>
        <button type="button" class="panel-button small" aria-label="End: ${words}"
          @click=${() => this.#do(end, `Ended: ${words}.`)}>End</button>
      </li>`;
  }

  #endAll(count) {
    if (count) this.#do(() => this.#situation.endAll(), "All trouble has ended.");
    else this.#desk.say("No trouble is on.");
  }

  #scope() {
    const places = [...Object.keys(PLACES).map((each) => [each, each]),
      ...this.#situation.channels().map(({ id }) => [id, `posts in ${this.#desk.channelName(id)}`])];
    const lengths = Object.keys(LENGTHS).map((each) => [each, each]);
    return html`
      <div class="panel-scope">
        ${select("Meets", places, this.#place, (value) => { this.#place = value; })}
        ${select("How long", lengths, this.#length, (value) => { this.#length = value; })}
      </div>
      <p class="panel-soft">A minute is one of the sandbox's clock: moved on past it, the trouble is over.</p>`;
  }

  #playCard(card, play) {
    const id = idOf(card.title);
    return html`
      <div class="panel-card" role="group" aria-labelledby=${id} aria-describedby="${id}-words">
        <h4 id=${id}>${card.title}</h4>
        ${cardWords(card, id)}
        <div class="panel-row">${card.plays.map((each) => html`
          <button type="button" class="panel-button small" aria-label="${each.label}: ${card.title}"
            @click=${() => play(each)}>${each.label}</button>`)}</div>
      </div>`;
  }

  #switchCard(card) {
    const { title, set } = card, isOn = card.isOn(this.#situation);
    const change = () => this.#do(() => set(this.#desk.operator, !isOn), `${title}: ${isOn ? "off" : "on"}.`);
    const id = idOf(title);
    return html`
      <div class="panel-card">
        <div class="panel-switch-row"><h4 id=${id}>${title}</h4>${toggle(isOn, id, `${id}-words`, change)}</div>
        ${cardWords(card, id)}
      </div>`;
  }

  #channelCard() {
    const channels = this.#situation.channels(), { channelName } = this.#desk;
    const chosen = channels.find(({ id }) => id === this.#channelId) ?? channels[0];
    if (!chosen) return nothing;
    return html`
      <div class="panel-card" role="group" aria-labelledby="panel-channel-trouble"
        aria-describedby="panel-channel-trouble-words">
        <h4 id="panel-channel-trouble">A channel is closed to the bot</h4>
        ${cardWords({
    words: "A moderator takes a permission from the bot in a channel, or deletes the channel.",
    watch: "Its subscription pauses with the reason, moderators are told once, and it resumes by itself when it can.",
  }, "panel-channel-trouble")}
        ${select("Channel", channels.map(({ id }) => [id, channelName(id)]), chosen.id, (value) => {
    this.#channelId = value;
    this.#desk.draw();
  })}
        ${PERMISSIONS.map((each) => this.#permissionRow(chosen.id, each))}
        <button type="button" class="panel-button small bad" @click=${() => this.#delete(chosen.id)}>Delete
          ${channelName(chosen.id)}…</button>
      </div>`;
  }

  #permissionRow(channelId, permission) {
    const isLost = this.#situation.lost(channelId).some(({ name }) => name === permission.name);
    const id = `panel-lost-${permission.name}`, where = this.#desk.channelName(channelId);
    const change = () => this.#do(() => this.#situation.permit(channelId, permission, !isLost),
      `${permission.words} in ${where}: ${isLost ? "given back" : "taken"}.`);
    return html`
      <div class="panel-switch-row"><span id=${id}>Take ${permission.words}</span>
        ${toggle(isLost, id, "panel-channel-trouble-words", change)}</div>`;
  }

  async #delete(channelId) {
    const name = this.#desk.channelName(channelId);
    const isDone = await ask({
      title: `Delete ${name}?`, yes: "Delete channel",
      words: `${name} and all its messages are gone for good, for everyone. Only beginning anew brings it back.`,
      act: () => this.#desk.operator.deleteChannel(channelId),
    });
    if (isDone) this.#desk.say(`${name} is deleted.`);
    await this.#fresh.soon();
  }
}

const idOf = (title) => `panel-${title.toLowerCase().replace(/[^a-z]+/g, "-")}`;
const connectedWords = (count) =>
  (count === 1 ? "The bot has one connection." : `The bot has ${count || "no"} connections.`);

const cardWords = ({ words, watch }, id) => html`
  <p id="${id}-words" class="panel-soft">${words} <strong>Watch:</strong> ${watch}</p>`;

const toggle = (isOn, labelledBy, describedBy, change) => html`
  <button type="button" class="panel-switch" role="switch" aria-checked=${isOn} aria-labelledby=${labelledBy}
    aria-describedby=${describedBy} @click=${change}>
    <span class="panel-knob">${panelIcon(isOn ? "on" : "off")}</span></button>`;

const select = (label, options, chosen, choose) => html`
  <label class="panel-select">${label}
    <select .value=${live(chosen)} @change=${(event) => choose(event.target.value)}>
      ${options.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}
    </select>
  </label>`;
