"""A modal as a person fills it in, checked and turned into what Discord sends of it."""

from collections.abc import Iterator, Mapping

from sandbox.people.refusals import RefusedError
from sandbox.people.resolved import Resolved
from sandbox.people.selects import chosen
from sandbox.rules.json_types import JsonObject, JsonValue

ROW, TEXT_INPUT, LABEL, RADIO_GROUP, CHECKBOX = 1, 4, 18, 21, 23
CHOICES = frozenset({3, 5, 6, 7, 8, 21, 22})
"""Selects, and the groups of radio buttons and of checkboxes."""

LONGEST = 4000


def inputs(modal: JsonObject) -> Iterator[tuple[str, JsonObject]]:
    """Give a modal's inputs in order, each with the label that a person reads."""
    for component in modal["components"]:
        if component["type"] == ROW:
            for inner in component["components"]:
                yield inner.get("label", ""), inner
        elif component["type"] == LABEL:
            yield component["label"], component["component"]


def filled_components(modal: JsonObject, fields: Mapping[str, JsonValue], resolved: Resolved) -> list[JsonObject]:
    """Fill a modal in: `fields` are by custom_id or by label; one that is left out keeps what stood in it.

    Raises `RefusedError` for a field that isn't there, is required, too short or too long.
    """
    names = {name for label, each in inputs(modal) for name in (label, each["custom_id"])}
    for name in fields:
        if name not in names:
            raise RefusedError(f"The modal has no field {name}")
    filled = []
    for number, component in enumerate(modal["components"], start=1):
        shown: JsonObject = {"type": component["type"], "id": component.get("id", number)}
        if component["type"] == ROW:
            shown["components"] = [
                _filled(inner.get("label", ""), inner, fields, resolved) for inner in component["components"]
            ]
        elif component["type"] == LABEL:
            shown["component"] = _filled(component["label"], component["component"], fields, resolved)
        filled.append(shown)
    return filled


def _filled(label: str, each: JsonObject, fields: Mapping[str, JsonValue], resolved: Resolved) -> JsonObject:
    given = fields.get(each["custom_id"], fields.get(label))
    shown: JsonObject = {"type": each["type"], "id": each.get("id", 1), "custom_id": each["custom_id"]}
    if each["type"] == TEXT_INPUT:
        return shown | {"value": _text(label, each, given)}
    if each["type"] in CHOICES:
        values = _chosen(each, given, resolved)
        return shown | ({"value": next(iter(values), None)} if each["type"] == RADIO_GROUP else {"values": values})
    if each["type"] == CHECKBOX:
        return shown | {"value": bool(each.get("default") if given is None else given)}
    raise RefusedError(f"{label}: the sandbox has no inputs of type {each['type']}")


def _chosen(each: JsonObject, given: JsonValue, resolved: Resolved) -> list[str]:
    values = _defaults(each) if given is None else [given] if isinstance(given, str) else given
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise RefusedError("A choice is a text, or a list of texts")
    return chosen(each, values, resolved) if values or each.get("required", True) else []


def _defaults(each: JsonObject) -> list[str]:
    """Give what a select stands at when a modal opens."""
    preset = [option["value"] for option in each.get("options", ()) if option.get("default")]
    return preset + [value["id"] for value in each.get("default_values") or ()]


def _text(label: str, each: JsonObject, given: JsonValue) -> str:
    text = str(each.get("value") or "") if given is None else str(given)
    # Discord's client counts a required field of length 0 as missing, and an optional empty one as fine.
    if not text:
        if each.get("required", True) is not False:
            raise RefusedError(f"{label} is required")
        return text
    least, most = each.get("min_length") or 0, each.get("max_length") or LONGEST
    if not least <= len(text) <= most:
        raise RefusedError(f"{label} must have {least} to {most} characters, not {len(text)}")
    return text
