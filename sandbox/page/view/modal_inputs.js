// How a modal's fields look.

import { html, live, nothing } from "/vendor/components.js";
import { markdown } from "/view/markdown.js";
import { Boxes, TextField, Tick, Unknown, Words } from "/view/modal_fields.js";

/** Draw a field of `fieldsOf`. */
export function fieldTemplate(field, world) {
  if (field instanceof Words) return html`<div class="modal-text">${markdown(field.content, world)}</div>`;
  if (field instanceof Unknown) return html`<p class="modal-text">The page can't show parts of type ${field.type}.</p>`;
  if (field instanceof Boxes) return boxes(field);
  if (field instanceof Tick) return tick(field);
  return html`<div class="field" ?data-wrong=${Boolean(field.error)}>
    <label for=${field.id}>${field.label}${star(field)}</label>${description(field)}
    ${field instanceof TextField ? text(field) : select(field)}${foot(field)}</div>`;
}

const star = (field) => field.isRequired ? html`<span class="field-star" aria-hidden="true"> *</span>` : nothing;

function description({ id, description: text }) {
  return text ? html`<p class="field-about" id="${id}-about">${text}</p>` : nothing;
}

function foot(field) {
  return html`${field.error ? html`<p class="field-error" id="${field.id}-error">${field.error}</p>` : nothing}
    ${field.isCounted ? html`<span class="field-count" ?data-over=${field.length > field.most} id="${field.id}-count"
      aria-label="${field.length} of ${field.most} characters">${field.length}/${field.most}</span>` : nothing}`;
}

function describedBy(field) {
  const parts = [field.description && "about", field.error && "error"].filter(Boolean);
  return parts.length ? parts.map((part) => `${field.id}-${part}`).join(" ") : nothing;
}

function text(field) {
  const { id, isParagraph, component, error, value, isRequired } = field;
  const put = (event) => field.put(event.target.value);
  const invalid = error ? "true" : nothing;
  if (isParagraph) {
    return html`<textarea id=${id} data-field=${id} rows="5" placeholder=${component.placeholder ?? nothing}
      aria-required=${String(isRequired)} aria-invalid=${invalid} aria-describedby=${describedBy(field)}
      .value=${live(value)} @input=${put}></textarea>`;
  }
  return html`<input type="text" id=${id} data-field=${id} placeholder=${component.placeholder ?? nothing}
    aria-required=${String(isRequired)} aria-invalid=${invalid} aria-describedby=${describedBy(field)}
    .value=${live(value)} @input=${put}>`;
}

function select(field) {
  const { id, picker, component, error, isMany } = field;
  const { expanded, controls, active } = picker.list.aria;
  const left = (event) => { if (!event.currentTarget.contains(event.relatedTarget)) picker.leave(); };
  return html`<div class="field-select" @focusout=${left}>
    ${isMany && picker.chosen.length ? chips(picker) : nothing}
    <input type="text" id=${id} data-field=${id} role="combobox" aria-autocomplete="list" aria-expanded=${expanded}
      aria-controls=${controls} aria-activedescendant=${active}
      aria-required=${String(field.isRequired)} aria-invalid=${error ? "true" : nothing}
      aria-describedby=${describedBy(field)} placeholder=${component.placeholder || "Make a selection"}
      autocomplete="off" spellcheck="false" .value=${live(picker.text)}
      @click=${() => picker.list.isOpen || picker.offer()} @input=${(event) => picker.type(event.target.value)}
      @keydown=${(event) => picker.key(event)}>
    ${picker.list.template()}
    <p class="unseen" role="status">${picker.list.summary}</p>
  </div>`;
}

function chips(picker) {
  const chip = ({ name, value }) => html`<li>${name}
    <button type="button" aria-label="Remove ${name}" @click=${() => picker.drop(value)}>✕</button></li>`;
  return html`<ul class="field-chosen" aria-label="Chosen">${picker.chosen.map(chip)}</ul>`;
}

function boxes(field) {
  return html`<fieldset class="field" ?data-wrong=${Boolean(field.error)} aria-describedby=${describedBy(field)}>
    <legend>${field.label}${star(field)}</legend>${description(field)}
    ${field.component.options.map((option, index) => box(field, option, index))}${foot(field)}</fieldset>`;
}

function box(field, option, index) {
  const type = field.isRadio ? "radio" : "checkbox";
  return html`<label class="field-box"><input type=${type} name=${field.id} value=${option.value}
      data-field=${index ? nothing : field.id} .checked=${live(field.value.includes(option.value))}
      @change=${(event) => field.tick(option.value, event.target.checked)}>
    <span>${option.label}${option.description ? html`<small>${option.description}</small>` : nothing}</span></label>`;
}

function tick(field) {
  return html`<div class="field"><label class="field-box">
    <input type="checkbox" data-field=${field.id} aria-describedby=${describedBy(field)} .checked=${live(field.value)}
      @change=${(event) => field.put(event.target.checked)}><span>${field.label}</span></label>
    ${description(field)}</div>`;
}
