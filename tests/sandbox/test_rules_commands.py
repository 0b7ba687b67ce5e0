import pytest

from sandbox.rules.commands import check_command, check_command_list
from sandbox.rules.json_types import JsonObject, JsonValue
from tests.sandbox.refusals import faults


def command(**more: JsonValue) -> JsonObject:
    return {"name": "series", "description": "Show a series"} | more


def option(kind: int = 3, **more: JsonValue) -> JsonObject:
    return {"type": kind, "name": "title", "description": "A title"} | more


def choice(name: str = "n", value: JsonValue = "v") -> JsonObject:
    return {"name": name, "value": value}


def of(*options: JsonValue) -> JsonObject:
    return command(options=list(options))


def made(payload: JsonValue) -> set[str]:
    return faults(lambda: check_command(payload))


SUB = {"type": 1, "name": "add", "description": "Add"}


@pytest.mark.parametrize(
    "payload",
    [
        command(name="n" * 32, description="d" * 100),
        command(name="予告-trailer_1'"),
        command(name="ซีรีส์"),
        command(name="हिन्दी"),
        command(name_localizations={"de": "serie", "ja": "シリーズ"}, description_localizations={"de": "d" * 100}),
        command(default_member_permissions="32", contexts=[0, 1, 2], integration_types=[0, 1], nsfw=False),
        command(default_member_permissions=32, dm_permission=True),
        command(default_member_permissions=None, options=None, contexts=None),
        {"type": 2, "name": "Who is this", "description": ""},
        {"type": 3, "name": "Read Aloud"},
        of(*[option(name=f"o{n}") for n in range(25)]),
        of(option(required=True), option(name="other")),
        of(option(choices=[choice(f"n{n}") for n in range(25)])),
        of(option(choices=[choice("n" * 100, "v" * 100)])),
        of(option(autocomplete=True, choices=[])),
        of(option(min_length=0, max_length=6000)),
        of(option(4, min_value=-(2**53 - 1), max_value=5, choices=[choice(value=5)])),
        of(option(10, min_value=0.5, choices=[choice(value=0.5)])),
        of(option(7, channel_types=[0, 5])),
        of(*[option(kind, name=f"o{kind}") for kind in (5, 6, 8, 9, 11)]),
        of(SUB, {"type": 2, "name": "group", "description": "g", "options": [SUB | {"options": [option()]}]}),
    ],
)
def test_what_is_just_allowed(payload: JsonObject) -> None:
    assert made(payload) == set()


