// The page: makes its parts and hands them to each other.

import { Composer } from "/composer/composer.js";
import { mountPanel } from "/panel/panel.js";
import { makeDoors } from "/shell/doors.js";
import { Drawers } from "/shell/drawers.js";
import { announce, drawAround, drawClock, region } from "/shell/drawing.js";
import { listen } from "/shell/keys.js";
import { Messages } from "/shell/messages.js";
import { Popovers } from "/shell/popovers.js";
import { wear } from "/shell/user.js";
import { Happenings, Outcomes } from "/state/happenings.js";
import { Page } from "/state/page.js";
import { Places } from "/state/places.js";
import { Session } from "/state/session.js";
import { openModal } from "/view/modal.js";
import { tick } from "/view/timestamp.js";

const EPHEMERAL = 1 << 6;

wear();
const page = new Page();
const { world } = page;
const panelListeners = new Set();
let composer = null, messages = null;

const outcomes = new Outcomes(page, {
  ask: (modal, submit) => openModal(modal, { world, submit }),
  note: (words) => { page.conversation?.note(words, messages.scroll.isAtEnd); page.changed(); },
});
const happenings = new Happenings(page, {
  isFollowed: () => messages.isFollowed,
  learn: async () => { await session.learn(); await places.leaveWhatIsGone(); },
  settled: (outcome) => outcomes.hear(outcome),
  announce(message, isMine) {
    if (isMine) messages.scroll.toEnd();
    else announce(message, world);
  },
  commandsChanged: () => places.readCommands(),
  pinsChanged: () => { if (page.popover === "pins") doors.readPins(); },
});
const session = new Session(page, {
  heard: (event, data) => happenings.hear(event, data),
  overheard: (event, data) => { for (const listener of panelListeners) listener(event, data); },
  async missed() {
    await session.learn();
    await places.leaveWhatIsGone();
    await places.readAgain();
  },
  async begunAnew() {
    const channel = new URLSearchParams(location.search).get("channel") ?? "";
    await places.enter(places.named(`?channel=${encodeURIComponent(channel)}`).id, { history: "replace" });
    page.tell("The sandbox was begun anew.");
  },
});
const places = new Places(page, {
  arrived: (where) => messages.arrive(where),
  leaving: () => places.stand(messages.scroll.anchor),
});
// In this order Escape closes what opened beside a button before the drawer that the button is in.
const popovers = new Popovers(page), drawers = new Drawers(page);
const doors = makeDoors({ page, session, places, outcomes, drawers,
  composer: () => composer, messages: () => messages });
messages = new Messages(page, doors);
world.open = doors.go;
world.fillCommand = (name) => { composer.fill(`/${name} `); composer.focus(); };

function draw() {
  drawAround(page, doors, popovers);
  messages.draw();
  drawers.draw();
  composer?.refresh();
}

function mount() {
  composer = new Composer(region("composer"), {
    world,
    channel: () => page.place,
    commands: () => page.commands,
    say: (content, replyTo) => page.person.say(page.placeId, content, replyTo),
    run: (command, options) => outcomes.run(command, options),
    suggest: (command, options, focused) => outcomes.suggest(command, options, focused),
    editLast() {
      const isMine = (each) => each.author?.id === world.me && !((each.flags ?? 0) & EPHEMERAL);
      const mine = page.conversation?.shown.findLast(isMine);
      region("messages").querySelector(`li[data-id="${mine?.id}"] message-editor`)?.open();
    },
    complain: (words) => page.tell(words, true),
  });
  mountPanel(region("panel-body"), {
    operator: session.operator, world, go: doors.go,
    onEvent(listener) {
      panelListeners.add(listener);
      return () => panelListeners.delete(listener);
    },
  });
}

function listenToTheBrowser() {
  listen(region("messages"), {
    ...doors,
    focusComposer: () => composer.focus(),
    focused: (id) => messages.focus(id),
    scrollBy: (pages) => messages.scroll.by(pages),
  });
  region("skip-to-composer").addEventListener("click", (event) => { event.preventDefault(); composer.focus(); });
  region("close-panel").addEventListener("click", () => doors.togglePanel());
  addEventListener("popstate", () => doors.goBack());
  addEventListener("storage", (event) => { if (page.reading?.hear(event)) page.changed(); });
  addEventListener("pagehide", () => places.stand(messages.scroll.anchor));
  setInterval(() => { drawClock(page, doors); tick(region("messages"), world); }, 1000);
}

async function begin() {
  const wanted = new URLSearchParams(location.search);
  page.onChange(draw);
  await session.begin(wanted.get("as"));
  mount();
  listenToTheBrowser();
  await places.enter(places.named().id, { history: "replace" });
  if (wanted.has("line")) composer.fill(wanted.get("line"));
}

begin().catch((fault) => page.tell(fault));
