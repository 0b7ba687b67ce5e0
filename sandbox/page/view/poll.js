// A poll: what is asked, what can be answered with how many votes, and until when.

import { html, nothing } from "/vendor/components.js";
import { CHECK } from "/view/icons.js";
import { emoji } from "/view/markdown.js";
import { timestamp } from "/view/timestamp.js";

/**
 * @param {object} message what Discord calls a message
 * @param {object} page
 * @param {import("/state/world.js").World} page.world
 * @param {(message: object, answers: number[]) => void} [page.vote] without it nothing can be chosen
 * @param {boolean} [page.isPreview]
 */
export function poll(message, page) {
  const asked = message.poll;
  if (!asked) return nothing;
  const counts = new Map((asked.results?.answer_counts ?? []).map((each) => [each.id, each]));
  const total = [...counts.values()].reduce((sum, each) => sum + each.count, 0);
  const isOver = Boolean(asked.results?.is_finalized);
  const drawn = { message, page, counts, total, isOver: isOver || !page.vote || page.isPreview };
  return html`<div class="poll" role="group" aria-label=${`Poll: ${asked.question.text}`}>
    <h3>${asked.question.text}</h3>
    <p class="poll-how">${asked.allow_multiselect ? "Select one or more answers" : "Select one answer"}</p>
    <ul>${asked.answers.map((each) => answer(each, drawn))}</ul>
    <p class="poll-facts">${votes(total)} · ${isOver ? "Poll closed"
      : html`ends ${timestamp(Math.floor(Date.parse(asked.expiry) / 1000), "R", page.world)}`}</p></div>`;
}

const votes = (count) => `${count} ${count === 1 ? "vote" : "votes"}`;

function answer({ answer_id: id, poll_media: media }, { message, page, counts, total, isOver }) {
  const { count = 0, me_voted: isMine = false } = counts.get(id) ?? {};
  const inner = html`<span class="poll-answer">${media.emoji ? html`${emoji(media.emoji)} ` : nothing}${media.text}</span>
    <span class="poll-count">${votes(count)}${isMine ? html` ${CHECK}` : nothing}</span>
    <progress max=${Math.max(total, 1)} value=${count} aria-hidden="true"></progress>`;
  if (isOver) return html`<li class=${isMine ? "mine" : ""}>${inner}</li>`;
  const chosen = [...counts.values()].filter((each) => each.me_voted).map((each) => each.id);
  const others = message.poll.allow_multiselect ? chosen.filter((each) => each !== id) : [];
  return html`<li class=${isMine ? "mine" : ""}><button type="button" class="bare" aria-pressed=${String(isMine)}
    @click=${() => page.vote(message, isMine ? others : [...others, id])}>${inner}</button></li>`;
}
