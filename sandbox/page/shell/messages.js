// The open channel's list of messages: drawn, scrolled, and read.

import { drawBars, drawMessages, region } from "/shell/drawing.js";

// Where one stands in a long list: at its end, or at a row that stays where it is while others come and go around it.

const END_PX = 40, NEAR_PX = 600;
/** How long rows that were just drawn may still grow before it is looked where one stands. */
const SETTLING_MS = 500;

class Scroll {
  #root; #doors; #anchor = null; #isBusy = false; #put = null; #settling = 0;
  #sizes = new ResizeObserver(() => this.keep());
  isAtEnd = true;

  /**
   * @param {HTMLElement} root what scrolls; its rows are `li[data-id]`
   * @param {object} doors
   * @param {() => Promise<boolean>} doors.older shows older rows, and says whether there were any
   * @param {() => boolean} doors.newer shows newer rows
   * @param {() => boolean} doors.endsAtPresent whether the last row is the newest there is
   * @param {() => void} doors.moved called after each move
   */
  constructor(root, doors) {
    this.#root = root;
    this.#doors = doors;
    root.addEventListener("scroll", () => this.#scrolled(), { passive: true });
  }

  /** Keep the place while what is in `list` changes its height. */
  watch(list) {
    this.#sizes.disconnect();
    for (const each of [list, this.#root]) this.#sizes.observe(each);
  }

  /** The row that stays: `{id, offset}` in pixels from the top, or null at the end. */
  get anchor() { return this.isAtEnd ? null : this.#anchor; }

  toEnd() {
    this.#anchor = null;
    this.isAtEnd = true;
    this.#settle(() => this.#fill());
    this.keep();
  }

  /** Stand at a row as soon as it is drawn. */
  standAt(anchor) {
    this.isAtEnd = false;
    this.#anchor = anchor;
    this.#settle(() => { this.#moved(); this.#fill(); });
    this.keep();
  }

  /** Where nothing has to be scrolled, the browser tells of no move: look whether there is room for more. */
  #settle(settled) {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(settled, SETTLING_MS);
  }

  /** Bring a row to the middle as soon as it is drawn. */
  centre(id) { this.standAt({ id, offset: null }); }

  #row(id) { return this.#root.querySelector(`li[data-id="${CSS.escape(id)}"]`); }

  /** Stand where one stood, after rows have come, gone or grown. */
  keep() {
    const root = this.#root;
    if (this.isAtEnd) {
      root.scrollTop = root.scrollHeight;
      this.#put = root.scrollTop;
      return;
    }
    const row = this.#anchor && this.#row(this.#anchor.id);
    if (!row) return;
    const place = row.getBoundingClientRect(), top = root.getBoundingClientRect().top;
    this.#anchor.offset ??= Math.max(16, (root.clientHeight - place.height) / 2);
    root.scrollTop += place.top - top - this.#anchor.offset;
    this.#put = root.scrollTop;
  }

  /** Look where one stands now. */
  #look() {
    const root = this.#root, top = root.getBoundingClientRect().top;
    const isAtBottom = root.scrollHeight - root.scrollTop - root.clientHeight < END_PX;
    this.isAtEnd = isAtBottom && this.#doors.endsAtPresent();
    const first = [...root.querySelectorAll("li[data-id]")].find((row) => row.getBoundingClientRect().bottom > top);
    this.#anchor = first ? { id: first.dataset.id, offset: first.getBoundingClientRect().top - top } : null;
  }

  #scrolled() {
    // A move of our own is none of the person's; the list may have grown before the browser told of it.
    if (this.#root.scrollTop === this.#put) this.keep();
    else this.#moved();
    this.#fill();
  }

  #moved() {
    clearTimeout(this.#settling);
    this.#look();
    this.#doors.moved();
  }

  /** Show more where the end of what is drawn is near. */
  async #fill() {
    const root = this.#root;
    if (this.#isBusy || !root.clientHeight) return;
    this.#isBusy = true;
    try {
      if (root.scrollTop < NEAR_PX) await this.#doors.older();
      else if (root.scrollHeight - root.scrollTop - root.clientHeight < NEAR_PX) this.#doors.newer();
    } finally {
      this.#isBusy = false;
    }
  }

  by(pages) { this.#root.scrollBy({ top: pages * this.#root.clientHeight * 0.85 }); }
}

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
