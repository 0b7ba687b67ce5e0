// The box at the bottom: messages, replies and commands, and what was typed in each channel.

import { html, render } from "/vendor/components.js";
import { about, arrow, draftOf, keepDraft, labelOf, replyBar, whyNotWrite } from "/composer/box.js";
import { CommandForm } from "/composer/form.js";
import { charactersLeft, Line, LONGEST } from "/composer/line.js";
import { Picker } from "/composer/picker.js";
import { row } from "/composer/row.js";
import { SENT } from "/view/modal.js";

const COMMAND_NAME = /^\/[\p{L}\p{N}_-]+(\s|$)/u;

/**
 * `doors` are what it may do:
 * - `world`; `channel()`: the channel one is in, with its `permissions`;
 * - `commands()`: those offered there, null as long as they aren't known;
 * - `say(content, replyTo)` posts a message, `replyTo` a message's id or undefined;
 * - `run(command, options)` runs a command by its name;
 * - `suggest(command, options, focused)` gives the bot's choices for an option, `[{name, value}]`;
 * - `complain(words)` tells what went wrong; `editLast()`, if given, edits one's last message.
 * The first three reject with words in `message`.
 */
export class Composer {
  #root; #doors; #line; #picker;
  #form = null; #reply = null; #pending = ""; #place = ""; #later = null; #isDrawing = false;

