"""Pages of `/channel status` and `/channel log`, and the owners' figures, at their longest."""

from datetime import UTC, datetime, timedelta

import discord
import pytest

from bot.announcements.model import Announcement, AnnouncementState, TypedAnnouncement
from bot.catalogue.releases import ReleaseKind
from bot.catalogue.revisions import UpdateKind
from bot.dates.facts import DueFact, FactKind
from bot.delivery.health import LogEntry, Unpublished
from bot.delivery.model import AnnouncementSubject, State, Subject
from bot.delivery.render.status import (
    LINES_PER_PAGE,
    STATUS_PAGE_SIZE,
    Logged,
    SubscriptionStatus,
    log_page,
    status_page,
)
from bot.pages import Window
from bot.subscriptions.model import DEFAULT_LEADS, Subscription, Topic
from bot.subscriptions.render.channels import Found

AT = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
SNOWFLAKE = 2**63 - 1
ADDRESS = f"https://discord.com/channels/{SNOWFLAKE}/{SNOWFLAKE}/{SNOWFLAKE}"
HOSTILE = ("_" * 300, "@everyone [x](https://x.example) " * 9, "\u202e\u2067مرحبا" * 40, "# **a** <@1> ||b|| `c` " * 12)
"""Markdown, mentions, and marks that turn the direction of what follows."""
LONGEST_LEAD = timedelta(days=364, hours=23, minutes=59)


def announcement(title: str) -> Subject:
    typed = TypedAnnouncement(title=title, text="x")
    return AnnouncementSubject(Announcement(1, 1, 1, AnnouncementState.SCHEDULED, typed, due_at=AT, created_at=AT))


def acts(text: str) -> bool:
    """Whether something in it pings, links or turns the line around."""
    return "@everyone" in text or "<@1>" in text or "\u202e" in text or "](https://x" in text or "\u2067" in text


def whole(view: discord.ui.LayoutView) -> str:
    texts = [item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay)]
    assert view.content_length() <= 4000
    assert view.total_children_count <= 40
    return "\n".join(texts)


@pytest.mark.parametrize("typed", HOSTILE)
@pytest.mark.parametrize("reason", [None, *HOSTILE])
async def test_the_fullest_page_of_the_status_fits(typed: str, reason: str | None) -> None:
    subscription = Subscription(
        SNOWFLAKE,
        1,
        SNOWFLAKE,
        Topic.RELEASES,
        DEFAULT_LEADS,
        1,
        AT,
        series_id=1,
        role_id=SNOWFLAKE,
        paused_reason=reason,
        paused_at=AT,
        publishes=True,
        kinds=tuple(ReleaseKind)[:-1],
        services=("", *(typed[:40] + str(number) for number in range(10))),
        muted=tuple(UpdateKind)[::2],
    )
    entry = SubscriptionStatus(
        subscription,
        series=typed,
        refused=(AT, typed),
        last=(AT, ADDRESS),
        next_step=DueFact(FactKind.ANNOUNCEMENT, 1, AT, LONGEST_LEAD),
        next_subject=announcement(typed),
        waiting=1_000_000,
        unpublished=Unpublished(1_000_000, AT),
        channel_stands=True,
        found=Found(may_ping=False, may_publish=False, may_show=False),
        lacking=["View Channel", "Send Messages in Threads", "Manage Threads", "Embed Links"],
        is_locked=False,
        watches_nothing=False,  # that is said only of the whole watchlist, which has no long name
    )
    page = Window.nearest(7, total=60, size=STATUS_PAGE_SIZE).page([subscription] * STATUS_PAGE_SIZE)

    text = whole(status_page([entry] * STATUS_PAGE_SIZE, page, paused=60, told_in=SNOWFLAKE))

    assert not acts(text)


@pytest.mark.parametrize("typed", HOSTILE)
@pytest.mark.parametrize("state", State)
async def test_the_fullest_page_of_the_log_fits(typed: str, state: State) -> None:
    entry = LogEntry(
        1,
        SNOWFLAKE,
        FactKind.ANNOUNCEMENT,
        1,
        LONGEST_LEAD,
        AT,
        state,
        typed,
        SNOWFLAKE if state is State.SENT else None,
        None,
    )
    logged = Logged(entry, announcement(typed), ADDRESS if state is State.SENT else None)

    page = Window.nearest(7, total=200, size=LINES_PER_PAGE).page([logged] * LINES_PER_PAGE)
    text = whole(log_page(page, channel_id=SNOWFLAKE))

    assert not acts(text)
    assert text.count(f"<#{SNOWFLAKE}>") == LINES_PER_PAGE + 1
