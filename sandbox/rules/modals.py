"""Modals. Source: Discord's description of `ModalInteractionCallbackRequestData`, and its "Component Reference"."""

from sandbox.rules.components import ACTION_ROW, TEXT_DISPLAY, kind_of
from sandbox.rules.interactive import SELECTS, TEXT_INPUT, Seen, check_select
from sandbox.rules.values import Reader

LABEL, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX = 18, 19, 21, 22, 23
IN_LABEL = (TEXT_INPUT, *SELECTS, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX)
MAX_PARTS = 5
MAX_INPUT = 4000


def check_modal(modal: Reader) -> None:
    """Note what is wrong with a modal: title, custom_id and one to five parts."""
    modal.text("custom_id", least=1, most=100, required=True)
    modal.text("title", least=1, most=45, required=True)
    seen = Seen()
    for part in modal.objects("components", least=1, most=MAX_PARTS, required=True):
        kind = kind_of(part, (ACTION_ROW, TEXT_DISPLAY, LABEL))
        if kind is None:
            continue
        seen.id(part)
        if kind == ACTION_ROW:
            _check_row(part, seen)
        elif kind == LABEL:
            _check_label(part, seen)
        else:
            part.text("content", least=1, most=MAX_INPUT, required=True)


def _check_row(row: Reader, seen: Seen) -> None:
    """Check a row, which holds one text input with a label of its own."""
    for child in row.objects("components", least=1, most=1, required=True):
        if kind_of(child, (TEXT_INPUT,)) is not None:
            child.text("label", least=1, most=45, required=True)
            _check_input(child, seen)


def _check_label(label: Reader, seen: Seen) -> None:
    label.text("label", least=1, most=45, required=True)
    label.text("description", least=1, most=100)
    child = label.object("component", required=True)
    kind = None if child is None else kind_of(child, IN_LABEL)
    if child is None or kind is None:
        return
    if kind == TEXT_INPUT:
        child.text("label", least=1, most=45)
        _check_input(child, seen)
    elif kind in SELECTS:
        seen.id(child)
        check_select(child, seen, in_modal=True)
    else:
        _check_other(child, kind, seen)


def _check_input(field: Reader, seen: Seen) -> None:
    """Check a text input. What it begins with must be within its own limits."""
    seen.id(field)
    seen.custom_id(field)
    field.choice("style", (1, 2), required=True)
    field.text("placeholder", most=100)
    field.boolean("required")
    least = field.integer("min_length", least=0, most=MAX_INPUT) or 0
    most = field.integer("max_length", least=1, most=MAX_INPUT) or MAX_INPUT
    if least > most:
        field.fault("min_length", "NUMBER_TYPE_MAX", f"int value should be less than or equal to {most}.")
    elif field.value("value"):
        field.text("value", least=least, most=most)


def _check_other(field: Reader, kind: int, seen: Seen) -> None:
    """Check an upload, radio buttons or checkboxes."""
    seen.id(field)
    seen.custom_id(field)
    if kind == CHECKBOX:
        field.boolean("default")
        return
    field.boolean("required")
    if kind != RADIO_GROUP:
        field.integer("min_values", least=0, most=10)
        field.integer("max_values", least=1, most=10)
    if kind == FILE_UPLOAD:
        return
    for option in field.objects("options", least=2 if kind == RADIO_GROUP else 1, most=10, required=True):
        option.text("label", least=1, most=100, required=True)
        option.text("value", least=1, most=100, required=True)
        option.text("description", most=100)
        option.boolean("default")
