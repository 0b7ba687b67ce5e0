import pytest

from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.messages import check_message_create
from tests.sandbox.refusals import faults

V2 = 1 << 15
TEXT = {"type": 10, "content": "text"}
PICTURE = {"media": {"url": "https://a.example/i.png"}}
OPTION = {"label": "l", "value": "v"}


def button(name: str = "b", **more: JsonValue) -> JsonObject:
    return {"type": 2, "style": 1, "label": "label", "custom_id": name} | more


def link(**more: JsonValue) -> JsonObject:
    return {"type": 2, "style": 5, "label": "label", "url": "https://a.example"} | more


def select(**more: JsonValue) -> JsonObject:
    return {"type": 3, "custom_id": "s", "options": [OPTION]} | more


def row(*children: JsonValue) -> JsonObject:
    return {"type": 1, "components": list(children)}


def options(count: int, **more: JsonValue) -> list[JsonObject]:
    return [{"label": f"l{n}", "value": f"v{n}"} | more for n in range(count)]


def section(*children: JsonValue, **more: JsonValue) -> JsonObject:
    return {"type": 9, "components": list(children), "accessory": {"type": 11} | PICTURE} | more


def container(*children: JsonValue, **more: JsonValue) -> JsonObject:
    return {"type": 17, "components": list(children)} | more


def first(*rows: JsonValue) -> set[str]:
    return faults(lambda: check_message_create({"content": "x", "components": list(rows)}))


def second(*parts: JsonValue, files: tuple[str, ...] = ()) -> set[str]:
    return faults(lambda: check_message_create({"flags": V2, "components": list(parts)}, files=files))


@pytest.mark.parametrize(
    "child",
    [
        button("c" * 100, label="l" * 80),
        button(label=None, emoji={"name": "🎬", "id": None}),
        button(label=None, emoji={"id": "5", "name": "custom"}),
        button(disabled=True, id=7),
        link(url="discord://-/channels/1"),
        link(url="https://a.example/" + "x" * (512 - 18)),
        {"type": 2, "style": 6, "sku_id": "5"},
        select(options=options(25), max_values=25, min_values=0, placeholder="p" * 150),
        select(options=options(2, default=True), max_values=2),
        select(options=[{"label": "l" * 100, "value": "v" * 100, "description": "d" * 100, "emoji": {"name": "🎬"}}]),
        {"type": 5, "custom_id": "u", "default_values": [{"id": "1", "type": "user"}]},
        {"type": 6, "custom_id": "r"},
        {"type": 7, "custom_id": "m", "default_values": [{"id": "1", "type": "role"}]},
        {"type": 8, "custom_id": "c", "channel_types": [0, 5]},
    ],
)
def test_what_may_stand_in_a_row(child: JsonObject) -> None:
    assert first(row(child)) == set()
    assert second(row(child)) == set()
    assert second(container(row(child))) == set()


