// Messages that Discord itself writes: something was pinned, a thread was begun, someone came.

import { html } from "/vendor/components.js";
import { name } from "/view/name.js";
import { sentTime } from "/view/timestamp.js";

const DEFAULT = 0, REPLY = 19, SLASH = 20, STARTER = 21, CONTEXT = 23;
const SPOKEN = new Set([DEFAULT, REPLY, SLASH, STARTER, CONTEXT]);

export const isSystem = (message) => !SPOKEN.has(message.type ?? DEFAULT);

const go = (words, to) => html`<button type="button" class="plain-link strong" @click=${to}>${words}</button>`;

const WRITTEN = {
  6: ["pin", ({ channel_id: id, message_reference: pinned }, world) =>
    html`pinned ${go("a message", () => world.open(id, pinned?.message_id))} to this channel.`],
  7: ["join", () => "joined the server."],
  12: ["alert", ({ content }) =>
    html`has added <b>${content}</b> to this channel. Its most important updates will show up here.`],
  46: ["alert", ({ embeds, message_reference: asked }, world) => {
    const told = Object.fromEntries((embeds?.[0]?.fields ?? []).map(({ name: key, value }) => [key, value]));
    const open = () => world.open(asked?.channel_id, asked?.message_id);
    const question = go(told.poll_question_text ?? "", open);
    if (!Number(told.total_votes)) return html`asked ${question} in a poll that has closed. Nobody voted.`;
    return html`asked ${question} in a poll that has closed. ${told.victor_answer_text
      ? html`<b>${told.victor_answer_text}</b> won with ${told.victor_answer_votes} of ${told.total_votes} votes.`
      : `Several answers had the most of ${told.total_votes} votes.`}`;
  }],
  18: ["thread", ({ content, message_reference: begun, thread }, world) =>
    html`started a thread: ${go(content, () => world.open(begun?.channel_id ?? thread?.id))}`],
};

export function systemMessage(message, world) {
  const [type, words] = WRITTEN[message.type] ?? ["alert", () => message.content];
  return html`<discord-system-message type=${type} timestamp=""
    >${name(message.author, world)} ${words(message, world)} ${sentTime(message.timestamp, world)}</discord-system-message>`;
}
