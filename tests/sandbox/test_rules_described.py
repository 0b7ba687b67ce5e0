"""Whatever the rules allow, Discord's description of its API allows too."""

from collections.abc import Callable

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from sandbox.rules.commands import check_command
from sandbox.rules.interactions import check_response
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.messages import check_message_create
from tests.discord_contract import needed_contract
from tests.examples import examples
from tests.sandbox.refusals import faults

V2 = 1 << 15
quickly = settings(
    max_examples=examples(40, 300),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
Values = st.SearchStrategy[JsonValue]


odd: Values = st.sampled_from([None, None, None, 0, 5, True, [], {}])


def mostly(values: Values) -> Values:
    """Take these values nine times of ten, and something odd else."""
    return st.integers(0, 9).flatmap(lambda roll: values if roll else odd)


def near(limit: int) -> Values:
    """Texts as long as a limit or around it, and a few that are none or no texts at all."""
    return mostly(st.sampled_from(["x", "予", "x" * (limit - 1), "x" * limit, "x" * (limit + 1), ""]))


url = st.sampled_from(["https://a.example/i.png", "http://a.example", "ftp://a.example", "attachment://a.png", "x", 5])
ids = st.sampled_from(["0", "1", "7" * 19, "x"])


def obj(always: dict[str, Values] | None = None, /, **members: Values) -> Values:
    return mostly(st.fixed_dictionaries(always or {}, optional=members))


def lists(items: Values, *limits: int) -> Values:
    """Lists as long as a limit or one longer, of one item again and again, and short ones of several."""
    repeated = st.tuples(items, st.sampled_from([limit + step for limit in limits for step in (0, 1)] or [1]))
    return mostly(st.lists(items, max_size=3) | repeated.map(lambda pair: [pair[0]] * pair[1]))


field = obj({"name": near(256), "value": near(1024)}, inline=st.booleans() | odd)
embed = obj(
    title=near(256),
    description=near(4096),
    url=url,
    color=st.sampled_from([0, 0xFFFFFF, 0x1000000, -1, 1.5, "1"]),
    timestamp=st.sampled_from(["2024-01-10T16:25:00Z", "soon", 5]),
    author=obj({"name": near(256)}, url=url, icon_url=url),
    footer=obj({"text": near(2048)}, icon_url=url),
    image=obj({"url": url}),
    thumbnail=obj({"url": url}),
    fields=lists(field, 25),
)
emoji = obj(name=st.sampled_from(["🎬", "x", 5]), id=st.none() | ids)
custom_id = st.sampled_from(["c", "d", "c" * 100]) | near(100)
button = st.one_of(
    obj({"type": st.just(2), "style": st.integers(0, 5), "label": near(80), "custom_id": custom_id}, emoji=emoji),
    obj({"type": st.just(2), "style": st.just(5), "url": url, "label": near(80)}, disabled=st.booleans() | odd),
    obj(type=st.just(2), style=st.integers(0, 7), label=near(80), custom_id=custom_id, url=url, emoji=emoji),
)
option = obj({"label": near(100), "value": near(100)}, description=near(100), default=st.booleans() | odd, emoji=emoji)
select = obj(
    {"type": st.sampled_from([3, 5, 6, 7, 8]), "custom_id": custom_id, "options": lists(option, 25)},
    placeholder=near(150),
    min_values=st.integers(-1, 26) | odd,
    max_values=st.integers(-1, 26) | odd,
    channel_types=lists(st.sampled_from([0, 5, 99])),
    default_values=lists(obj(id=ids, type=st.sampled_from(["user", "role", "channel", "x"]))),
)
row = obj({"type": st.just(1), "components": lists(button | select, 5)}, id=st.integers(-1, 2) | odd)
text = obj({"type": st.just(10), "content": near(4000)})
media = obj({"url": url})
thumbnail = obj({"type": st.just(11), "media": media}, description=near(1024), spoiler=st.booleans() | odd)
part = st.one_of(
    row,
    text,
    obj({"type": st.just(9), "components": lists(text, 3), "accessory": button | thumbnail}),
    obj({"type": st.just(12), "items": lists(obj({"media": media}, description=near(1024)), 10)}),
    obj({"type": st.just(13), "file": media}),
    obj({"type": st.just(14)}, spacing=st.integers(0, 3), divider=st.booleans() | odd),
)
container = obj(
    {"type": st.just(17), "components": lists(part, 39)}, accent_color=st.sampled_from([0, 0x1000000, "x", None])
)
allowed_mentions = obj(
    parse=lists(st.sampled_from(["users", "roles", "everyone", "x"])),
    users=lists(ids, 100),
    roles=lists(ids, 100),
    replied_user=st.booleans() | odd,
)
message = st.fixed_dictionaries(
    {},
    optional={
        "content": near(2000),
        "embeds": lists(embed, 10),
        "components": lists(row | container | part, 5, 40),
        "flags": st.sampled_from([0, 4, V2, None, -1, "4"]),
        "allowed_mentions": allowed_mentions,
        "nonce": near(25) | st.sampled_from([0, -(1 << 63), 1 << 63]),
        "enforce_nonce": st.booleans() | odd,
        "tts": st.booleans() | odd,
        "message_reference": obj(message_id=ids, channel_id=ids, fail_if_not_exists=st.booleans() | odd),
        "attachments": lists(obj(id=ids, filename=near(1024), description=near(1024)), 10),
    },
)


def hold(check: Callable[[], None], schema: str, payload: JsonValue) -> None:
    """Hold a payload that a check lets pass against the description."""
    passes = not faults(check)
    event("allowed" if passes else "refused")
    if passes:
        faulty = needed_contract().validator(schema).iter_errors(payload)
        wrong = [f"{error.json_path}: {error.message[:200]}" for error in faulty]
        assert not wrong


SCHEMAS = "#/components/schemas/"


@quickly
@given(message)
def test_messages(payload: JsonObject) -> None:
    hold(lambda: check_message_create(payload, files=["a.png"]), SCHEMAS + "MessageCreateRequest", payload)


@quickly
@given(embed)
def test_embeds(payload: JsonValue) -> None:
    sent = {"embeds": [payload]}
    hold(lambda: check_message_create(sent), SCHEMAS + "MessageCreateRequest", sent)


@quickly
@given(button | select)
def test_buttons_and_selects(payload: JsonValue) -> None:
    sent = {"content": "x", "components": [{"type": 1, "components": [payload]}]}
    hold(lambda: check_message_create(sent), SCHEMAS + "MessageCreateRequest", sent)


@quickly
@given(part | container)
def test_components_of_the_second_generation(payload: JsonValue) -> None:
    sent = {"flags": V2, "components": [payload]}
    hold(lambda: check_message_create(sent, files=["a.png"]), SCHEMAS + "MessageCreateRequest", sent)


choice = obj({"name": near(100), "value": near(100) | st.sampled_from([5, 0.5, 2**53])})
numbers = st.sampled_from([None, 0, -5, 5, 0.5, 6000, 6001, 2**53, True, "5"])
command_option = obj(
    type=st.integers(0, 12),
    name=st.sampled_from(["a", "b", "x" * 32, "x" * 33, "A", "", None]),
    description=near(100),
    required=st.booleans() | odd,
    autocomplete=st.booleans() | odd,
    choices=lists(choice, 25),
    min_value=numbers,
    max_value=numbers,
    min_length=numbers,
    max_length=numbers,
    channel_types=lists(st.sampled_from([0, 5, 99])),
)


@st.composite
def plausible_option(draw: st.DrawFn) -> JsonObject:
    """Draw an option of one type with what belongs to that type, so that many pass."""
    kind = draw(st.integers(3, 11))
    values = {3: near(100), 4: st.integers(-5, 5), 10: st.floats(-5, 5)}
    made: JsonObject = {"type": kind, "name": draw(st.sampled_from("abcdef")), "description": draw(near(100))}
    if kind in values and draw(st.booleans()):
        made["choices"] = draw(st.lists(st.fixed_dictionaries({"name": near(100), "value": values[kind]}), max_size=3))
    return made


command = st.fixed_dictionaries(
    {"name": st.sampled_from(["series", "x" * 32, "x" * 33, "X", None]), "description": st.just("d") | near(100)},
    optional={
        "type": st.integers(0, 4),
        "options": lists(command_option, 25) | st.lists(plausible_option(), max_size=3),
        "default_member_permissions": st.sampled_from([None, 0, 32, -1, 1 << 60]),
        "contexts": lists(st.integers(0, 3)),
        "integration_types": lists(st.integers(0, 2)),
        "dm_permission": st.booleans() | odd,
    },
)


@quickly
@given(command)
def test_commands(payload: JsonObject) -> None:
    hold(lambda: check_command(payload), SCHEMAS + "ApplicationCommandCreateRequest", payload)


text_input = obj(
    {"type": st.just(4), "custom_id": custom_id, "style": st.integers(0, 3), "label": near(45)},
    value=near(4000),
    placeholder=near(100),
    required=st.booleans() | odd,
    min_length=st.sampled_from([None, 0, 5, 4000, 4001]),
    max_length=st.sampled_from([None, 0, 5, 4000, 4001]),
)
modal_part = st.one_of(
    obj({"type": st.just(1), "components": text_input.map(lambda each: [each])}),
    obj({"type": st.just(18), "label": near(45), "component": text_input | select}, description=near(100)),
    text,
)
modal = obj({"custom_id": custom_id, "title": near(45), "components": lists(modal_part, 5)})


@quickly
@given(modal)
def test_modals(payload: JsonValue) -> None:
    sent = {"type": 9, "data": payload}
    hold(lambda: check_response(sent, 2), SCHEMAS + "ModalInteractionCallbackRequest", sent)


@quickly
@given(obj(choices=lists(choice, 25)))
def test_autocomplete(payload: JsonValue) -> None:
    sent = {"type": 8, "data": payload}
    hold(lambda: check_response(sent, 4), SCHEMAS + "ApplicationCommandAutocompleteCallbackRequest", sent)