@pytest.mark.parametrize(
    ("child", "fault"),
    [
        (button("c" * 101), ".custom_id: BASE_TYPE_BAD_LENGTH"),
        (button(""), ".custom_id: BUTTON_COMPONENT_CUSTOM_ID_REQUIRED"),
        (button(label="l" * 81), ".label: BASE_TYPE_MAX_LENGTH"),
        (button(label=None), ": BUTTON_COMPONENT_INVALID"),
        (button(url="https://a.example"), ".custom_id: BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE"),
        (button(style=7), ".style: BASE_TYPE_CHOICES"),
        (button(style="1"), ".style: BASE_TYPE_CHOICES"),
        (button(style=None), ".style: BASE_TYPE_REQUIRED"),
        (button(emoji={"id": "5"}), ".emoji.name: BASE_TYPE_REQUIRED"),
        (button(emoji={"name": "text"}), ".emoji.name: BUTTON_COMPONENT_INVALID_EMOJI"),
        (button(id=-1), ".id: NUMBER_TYPE_MIN"),
        (link(custom_id="c"), ".custom_id: BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE"),
        (link(url=None), ".url: BASE_TYPE_REQUIRED"),
        (link(url="mailto://a.example"), ".url: URL_TYPE_INVALID_SCHEME"),
        (link(url="https://a.example/" + "x" * 495), ".url: BASE_TYPE_MAX_LENGTH"),
        ({"type": 2, "style": 6}, ".sku_id: BASE_TYPE_REQUIRED"),
        ({"type": 2, "style": 6, "sku_id": "5", "label": "l"}, ": BUTTON_COMPONENT_INVALID"),
        ({"type": 4, "custom_id": "t", "style": 1}, ": UNION_TYPE_CHOICES"),
        ({"custom_id": "t"}, ".type: BASE_TYPE_REQUIRED"),
        ({"type": "2"}, ": UNION_TYPE_CHOICES"),
        ("button", ": MODEL_TYPE_CONVERT"),
        (select(custom_id=None), ".custom_id: BASE_TYPE_REQUIRED"),
        (select(placeholder="p" * 151), ".placeholder: BASE_TYPE_MAX_LENGTH"),
        (select(options=[]), ".options: BASE_TYPE_BAD_LENGTH"),
        (select(options=None), ".options: BASE_TYPE_REQUIRED"),
        (select(options=options(26)), ".options: BASE_TYPE_BAD_LENGTH"),
        (select(options=options(2), max_values=3), ".options: BASE_TYPE_BAD_LENGTH"),
        (select(options=options(2, default=True)), ".options: BASE_TYPE_MAX_LENGTH"),
        (select(min_values=26, max_values=25), ".min_values: NUMBER_TYPE_MAX"),
        (select(min_values=2), ".min_values: NUMBER_TYPE_MAX"),
        (select(max_values=0, min_values=0), ".max_values: NUMBER_TYPE_MIN"),
        (select(options=[OPTION, OPTION]), ".options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"),
        (select(options=[OPTION | {"label": "l" * 101}]), ".options.0.label: BASE_TYPE_BAD_LENGTH"),
        (select(options=[OPTION | {"value": "v" * 101}]), ".options.0.value: BASE_TYPE_BAD_LENGTH"),
        (select(options=[OPTION | {"value": ""}]), ".options.0.value: BASE_TYPE_REQUIRED"),
        (select(options=[OPTION | {"description": "d" * 101}]), ".options.0.description: BASE_TYPE_MAX_LENGTH"),
        (
            {"type": 5, "custom_id": "u", "default_values": [{"id": "1", "type": "role"}]},
            ".default_values.0.type: BASE_TYPE_CHOICES",
        ),
        (
            {"type": 6, "custom_id": "u", "default_values": [{"id": str(n), "type": "role"} for n in range(2)]},
            ".default_values: BASE_TYPE_BAD_LENGTH",
        ),
        ({"type": 8, "custom_id": "c", "channel_types": [99]}, ".channel_types.0: BASE_TYPE_CHOICES"),
        ({"type": 8, "custom_id": "c", "channel_types": [0, 0]}, ".channel_types: SET_TYPE_ALREADY_CONTAINS_VALUE"),
    ],
)
def test_what_may_not_stand_in_a_row(child: JsonValue, fault: str) -> None:
    found = first(row(child))
    assert f"components.0.components.0{fault}" in found
    assert len(found) <= 2


def test_a_row_is_as_wide_as_five_buttons_or_one_select() -> None:
    five = [button(str(n)) for n in range(5)]
    assert first(row(*five)) == set()
    assert first(row(*five, button("6"))) == {"components.0.components.5: COMPONENT_LAYOUT_WIDTH_EXCEEDED"}
    assert first(row(select(), button())) == {"components.0.components.1: COMPONENT_LAYOUT_WIDTH_EXCEEDED"}
    assert first(row()) == {"components.0.components: BASE_TYPE_MIN_LENGTH"}
    assert first({"type": 1}) == {"components.0.components: BASE_TYPE_REQUIRED"}


def test_a_message_has_five_rows_of_the_first_generation() -> None:
    assert first(*[row(button(str(n))) for n in range(5)]) == set()
    assert first(*[row(button(str(n))) for n in range(6)]) == {"components: BASE_TYPE_MAX_LENGTH"}


def test_the_second_generation_needs_its_flag() -> None:
    assert first(TEXT) == {"components.0: UNION_TYPE_CHOICES"}
    assert first(button()) == {"components.0: UNION_TYPE_CHOICES"}


