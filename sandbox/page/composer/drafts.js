// What was typed and not sent yet, for each person and channel, as long as the browser's tab is open.

const key = (me, channel) => `draft:${me}:${channel}`;

/** What was typed in a channel, or null. */
export function draftOf(me, channel) {
  try {
    return JSON.parse(sessionStorage.getItem(key(me, channel)));
  } catch {
    return null; // not one of ours, or a browser that keeps nothing
  }
}

/** Keep a draft; null forgets it. */
export function keepDraft(me, channel, draft) {
  try {
    if (draft === null) sessionStorage.removeItem(key(me, channel));
    else sessionStorage.setItem(key(me, channel), JSON.stringify(draft));
  } catch {
    // a browser that keeps nothing, or is full: the text still stands in the box
  }
}
