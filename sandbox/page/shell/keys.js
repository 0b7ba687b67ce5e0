// The keyboard: from message to message, from channel to channel, and back to writing.

const TYPED = "input, textarea, select, [contenteditable], [role=menu], [role=listbox], dialog";

/**
 * @param {HTMLElement} messages
 * @param {object} doors
 */
export function listen(messages, doors) {
  document.addEventListener("keydown", (event) => {
    const isControlled = (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (event.key.toLowerCase() === "k" && isControlled) return take(event, doors.openSwitcher);
    if (event.altKey && event.key === "ArrowDown") return take(event, () => doors.enterNext(1));
    if (event.altKey && event.key === "ArrowUp") return take(event, () => doors.enterNext(-1));
    if (event.key === "Escape") return escape(event, doors);
    if ((event.key === "PageUp" || event.key === "PageDown") && !document.querySelector("dialog[open]")
      && !event.target.closest("#panel, #left, #members")) {
      return take(event, () => doors.scrollBy(event.key === "PageUp" ? -1 : 1));
    }
    return undefined;
  });
  messages.addEventListener("keydown", (event) => move(event, messages, doors));
  messages.addEventListener("focusin", ({ target }) => {
    const id = target.closest("article")?.closest("li[data-id]")?.dataset.id;
    if (id) doors.focused(id);
  });
}

function take(event, act) {
  event.preventDefault();
  act();
}

/** Whoever had a use for Escape (a list, a dialog, a drawer) has prevented its default. */
function escape(event, doors) {
  if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (event.target.closest(TYPED) && !event.target.closest("#composer")) return;
  doors.markRead();
  doors.focusComposer();
}

function move(event, messages, doors) {
  const article = event.target.closest("article");
  if (!article || event.target !== article) return;
  const articles = [...messages.querySelectorAll("li[data-id] > article")];
  const at = articles.indexOf(article);
  const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: articles.length - 1 }[event.key];
  if (next === undefined || event.altKey) return;
  event.preventDefault();
  if (next >= articles.length) doors.focusComposer();
  articles[next]?.focus();
}