def test_custom_ids_and_ids_are_unique_in_a_message() -> None:
    assert first(row(button("a")), row(button("a"))) == {
        "components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED"
    }
    accessory = section(TEXT, accessory=button("a"))
    assert second(row(button("a")), container(accessory)) == {
        "components.1.components.0.accessory.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED"
    }
    assert second(TEXT | {"id": 1}, TEXT | {"id": 1}) == {"components.1.id: COMPONENT_ID_DUPLICATED"}
    assert second(TEXT | {"id": 0}, TEXT | {"id": 0}) == set()


@pytest.mark.parametrize(
    "part",
    [
        {"type": 10, "content": "x" * 4000},
        section(TEXT),
        section(TEXT, TEXT, TEXT, accessory=button()),
        {"type": 12, "items": [PICTURE] * 10},
        {"type": 12, "items": [PICTURE | {"description": "d" * 1024, "spoiler": True}]},
        {"type": 13, "file": {"url": "attachment://a.txt"}},
        {"type": 12, "items": [{"media": {"url": "attachment://a.txt"}}]},
        {"type": 14},
        {"type": 14, "spacing": 2, "divider": False},
        container(TEXT, {"type": 14}, section(TEXT), row(button()), accent_color=0xFFFFFF, spoiler=False),
    ],
)
def test_parts_of_the_second_generation(part: JsonObject) -> None:
    assert second(part, files=("a.txt",)) == set()


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        ({"type": 10, "content": "x" * 4001}, ".content: BASE_TYPE_BAD_LENGTH"),
        ({"type": 10, "content": ""}, ".content: BASE_TYPE_REQUIRED"),
        (section(), ".components: BASE_TYPE_BAD_LENGTH"),
        (section(TEXT, TEXT, TEXT, TEXT), ".components: BASE_TYPE_BAD_LENGTH"),
        (section(TEXT, accessory=None), ".accessory: BASE_TYPE_REQUIRED"),
        (section(TEXT, accessory=select()), ".accessory: UNION_TYPE_CHOICES"),
        (section(button()), ".components.0: UNION_TYPE_CHOICES"),
        ({"type": 11} | PICTURE, ": UNION_TYPE_CHOICES"),
        ({"type": 12, "items": []}, ".items: BASE_TYPE_BAD_LENGTH"),
        ({"type": 12, "items": [PICTURE] * 11}, ".items: BASE_TYPE_BAD_LENGTH"),
        ({"type": 12, "items": [{}]}, ".items.0.media: BASE_TYPE_REQUIRED"),
        ({"type": 12, "items": [PICTURE | {"description": "d" * 1025}]}, ".items.0.description: BASE_TYPE_BAD_LENGTH"),
        ({"type": 13, "file": {"url": "https://a.example/a.txt"}}, ".file.url: URL_TYPE_INVALID_SCHEME"),
        (
            {"type": 13, "file": {"url": "attachment://b.txt"}},
            ".file.url: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
        ),
        ({"type": 14, "spacing": 3}, ".spacing: BASE_TYPE_CHOICES"),
        (container(), ".components: BASE_TYPE_MIN_LENGTH"),
        (container(container(TEXT)), ".components.0: UNION_TYPE_CHOICES"),
        (container(TEXT, accent_color=0x1000000), ".accent_color: NUMBER_TYPE_MAX"),
        (button(), ": UNION_TYPE_CHOICES"),
    ],
)
def test_parts_of_the_second_generation_that_are_refused(part: JsonObject, fault: str) -> None:
    assert second(part, files=("a.txt",)) == {f"components.0{fault}"}


def test_forty_components_in_all() -> None:
    nine = container(*[TEXT] * 8)
    assert second(*[nine] * 4, TEXT, TEXT, TEXT, TEXT) == set()
    assert second(*[nine] * 4, *[TEXT] * 5) == {"components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"}
    assert second(section(TEXT), *[TEXT] * 37) == set()
    assert second(section(TEXT), *[TEXT] * 38) == {"components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"}


def test_four_thousand_code_points_in_all() -> None:
    half = {"type": 10, "content": "予" * 2000}
    assert second(half, container(half)) == set()
    assert second(half, container(half), TEXT) == {"components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"}
