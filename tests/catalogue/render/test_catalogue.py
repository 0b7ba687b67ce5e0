"""Whatever was typed, what `/catalogue` shows stays within Discord's limits and acts on nobody."""

from datetime import UTC, date, datetime

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.fields import GROUPS, Group
from bot.catalogue.model import Credit, Series, Service, Titles, Trailer
from bot.catalogue.records import Change, FieldValue, OwnCorrection, release_field
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.render import editing, lists, previews
from bot.catalogue.render.history import HISTORY_PAGE_SIZE, HistoryChange, history_layout
from bot.dates.airdate import AirDate
from bot.pages import Window

AT = datetime(2024, 1, 3, tzinfo=UTC)
LARGEST = 10**18
LONG = "@everyone **[x](https://evil.example)** <@&5> `" * 90
HOSTILE = st.sampled_from([LONG, "", "\u202e", "*" * 4000, "字" * 4000]) | st.text(max_size=300)


def changes_of(text: str) -> list[Change]:
    release = Release(0, 0, ReleaseKind.HOME_VIDEO, AirDate.day(date(2024, 1, 10)), 1, text[:100], cancelled=True)
    values = {
        "story": text,
        "title_english": text,
        "credits": (Credit(text, text, text),) * 40,
        "services": (Service(text, "https://example.com/"),) * 40,
        "trailers": (Trailer(text),) * 40,
        release_field(7): release,
    }
    word = {name: FieldValue(value, LARGEST, AT) for name, value in values.items()}
    return [Change(LARGEST, 1, name, AT, str(LARGEST), 5, each, each) for name, each in word.items()]


def acts(text: str) -> bool:
    return "@everyone" in text or "](https://evil" in text or "<@&" in text.replace("\\<", "")


@given(HOSTILE)
async def test_a_page_of_the_history_fits(text: str) -> None:
    rows: list[OwnCorrection | HistoryChange] = [
        HistoryChange(change, can_be_undone=True) for change in changes_of(text)
    ]
    rows += [OwnCorrection(change.field, change.new) for change in changes_of(text) if change.new]
    series = Series(LARGEST, "one", Titles(text or "x"))

    for number in range(len(rows) // HISTORY_PAGE_SIZE):
        shown = rows[number * HISTORY_PAGE_SIZE :][:HISTORY_PAGE_SIZE]
        page = history_layout(
            series,
            Window.nearest(number, total=len(rows), size=HISTORY_PAGE_SIZE).page(shown),
            notice=f"**Undone**: {'n' * 500}",
        )
        assert page.content_length() <= 4000
        assert page.total_children_count <= 40
        told = [item.content for item in page.walk_children() if isinstance(item, discord.ui.TextDisplay)]
        assert told
        assert not acts("\n".join(told))


@given(HOSTILE)
def test_what_stands_above_a_preview_fits(text: str) -> None:
    changes = changes_of(text)
    series = Series(1, "one", Titles(text or "x"), episodes=12)
    of = changes[-1].new
    assert of is not None
    texts = [
        editing.edit_preview_text(changes, changes, everywhere=False),
        editing.saved_text(changes, everywhere=True),
        previews.date_preview_text(series, of.value, of.value, changes[-1:], everywhere=False),
        previews.unread_text("That is no date."),
        previews.date_saved_text(series, changes[-1], everywhere=False),
        lists.aliases_text(series, [text] * 50, everywhere=False),
        lists.no_such_trailer(series, text),
        editing.nothing_text(text),
        editing.names_text([series] * 9),
    ]

    assert max(map(len, texts)) <= 2000
    assert not any(acts(each) for each in texts)


@pytest.mark.parametrize("group", Group)
@pytest.mark.parametrize("everywhere", [False, True])
async def test_forms_are_within_discords_limits(group: Group, everywhere: bool) -> None:
    typed = dict.fromkeys(GROUPS[group], "x" * 9000)
    form = editing.edit_form(10**19 - 1, LARGEST, group, typed, everywhere=everywhere)

    assert 1 <= len(form.children) <= 5
    assert len(form.title) <= 45
    assert len(form.custom_id) <= 100


@given(HOSTILE)
async def test_buttons_that_hold_what_was_typed_fit(text: str) -> None:
    button = editing.hand_button(text, everywhere=True)
    assert button.custom_id is not None
    assert len(button.custom_id) <= 100
    view = lists.alias_buttons(LARGEST, [(LARGEST, text)] * 30, everywhere=True)
    assert len(view.children) <= 25
