// What is wrong in the sandbox at present: faults, the guild's and the gateway's state, permissions that the bot lost.

import { faultWords, GATEWAY_SWITCHES, PERMISSIONS, placeWords, SERVER_SWITCHES } from "/panel/rehearsals.js";
import { ANNOUNCEMENT, FORUM, TEXT } from "/state/channels.js";
import { relative } from "/state/dates.js";

const POSTABLE = [TEXT, ANNOUNCEMENT, FORUM];
const FOR_GOOD = 500; // times from which on a fault lasts until it is ended

/** Read anew by `read()`; until then nothing is wrong. */
export class Situation {
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
