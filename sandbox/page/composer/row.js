// How the chosen command looks: its name, a pill for each field, and the place behind the last.

import { classMap, html, live, nothing } from "/vendor/components.js";
import { INTEGER, kindOf } from "/composer/values.js";
import { mark } from "/view/person.js";

const NARROWEST = 2;
const width = (text) => Math.max([...text].length + 1, NARROWEST);

/** The row of a `CommandForm`. `send()` and `escape()` are the composer's. */
export function row(form, { world, send, escape }) {
  const doors = { send, escape };
  return html`<div class="command-row" role="group" aria-label="/${form.command.name}">
    <span class="command-name">${mark(world)}<b>/${form.command.name}</b></span>
    ${form.fields.map((field) => pill(form, field, doors))}
    ${rest(form, doors)}
  </div>`;
}

function pill(form, field, doors) {
  const { option, error } = field;
  const about = `option-${field.name}-about`, wrong = `option-${field.name}-error`;
  const classes = { option: true, "option-current": form.current === field.name, "option-wrong": Boolean(error) };
  return html`<span class=${classMap(classes)}
      @click=${(event) => event.currentTarget.querySelector("input").focus()}>
    <span class="option-name" aria-hidden="true">${option.name}</span>
    ${input(form, field, doors, `${about}${error ? ` ${wrong}` : ""}`)}
    <span class="unseen" id=${about}>${kindOf(option)}, ${option.required ? "required" : "optional"}.
      ${option.description}</span>
    ${error ? html`<span class="option-error" id=${wrong}>${error}</span>` : nothing}
  </span>`;
}

function input(form, field, doors, describedBy) {
  const { option, error, text } = field;
  const { expanded, controls, active } = listOf(form, field.name);
  return html`<input type="text" data-option=${option.name} aria-label=${option.name} aria-describedby=${describedBy}
    role=${field.hasList ? "combobox" : nothing} aria-autocomplete=${field.hasList ? "list" : nothing}
    aria-expanded=${field.hasList ? expanded : nothing} aria-controls=${controls} aria-activedescendant=${active}
    aria-required=${String(Boolean(option.required))} aria-invalid=${error ? "true" : nothing}
    inputmode=${option.type === INTEGER ? "numeric" : nothing} size=${width(text)}
    autocomplete="off" spellcheck="false" enterkeyhint="send" .value=${live(text)}
    @focus=${() => form.enter(option.name)} @blur=${() => form.quit(option.name)}
    @click=${() => !field.isSettled && !form.picker.isOpen && form.offer()}
    @input=${(event) => form.type(option.name, event.target.value)}
    @keydown=${(event) => key(event, form, option.name, doors)}>`;
}

// Behind the last field: names of optional options, each with Tab, or nothing more.
function rest(form, doors) {
  const { left, restError, command } = form;
  const offer = left.length ? `+${left.length} optional` : "";
  const { expanded, controls, active } = listOf(form, null);
  const isListed = left.length > 0, wrong = restError ? "true" : nothing;
  const label = left.length ? `Optional options of /${command.name}` : `/${command.name}: Enter sends it`;
  return html`<span class=${classMap({ "command-rest": true, "option-wrong": Boolean(restError) })}>
    <input type="text" data-option="" aria-label=${label} placeholder=${offer} role=${isListed ? "combobox" : nothing}
      aria-autocomplete=${isListed ? "list" : nothing} aria-expanded=${isListed ? expanded : nothing}
      aria-controls=${controls} aria-activedescendant=${active}
      aria-invalid=${wrong} aria-describedby=${restError ? "rest-error" : nothing}
      autocomplete="off" spellcheck="false" enterkeyhint="send" .value=${live(form.rest)}
      @focus=${() => form.enter(null)} @click=${() => !form.picker.isOpen && form.offer()}
      @input=${(event) => form.typeRest(event.target.value)} @keydown=${(event) => key(event, form, null, doors)}>
    ${restError ? html`<span class="option-error" id="rest-error">${restError}</span>` : nothing}
  </span>`;
}

// What a field tells of the list, which belongs to the current one.
function listOf(form, name) {
  return form.current === name ? form.picker.aria : { expanded: "false", controls: nothing, active: nothing };
}

function key(event, form, name, doors) {
  if (event.isComposing || event.keyCode === 229) return; // an input method is at work: the key is its own
  if (!did(event, form, name, doors)) return;
  event.preventDefault();
  event.stopPropagation(); // the page scrolls by some of these
}

function did(event, form, name, doors) {
  if (form.picker.key(event)) return true;
  switch (event.key) {
    case "Enter": return done(() => doors.send());
    case "Escape": return done(() => doors.escape());
    case "ArrowDown": return !form.picker.isOpen && done(() => form.offer());
    case "Tab": return !event.shiftKey && name === null && form.picker.hasItems && done(() => form.takeFirst());
    case "Backspace": return !event.target.value && done(() => form.back(name));
    default: return false;
  }
}

function done(act) {
  act();
  return true;
}
