import pytest

from sandbox.rules.embeds import MAX_TEXT
from sandbox.rules.errors import ApiError, ErrorTree
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.messages import check_message_create, check_message_edit
from tests.sandbox.refusals import faults

V2 = 1 << 15
TEXT = {"type": 10, "content": "text"}


def made(payload: JsonValue, *files: str) -> set[str]:
    return faults(lambda: check_message_create(payload, files=files))


def embed(**parts: JsonValue) -> JsonObject:
    return {"embeds": [parts]}


def fields(*texts: str) -> list[JsonObject]:
    return [{"name": text, "value": text} for text in texts]


@pytest.mark.parametrize(
    "payload",
    [
        {"content": "x" * 2000},
        {"content": " " * 50 + "x" * 2000},
        {"content": "𝔘" * 2000},
        {"content": "x", "embeds": None, "components": None, "allowed_mentions": None, "tts": None, "flags": None},
        {"content": "x", "nonce": "n" * 25, "enforce_nonce": True},
        {"content": "x", "nonce": -(1 << 63)},
        {"sticker_ids": ["1", 2]},
        {"content": "x", "message_reference": {"message_id": "1", "fail_if_not_exists": False}},
        {"poll": {"question": {"text": "?"}, "answers": [{"poll_media": {"text": "a"}}], "duration": 768}},
        {"content": "x", "unknown": "members are ignored"},
        embed(title="t" * 256),
        embed(title=f"  {'t' * 256}  "),
        embed(description="d" * 4096),
        embed(fields=fields(*["f"] * 25)),
        embed(fields=[{"name": "n" * 256, "value": "v" * 1024, "inline": True}]),
        embed(author={"name": "a" * 256, "url": "https://a.example", "icon_url": "attachment://a.png"}),
        embed(footer={"text": "f" * 2048}),
        embed(image={"url": "https://a.example/i.png"}),
        embed(thumbnail={"url": "attachment://i.png"}),
        embed(title="t", url="HTTP://a.example:80/x?y#z", color=0xFFFFFF, timestamp="2024-01-10T16:25:00Z"),
        embed(title="t", color=0),
        embed(title="t", url="http://127.0.0.1/x"),
        embed(title="t", url="https://予告.example/予"),
        {"embeds": [{"title": "t"}] * 10},
        {"embeds": [{"description": "d" * (MAX_TEXT // 2)}] * 2},
    ],
)
def test_what_is_just_allowed(payload: JsonObject) -> None:
    assert made(payload) == set()


@pytest.mark.parametrize(
    ("payload", "fault"),
    [
        ({"content": "x" * 2001}, "content: BASE_TYPE_MAX_LENGTH"),
        ({"content": 5}, "content: STRING_TYPE_CONVERT"),
        ({"content": ["x"]}, "content: STRING_TYPE_CONVERT"),
        ({"content": "\ud800"}, "content: STRING_TYPE_CONVERT"),
        ({"content": "x", "tts": "yes"}, "tts: BOOLEAN_TYPE_CONVERT"),
        ({"content": "x", "flags": "4"}, "flags: NUMBER_TYPE_COERCE"),
        ({"content": "x", "flags": True}, "flags: NUMBER_TYPE_COERCE"),
        ({"content": "x", "flags": -1}, "flags: NUMBER_TYPE_MIN"),
        ({"content": "x", "nonce": "n" * 26}, "nonce: NONCE_TYPE_TOO_LONG"),
        ({"content": "x", "nonce": 1 << 63}, "nonce: NONCE_TYPE_OUT_OF_BOUNDS"),
        ({"content": "x", "nonce": 1.5}, "nonce: NONCE_TYPE_INVALID_TYPE"),
        ({"content": "x", "nonce": True}, "nonce: NONCE_TYPE_INVALID_TYPE"),
        ({"sticker_ids": ["1", "2", "3", "4"]}, "sticker_ids: BASE_TYPE_MAX_LENGTH"),
        ({"sticker_ids": ["x"]}, "sticker_ids.0: NUMBER_TYPE_COERCE"),
        ({"content": "x", "message_reference": {}}, "message_reference.message_id: BASE_TYPE_REQUIRED"),
        ({"content": "x", "message_reference": 5}, "message_reference: MODEL_TYPE_CONVERT"),
        (
            {"content": "x", "message_reference": {"message_id": "²"}},
            "message_reference.message_id: NUMBER_TYPE_COERCE",
        ),
        (
            {"content": "x", "message_reference": {"message_id": 1 << 64}},
            "message_reference.message_id: NUMBER_TYPE_COERCE",
        ),
        ({"content": "x", "embeds": {}}, "embeds: LIST_TYPE_CONVERT"),
        ({"content": "x", "embeds": ["e"]}, "embeds.0: MODEL_TYPE_CONVERT"),
        ({"content": "x", "embeds": [None]}, "embeds.0: MODEL_TYPE_CONVERT"),
        (
            {"content": "x", "attachments": [{"id": "0", "filename": ""}]},
            "attachments.0.filename: BASE_TYPE_BAD_LENGTH",
        ),
        ({"embeds": [{"title": "t"}] * 11}, "embeds: BASE_TYPE_MAX_LENGTH"),
        (embed(), "embeds.0.description: BASE_TYPE_REQUIRED"),
        (embed(color=1), "embeds.0.description: BASE_TYPE_REQUIRED"),
        (embed(title="  "), "embeds.0.description: BASE_TYPE_REQUIRED"),
        (embed(title="t" * 257), "embeds.0.title: BASE_TYPE_MAX_LENGTH"),
        (embed(description="d" * 4097), "embeds.0.description: BASE_TYPE_MAX_LENGTH"),
        (embed(fields=fields(*["f"] * 26)), "embeds.0.fields: BASE_TYPE_MAX_LENGTH"),
        (embed(fields=[{"name": "n"}]), "embeds.0.fields.0.value: BASE_TYPE_REQUIRED"),
        (embed(fields=[{"name": " ", "value": "v"}]), "embeds.0.fields.0.name: BASE_TYPE_REQUIRED"),
        (embed(fields=fields("n" * 257)), "embeds.0.fields.0.name: BASE_TYPE_MAX_LENGTH"),
        (embed(fields=[{"name": "n", "value": "v" * 1025}]), "embeds.0.fields.0.value: BASE_TYPE_MAX_LENGTH"),
        (embed(author={"name": "a" * 257}), "embeds.0.author.name: BASE_TYPE_MAX_LENGTH"),
        (embed(author={"url": "https://a.example"}), "embeds.0.author.name: BASE_TYPE_REQUIRED"),
        (embed(footer={"text": "f" * 2049}), "embeds.0.footer.text: BASE_TYPE_MAX_LENGTH"),
        (embed(image={}), "embeds.0.image.url: BASE_TYPE_REQUIRED"),
        (embed(image={"url": "ftp://a.example/i"}), "embeds.0.image.url: URL_TYPE_INVALID_SCHEME"),
        (embed(title="t", url="attachment://x"), "embeds.0.url: URL_TYPE_INVALID_SCHEME"),
        (embed(title="t", url="javascript:alert(1)"), "embeds.0.url: URL_TYPE_INVALID_URL"),
        (embed(title="t", url="a.example"), "embeds.0.url: URL_TYPE_INVALID_URL"),
        (embed(title="t", url="https://"), "embeds.0.url: URL_TYPE_INVALID_URL"),
        (embed(title="t", url="https://host"), "embeds.0.url: URL_TYPE_INVALID_URL"),
        (embed(title="t", url="https://a b.example"), "embeds.0.url: URL_TYPE_INVALID_URL"),
        (embed(title="t", url="https://a.example:x"), "embeds.0.url: URL_TYPE_INVALID_URL"),
        (embed(title="t", url=f"https://a.example/{'x' * 2048}"), "embeds.0.url: BASE_TYPE_MAX_LENGTH"),
        (embed(title="t", color=0x1000000), "embeds.0.color: NUMBER_TYPE_MAX"),
        (embed(title="t", color=-1), "embeds.0.color: NUMBER_TYPE_MIN"),
        (embed(title="t", timestamp="tomorrow"), "embeds.0.timestamp: DATE_TIME_TYPE_PARSE"),
        (
            {"embeds": [{"description": "d" * 3000}, {"description": "d" * 3000, "title": "t"}]},
            "embeds: MAX_EMBED_SIZE_EXCEEDED",
        ),
        ({"poll": {"question": {"text": "?"}, "answers": []}}, "poll.answers: BASE_TYPE_BAD_LENGTH"),
        (None, ": BASE_TYPE_REQUIRED"),
        ([], ": MODEL_TYPE_CONVERT"),
    ],
)
def test_what_is_just_refused(payload: JsonValue, fault: str) -> None:
    assert made(payload) == {fault}


@pytest.mark.parametrize(
    "payload", [{}, {"content": ""}, {"content": " \n"}, {"embeds": []}, {"components": []}, {"flags": V2}]
)
def test_a_message_cannot_be_empty(payload: JsonObject) -> None:
    assert made(payload) == {"50006"}


def test_a_file_alone_is_a_message() -> None:
    assert made({}, "a.png") == set()
    assert made({"flags": V2}, "a.png") == set()


def test_ten_files_go_with_a_message() -> None:
    assert made({}, *["a.png"] * 10) == set()
    assert made({}, *["a.png"] * 11) == {"attachments: BASE_TYPE_MAX_LENGTH"}


def test_all_faults_are_named_at_once() -> None:
    payload = {"content": "x" * 2001, "tts": 1, "embeds": [{"title": "t"}, {"title": 5}]}
    assert made(payload) == {
        "content: BASE_TYPE_MAX_LENGTH",
        "tts: BOOLEAN_TYPE_CONVERT",
        "embeds.1.title: STRING_TYPE_CONVERT",
    }


def test_the_body_is_discords() -> None:
    with pytest.raises(ApiError) as refused:
        check_message_create({"embeds": [{"title": "x" * 257}]})
    assert refused.value.body() == {
        "message": "Invalid Form Body",
        "code": 50035,
        "errors": {
            "embeds": {
                "0": {
                    "title": {
                        "_errors": [{"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 256 or fewer in length."}]
                    }
                }
            }
        },
    }


@pytest.mark.parametrize("name", ["content", "embeds", "sticker_ids", "poll"])
def test_components_of_the_second_generation_stand_alone(name: str) -> None:
    poll = {"question": {"text": "?"}, "answers": [{"poll_media": {"text": "a"}}]}
    legacy = {"content": "x", "embeds": [{"title": "t"}], "sticker_ids": ["1"], "poll": poll}[name]
    payload = {"flags": V2, "components": [TEXT]}
    assert made(payload) == set()
    assert made(payload | {"content": "", "embeds": []}) == set()
    assert made(payload | {name: legacy}) == {f"{name}: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"}


CURRENT = {
    "content": "old",
    "embeds": [],
    "components": [],
    "attachments": [{"id": "5", "filename": "a.png"}],
    "flags": 0,
}


@pytest.mark.parametrize(
    ("payload", "current", "fault"),
    [
        ({}, CURRENT, set()),
        ({"content": None}, CURRENT, set()),
        ({"content": None, "attachments": []}, CURRENT, {"50006"}),
        ({"content": None, "attachments": [{"id": "5"}]}, CURRENT, set()),
        ({"content": None, "attachments": [], "embeds": [{"title": "t"}]}, CURRENT, set()),
        ({"embeds": []}, {"content": "", "embeds": [{"title": "t"}], "flags": 0}, {"50006"}),
        ({"content": "x" * 2001}, CURRENT, {"content: BASE_TYPE_MAX_LENGTH"}),
        ({"flags": V2, "components": [TEXT], "content": None}, CURRENT, set()),
        (
            {"flags": V2, "components": [TEXT]},
            CURRENT,
            {"content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"},
        ),
        ({"components": [TEXT]}, CURRENT, {"components.0: UNION_TYPE_CHOICES"}),
        ({"components": [TEXT]}, {"components": [TEXT], "flags": V2}, set()),
        ({"flags": 0, "components": [TEXT]}, {"components": [TEXT], "flags": V2}, set()),
        (
            {"content": "x"},
            {"components": [TEXT], "flags": V2},
            {"content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"},
        ),
        (
            {"components": [{"type": 13, "file": {"url": "attachment://a.png"}}], "flags": V2, "content": None},
            CURRENT,
            set(),
        ),
        (None, CURRENT, {": BASE_TYPE_REQUIRED"}),
    ],
)
def test_an_edit_is_held_against_what_stands(payload: JsonValue, current: JsonObject, fault: set[str]) -> None:
    assert faults(lambda: check_message_edit(payload, current)) == fault


@pytest.mark.parametrize(
    ("allowed", "fault"),
    [
        ({"parse": []}, set()),
        ({"parse": ["users", "roles", "everyone"]}, set()),
        ({"parse": ["everyone"], "users": ["1"], "roles": [2], "replied_user": False}, set()),
        ({"users": [str(each) for each in range(100)]}, set()),
        ({"parse": ["users"], "users": []}, set()),
        ({"parse": ["here"]}, {"allowed_mentions.parse.0: BASE_TYPE_CHOICES"}),
        ({"parse": ["users", "users"]}, {"allowed_mentions.parse: SET_TYPE_ALREADY_CONTAINS_VALUE"}),
        ({"parse": [["users"]]}, {"allowed_mentions.parse.0: BASE_TYPE_CHOICES"}),
        ({"parse": ["users"], "users": ["1"]}, {"allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"}),
        ({"parse": ["roles"], "roles": ["1"]}, {"allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"}),
        ({"users": [str(each) for each in range(101)]}, {"allowed_mentions.users: BASE_TYPE_MAX_LENGTH"}),
        ({"users": ["1", 1]}, {"allowed_mentions.users: SET_TYPE_ALREADY_CONTAINS_VALUE"}),
        ({"users": ["x"]}, {"allowed_mentions.users.0: NUMBER_TYPE_COERCE"}),
        ([], {"allowed_mentions: MODEL_TYPE_CONVERT"}),
    ],
)
def test_allowed_mentions(allowed: JsonValue, fault: set[str]) -> None:
    assert made({"content": "x", "allowed_mentions": allowed}) == fault


def test_a_tree_raises_only_what_was_added() -> None:
    tree = ErrorTree()
    tree.raise_if_any()
    assert not tree
    tree.add(("a", 0), "CODE", "Message.")
    assert tree
    assert (tree.has(("a",)), tree.has(("b",))) == (True, False)
    with pytest.raises(ApiError, match="50035"):
        tree.raise_if_any()
