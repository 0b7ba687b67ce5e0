// Who and what is mentioned. Channels and commands can be gone to; people and roles are only named. The signs "@" and "/"
// are ours, for those of Discord's component stand in its shadow root, where a search of the page doesn't find them.

import { html } from "/vendor/components.js";
import { tint } from "/view/colour.js";

const CHANNEL_KINDS = { 2: "voice", 10: "thread", 11: "thread", 12: "thread", 13: "voice", 15: "forum", 16: "forum" };
const PLACES = {
  customize: "Channels & Roles", browse: "Browse Channels", guide: "Server Guide", "linked-roles": "Linked Roles",
};

export function userMention(id, world) {
  const user = world.user(id);
  return html`<discord-mention type="" title=${user?.username ?? id}
    >@${user ? world.nameOf(user) : "unknown-user"}</discord-mention>`;
}

export function roleMention(id, world) {
  const role = world.role(id);
  if (!role) return html`<discord-mention type="">@unknown-role</discord-mention>`;
  return html`<discord-mention type="" class=${role.color ? "coloured" : ""} ${tint(role.color)}
    >@${role.name.replace(/^@/, "")}</discord-mention>`;
}

export const wordMention = (word) => html`<discord-mention type="">@${word}</discord-mention>`;
export const guildMention = (place) => html`<discord-mention type="channel">${PLACES[place] ?? place}</discord-mention>`;

export function channelMention(id, world) {
  const channel = world.channel(id);
  if (!channel) return html`<discord-mention type="locked"><i>No Access</i></discord-mention>`;
  return html`<button type="button" class="bare" @click=${() => world.open(id)}
    ><discord-mention type=${CHANNEL_KINDS[channel.type] ?? "channel"}>${channel.name}</discord-mention></button>`;
}

/** A command, which fills the composer when it is pressed. */
export function commandMention(name, world) {
  return html`<button type="button" class="bare" @click=${() => world.fillCommand?.(name)}
    ><discord-mention type="">/${name}</discord-mention></button>`;
}
