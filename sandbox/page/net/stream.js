// All that a person sees happen, as it happens: a WebSocket that is made again when it is lost.

const SHORTEST_MS = 500, LONGEST_MS = 8000;
const BEGUN_ANEW = 4200, ANEW_MS = 1000;

/** Hear what happens to `token`'s person, until `close()`. */
export class Stream {
  #token; #doors; #socket = null; #timer = 0; #wait = SHORTEST_MS; #ended = false;

  /**
   * @param {string} token
   * @param {object} doors
   * @param {(event: string, data: object) => void} doors.heard
   * @param {(isUp: boolean) => void} doors.changed called when the connection stands, and when it is lost
   * @param {() => Promise<void>} doors.probe asked before each new try; rejects while the server is away, and may
   *   close this stream. A browser logs each WebSocket that fails, and doesn't say why it failed.
   */
  constructor(token, doors) {
    this.#token = token;
    this.#doors = doors;
    this.#open();
  }

  close() {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#socket.close();
  }

  #open() {
    const origin = location.origin.replace(/^http/, "ws");
    const socket = new WebSocket(`${origin}/sandbox/v1/events?token=${encodeURIComponent(this.#token)}`);
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#receive(JSON.parse(data));
    socket.onclose = ({ code }) => this.#lost(code === BEGUN_ANEW ? ANEW_MS : this.#wait);
  }

  #receive({ event, data }) {
    if (this.#ended) return;
    if (event === "READY") {
      this.#wait = SHORTEST_MS;
      this.#doors.changed(true);
    }
    this.#doors.heard(event, data);
  }

  #lost(wait) {
    if (this.#ended) return;
    this.#doors.changed(false);
    this.#timer = setTimeout(() => this.#again(), wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_MS);
  }

  async #again() {
    try {
      await this.#doors.probe();
    } catch {
      return this.#lost(this.#wait);
    }
    if (!this.#ended) this.#open();
    return undefined;
  }
}
