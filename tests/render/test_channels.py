"""Subscriptions in words and on pages."""

from datetime import UTC, datetime, timedelta

import discord
import pytest

from bot.domain.subscriptions import DEFAULT_LEADS, Lead, Subscription, Topic, read_leads
from bot.render import channels as looks

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
        (Topic.ANNOUNCEMENTS, read_leads("now"), "at the time each is given"),
    ],
)
def test_leads_are_told_in_words(topic: Topic, leads: tuple[Lead, ...], words: str) -> None:
    assert looks.leads_in_words(topic, leads) == words


@pytest.mark.parametrize("text", ["7d, 1d, 1h, now", "90m", "14d, 36h, 5m"])
def test_leads_are_typed_as_they_are_read(text: str) -> None:
    assert looks.leads_typed(read_leads(text)) == text


def test_offered_leads_can_be_read() -> None:
    for name, value in looks.LEAD_CHOICES:
        assert len(name) <= 100
        assert value == looks.AS_USUAL or read_leads(value)


def test_a_choice_has_at_most_a_hundred_characters() -> None:
    assert len(looks.choice_name(Topic.RELEASES, "x" * 300, "y" * 100)) == 100


def entry(*, paused: bool = True) -> looks.Listed:
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
    )
    return looks.Listed(subscription, series="_" * 300, channel_stands=False, role_stands=True)


async def test_the_fullest_page_fits() -> None:
    page = looks.listing([entry()] * 30, 2, notice="n" * 200)

    assert page.content_length() <= 4000
    assert page.total_children_count <= 40


def shown(page: discord.ui.LayoutView) -> str:
    """All the words on a page."""
    texts = [item.content for item in page.walk_children() if isinstance(item, discord.ui.TextDisplay)]
    labels = [item.label or "" for item in page.walk_children() if isinstance(item, discord.ui.Button)]
    return "\n".join(texts + labels)


async def test_a_page_beyond_the_end_is_the_last() -> None:
    beyond = looks.listing([entry()] * 6, 99)

    assert "Page 2 of 2" in shown(beyond)


async def test_a_paused_subscription_says_why() -> None:
    assert "Paused <t:1704067200:R>" in shown(looks.listing([entry()], 0))
    assert "Paused" not in shown(looks.listing([entry(paused=False)], 0))
