"""What the bot says is read as a person reads it, and a word that isn't so is found."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sandbox.client import Message
from tests.crash.ledger import Become, Fate, Known, untrue_of_known
from tests.crash.standing import Copy, Standing
from tests.crash.words import listed, untrue_of_entry, untrue_of_outcome, untrue_of_status

TITLE, TEXT = "Deed 1 1", "In version 1"
NOW = datetime(2024, 1, 3, 12, tzinfo=UTC)
HERE, THERE = 11, 12
SENT = [Copy(HERE, 101, TITLE, TEXT, False), Copy(THERE, 102, TITLE, TEXT, False)]
POSTED = "-# Posted <t:1704283200:R>"
WAITS = "<t:1704283200:F> · <t:1704283200:R>"
NOT_POSTED = "-# Not posted; it was due <t:1704283200:R>"
REFUSED = "❌ **Refused** by Discord in <#12>: Discord answered 400. **Edit** changes it, and posts it there."


def page(*parts: dict[str, Any]) -> Message:
    """A page as the bot shows it."""
    none: dict[str, Any] = {"id": "1", "channel_id": "1", "content": "", "embeds": [], "mention_roles": []}
    more = {"mentions": [], "mention_everyone": False, "edited_timestamp": None, "flags": 0, "attachments": []}
    author = {"author": {"username": "yokoku", "id": "2"}, "pinned": False}
    return Message(none | more | author | {"components": [{"type": 17, "components": list(parts)}]})


def shown(text: str) -> dict[str, Any]:
    return {"type": 10, "content": text}


def button(label: str, custom_id: str) -> dict[str, Any]:
    return {"type": 1, "components": [{"type": 2, "style": 2, "label": label, "custom_id": custom_id}]}


def standing(*copies: Copy) -> Standing:
    return Standing([HERE, THERE], copies)


def test_a_list_is_read_with_the_buttons_beside_each_entry() -> None:
    entries = [shown(f"**{TITLE}**\n{WAITS}\n{TEXT}"), button("Move", "move:1")]
    other = [shown(f"**Deed 1 2**\n{POSTED}\n{REFUSED}\n{TEXT}"), button("Edit", "edit:2")]
    first, second = listed(page(shown("## Announcements"), *entries, *other))

    assert (first.title, first.waits, first.words, first.buttons) == (TITLE, True, TEXT, {"Move": "move:1"})
    assert (second.is_posted, second.trouble, second.buttons) == (True, REFUSED, {"Edit": "edit:2"})


@pytest.mark.parametrize(
    ("when", "copies", "is_so"),
    [
        (WAITS, [], True),
        (WAITS, SENT[:1], False),
        (POSTED, SENT, True),
        (POSTED, SENT[:1], False),
        (POSTED, [SENT[0], Copy(THERE, 102, TITLE, "In version 0", False)], False),
        (POSTED, [SENT[0], Copy(THERE, 102, TITLE, TEXT, True)], False),
        (f"{POSTED}\n{REFUSED}", SENT[:1], True),
        (f"{POSTED}\n{REFUSED}", SENT, False),
        (f"{NOT_POSTED}\n{REFUSED}", [], True),
        (f"{NOT_POSTED}\n{REFUSED}", SENT[:1], False),
    ],
)
def test_an_entry_is_held_against_the_channels(when: str, copies: list[Copy], is_so: bool) -> None:
    [entry] = listed(page(shown(f"**{TITLE}**\n{when}\n{TEXT}")))

    assert (not list(untrue_of_entry(entry, standing(*copies)))) == is_so


def test_a_reply_is_held_against_the_channels() -> None:
    said = "**Posted** in <#11> ([show](https://discord.com/channels/1/11/101))."

    assert not list(untrue_of_outcome(TITLE, said, standing(*SENT)))
    assert list(untrue_of_outcome(TITLE, said, standing(SENT[1])))
    assert list(untrue_of_outcome(TITLE, REFUSED, standing(*SENT)))


def test_a_status_is_held_against_the_channels() -> None:
    last = "Last: [now](https://discord.com/channels/1/11/101) · Next: nothing known"
    well, ill = f"<#11> · **announcements**\n✅ Posting\n{last}", f"<#11>\n⚠️ Discord refused a post now: no.\n{last}"

    assert not list(untrue_of_status(page(shown(well)), standing(*SENT), []))
    assert list(untrue_of_status(page(shown(well)), standing(SENT[1]), []))
    assert list(untrue_of_status(page(shown(well)), standing(*SENT), [HERE]))
    assert list(untrue_of_status(page(shown(ill)), standing(*SENT), []))
    assert not list(untrue_of_status(page(shown(ill)), standing(*SENT), [HERE]))


@pytest.mark.parametrize(
    ("fate", "due_in", "copies", "is_so"),
    [
        (Fate.DUE, -1, SENT, True),
        (Fate.DUE, -1, SENT[:1], False),
        (Fate.DUE, -1, [*SENT, Copy(HERE, 103, TITLE, TEXT, False)], False),
        (Fate.DUE, 1, [], True),
        (Fate.DUE, 1, SENT, False),
        (Fate.WITHDRAWN, -1, [], True),
        (Fate.WITHDRAWN, -1, SENT[:1], False),
        (Fate.DELETED, -1, SENT[:1], False),
        (Fate.STRUCK, -1, [Copy(HERE, 101, TITLE, "", True)], True),
        (Fate.STRUCK, -1, SENT[:1], False),
    ],
)
def test_what_a_moderator_knows_is_held_against_the_channels(
    fate: Fate, due_in: int, copies: list[Copy], is_so: bool
) -> None:
    known = Known(TITLE)
    known.became(lambda _: Become(TITLE, fate, TEXT, NOW + timedelta(seconds=due_in)), certainly=True)

    assert (not list(untrue_of_known(known, standing(*copies), NOW, lambda *_: False))) == is_so


def test_a_deed_that_nobody_answered_was_done_or_not() -> None:
    known = Known(TITLE)
    known.became(lambda _: Become(TITLE, Fate.DUE, TEXT, NOW), certainly=False)

    for copies in ([], SENT):
        assert not list(untrue_of_known(known, standing(*copies), NOW, lambda *_: False))
    assert list(untrue_of_known(known, standing(*SENT[:1]), NOW, lambda *_: False))
    assert not list(untrue_of_known(known, standing(*SENT[:1]), NOW, lambda channel, *_: channel == THERE))
