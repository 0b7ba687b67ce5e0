// What one person knows of the world: who and what is there, what time it is. Renderers ask it; it draws nothing.

import { CATEGORY, isAmongPeople } from "/state/places.js";

/** The world as `GET /me` told it. Times are milliseconds since 1970 on the sandbox's clock. */
export class World {
  #users = new Map(); #roles = new Map(); #channels = new Map(); #commands = new Map(); #memberRoles = {};
  #shift = 0; #stoodAt = null;
  /** Grows with each thing that is learned: what was drawn of an older one may be drawn anew. */
  version = 0;
  me = ""; guild = null; bot = null; myRoles = [];

  /** Take what `GET /me` answered. */
  learn(me) {
    const guild = me.guilds[0];
    this.version += 1;
    this.guild = guild;
    this.me = me.user.id;
    this.bot = me.bot ?? guild?.members.find((each) => each.bot) ?? null;
    this.myRoles = guild?.my_roles ?? [];
    this.#memberRoles = guild?.member_roles ?? {};
    this.#users = new Map([...(guild?.members ?? []), me.user, ...(this.bot ? [this.bot] : [])].map((user) => [user.id,
      user]));
    this.#roles = new Map((guild?.roles ?? []).map((role) => [role.id, role]));
    const among = [...me.direct, ...(me.groups ?? [])].map((each) => ({ ...each,
      name: this.#others(each).map((one) => this.nameOf(one)).join(", ") }));
    this.#channels = new Map([...(guild?.channels ?? []), ...among].map((channel) => [channel.id, channel]));
  }

  /** Take the commands that are offered here, for their mentions. */
  learnCommands(commands) {
    this.#commands = new Map(commands.map((each) => [each.name, each]));
    this.version += 1;
  }

  /** Who else is in a direct channel; the server may name me as its only recipient. */
  #others(direct) {
    const others = (direct.recipients ?? []).filter((each) => each.id !== this.me);
    return others.length || !this.bot ? others : [this.bot];
  }

  /** The ids of a member's roles. */
  rolesOf(userId) { return this.#memberRoles[userId] ?? (userId === this.me ? this.myRoles : []); }

  /** A channel's newest message is this one. */
  noteNewest(channelId, messageId) {
    const channel = this.#channels.get(channelId);
    if (channel) channel.last_message_id = messageId;
  }

  user(id) { return this.#users.get(id); }
  nameOf(user) { return user ? user.global_name || user.username : "Unknown User"; }
  role(id) { return this.#roles.get(id); }
  roles() { return [...this.#roles.values()]; }
  users() { return [...this.#users.values()]; }
  channel(id) { return this.#channels.get(id); }
  channels() { return [...this.#channels.values()]; }
  command(name) { return this.#commands.get(name); }

  /** The colour of a member's highest role that has one, as CSS, or undefined. */
  colourOf(userId) {
    const coloured = this.rolesOf(userId).map((id) => this.role(id)).filter((role) => role?.color);
    const highest = coloured.sort((a, b) => b.position - a.position)[0];
    return highest && `#${highest.color.toString(16).padStart(6, "0")}`;
  }

  /** Whether a message pings me. */
  isPinged(message) {
    return Boolean(message.mention_everyone)
      || (message.mentions ?? []).some((each) => each.id === this.me)
      || (message.mention_roles ?? []).some((each) => this.myRoles.includes(each));
  }

  /**
   * What can be picked of a kind, for options and selects.
   * @param {"users"|"roles"|"channels"} kind
   * @param {number[]} [channelTypes] only these types of channels
   * @returns {{value: string, name: string, detail?: string}[]}
   */
  pick(kind, channelTypes) {
    if (kind === "users") return this.users().map((user) => ({ value: user.id, name: this.nameOf(user),
      detail: user.username }));
    if (kind === "roles") return this.roles().map((role) => ({ value: role.id, name: role.name }));
    const fits = (channel) => (channelTypes?.length ? channelTypes.includes(channel.type) : channel.type !== CATEGORY)
      && !isAmongPeople(channel);
    return this.channels().filter(fits).map((channel) => ({ value: channel.id, name: channel.name }));
  }

  // The sandbox's clock

  /** Take what the clock said, `{now, paused}`, between two instants of this machine in milliseconds. */
  setClock({ now, paused }, asked = Date.now(), answered = Date.now()) {
    const at = new Date(now).getTime();
    this.#shift = at - (asked + answered) / 2;
    this.#stoodAt = paused ? at : null;
  }

  get paused() { return this.#stoodAt !== null; }
  now() { return this.#stoodAt ?? Date.now() + this.#shift; }

  /** Go to a channel, and to a message in it; whoever draws the page says how. */
  open(_channelId, _messageId) {}
}
