"""Modals. Source: Discord's description of `ModalInteractionCallbackRequestData`, and its "Component Reference"."""

from sandbox.rules.components import ACTION_ROW, TEXT_DISPLAY, kind_of
from sandbox.rules.interactive import SELECTS, TEXT_INPUT, Seen, check_select
from sandbox.rules.values import Reader

LABEL, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX = 18, 19, 21, 22, 23
IN_LABEL = (TEXT_INPUT, *SELECTS, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX)
MAX_PARTS = 5
MAX_INPUT = 4000
MAX_CHOSEN = 10
"""How many files, radio buttons or checkboxes a field has."""


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
        if child.text("label", least=1, most=45):
            child.fault("label", "BASE_TYPE_EXCLUSIVE", "A text input in a Label takes no label of its own")
        _check_input(child, seen)
    elif kind in SELECTS:
        seen.id(child)
        check_select(child, seen, in_modal=True)
        _check_required(child)
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
    least, most = 0, 1
    if kind != RADIO_GROUP:
        least = field.integer("min_values", least=0, most=MAX_CHOSEN) or 0
        most = field.integer("max_values", least=1, most=MAX_CHOSEN) or MAX_CHOSEN
        _check_required(field)
        if least > most:
            field.fault("min_values", "NUMBER_TYPE_MAX", f"int value should be less than or equal to {most}.")
    if kind != FILE_UPLOAD:
        _check_group(field, max(least, 2 if kind == RADIO_GROUP else 1), most)


def _check_required(field: Reader) -> None:
    """Check that what must be filled in asks for something: `min_values` of 0 goes with `required` of false alone."""
    if field.payload.get("min_values") == 0 and field.payload.get("required") is not False:
        field.fault("min_values", "NUMBER_TYPE_MIN", "int value should be greater than or equal to 1.")


def _check_group(field: Reader, least: int, most: int) -> None:
    """Check the options of radio buttons or checkboxes, of which at most `most` are chosen at first."""
    values: set[str | None] = set()
    chosen = 0
    for option in field.objects("options", least=least, most=MAX_CHOSEN, required=True):
        option.text("label", least=1, most=100, required=True)
        value = option.text("value", least=1, most=100, required=True)
        option.text("description", most=100)
        chosen += option.boolean("default") is True
        if value in values:
            message = "The specified option value is already used"
            option.fault("value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message)
        values.add(value)
    if chosen > most:
        field.fault("options", "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
