// What can be done in the shell; every refusal is told in words.

import { html } from "/vendor/components.js";
import { openSwitcher } from "/shell/keys.js";
import { ask } from "/shell/popovers.js";
import { isForum, listed } from "/state/places.js";
import { keep } from "/state/reading.js";

const NAME_LENGTH = 100, CONTENT_LENGTH = 2000;
const SHORT = 60;

/**
 * @param {object} parts
 * @param {import("/state/page.js").Page} parts.page
 * @param {import("/state/session.js").Session} parts.session
 * @param {import("/state/places.js").Places} parts.places
 * @param {import("/state/happenings.js").Outcomes} parts.outcomes
 * @param {import("/shell/drawers.js").Drawers} parts.drawers
 * @param {() => object} parts.composer
 * @param {() => import("/shell/messages.js").Messages} parts.messages
 */
export function makeDoors(parts) {
  return { ...goingDoors(parts), ...columnDoors(parts), ...messageDoors(parts), ...threadDoors(parts) };
}

/** Do something that may be refused. A token that no one has any more is the sandbox begun anew. */
const telling = ({ page, session }) => async (act) => {
  try {
    return await act();
  } catch (refusal) {
    if (refusal.status === 401) return session.probe().catch((other) => page.tell(other));
    return page.tell(refusal);
  }
};

function goingDoors(parts) {
  const { page, session, places, messages } = parts, tell = telling(parts);
  const enter = (id) => tell(() => places.enter(id));
  const isPlain = (event) => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const become = (name) => tell(async () => {
    const { place } = page;
    if (!await session.become(name)) return;
    const again = place && page.world.channels().find((each) => each.id === place.id);
    await places.enter((again ?? places.named("")).id, { history: "push" });
  });
  const doors = {
    enter, become,
    address: (channel) => places.address(channel),
    follow: (channel) => (event) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      enter(channel.id);
    },
    go: (channelId, messageId) => tell(() => places.enter(channelId, { messageId })),
    /** The browser went back or on: be who the address names, where it names. */
    goBack: () => tell(async () => {
      const name = new URLSearchParams(location.search).get("as");
      if (name in page.people && name !== page.name && !await session.become(name)) return;
      await places.enter(places.named().id, { history: "none" });
    }),
    enterDirect: () => tell(() => places.enterDirect(() => session.learn())),
    enterGuild: () => (page.isDirect ? enter(page.lastInGuild ?? places.named("").id) : undefined),
    enterNext(step) {
      const all = listed(page.world.channels());
      const at = all.findIndex((each) => each.id === page.placeId);
      const next = all[(at + step + all.length) % all.length];
      return next && enter(next.id);
    },
    openSwitcher: () => openSwitcher(page, doors),
    toPresent: () => messages().toPresent(),
    markRead: () => messages().markRead(),
  };
  return doors;
}

function columnDoors({ page, drawers }) {
  const set = (name, isOpen) => {
    if (name === "panel") page.isPanelOpen = isOpen;
    else page.areMembersShown = isOpen;
    if (name === "panel") keep("panel", isOpen ? "open" : "closed");
    else keep("members", isOpen ? "shown" : "hidden");
    page.changed();
  };
  const roomForBoth = matchMedia("(min-width: 1600px)");
  const panelIsOpen = () => (drawers.isDrawer("panel") ? page.drawer === "panel" : page.isPanelOpen);
  const membersAreOpen = () => {
    if (drawers.isDrawer("members")) return page.drawer === "members";
    return page.areMembersShown && (roomForBoth.matches || !page.isPanelOpen || drawers.isDrawer("panel"));
  };
  const turn = (name, isOpen) => {
    if (!drawers.isDrawer(name)) return set(name, isOpen);
    return isOpen ? drawers.open(name) : drawers.close();
  };
  return {
    panelIsOpen, membersAreOpen,
    openDrawer: drawers.open, closeDrawer: drawers.close,
    openPanel: () => turn("panel", true),
    togglePanel: () => turn("panel", !panelIsOpen()),
    toggleMembers() {
      const isOpen = !membersAreOpen();
      if (isOpen && !roomForBoth.matches && !drawers.isDrawer("members") && page.isPanelOpen) set("panel", false);
      turn("members", isOpen);
    },
  };
}

function messageDoors(parts) {
  const { page, places, outcomes, composer } = parts, tell = telling(parts);
  const readPins = () => {
    page.pins = null;
    return tell(async () => {
      const { placeId } = page, pins = await page.person.pins(placeId);
      if (placeId === page.placeId) page.pins = pins;
      page.changed();
    });
  };
  const remove = (message) => ask({
    title: "Delete message", action: "Delete", isGrave: true,
    words: `Are you sure you want to delete this message? “${(message.content || "…").slice(0, SHORT)}”`,
    submit: () => page.person.remove(message),
  });
  return {
    readPins,
    unpin: (message) => tell(async () => { await page.person.unpin(message); await readPins(); }),
    safely: (draw, message) => {
      try {
        return draw();
      } catch (fault) {
        console.error(fault); // one message that can't be drawn must not hide the others
        return html`<p>This message can't be shown. ${message.content}</p>`;
      }
    },
    messageDoors: {
      act: outcomes.use,
      reply: (message) => { composer().replyTo(message); composer().focus(); },
      edit: (message, content) => page.person.edit(message, content),
      remove,
      dismiss: (message) => page.conversation?.dismiss(message),
      vote: (message, answers) => tell(async () => {
        const counted = await page.person.vote(message, answers);
        page.conversation?.put(counted, false);
        page.changed();
      }),
      pin: (message) => tell(() => (message.pinned ? page.person.unpin(message) : page.person.pin(message))),
      thread: (message) => beginThread(page, places, message, parts.session),
    },
  };
}

function threadDoors({ page, session, places }) {
  const name = { name: "name", label: "Title", most: NAME_LENGTH };
  return {
    beginThread: (message, isPrivate = false) => beginThread(page, places, message, session, isPrivate),
    newPost: () => ask({
      title: "New post", action: "Post",
      fields: [name, { name: "content", label: "Message", isLong: true, most: CONTENT_LENGTH }],
      async submit({ name: title, content }) {
        const post = await page.person.beginThread(page.placeId, title.trim(), { content });
        await session.learn();
        await places.enter(post.id);
      },
    }),
  };
}

/** Begin a thread in the open channel, with a message of it or without. */
function beginThread(page, places, message, session, isPrivate = false) {
  if (isForum(page.place)) return;
  const firstLine = message?.content?.split("\n")[0].slice(0, NAME_LENGTH) ?? "";
  ask({
    title: isPrivate ? "Create private thread" : "Create thread", action: "Create thread",
    words: isPrivate ? "Only those who are added see it, and moderators."
      : message ? `It begins with the message “${(message.content || "…").slice(0, SHORT)}”.` : undefined,
    fields: [{ name: "name", label: "Thread name", most: NAME_LENGTH, value: firstLine }],
    async submit({ name }) {
      const thread = await page.person.beginThread(page.placeId, name.trim(), { messageId: message?.id,
        isPrivate: isPrivate || undefined });
      await session.learn();
      await places.enter(thread.id);
    },
  });
}
