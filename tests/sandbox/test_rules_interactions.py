import pytest

from sandbox.rules.interactions import check_response
from sandbox.rules.json_types import JsonObject, JsonValue
from tests.sandbox.refusals import faults

PING, COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = range(1, 6)
STANDING = {"content": "x", "flags": 0}
MODAL = {
    "custom_id": "m",
    "title": "Announce",
    "components": [{"type": 1, "components": [{"type": 4, "custom_id": "t", "style": 1, "label": "Title"}]}],
}
DATA: dict[int, JsonValue] = {4: {"content": "x"}, 7: {"content": "y"}, 8: {"choices": []}, 9: MODAL}


def answered(kind: int, data: JsonValue, to: int = COMMAND, current: JsonObject | None = None) -> set[str]:
    return faults(lambda: check_response({"type": kind, "data": data}, to, current=current))


@pytest.mark.parametrize(
    ("to", "allowed"),
    [
        (PING, {1}),
        (COMMAND, {4, 5, 9}),
        (COMPONENT, {4, 5, 6, 7, 9}),
        (AUTOCOMPLETE, {8}),
        (MODAL_SUBMIT, {4, 5, 6, 7}),
    ],
)
def test_which_answer_an_interaction_takes(to: int, allowed: set[int]) -> None:
    for kind in range(14):
        fault = answered(kind, DATA.get(kind), to, STANDING)
        assert fault == (set() if kind in allowed else {"type: BASE_TYPE_CHOICES"})


def test_without_a_message_there_is_nothing_to_update() -> None:
    for kind in (6, 7):
        assert answered(kind, {"content": "x"}, MODAL_SUBMIT, None) == {"type: BASE_TYPE_CHOICES"}


@pytest.mark.parametrize("payload", [{}, {"type": None}])
def test_an_answer_has_a_type(payload: JsonObject) -> None:
    assert faults(lambda: check_response(payload, COMMAND)) == {"type: BASE_TYPE_REQUIRED"}


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"content": "x", "flags": 64}, set()),
        ({"content": "x" * 2001}, {"data.content: BASE_TYPE_MAX_LENGTH"}),
        ({"flags": 64}, {"50006"}),
        (None, {"data: BASE_TYPE_REQUIRED"}),
        ({"content": "x", "embeds": [{}]}, {"data.embeds.0.description: BASE_TYPE_REQUIRED"}),
        ([], {"data: MODEL_TYPE_CONVERT"}),
    ],
)
def test_a_message(data: JsonValue, fault: set[str]) -> None:
    assert answered(4, data) == fault


def test_an_update_is_held_against_the_message() -> None:
    assert answered(7, {"components": []}, COMPONENT, STANDING) == set()
    assert answered(7, {"content": ""}, COMPONENT, STANDING) == {"50006"}
    assert answered(7, {"content": "x" * 2001}, COMPONENT, STANDING) == {"data.content: BASE_TYPE_MAX_LENGTH"}


@pytest.mark.parametrize(
    ("choices", "fault"),
    [
        ([], set()),
        ([{"name": f"n{n}", "value": "v"} for n in range(25)], set()),
        ([{"name": "n" * 100, "value": "v" * 100}], set()),
        ([{"name": "n", "value": 5}], set()),
        ([{"name": f"n{n}", "value": "v"} for n in range(26)], {"data.choices: BASE_TYPE_MAX_LENGTH"}),
        ([{"name": "", "value": "v"}], {"data.choices.0.name: BASE_TYPE_REQUIRED"}),
        ([{"name": "n" * 101, "value": "v"}], {"data.choices.0.name: BASE_TYPE_BAD_LENGTH"}),
        ([{"name": "n", "value": "v" * 101}], {"data.choices.0.value: BASE_TYPE_MAX_LENGTH"}),
        (
            [{"name": "n", "value": "v"}, {"name": "m", "value": 5}],
            {"data.choices.1.value: STRING_TYPE_CONVERT"},
        ),
        ([{"name": "n"}], {"data.choices.0.value: BASE_TYPE_REQUIRED"}),
        ([{"name": "n", "value": None}], {"data.choices.0.value: BASE_TYPE_REQUIRED"}),
    ],
)
def test_autocomplete(choices: JsonValue, fault: set[str]) -> None:
    assert answered(8, {"choices": choices}, AUTOCOMPLETE) == fault


def modal(*components: JsonValue, **more: JsonValue) -> set[str]:
    return answered(9, {"custom_id": "m", "title": "T", "components": list(components)} | more)


def field(name: str = "t", **more: JsonValue) -> JsonObject:
    return {"type": 1, "components": [{"type": 4, "custom_id": name, "style": 1, "label": "Title"} | more]}


def label(component: JsonValue, **more: JsonValue) -> JsonObject:
    return {"type": 18, "label": "Label", "component": component} | more


