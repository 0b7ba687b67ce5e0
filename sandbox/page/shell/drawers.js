// On a narrow page the channels, the members and the panel are drawers over the chat.

const NARROW = matchMedia("(max-width: 720px)"), MEDIUM = matchMedia("(max-width: 1199px)");
const SWIPE_PX = 60, SLANT = 0.6;
const LEFT = "channels";

export class Drawers {
  #page; #from = null; #opener = null; #isLeft = false;

  constructor(page) {
    this.#page = page;
    const { body } = document;
    body.addEventListener("touchstart", (event) => this.#began(event), { passive: true });
    body.addEventListener("touchend", (event) => this.#ended(event), { passive: true });
    document.getElementById("shade").addEventListener("click", () => this.close());
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || !page.drawer
        || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      this.close();
    });
    for (const query of [NARROW, MEDIUM]) query.addEventListener("change", () => { page.drawer = ""; page.changed(); });
  }

  /** Whether something is a drawer just now, and not a column of its own. */
  isDrawer(name) { return name === "panel" ? MEDIUM.matches : NARROW.matches; }

  open = (name) => {
    this.#opener = document.activeElement;
    this.#page.drawer = name;
    this.#page.changed();
  };

  close = () => {
    this.#page.drawer = "";
    this.#isLeft = true;
    this.#page.changed();
  };

  /** Let only the drawer that is open be reached. */
  draw() {
    const { drawer } = this.#page, isOpen = drawer !== "";
    document.getElementById("app").dataset.drawer = drawer;
    document.getElementById("shade").hidden = !isOpen;
    document.getElementById("chat").inert = isOpen;
    for (const link of document.querySelectorAll("body > .skip")) link.inert = isOpen;
    document.getElementById("left").inert = isOpen ? drawer !== LEFT : NARROW.matches;
    const opened = { [LEFT]: "left", panel: "panel", members: "members" }[drawer];
    if (opened && this.#drawn !== drawer) document.getElementById(opened).querySelector("button, a")?.focus();
    this.#drawn = drawer;
    // Not before the page behind it can be reached again.
    if (this.#isLeft && !isOpen) this.#opener?.focus();
    this.#isLeft = false;
  }
  #drawn = "";

  #began({ touches }) {
    this.#from = touches.length === 1 ? { x: touches[0].clientX, y: touches[0].clientY } : null;
  }

  #ended({ changedTouches, target }) {
    if (!this.#from || !NARROW.matches || document.querySelector("dialog[open]")
      || target.closest("pre, table, input, textarea")) return;
    const x = changedTouches[0].clientX - this.#from.x, y = changedTouches[0].clientY - this.#from.y;
    if (Math.abs(x) < SWIPE_PX || Math.abs(y) > Math.abs(x) * SLANT) return;
    const { drawer } = this.#page;
    if (drawer) this.close();
    else this.open(x > 0 ? LEFT : "panel");
  }
}
