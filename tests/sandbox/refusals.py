"""What a rule refused, as places and codes, for the rules' tests."""

from collections.abc import Callable

from sandbox.rules.errors import ApiError
from sandbox.rules.json_types import JsonObject


def faults(check: Callable[[], None]) -> set[str]:
    """Run a check and give its faults: "place: CODE" for each of a form, the code alone for others."""
    try:
        check()
    except ApiError as refused:
        return set(_leaves(refused.errors, "")) if refused.errors else {str(refused.code)}
    return set()


def _leaves(node: JsonObject, place: str) -> list[str]:
    found = []
    for key, value in node.items():
        if key == "_errors":
            assert all(set(each) == {"code", "message"} for each in value)
            found += [f"{place}: {each['code']}" for each in value]
        else:
            found += _leaves(value, f"{place}.{key}" if place else key)
    return found