  constructor(root, doors) {
    this.#root = root;
    this.#doors = doors;
    const took = (item) => (this.#form ?? this.#line).take(item);
    this.#picker = new Picker("composer-list", () => this.#draw(), took);
    this.#line = new Line(this.#picker, {
      world: doors.world, commands: doors.commands, changed: () => this.#draw(), typed: () => this.#keep(),
      choose: (command, rest) => this.#choose(command, rest), send: () => this.#send(), escape: () => this.#escape(),
      editLast: () => doors.editLast?.(),
    });
    root.addEventListener("focusout", (event) => { if (!root.contains(event.relatedTarget)) this.#leaveList(); });
    // A form gives the focus back here once it was taken: the button that opened it may mean something else by then.
    document.addEventListener("close", ({ target }) => {
      if (target.returnValue === SENT || isLost(document.activeElement, target)) this.focus();
    }, true);
    this.refresh();
  }

  // What others do with it

  focus() {
    if (this.#form) this.#focusField(this.#form.next);
    else this.#line.focus();
  }

  /** Put a text in as if it was typed: "/series " begins a command. */
  fill(text) {
    this.#drop();
    this.#line.fill(text);
    this.focus();
  }

  replyTo(message) {
    this.#reply = message;
    this.#draw();
    this.focus();
  }

  /** Draw it anew: after another channel was entered, and when commands, permissions or people changed. */
  refresh() {
    const place = `${this.#doors.world.me} ${this.#doors.channel()?.id}`;
    if (place !== this.#place) this.#move(place);
    else if (this.#later) this.#restore(this.#later);
    else this.#line.renew();
    this.#draw();
  }

  #move(place) {
    this.#place = place;
    this.#reply = null;
    this.#pending = "";
    this.#drop();
    const channel = this.#doors.channel();
    this.#restore(channel ? draftOf(this.#doors.world.me, channel.id) : null);
  }

  // A command that isn't offered yet is put back once it is.
  #restore(draft) {
    const command = draft?.command && this.#doors.commands()?.find((each) => each.name === draft.command);
    this.#later = draft?.command && !command ? draft : null;
    if (command) this.#begin(command).restore(draft);
    else this.#line.restore(draft?.command ? {} : draft ?? {});
  }

  // The command

  #choose(command, rest) {
    const form = this.#begin(command);
    const given = form.give(rest);
    this.#keep();
    this.#draw();
    this.#focusField(given ?? form.next);
  }

  #begin(command) {
    this.#drop();
    this.#later = null;
    const { world, suggest } = this.#doors;
    this.#form = new CommandForm(command, this.#picker, {
      world, suggest, changed: () => this.#draw(), typed: () => this.#keep(), focus: (name) => this.#focusField(name),
      leave: (text) => this.#leave(text),
    });
    return this.#form;
  }

  #leave(text) {
    this.#drop();
    this.#draw();
    this.#line.fill(text);
    this.#line.focus();
  }

  // Empty the box, without forgetting the draft.
  #drop() {
    this.#form?.stop();
    this.#form = null;
    this.#line.restore();
    this.#picker.close();
  }

  #focusField(name) {
    this.#root.querySelector(`[data-option="${CSS.escape(name ?? "")}"]`)?.focus();
  }

  // Go to a field, and show its list also where one was there already.
  #goTo(name) {
    if (document.activeElement?.dataset.option === (name ?? "")) this.#form.enter(name);
    else this.#focusField(name);
  }

  // Leave the command, or the reply, or empty the box of a command's beginning. Tells whether there was any.
  #escape() {
    if (this.#form) this.#leave("");
    else if (this.#reply) this.replyTo(null);
    else if (this.#line.text.startsWith("/")) this.fill("");
    else return false;
    return true;
  }

  #leaveList() {
    this.#form?.stop();
    this.#picker.close();
  }

  #keep() {
    const channel = this.#doors.channel();
    this.#later = null;
    if (channel) keepDraft(this.#doors.world.me, channel.id, (this.#form ?? this.#line).draft);
  }

  // Sending

  #send() {
    this.#leaveList();
    if (this.#form) this.#run();
    else if (!this.#line.isEmpty) this.#say();
  }

  async #say() {
    const { content, draft } = this.#line;
    const wrong = this.#wrongWith(content);
    if (wrong) return this.#doors.complain(wrong);
    const reply = this.#reply, place = this.#here();
    this.#reply = null;
    this.fill("");
    try {
      return await this.#doors.say(content, reply?.id);
    } catch (refusal) {
      if (place.isHere()) this.#giveBack(draft, reply);
      else place.keep(draft);
      return this.#doors.complain(refusal.message);
    }
  }

  #wrongWith(content) {
    const name = COMMAND_NAME.exec(content)?.[0].trim();
    if (name && !this.#doors.commands()) return "The commands are still being loaded: try again in a moment";
    if (name) return `There is no command ${name} here`;
    const left = charactersLeft(content);
    if (left >= 0) return "";
    const over = `${-left} ${left === -1 ? "character" : "characters"}`;
    return `Your message is ${over} too long: ${LONGEST.toLocaleString("en-US")} are allowed`;
  }

  // What was refused stands in the box again, before what was typed in the meantime.
  #giveBack(draft, reply) {
    this.#reply ??= reply;
    if (this.#form) return;
    const { text, mentions } = this.#line.draft ?? { text: "", mentions: [] };
    const both = text ? `${draft.text}\n${text}` : draft.text;
    this.#line.restore({ text: both, mentions: [...draft.mentions, ...mentions] });
    this.#keep();
    this.#draw();
    this.#line.focus();
  }

  // The box is free at once, for what one types while the bot is asked.
  async #run() {
    const form = this.#form, wrong = form.check(), place = this.#here();
    this.#draw();
    if (wrong !== undefined) return this.#goTo(wrong);
    const pending = this.#pending = `Sending /${form.command.name}…`;
    this.#leave("");
    try {
      await this.#doors.run(form.command.name, form.options);
    } catch (refusal) {
      if (!place.isHere()) place.keep(form.draft);
      else if (!this.#form && this.#line.isEmpty) this.#goBack(form);
      this.#doors.complain(refusal.message);
    }
    if (place.isHere() && this.#pending === pending) this.#pending = "";
    return this.#draw();
  }

  // A command that was refused stands in the box again, to be sent once more or mended.
  #goBack(form) {
    this.#form = form;
    this.#keep();
    this.#draw();
    this.#focusField(form.next);
  }

  // Where something is sent from: one may have gone elsewhere when it is answered.
  #here() {
    const me = this.#doors.world.me, channel = this.#doors.channel()?.id, place = this.#place;
    return { isHere: () => place === this.#place, keep: (draft) => keepDraft(me, channel, draft) };
  }

  // How it looks

  #draw() {
    if (this.#isDrawing) return; // a field that goes away while it is drawn tells that it lost the focus
    const wasInList = document.activeElement?.id === this.#picker.id;
    this.#isDrawing = true;
    render(this.#template(), this.#root);
    this.#isDrawing = false;
    this.#line.grow();
    if (wasInList && document.activeElement === document.body) this.#focusBack();
  }

  #focusBack() {
    if (this.#form) this.#focusField(this.#form.current);
    else this.#line.focus();
  }

  #template() {
    const channel = this.#doors.channel();
    const whyNot = whyNotWrite(channel);
    const isSendable = !whyNot && (Boolean(this.#form) || !this.#line.isEmpty);
    const hasPanel = !whyNot && (this.#picker.isOpen || Boolean(this.#form));
    return html`<form class="composer" aria-label="Composer" aria-busy=${String(Boolean(this.#pending))}
        @submit=${(event) => { event.preventDefault(); this.#send(); }}>
      <div class="composer-panel" ?hidden=${!hasPanel}>${about(this.#form)}${this.#picker.template()}</div>
      ${replyBar(this.#reply, this.#doors.world, () => this.replyTo(null))}
      <div class="composer-box" ?data-attached=${Boolean(this.#reply)}>
        ${this.#form && !whyNot ? this.#row() : this.#line.template(labelOf(channel), whyNot)}
        <button type="submit" class="composer-send" aria-label="Send" ?hidden=${!isSendable}>${arrow}</button>
      </div>
      <p class="composer-pending">${this.#pending}</p>
      <p class="unseen" role="status">${this.#pending || this.#picker.summary || (this.#form?.fault ?? "")}</p>
    </form>`;
  }

  #row() {
    return row(this.#form, { world: this.#doors.world, send: () => this.#send(), escape: () => this.#escape() });
  }
}

// Whether the focus is nowhere, or still within a dialog that was closed.
const isLost = (element, dialog) => !element || element === document.body || dialog.contains(element);