TEXT = {"type": 4, "custom_id": "t", "style": 2}
SELECT = {"type": 3, "custom_id": "s", "options": [{"label": "l", "value": "v"}]}
CHOICES = [{"label": "l", "value": "v"}, {"label": "k", "value": "w"}]


@pytest.mark.parametrize(
    "part",
    [
        field("c" * 100, label="l" * 45, placeholder="p" * 100, min_length=0, max_length=4000, value="v" * 4000),
        field(min_length=4, max_length=4, value="four"),
        field(value=""),
        label(TEXT, label="l" * 45, description="d" * 100),
        label(SELECT),
        label({"type": 8, "custom_id": "c", "channel_types": [0]}),
        label({"type": 19, "custom_id": "f", "max_values": 10}),
        label({"type": 21, "custom_id": "r", "options": CHOICES}),
        label({"type": 22, "custom_id": "g", "options": CHOICES[:1]}),
        label({"type": 23, "custom_id": "b", "default": True}),
    ],
)
def test_what_may_stand_in_a_modal(part: JsonObject) -> None:
    assert modal(part) == set()


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        (field(label="l" * 46), ".components.0.label: BASE_TYPE_BAD_LENGTH"),
        (field(label=None), ".components.0.label: BASE_TYPE_REQUIRED"),
        (field("c" * 101), ".components.0.custom_id: BASE_TYPE_BAD_LENGTH"),
        (field(style=3), ".components.0.style: BASE_TYPE_CHOICES"),
        (field(placeholder="p" * 101), ".components.0.placeholder: BASE_TYPE_MAX_LENGTH"),
        (field(max_length=4001), ".components.0.max_length: NUMBER_TYPE_MAX"),
        (field(max_length=0), ".components.0.max_length: NUMBER_TYPE_MIN"),
        (field(min_length=5, max_length=4), ".components.0.min_length: NUMBER_TYPE_MAX"),
        (field(max_length=4, value="fives"), ".components.0.value: BASE_TYPE_MAX_LENGTH"),
        (field(min_length=4, value="ab"), ".components.0.value: BASE_TYPE_BAD_LENGTH"),
        ({"type": 1, "components": [SELECT]}, ".components.0: UNION_TYPE_CHOICES"),
        ({"type": 1, "components": []}, ".components: BASE_TYPE_BAD_LENGTH"),
        (label(TEXT, label="l" * 46), ".label: BASE_TYPE_BAD_LENGTH"),
        (label(TEXT, description="d" * 101), ".description: BASE_TYPE_BAD_LENGTH"),
        (label(TEXT | {"label": 5}), ".component.label: STRING_TYPE_CONVERT"),
        (label(TEXT | {"label": "l"}), ".component.label: BASE_TYPE_EXCLUSIVE"),
        (label(SELECT | {"min_values": 0}), ".component.min_values: NUMBER_TYPE_MIN"),
        (label({"type": 19, "custom_id": "f", "min_values": 0}), ".component.min_values: NUMBER_TYPE_MIN"),
        (
            label({"type": 19, "custom_id": "f", "min_values": 3, "max_values": 2}),
            ".component.min_values: NUMBER_TYPE_MAX",
        ),
        (
            label({"type": 21, "custom_id": "r", "options": [CHOICES[0]] * 2}),
            ".component.options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        ),
        (
            label({"type": 21, "custom_id": "r", "options": [each | {"default": True} for each in CHOICES]}),
            ".component.options: BASE_TYPE_MAX_LENGTH",
        ),
        (label(None), ".component: BASE_TYPE_REQUIRED"),
        (label({"type": 2, "style": 1, "label": "l", "custom_id": "b"}), ".component: UNION_TYPE_CHOICES"),
        (label(SELECT | {"disabled": True}), ".component.disabled: BASE_TYPE_CHOICES"),
        (label({"type": 21, "custom_id": "r", "options": CHOICES[:1]}), ".component.options: BASE_TYPE_BAD_LENGTH"),
        (TEXT, ": UNION_TYPE_CHOICES"),
    ],
)
def test_what_may_not_stand_in_a_modal(part: JsonObject, fault: str) -> None:
    assert modal(part) == {f"data.components.0{fault}"}


def test_a_modal_itself() -> None:
    five = [field(str(n)) for n in range(5)]
    assert modal(*five, title="t" * 45, custom_id="c" * 100) == set()
    assert modal(*five, field("5")) == {"data.components: BASE_TYPE_BAD_LENGTH"}
    assert modal() == {"data.components: BASE_TYPE_BAD_LENGTH"}
    assert modal(field(), title="t" * 46) == {"data.title: BASE_TYPE_BAD_LENGTH"}
    assert modal(field(), title="") == {"data.title: BASE_TYPE_REQUIRED"}
    assert modal(field(), custom_id="c" * 101) == {"data.custom_id: BASE_TYPE_BAD_LENGTH"}
    assert modal(field(), field()) == {"data.components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED"}
    assert modal(field(), label(SELECT), {"type": 10, "content": "x"}) == set()
