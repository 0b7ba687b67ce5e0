// All that a person sees happen, as it happens: a WebSocket that is made again when it is lost.

const SHORTEST_MS = 300, LONGEST_MS = 5000;

/** Hear what happens to `token`'s person, until `close()`. */
export class Stream {
  #token; #heard; #changed; #socket = null; #timer = 0; #wait = SHORTEST_MS; #ended = false;

  /**
   * @param {string} token
   * @param {(event: string, data: object) => void} heard
   * @param {(isUp: boolean) => void} changed called when the connection stands, and when it is lost
   */
  constructor(token, heard, changed) {
    this.#token = token;
    this.#heard = heard;
    this.#changed = changed;
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
    socket.onclose = () => this.#lost();
  }

  #receive({ event, data }) {
    if (this.#ended) return;
    if (event === "READY") {
      this.#wait = SHORTEST_MS;
      this.#changed(true);
    }
    this.#heard(event, data);
  }

  #lost() {
    if (this.#ended) return;
    this.#changed(false);
    this.#timer = setTimeout(() => this.#open(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_MS);
  }
}
