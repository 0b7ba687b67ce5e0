// The page: who you are, where you are, and what happens there.

import { description, Person } from "/api.js";
import { Composer } from "/composer.js";
import { el } from "/dom.js";
import { refreshRelative } from "/markdown.js";
import { messageElement, nameOf } from "/message.js";
import { showModal } from "/modal.js";

const CATEGORY = 4, TEXT_KINDS = [0, 5, 1];
const BOOLEAN = 5, USER = 6, CHANNEL = 7, ROLE = 8, MENTIONABLE = 9;
const byId = (id) => document.getElementById(id);

const state = { people: {}, person: null, me: null, owner: false, channels: [], users: new Map(), roles: new Map(), myRoles: [], channel: null, messages: new Map(), commands: [], unread: new Set(), shift: 0, stop: () => {}, opened: new Set() };

// What texts need to know of the world.
const world = {
  now: () => Date.now() + state.shift,
  userName: (id) => state.users.get(id),
  roleName: (id) => state.roles.get(id)?.replace(/^@/, ""),
  channelName: (id) => state.channels.find((each) => each.id === id)?.name,
  isPinged: (message) => message.mention_everyone || (message.mentions || []).some((each) => each.id === state.me.user.id) || (message.mention_roles || []).some((each) => state.myRoles.includes(each)),
  pick(kind, channelTypes) {
    if (kind === "users") return [...state.users].map(([id, name]) => [id, `@${name}`]);
    if (kind === "roles") return [...state.roles].map(([id, name]) => [id, name.startsWith("@") ? name : `@${name}`]);
    return state.channels.filter((each) => each.type !== CATEGORY && (!channelTypes?.length || channelTypes.includes(each.type))).map((each) => [each.id, `#${each.name}`]);
  },
};

function notice(text, bad = false) {
  byId("notice").textContent = text;
  byId("notice").className = bad ? "bad" : "";
}

// Who and where

async function become(name, channelName) {
  state.stop();
  state.person = new Person(state.people[name].token);
  byId("person").value = name;
  await learn();
  state.stop = state.person.listen(heard, (up) => {
    byId("connection").textContent = up ? "" : "Connecting again…";
    if (up && state.channel) load();
  });
  const channels = state.channels.filter((each) => TEXT_KINDS.includes(each.type));
  await enter(channels.find((each) => each.name === channelName) || channels[0]);
}

async function learn() {
  const me = await state.person.me();
  const guild = me.guilds[0];
  state.me = me;
  state.users = new Map(guild.members.map((user) => [user.id, nameOf(user)]));
  state.roles = new Map(guild.roles.map((role) => [role.id, role.name]));
  state.channels = [...guild.channels.sort((a, b) => a.position - b.position), ...me.direct.map((each) => ({ ...each, name: (each.recipients || []).map(nameOf).join(", ") || "direct" }))];
  state.myRoles = guild.my_roles;
  byId("guild").textContent = guild.name;
  byId("set-clock").hidden = !me.owner;
  await readClock();
  drawChannels();
}

function drawChannels() {
  byId("channels").replaceChildren(...state.channels.map((channel) => {
    if (channel.type === CATEGORY) return el("li", { class: "category" }, channel.name);
    const classes = [state.unread.has(channel.id) && "unread", channel.type === 1 && "direct"].filter(Boolean).join(" ");
    const current = channel.id === state.channel?.id ? "page" : null;
    return el("li", {}, el("button", { type: "button", class: classes, "aria-current": current, onclick: () => enter(channel) }, channel.name));
  }));
}

async function enter(channel) {
  if (!channel) return;
  state.channel = channel;
  state.unread.delete(channel.id);
  byId("title").textContent = `${channel.type === 1 ? "@" : "#"} ${channel.name}`;
  byId("topic").textContent = channel.topic || "";
  byId("line").placeholder = `Message #${channel.name}, or / for commands`;
  const address = new URL(location.href);
  address.searchParams.set("as", byId("person").value);
  address.searchParams.set("channel", channel.name);
  history.replaceState(null, "", address);
  drawChannels();
  await load();
}

async function load() {
  const channel = state.channel;
  notice("");
  try {
    const [messages, commands] = await Promise.all([state.person.messages(channel.id), state.person.commands(channel.id)]);
    if (channel !== state.channel) return;
    state.messages = new Map(messages.map((message) => [message.id, message]));
    state.commands = commands;
    byId("messages").replaceChildren(...messages.map(draw));
    toEnd();
  } catch (refusal) {
    notice(refusal.message, true);
  }
}

// What is said

function draw(message) {
  try {
    return messageElement(message, world, use);
  } catch (fault) {
    console.error(fault); // one message that can't be shown must not hide the others
    return el("li", { class: "message", "data-id": message.id }, `(this message can't be shown) ${message.content}`);
  }
}

function toEnd() {
  const box = byId("messages");
  box.scrollTop = box.scrollHeight;
}

function put(message) {
  const box = byId("messages");
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 120;
  const standing = box.querySelector(`[data-id="${message.id}"]`);
  state.messages.set(message.id, message);
  if (standing) standing.replaceWith(draw(message));
  else box.append(draw(message));
  if (atEnd) toEnd();
}

