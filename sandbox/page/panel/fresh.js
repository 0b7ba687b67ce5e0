// Something that is read again and again while it is seen, one reading at a time.

/** Calls `read()` every `everyMs` while `isSeen()`; `soon()` is for when something is known to have changed. */
export class Fresh {
  #read; #isSeen; #timer; #isReading = false; #again = false;

  /**
   * @param {() => Promise<void>} read must not reject
   * @param {() => boolean} isSeen
   * @param {number} everyMs
   */
  constructor(read, isSeen, everyMs) {
    this.#read = read;
    this.#isSeen = isSeen;
    this.#timer = setInterval(() => this.soon(), everyMs);
  }

  /** Read now, or once more after the reading that is under way. */
  async soon() {
    if (!this.#isSeen()) return;
    if (this.#isReading) this.#again = true;
    else await this.#readOn();
  }

  stop() { clearInterval(this.#timer); }

  async #readOn() {
    this.#isReading = true;
    do {
      this.#again = false;
      await this.#read();
    } while (this.#again);
    this.#isReading = false;
  }
}
