"""Subscriptions in words and on pages."""

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import pytest

from bot.catalogue.releases import ReleaseKind
from bot.catalogue.revisions import UpdateKind
from bot.pages import Page, Window
from bot.subscriptions.choices import read_muted
from bot.subscriptions.model import DEFAULT_LEADS, Lead, Subscription, Topic, read_leads
from bot.subscriptions.render import channels as render
from bot.subscriptions.render.words import gets, updates_in_words

AT = datetime(2024, 1, 1, tzinfo=UTC)
SNOWFLAKE = 2**60


@pytest.mark.parametrize(
    ("topic", "leads", "words"),
    [
        (
            Topic.RELEASES,
            DEFAULT_LEADS,
            (
                "premieres, films and discs 7 days, 1 day and 1 hour before and at the moment itself; "
                "episodes at the moment itself only"
            ),
        ),
        (Topic.CONVENTIONS, DEFAULT_LEADS, "7 days, 1 day and 1 hour before and at the moment itself"),
        (Topic.RELEASES, read_leads("90m"), "1 hour 30 minutes before"),
        (Topic.RELEASES, read_leads("now"), "at the moment itself"),
        (
            Topic.RELEASES,
            (Lead(timedelta(days=1), episodes=False),),
            "premieres, films and discs 1 day before; no episodes",
        ),
        (Topic.ANNOUNCEMENTS, read_leads("now"), "at their own time"),
    ],
)
def test_leads_are_told_in_words(topic: Topic, leads: tuple[Lead, ...], words: str) -> None:
    assert render.leads_in_words(topic, leads) == words


@pytest.mark.parametrize(
    ("kinds", "leads", "words"),
    [
        (
            (ReleaseKind.PREMIERE, ReleaseKind.FINALE),
            DEFAULT_LEADS,
            ("premieres 7 days, 1 day and 1 hour before and at the moment itself; finales at the moment itself only"),
        ),
        ((ReleaseKind.FINALE,), DEFAULT_LEADS, "finales at the moment itself only"),
        ((ReleaseKind.FILM, ReleaseKind.DUB), read_leads("1d"), "films and dubs 1 day before"),
        ((ReleaseKind.EPISODE,), (Lead(timedelta(days=1), episodes=False),), "no episodes"),
    ],
)
def test_leads_are_told_of_the_kinds_that_were_chosen(
    kinds: tuple[ReleaseKind, ...], leads: tuple[Lead, ...], words: str
) -> None:
    assert render.leads_in_words(Topic.RELEASES, leads, kinds) == words


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({}, "releases of the watchlist"),
        ({"services": ("Crunchyroll",)}, "releases of the watchlist on Crunchyroll"),
        ({"services": ("",)}, "releases of the watchlist"),
        (
            {"services": ("", "Crunchyroll", "Netflix")},
            "releases of the watchlist at their first broadcast and on Crunchyroll and Netflix",
        ),
        ({"popularity": 10_000}, "releases of this season (popularity 10,000 or more)"),
        ({"services": ("*@everyone*",)}, "releases of the watchlist on \\*@\u200beveryone\\*"),
    ],
)
def test_what_a_channel_gets_says_where_it_comes_out(chosen: dict[str, Any], words: str) -> None:
    plainly = Subscription(1, 1, 1, Topic.RELEASES, DEFAULT_LEADS, 1, AT)
    assert gets(dataclasses.replace(plainly, **chosen), None) == words


@pytest.mark.parametrize(
    ("muted", "words"),
    [
        (read_muted("all"), None),
        (read_muted("none"), "no updates"),
        (read_muted("dates"), "updates: dates only"),
        (read_muted("delays, breaks"), "updates: delays and breaks only"),
        ((UpdateKind.TRAILER,), "all updates except trailers"),
    ],
)
def test_updates_are_told_by_the_fewer_names(muted: tuple[UpdateKind, ...], words: str | None) -> None:
    assert updates_in_words(muted) == words


def test_a_suggestions_button_has_no_room_for_choices() -> None:
    assert render.pick_button(SNOWFLAKE, {"role_id": SNOWFLAKE, "leads": DEFAULT_LEADS, "publishes": False})
    assert render.pick_button(SNOWFLAKE, {"kinds": (ReleaseKind.FILM,)}) is None


@pytest.mark.parametrize("text", ["7d, 1d, 1h, now", "90m", "14d, 36h, 5m"])
def test_leads_are_typed_as_they_are_read(text: str) -> None:
    assert render.leads_typed(read_leads(text)) == text


def test_offered_leads_can_be_read() -> None:
    for name, value in render.LEAD_CHOICES:
        assert len(name) <= 100
        assert value == render.AS_USUAL or read_leads(value)


def test_a_choice_has_at_most_a_hundred_characters() -> None:
    assert len(render.choice_name(Topic.RELEASES, "x" * 300, "y" * 100)) == 100


def entry(*, paused: bool = True, is_unpinged: bool = False) -> render.ListedSubscription:
    longest = read_leads(" ".join(f"{364 * 1440 + 23 * 60 + minutes}m" for minutes in range(50, 60)))
    subscription = Subscription(
        id=SNOWFLAKE,
        guild_id=1,
        channel_id=SNOWFLAKE,
        topic=Topic.RELEASES,
        leads=longest,
        created_by=1,
        created_at=AT,
        series_id=1,
        role_id=SNOWFLAKE,
        paused_reason="* why" * 200 if paused else None,
        paused_at=AT,
        publishes=True,
        kinds=tuple(ReleaseKind)[:-1],
        services=("", *("*" * 40 + str(number) for number in range(10))),
        muted=tuple(UpdateKind)[::2],
    )
    return render.ListedSubscription(
        subscription, series="_" * 300, channel_stands=False, role_stands=True, is_unpinged=is_unpinged
    )


@pytest.mark.parametrize("is_unpinged", [False, True])
async def test_the_fullest_page_fits(is_unpinged: bool) -> None:
    rows = [entry(is_unpinged=is_unpinged)] * render.SUBSCRIPTIONS_PAGE_SIZE
    page = render.listing(Window.nearest(2, total=30, size=len(rows)).page(rows), notice="n" * 200)

    assert page.content_length() <= 4000
    assert page.total_children_count <= 40


def shown(page: discord.ui.LayoutView) -> str:
    """All the words on a page."""
    texts = [item.content for item in page.walk_children() if isinstance(item, discord.ui.TextDisplay)]
    labels = [item.label or "" for item in page.walk_children() if isinstance(item, discord.ui.Button)]
    return "\n".join(texts + labels)


async def test_a_paused_subscription_says_why() -> None:
    assert "Paused <t:1704067200:R>" in shown(render.listing(Page([entry()], 0, 0, 1)))
    assert "Paused" not in shown(render.listing(Page([entry(paused=False)], 0, 0, 1)))
