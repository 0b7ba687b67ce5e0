// Where one stands in a long list: at its end, or at a row that stays where it is while others come and go around it.

const END_PX = 40, NEAR_PX = 600;
/** How long rows that were just drawn may still grow before it is looked where one stands. */
const SETTLING_MS = 500;

export class Scroll {
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
