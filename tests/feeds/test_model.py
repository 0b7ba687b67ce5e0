"""When a feed is asked for again, in which order items are posted, and which dates they can have."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.model import LONGEST_BACK_OFF, POLLED_AT_MOST_EVERY, in_order, next_poll, plausible
from bot.feeds.reading import offered, read_feed_address
from bot.web.links import UnreadableAddress
from tests.feeds.documents import entry

NOW = datetime(2024, 1, 3, 12, tzinfo=UTC)


@given(st.integers(0, 10_000), st.none() | st.timedeltas(timedelta(0), timedelta(days=900)), st.floats(0, 0.999))
def test_a_feed_is_asked_for_no_more_than_every_ten_minutes_and_at_least_once_a_day(
    failures: int, retry_after: timedelta | None, jitter: float
) -> None:
    at = next_poll(NOW, failures=failures, retry_after=retry_after, jitter=jitter)

    assert POLLED_AT_MOST_EVERY <= at - NOW <= max(LONGEST_BACK_OFF, timedelta(days=1))
    if retry_after is not None:
        assert at - NOW >= min(retry_after, timedelta(days=1))


def test_failures_are_followed_by_growing_waits() -> None:
    waits = [next_poll(NOW, failures=number, retry_after=None, jitter=0) - NOW for number in range(8)]

    assert waits == sorted(waits)
    assert waits[:3] == [timedelta(minutes=15), timedelta(minutes=30), timedelta(hours=1)]
    assert waits[-1] == LONGEST_BACK_OFF


def test_items_are_posted_by_their_dates_or_else_as_feeds_list_them_from_below() -> None:
    dated = [replace(entry(number), published=NOW + timedelta(hours=number)) for number in (2, 0, 1)]

    assert [each.title for each in in_order(dated)] == ["Item 0", "Item 1", "Item 2"]
    assert [each.title for each in in_order([entry(0), *dated])] == ["Item 1", "Item 0", "Item 2", "Item 0"]


@pytest.mark.parametrize(
    ("published", "is_believed"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), False),
        (datetime(2099, 1, 1, tzinfo=UTC), False),
        (NOW + timedelta(hours=10), True),
        (datetime(2004, 1, 1, tzinfo=UTC), True),
        (None, False),
    ],
)
def test_dates_that_cannot_be_are_none(published: datetime | None, is_believed: bool) -> None:
    assert plausible(published, NOW) == (published if is_believed else None)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("news.example/feed", "https://news.example/feed"),
        ("http://News.Example/feed#latest", "https://news.example/feed"),
        ("feed://news.example/rss", "https://news.example/rss"),
        ("feed:https://news.example/rss", "https://news.example/rss"),
        ("http://10.0.0.5:8080/feed", "http://10.0.0.5:8080/feed"),
        (
            "https://youtube.com/channel/UCabcdefghijklmnopqrstuv/videos",
            "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv",
        ),
        ("https://www.youtube.com/@handle", "https://www.youtube.com/@handle"),
    ],
)
def test_addresses_are_read_as_people_have_them(typed: str, address: str) -> None:
    assert read_feed_address(typed, {"http://10.0.0.5:8080"}) == address


@pytest.mark.parametrize(
    "typed", ["", "http://10.0.0.6/feed", "file:///etc/passwd", "https://u:p@news.example/", "x y"]
)
def test_what_is_no_public_address_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableAddress):
        read_feed_address(typed, {"http://10.0.0.5:8080"})


def test_known_feeds_are_offered_by_name_and_handles_as_channels() -> None:
    assert ("YouTube: @aniplexus", "https://www.youtube.com/@aniplexus") in offered("@aniplexus")
    assert [name for name, _ in offered("network")] == [
        "Anime News Network: all news",
        "Anime News Network: news alone",
    ]
    for name, address in offered(""):
        assert read_feed_address(address) == address, name
