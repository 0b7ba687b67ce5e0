// One message.

import { componentElement } from "/components.js";
import { el, picture, link } from "/dom.js";
import { embedElement } from "/embed.js";
import { markdown } from "/markdown.js";

const EPHEMERAL = 1 << 6, LOADING = 1 << 7, SUPPRESSED = 1 << 2, PUBLISHED = 1;

export function messageElement(message, world, act) {
  const { author } = message;
  const flags = message.flags || 0;
  const classes = ["message", flags & EPHEMERAL && "ephemeral", world.isPinged(message) && "pinged"].filter(Boolean);
  return el("li", { class: classes.join(" "), "data-id": message.id },
    ...because(message, world),
    el("div", { class: author.bot ? "avatar bot" : "avatar", "aria-hidden": "true" }, nameOf(author).slice(0, 1).toUpperCase()),
    el("div", { class: "body" },
      el("div", { class: "head" },
        el("b", {}, nameOf(author)),
        author.bot && el("span", { class: "tag" }, "APP"),
        el("time", { datetime: message.timestamp, title: message.timestamp }, new Date(message.timestamp).toLocaleString("en-GB", { dateStyle: "short", timeStyle: "short" })),
        message.edited_timestamp && el("span", { class: "note" }, "(edited)"),
        flags & PUBLISHED ? el("span", { class: "note" }, "published") : null),
      ...content(message, flags, world, act),
      flags & EPHEMERAL ? el("div", { class: "note" }, "👁 Only you can see this") : null));
}

export function nameOf(user) {
  return user.global_name || user.username;
}

function content(message, flags, world, act) {
  if (flags & LOADING) return [el("div", { class: "thinking", role: "status" }, `${nameOf(message.author)} is thinking…`)];
  const use = (custom_id, values) => act(message, custom_id, values);
  return [
    message.content ? markdown(message.content, world) : null,
    ...(message.attachments || []).map(attachment),
    ...(flags & SUPPRESSED ? [] : (message.embeds || []).map((embed) => embedElement(embed, world))),
    ...(message.components || []).map((component) => componentElement(component, world, use)),
  ].filter(Boolean);
}

function attachment(file) {
  const shown = (file.content_type || "").startsWith("image/");
  return el("div", {}, shown ? picture(file.url, file.description || file.filename) : link(file.url, `📄 ${file.filename}`));
}

function because(message, world) {
  const cause = message.interaction_metadata;
  if (message.referenced_message) {
    const replied = message.referenced_message;
    return [el("div", { class: "because" }, `↱ ${nameOf(replied.author)}: ${(replied.content || "…").slice(0, 80)}`)];
  }
  if (!cause?.user) return [];
  const who = world.userName(cause.user.id) || nameOf(cause.user);
  const what = message.interaction?.name ? `used /${message.interaction.name}` : { 2: "used a command", 3: "used a component", 5: "submitted a form" }[cause.type];
  return what ? [el("div", { class: "because" }, `↱ ${who} ${what}`)] : [];
}
