// The user-side API, under /sandbox/v1.

const PREFIX = "/sandbox/v1";
const WAIT = 5;

export class Refused extends Error {}

async function read(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(body.error || `${response.status} ${response.statusText}`);
  return body;
}

export async function description() {
  return read(await fetch(`${PREFIX}/description`));
}

// What one person does, with that person's token.
export class Person {
  constructor(token) {
    this.token = token;
  }

  async call(method, path, body) {
    const headers = { Authorization: this.token };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    return read(await fetch(PREFIX + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }));
  }

  me() { return this.call("GET", "/me"); }
  messages(channel) { return this.call("GET", `/channels/${channel}/messages?limit=100`); }
  commands(channel) { return this.call("GET", `/channels/${channel}/commands`); }
  say(channel, content) { return this.call("POST", `/channels/${channel}/messages`, { content }); }
  run(channel, command, options) { return this.call("POST", `/channels/${channel}/commands?wait=${WAIT}`, { command, options }); }
  suggest(channel, command, options, focused) {
    return this.call("POST", `/channels/${channel}/autocomplete?wait=${WAIT}`, { command, options, focused });
  }
  use(message, custom_id, values) {
    const path = `/channels/${message.channel_id}/messages/${message.id}/components?wait=${WAIT}`;
    return this.call("POST", path, values === undefined ? { custom_id } : { custom_id, values });
  }
  submit(interaction, fields) { return this.call("POST", `/interactions/${interaction}/modal?wait=${WAIT}`, { fields }); }
  clock() { return this.call("GET", "/clock"); }
  setClock(body) { return this.call("POST", "/clock", body); }

  // Hear what happens, until the returned function is called. A connection that is lost is made again.
  listen(onEvent, onState) {
    let socket = null;
    let ended = false;
    let wait = 500;
    const open = () => {
      socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}${PREFIX}/events?token=${encodeURIComponent(this.token)}`);
      socket.onopen = () => { wait = 500; onState(true); };
      socket.onmessage = (message) => { const { event, data } = JSON.parse(message.data); onEvent(event, data); };
      socket.onclose = () => {
        if (ended) return;
        onState(false);
        setTimeout(() => { if (!ended) open(); }, wait);
        wait = Math.min(wait * 2, 10000);
      };
    };
    open();
    return () => { ended = true; socket.close(); };
  }
}
