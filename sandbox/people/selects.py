"""What a person chooses in a select, checked as Discord's own client does."""

from sandbox.people.refusals import RefusedError
from sandbox.people.resolved import Resolved
from sandbox.rules.json_types import JsonObject

STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT = 3, 5, 6, 7, 8
RADIO_GROUP, CHECKBOX_GROUP = 21, 22
WITH_OPTIONS = (STRING_SELECT, RADIO_GROUP, CHECKBOX_GROUP)


def chosen(component: JsonObject, values: list[str], resolved: Resolved) -> list[str]:
    """Check what is chosen in a select, and find what it names. Raises `RefusedError`."""
    least, most = (component.get(name) for name in ("min_values", "max_values"))
    least, most = 1 if least is None else least, _most(component) if most is None else most
    if not least <= len(values) <= most:
        raise RefusedError(f"Choose {least} to {most}")
    kind = component["type"]
    if kind in WITH_OPTIONS:
        return [_offered_value(component, value) for value in values]
    if kind == CHANNEL_SELECT:
        return [resolved.channel(value, component.get("channel_types")) for value in values]
    if kind not in (USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT):
        raise RefusedError(f"The sandbox has no selects of type {kind}")
    find = {USER_SELECT: resolved.user, ROLE_SELECT: resolved.role, MENTIONABLE_SELECT: resolved.mentionable}
    return [find[kind](value) for value in values]


def _most(component: JsonObject) -> int:
    """Give how many may be chosen where the component doesn't say: of checkboxes all, elsewhere one."""
    return len(component["options"]) if component["type"] == CHECKBOX_GROUP else 1


def _offered_value(component: JsonObject, value: str) -> str:
    for option in component["options"]:
        if value in (option["value"], option["label"]):
            return str(option["value"])
    raise RefusedError(f"{value} is not among the choices")
