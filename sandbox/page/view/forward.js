// A forward: what another message said, as it was when it was forwarded, and the way to it.

import { html, nothing } from "/vendor/components.js";
import { attachments } from "/view/attachments.js";
import { components } from "/view/components.js";
import { embed } from "/view/embed.js";
import { FORWARD } from "/view/icons.js";
import { markdown } from "/view/markdown.js";
import { fullTime } from "/view/timestamp.js";

/** @param {object} message what Discord calls a message */
export function forward(message, world) {
  const shown = message.message_snapshots?.[0]?.message;
  return shown ? html`<div class="forward"><p class="forward-mark">${FORWARD} Forwarded</p>
    ${shown.content ? html`<div class="content">${markdown(shown.content, world)}</div>` : nothing}
    ${attachments(shown.attachments)}
    ${(shown.embeds ?? []).map((each) => embed(each, world))}
    ${shown.components?.length ? html`<div inert>${components(shown, world, () => Promise.resolve())}</div>` : nothing}
    ${source(message.message_reference, shown, world)}</div>` : nothing;
}

/** Where it comes from, for who sees that channel. */
function source(target, shown, world) {
  const channel = target && world.channel(target.channel_id), at = fullTime(shown.timestamp);
  if (!channel) return html`<p class="forward-source">${at}</p>`;
  return html`<p class="forward-source"><button type="button" class="plain-link"
    @click=${() => world.open(target.channel_id, target.message_id)}>#${channel.name}</button> • ${at}</p>`;
}
