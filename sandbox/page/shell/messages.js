// The open channel's list of messages: drawn, scrolled, and read.

import { drawBars, drawMessages, region } from "/shell/drawing.js";
import { Scroll } from "/shell/scroll.js";

const FLASH_MS = 2000;
/** How far below the top the first new message stands, where they don't all fit. */
const NEW_PX = 96;

export class Messages {
  #page; #doors; #focused = null; #flashed = null; #arrivedIn = null;

  /**
   * @param {import("/state/page.js").Page} page
   * @param {object} doors what rows and bars do
   */
  constructor(page, doors) {
    this.#page = page;
    this.#doors = doors;
    const shows = (change) => async () => {
      const shown = await Promise.resolve(change()).catch((refusal) => page.tell(refusal));
      if (shown) this.draw();
      return shown;
    };
    this.scroll = new Scroll(region("messages"), {
      older: shows(() => page.conversation?.showOlder() ?? false),
      newer: shows(() => page.conversation?.showNewer() ?? false),
      endsAtPresent: () => page.conversation?.isAtPresent ?? true,
      moved: () => this.#moved(),
    });
    document.addEventListener("visibilitychange", () => this.read());
  }

  get isFollowed() { return this.scroll.isAtEnd && !document.hidden; }

  draw() {
    drawMessages(this.#page, this.#doors);
    this.#rove();
    const list = region("messages").firstElementChild;
    if (list && list !== this.#watched) this.scroll.watch(list);
    this.#watched = list;
    this.scroll.keep();
    this.#flash();
    this.#drawBars();
    this.read();
  }
  #watched = null;

  /** Tab reaches one message: the newest, unless the arrows moved on. */
  #rove() {
    const articles = [...region("messages").querySelectorAll("li[data-id] > article")];
    const reached = articles.find((each) => each.parentElement.dataset.id === this.#focused) ?? articles.at(-1);
    for (const each of articles) each.tabIndex = each === reached ? 0 : -1;
  }

  #drawBars() {
    const root = region("messages"), { conversation } = this.#page;
    const isFar = Boolean(conversation) && (!conversation.isAtPresent
      || root.scrollHeight - root.scrollTop > 3 * root.clientHeight);
    drawBars(this.#page, this.#doors, isFar && !this.scroll.isAtEnd);
  }

  #moved() {
    this.#drawBars();
    this.read();
  }

  /** What stands at the end, in front of someone's eyes, is read. */
  read() {
    const { conversation, reading } = this.#page;
    if (!conversation || conversation !== this.#arrivedIn || !conversation.isAtPresent || !this.isFollowed) return;
    if (reading?.read(conversation.channelId, conversation.newest?.id)) this.#page.changed();
  }

  /** Stand where one is to stand in a channel that was just opened. */
  arrive({ messageId, isFlashed, firstNew, anchor }) {
    this.#focused = messageId ?? null;
    this.#arrivedIn = this.#page.conversation;
    if (isFlashed) this.#flashed = messageId;
    if (messageId) this.scroll.centre(messageId);
    else if (anchor) this.scroll.standAt(anchor);
    else if (firstNew) this.scroll.standAt({ id: firstNew, offset: NEW_PX });
    else this.scroll.toEnd();
    this.draw();
  }

  #flash() {
    const row = this.#flashed && region("messages").querySelector(`li[data-id="${CSS.escape(this.#flashed)}"]`);
    if (!row) return;
    this.#flashed = null;
    row.classList.add("flash");
    row.querySelector("article").focus({ preventScroll: true });
    setTimeout(() => row.classList.remove("flash"), FLASH_MS);
  }

  toPresent() {
    this.#page.conversation?.showPresent();
    this.scroll.toEnd();
    this.draw();
  }

  markRead() {
    const { conversation, reading } = this.#page;
    if (!conversation) return;
    reading?.read(conversation.channelId, conversation.newest?.id);
    this.#page.newAfter = null;
    this.toPresent();
    this.#page.changed();
  }

  /** The arrows went on to a message: Tab comes back to it. */
  focus(id) {
    if (id === this.#focused) return;
    this.#focused = id;
    this.#rove();
  }
}