function remove(id) {
  state.messages.delete(id);
  byId("messages").querySelector(`[data-id="${id}"]`)?.remove();
}

function heard(event, data) {
  const here = data.channel_id === state.channel?.id;
  if (event === "MESSAGE_CREATE" || event === "MESSAGE_UPDATE") {
    if (here) put({ ...state.messages.get(data.id), ...data });
    else if (event === "MESSAGE_CREATE") { state.unread.add(data.channel_id); drawChannels(); }
    if (here && data.author?.bot) notice("");
  } else if (event === "MESSAGE_DELETE" && here) remove(data.id);
  else if (event === "MESSAGE_DELETE_BULK" && here) data.ids.forEach(remove);
  else if (event === "TYPING_START" && here) notice(`${state.users.get(data.user_id) || "Someone"} is typing…`);
  else if (event === "SANDBOX_INTERACTION") settle(data);
  else if (/^(CHANNEL|GUILD_ROLE)_/.test(event)) learn().then(leaveWhatIsGone, (refusal) => notice(refusal.message, true));
}

function leaveWhatIsGone() {
  if (state.channels.some((each) => each.id === state.channel?.id)) return;
  enter(state.channels.find((each) => each.type !== CATEGORY));
}

// What is done

// Show what has become of an interaction; the messages themselves come as events.
function settle(outcome) {
  if (outcome.state === "failed") fail(outcome);
  else if (outcome.state === "pending") notice("Waiting for the application…");
  else if (outcome.state === "modal" && outcome.modal && !state.opened.has(outcome.id)) {
    state.opened.add(outcome.id);
    notice("");
    showModal(outcome.modal, world, async (fields) => settle(await state.person.submit(outcome.id, fields)));
  } else if (outcome.state !== "modal") notice("");
}

// As in Discord, a failure stands in the channel, for who caused it alone, and is gone when the channel is read anew.
function fail(outcome) {
  notice("");
  if (outcome.channel_id !== state.channel?.id || state.opened.has(outcome.id)) return;
  state.opened.add(outcome.id);
  byId("messages").append(el("li", { class: "message failed" }, el("div", { class: "body", role: "alert" }, `⚠ ${outcome.error || "The application did not respond"}`)));
  toEnd();
}

async function use(message, custom_id, values) {
  notice("Waiting for the application…");
  try {
    settle(await state.person.use(message, custom_id, values));
  } catch (refusal) {
    notice(refusal.message, true);
  }
}

function choices(option) {
  if (option.choices?.length) return option.choices;
  if (option.type === BOOLEAN) return ["True", "False"].map((name) => ({ name, value: name === "True" }));
  const kinds = { [USER]: ["users"], [CHANNEL]: ["channels"], [ROLE]: ["roles"], [MENTIONABLE]: ["users", "roles"] }[option.type] || [];
  return kinds.flatMap((kind) => world.pick(kind, option.channel_types)).map(([value, name]) => ({ name, value }));
}

new Composer({
  commands: () => state.commands,
  choices,
  complain: (text) => notice(text, true),
  say: (content) => state.person.say(state.channel.id, content),
  async suggest(command, options, focused) {
    const outcome = await state.person.suggest(state.channel.id, command, options, focused).catch((refusal) => ({ error: refusal.message, choices: [] }));
    if (outcome.error) notice(outcome.error, true);
    return outcome.choices;
  },
  async run(command, options) {
    notice("Waiting for the application…");
    settle(await state.person.run(state.channel.id, command, options));
  },
});

// The clock

async function readClock() {
  const asked = Date.now();
  const { now } = await state.person.clock();
  state.shift = new Date(now).getTime() - (asked + Date.now()) / 2;
  tick();
}

function tick() {
  const now = new Date(world.now());
  byId("now").textContent = `${now.toISOString().slice(0, 19).replace("T", " ")} UTC`;
  byId("now").dateTime = now.toISOString();
  refreshRelative(byId("messages"), world.now());
}

async function setClock(body) {
  try {
    await state.person.setClock(body);
    await readClock();
  } catch (refusal) {
    notice(refusal.message, true);
  }
}

byId("clock-form").addEventListener("submit", (event) => { event.preventDefault(); setClock({ at: `${byId("at").value}Z` }); });
byId("set-clock").addEventListener("toggle", () => { byId("at").value = new Date(world.now()).toISOString().slice(0, 19); });
for (const button of document.querySelectorAll("[data-advance]")) {
  button.addEventListener("click", () => setClock({ advance: Number(button.dataset.advance) }));
}
byId("person").addEventListener("change", (event) => become(event.target.value, state.channel?.name));
byId("who").addEventListener("submit", (event) => event.preventDefault());

async function begin() {
  const wanted = new URLSearchParams(location.search);
  state.people = (await description()).users;
  byId("person").replaceChildren(...Object.keys(state.people).map((name) => el("option", { value: name }, name)));
  const name = wanted.get("as") in state.people ? wanted.get("as") : Object.keys(state.people)[0];
  await become(name, wanted.get("channel"));
  setInterval(tick, 1000);
  setInterval(() => readClock().catch(() => {}), 10000);
  if (wanted.has("line")) { byId("line").value = wanted.get("line"); byId("line").focus(); byId("line").dispatchEvent(new Event("input")); }
}

begin().catch((error) => notice(error.message, true));
