// Embeds.

import { el, link, picture } from "/dom.js";
import { markdown } from "/markdown.js";

export function embedElement(embed, world) {
  const box = el("article", { class: "embed" },
    embed.author && el("div", { class: "author" }, named(embed.author.url, embed.author.name)),
    embed.title && el("div", { class: "name" }, titled(embed, world)),
    embed.description && markdown(embed.description, world),
    embed.thumbnail && el("div", { class: "thumbnail" }, picture(embed.thumbnail.url, "Thumbnail")),
    embed.fields?.length && el("div", { class: "fields" }, ...embed.fields.map((field) => fieldElement(field, world))),
    embed.video && el("div", { class: "wide" }, link(embed.video.url || embed.url, "▶ Video")),
    embed.image && el("div", { class: "wide" }, picture(embed.image.url)),
    footer(embed));
  if (typeof embed.color === "number") box.style.setProperty("--bar", colour(embed.color));
  return box;
}

export function colour(number) {
  return `#${number.toString(16).padStart(6, "0")}`;
}

function named(address, text) {
  return address ? link(address, text) : text;
}

function titled(embed, world) {
  const title = markdown(embed.title, world);
  return embed.url ? link(embed.url, title) : title;
}

function fieldElement(field, world) {
  return el("div", { class: field.inline ? "field inline" : "field" },
    el("b", {}, markdown(field.name, world)), markdown(field.value, world));
}

function footer(embed) {
  const parts = [embed.footer?.text, embed.timestamp && new Date(embed.timestamp).toLocaleString("en-GB")].filter(Boolean);
  return parts.length ? el("div", { class: "footer" }, parts.join(" · ")) : null;
}
