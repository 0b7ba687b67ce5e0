// Modals: the form that an interaction is answered with.

import { choices, selectBox } from "/components.js";
import { el } from "/dom.js";
import { markdown } from "/markdown.js";

const ROW = 1, TEXT_INPUT = 4, TEXT = 10, LABEL = 18, RADIO_GROUP = 21, CHECKBOX_GROUP = 22, CHECKBOX = 23;

// Show a modal. `submit(fields)` sends it; if that is refused the form stays, with everything typed in it.
export function showModal(modal, world, submit) {
  const dialog = document.getElementById("modal");
  const form = document.getElementById("modal-form");
  const error = document.getElementById("modal-error");
  const fields = modal.components.map((component, index) => field(component, index, world));
  document.getElementById("modal-title").textContent = modal.title;
  document.getElementById("modal-fields").replaceChildren(...fields.map((each) => each.element));
  error.textContent = "";
  document.getElementById("modal-cancel").onclick = () => dialog.close();
  form.onsubmit = async (event) => {
    event.preventDefault();
    const filled = Object.fromEntries(fields.filter((each) => each.name).map((each) => [each.name, each.value()]));
    try {
      await submit(filled);
      dialog.close();
    } catch (refusal) {
      error.textContent = refusal.message;
    }
  };
  dialog.showModal();
}

function field(component, index, world) {
  const id = `field-${index}`;
  if (component.type === ROW) return input(component.components[0], component.components[0].label, "", id, world);
  if (component.type === LABEL) return input(component.component, component.label, component.description, id, world);
  return { element: component.type === TEXT ? markdown(component.content, world) : el("div") };
}

function input(component, label, description, id, world) {
  const required = component.required !== false;
  const made = control(component, id, world);
  const title = label + (required && component.type !== CHECKBOX ? " *" : "");
  const grouped = [RADIO_GROUP, CHECKBOX_GROUP].includes(component.type);
  const element = grouped
    ? el("fieldset", { class: "modal-field" }, el("legend", {}, title), description && el("small", {}, description), made.element)
    : el("div", { class: "modal-field" }, el("label", { for: id }, title), description && el("small", { id: `${id}-about` }, description), made.element);
  if (description && !grouped) made.element.setAttribute("aria-describedby", `${id}-about`);
  return { element, name: component.custom_id, value: made.value };
}

function control(component, id, world) {
  if (component.type === TEXT_INPUT) return textControl(component, id);
  if (component.type === CHECKBOX) {
    const box = el("input", { id, type: "checkbox" });
    box.checked = Boolean(component.default);
    return { element: box, value: () => box.checked };
  }
  if (component.type === RADIO_GROUP || component.type === CHECKBOX_GROUP) return groupControl(component, id, world);
  const box = selectBox(component, world, { id });
  return { element: box, value: () => [...box.selectedOptions].map((each) => each.value).filter(Boolean) };
}

function textControl(component, id) {
  // The length is left to the server, so that what is too long is told and not cut off.
  const attributes = { id, placeholder: component.placeholder, "aria-required": component.required !== false ? "true" : "false" };
  const box = component.style === 2 ? el("textarea", attributes) : el("input", { type: "text", ...attributes });
  box.value = component.value || "";
  return { element: box, value: () => box.value };
}

function groupControl(component, id, world) {
  const type = component.type === RADIO_GROUP ? "radio" : "checkbox";
  const boxes = choices(component, world).map(([value, label, chosen]) => {
    const box = el("input", { type, name: id, value });
    box.checked = chosen;
    return [box, el("label", { class: "choice" }, box, label)];
  });
  const value = () => boxes.map(([box]) => box).filter((box) => box.checked).map((box) => box.value);
  return { element: el("div", {}, ...boxes.map(([, label]) => label)), value };
}