@pytest.mark.parametrize(
    ("payload", "fault"),
    [
        (command(name=None), "name: BASE_TYPE_REQUIRED"),
        (command(name="n" * 33), "name: BASE_TYPE_BAD_LENGTH"),
        (command(name="Series"), "name: APPLICATION_COMMAND_INVALID_NAME"),
        (command(name="two words"), "name: APPLICATION_COMMAND_INVALID_NAME"),
        (command(name="what?"), "name: APPLICATION_COMMAND_INVALID_NAME"),
        (command(name="🎬"), "name: APPLICATION_COMMAND_INVALID_NAME"),
        (command(name_localizations={"de": "Serie"}), "name_localizations.de: APPLICATION_COMMAND_INVALID_NAME"),
        (command(name_localizations={"xx": "serie"}), "name_localizations.xx: BASE_TYPE_CHOICES"),
        (command(description=None), "description: BASE_TYPE_REQUIRED"),
        (command(description=""), "description: BASE_TYPE_REQUIRED"),
        (command(description="d" * 101), "description: BASE_TYPE_BAD_LENGTH"),
        (command(type=5), "type: BASE_TYPE_CHOICES"),
        (command(type=2), "description: APPLICATION_COMMAND_CONTEXT_MENU_INVALID"),
        (command(default_member_permissions="many"), "default_member_permissions: NUMBER_TYPE_COERCE"),
        (command(default_member_permissions=-1), "default_member_permissions: NUMBER_TYPE_COERCE"),
        (command(contexts=[]), "contexts: BASE_TYPE_MIN_LENGTH"),
        (command(contexts=[3]), "contexts.0: BASE_TYPE_CHOICES"),
        (command(contexts=[0, 0]), "contexts: SET_TYPE_ALREADY_CONTAINS_VALUE"),
        (command(integration_types=[2]), "integration_types.0: BASE_TYPE_CHOICES"),
        (command(options={}), "options: LIST_TYPE_CONVERT"),
        (of(*[option(name=f"o{n}") for n in range(26)]), "options: BASE_TYPE_MAX_LENGTH"),
        (of(option(12)), "options.0.type: BASE_TYPE_CHOICES"),
        (of(option(name="Title")), "options.0.name: APPLICATION_COMMAND_INVALID_NAME"),
        (of(option(), option()), "options.1.name: APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS"),
        (of(option(), option(name="o", required=True)), "options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"),
        (
            of(SUB | {"options": [option(), option(name="o", required=True)]}),
            "options.0.options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        ),
        (of(option(), SUB), "options: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"),
        (of(SUB | {"options": [SUB]}), "options.0.options.0.type: BASE_TYPE_CHOICES"),
        (of(option(2, options=[option()])), "options.0.options.0.type: BASE_TYPE_CHOICES"),
        (of(option(2, options=[option(2)])), "options.0.options.0.type: BASE_TYPE_CHOICES"),
        (of(option(options=[option()])), "options.0.options: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"),
        (of(option(choices=[choice(f"n{n}") for n in range(26)])), "options.0.choices: BASE_TYPE_MAX_LENGTH"),
        (of(option(choices=[choice("n" * 101)])), "options.0.choices.0.name: BASE_TYPE_BAD_LENGTH"),
        (of(option(choices=[choice(value="v" * 101)])), "options.0.choices.0.value: BASE_TYPE_MAX_LENGTH"),
        (of(option(choices=[choice(value=5)])), "options.0.choices.0.value: STRING_TYPE_CONVERT"),
        (of(option(4, choices=[choice(value="5")])), "options.0.choices.0.value: NUMBER_TYPE_COERCE"),
        (of(option(4, choices=[choice(value=2**53)])), "options.0.choices.0.value: NUMBER_TYPE_MAX"),
        (
            of(option(choices=[choice(), choice()])),
            "options.0.choices.1.name: APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS",
        ),
        (
            of(option(choices=[choice()], autocomplete=True)),
            "options.0.choices: APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE_EXCLUSIVE",
        ),
        (of(option(5, autocomplete=True)), "options.0: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"),
        (of(option(max_length=6001)), "options.0.max_length: NUMBER_TYPE_MAX"),
        (of(option(max_length=0)), "options.0.max_length: NUMBER_TYPE_MIN"),
        (of(option(min_length=3, max_length=2)), "options.0.min_length: NUMBER_TYPE_MAX"),
        (of(option(4, min_value=0.5)), "options.0.min_value: NUMBER_TYPE_COERCE"),
        (of(option(10, min_value=float("nan"))), "options.0.min_value: NUMBER_TYPE_COERCE"),
        (of(option(10, max_value=float("inf"))), "options.0.max_value: NUMBER_TYPE_COERCE"),
        (of(option(10, min_value=2, max_value=1)), "options.0.min_value: NUMBER_TYPE_MAX"),
        (of(option(7, channel_types=[99])), "options.0.channel_types.0: BASE_TYPE_CHOICES"),
        (of("option"), "options.0: MODEL_TYPE_CONVERT"),
        ("command", ": MODEL_TYPE_CONVERT"),
        (None, ": MODEL_TYPE_CONVERT"),
    ],
)
def test_what_is_just_refused(payload: JsonValue, fault: str) -> None:
    assert made(payload) == {fault}


def with_text(description: int) -> JsonObject:
    """Make a command of 7,970 code points and a description of so many."""
    choices = [choice(f"{n:04}", "v" * 96) for n in range(9)]
    options = [option(name=f"o{n}", description="d" * 38, choices=choices) for n in range(8)]
    last = option(name="o8", description="d" * 38, choices=choices[:4])
    return command(name="n" * 10, description="d" * description, options=[*options, last])


def test_eight_thousand_code_points_in_all() -> None:
    assert made(with_text(30)) == set()
    assert made(with_text(31)) == {": APPLICATION_COMMAND_TOO_LARGE"}
    translated = with_text(30) | {"description_localizations": {"de": "d" * 30}}
    assert made(translated) == set()
    translated = with_text(30) | {"description_localizations": {"de": "d" * 31}}
    assert made(translated) == {": APPLICATION_COMMAND_TOO_LARGE"}


@pytest.mark.parametrize(("count", "fault"), [(100, set()), (101, {"30032"})])
def test_a_hundred_slash_commands(count: int, fault: set[str]) -> None:
    payloads = [command(name=f"c{n}") for n in range(count)]
    assert faults(lambda: check_command_list(payloads)) == fault


@pytest.mark.parametrize(("count", "fault"), [(15, set()), (16, {"30032"})])
def test_fifteen_context_menus_of_a_kind(count: int, fault: set[str]) -> None:
    payloads = [{"type": kind, "name": f"Menu {n}"} for n in range(count) for kind in (2, 3)]
    assert faults(lambda: check_command_list(payloads)) == fault


def test_names_are_unique_for_a_type() -> None:
    twice = [command(), command()]
    assert faults(lambda: check_command_list(twice)) == {"1.name: APPLICATION_COMMANDS_DUPLICATE_NAME"}
    assert faults(lambda: check_command_list([command(), {"type": 2, "name": "series"}])) == set()


def test_faults_in_a_list_are_named_by_place() -> None:
    payloads = [command(), command(name="Bad")]
    assert faults(lambda: check_command_list(payloads)) == {"1.name: APPLICATION_COMMAND_INVALID_NAME"}
    assert faults(lambda: check_command_list({})) == {": LIST_TYPE_CONVERT"}
