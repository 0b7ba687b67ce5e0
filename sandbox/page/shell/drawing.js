// Draws every region of the page from its state, and tells those who listen to the page what happens.

import { render } from "/vendor/components.js";
import {
  bannerTemplate, chatTemplate, forumTemplate, jumpTemplate, newTemplate, titleOf, toastsTemplate, typingTemplate,
} from "/shell/chat.js";
import { headerTemplate, membersTemplate, railTemplate, sidebarTemplate } from "/shell/sidebar.js";
import { clockTemplate, userTemplate } from "/shell/user.js";

// Tells those who listen to the page, in a few words, what was said where they are.

const MOST_CHARACTERS = 80;

export function announce(message, world, root = document.getElementById("announcer")) {
  const said = message.content || message.embeds?.[0]?.title || message.embeds?.[0]?.description || "a message";
  const line = document.createElement("p");
  line.textContent = `${world.nameOf(message.author)}: ${said.slice(0, MOST_CHARACTERS)}`;
  root.replaceChildren(line);
}

export const region = (id) => document.getElementById(id);

/** The regions in which nothing depends on where one stands among the messages. */
export function drawAround(page, doors, popovers) {
  render(railTemplate(page, doors), region("rail"));
  render(sidebarTemplate(page, doors), region("sidebar"));
  render(userTemplate(page, doors, popovers), region("user"));
  render(headerTemplate(page, doors, popovers), region("header"));
  render(bannerTemplate(page), region("banner"));
  render(typingTemplate(page), region("typing"));
  render(toastsTemplate(page), region("toasts"));
  render(membersTemplate(page, doors), region("members"));
  drawClock(page, doors);
  drawColumns(page, doors);
  document.title = titleOf(page);
}

function drawColumns(page, doors) {
  const app = region("app");
  app.classList.toggle("has-panel", page.isPanelOpen);
  app.classList.toggle("has-members", page.areMembersShown && !page.isDirect);
  const isForum = Boolean(page.place) && !page.conversation;
  region("messages").hidden = isForum;
  region("composer").hidden = isForum;
  region("forum").hidden = !isForum;
  if (isForum) render(forumTemplate(page, doors), region("forum"));
}

export function drawMessages(page, doors) {
  render(chatTemplate(page, doors), region("messages"));
}

/** The bars above and below the messages. */
export function drawBars(page, doors, isFar) {
  render(newTemplate(page, doors), region("news"));
  render(jumpTemplate(isFar, doors), region("jump"));
}

export const drawClock = (page, doors) => render(clockTemplate(page, doors), region("clock"));
