"""What the owners are told to look after."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.health import Catalogue, Health, Queue, Storage
from bot.delivery.render.health import Process, health_embed, unreadable_embed
from bot.feeds.model import FeedCounts
from bot.web.breaker import SourceHealth

AT = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
MIB = 2**20
PROCESS = Process("0.1.0", "2.7", AT, 0.1, 1, 0, 0, 0.0, 100 * MIB, timedelta(0))


def verdict(*, free: int | None, size: int = MIB, backed_up_at: datetime | None = AT, reason: str = "") -> str:
    storage = Storage(size, 0, free, "0002", 1, backed_up_at, None)
    failed = {f"{reason}{number}": 1 for number in range(6)} if reason else {}
    health = Health(Queue(0, 0, 0, 0, 0, 0, None), 0, None, failed, failed, failed, 9, Catalogue(1, 1, AT, {}), storage)
    embed = health_embed(health, PROCESS, AT)
    assert len(embed) <= 6000
    return embed.description or ""


def test_with_room_and_a_backup_there_is_nothing_to_look_after() -> None:
    assert verdict(free=200 * MIB) == verdict(free=None) == "✅ Everything is fine."


@pytest.mark.parametrize(("free", "size"), [(99 * MIB, MIB), (900 * MIB, 451 * MIB), (0, 0)])
def test_a_disk_that_is_nearly_full_is_told_of(free: int, size: int) -> None:
    assert f"Only {free / MIB:,.1f} MiB are left" in verdict(free=free, size=size)


@pytest.mark.parametrize("backed_up_at", [None, AT - timedelta(days=3)])
def test_a_backup_that_is_missing_is_told_of(backed_up_at: datetime | None) -> None:
    assert "no backup of the past two days" in verdict(free=None, backed_up_at=backed_up_at)


def test_the_longest_reasons_fit() -> None:
    assert "6 posts failed" in verdict(free=0, backed_up_at=None, reason="_" * 500)


def test_the_longest_complaint_of_a_store_fits() -> None:
    assert len(unreadable_embed("x" * 5000, PROCESS, AT)) <= 6000


def test_each_source_is_told_of_by_when_it_answered_what_it_changed_and_what_hangs_on_it() -> None:
    away = SourceHealth("anilist", AT, AT, "HTTP 403", changed_at=AT, changed_series=2, changed_dates=1)
    known = Catalogue(8483, 9000, None, {"anilist": 1, "bangumi-data": 1204, "starter": 3})
    storage = Storage(MIB, 0, None, "0002", 1, AT, None)
    health = Health(
        Queue(0, 0, 0, 0, 0, 0, None), 0, None, {}, {}, {}, 9, known, storage, (away, SourceHealth("bangumi-data", AT))
    )

    (told,) = (each.value for each in health_embed(health, PROCESS, AT).fields if each.name == "Sources")

    now = f"<t:{int(AT.timestamp())}:R>"
    assert (told or "").splitlines() == [
        "8,483 series, 9,000 releases",
        (
            f"AniList has given no good answer since {now}: HTTP 403; last answered {now}; "
            f"last changed 2 series and 1 date {now}; 1 future date from it alone"
        ),
        f"bangumi-data, last answered {now}; 1,204 future dates from it alone",
        "Starter catalogue; 3 future dates from it alone",
    ]


def test_feeds_are_counted_and_those_that_bring_nothing() -> None:
    queue, storage = Queue(0, 0, 0, 0, 0, 0, None), Storage(MIB, 0, None, "0002", 1, AT, None)
    of = Health(queue, 0, None, {}, {}, {}, 9, Catalogue(1, 1, AT, {}), storage)

    told = {each: _told(replace(of, feeds=each)) for each in (FeedCounts(), FeedCounts(1), FeedCounts(1200, 3))}

    assert "feed" not in told[FeedCounts()]
    assert "1 feed followed" in told[FeedCounts(1)]
    assert "1,200 feeds followed, 3 of them bring nothing now" in told[FeedCounts(1200, 3)]


def _told(health: Health) -> str:
    return "\n".join(field.value or "" for field in health_embed(health, PROCESS, AT).fields)
