"""What moderators are told without having asked."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.closures import Closure, Notice, NoticeKind
from bot.domain.subscriptions import Topic
from bot.render.notices import notice_text
from bot.render.remedies import remedy

AT = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
CLOSURES: st.SearchStrategy[str] = st.sampled_from([each.value for each in Closure])


@pytest.mark.parametrize("closure", Closure)
def test_each_closure_has_a_remedy_of_its_own(closure: Closure) -> None:
    assert remedy(closure.value) not in {
        remedy("anything else"),
        *(remedy(other) for other in set(Closure) - {closure}),
    }


def test_what_discord_alone_knows_has_a_remedy_too() -> None:
    assert "Embed Links" in remedy("Discord answered 403 (20028): Something new")


@given(
    st.lists(st.tuples(st.sampled_from(NoticeKind), st.integers(2**62, 2**63), CLOSURES | st.text(max_size=400))),
    st.none() | st.text(min_size=1, max_size=100),
)
def test_whatever_is_told_fits_into_a_message(told: list[tuple[NoticeKind, int, str]], server: str | None) -> None:
    notices = [Notice(1, 1, 1, channel_id, 7, kind, reason, 1, AT) for kind, channel_id, reason in told]
    text = notice_text(notices, server=server)
    assert len(text) <= 2000
    assert "@everyone" not in text


def test_a_long_list_is_cut_and_says_how_many_more() -> None:
    many = [Notice(1, 1, 1, 2**60 + number, 7, NoticeKind.PAUSED, Closure.SILENCED, 1) for number in range(40)]
    text = notice_text([*many, Notice(1, 1, 1, 5, 7, NoticeKind.PAUSED, Closure.CHANNEL_DELETED, 1)])
    assert "41 channels" in text
    assert "more: the bot may not write" in text
    assert "<#5>: the channel was deleted" in text


def test_a_deleted_channel_does_not_go_on_by_itself() -> None:
    assert "by themselves" not in notice_text([Notice(1, 1, 1, 5, 7, NoticeKind.PAUSED, Closure.CHANNEL_DELETED, 1)])


@pytest.mark.parametrize(
    ("topic", "of_one_series", "words"),
    [
        (Topic.ANNOUNCEMENTS, False, "announcements"),
        (Topic.RELEASES, False, "releases of the watchlist"),
        (Topic.RELEASES, True, "releases of one series"),
    ],
)
def test_of_a_deleted_channel_it_says_what_it_got(topic: Topic, of_one_series: bool, words: str) -> None:
    paused = (1, 1, 1, 5, 7, NoticeKind.PAUSED)
    gone = Notice(*paused, Closure.CHANNEL_DELETED, 1, AT, topic, of_one_series)
    assert f"<#5> ({words}):" in notice_text([gone])
    assert words not in notice_text([Notice(*paused, Closure.SILENCED, 1, AT, topic, of_one_series)])


def test_it_says_since_when() -> None:
    first = Notice(1, 1, 1, 5, 7, NoticeKind.PAUSED, Closure.SILENCED, 1, AT)
    second = Notice(2, 1, 2, 6, 7, NoticeKind.PAUSED, Closure.SILENCED, 1, AT + timedelta(hours=1))
    other = Notice(3, 1, 3, 8, 7, NoticeKind.PAUSED, Closure.ROLE_DELETED, 1, AT + timedelta(hours=2))
    assert "in the channel (paused <t:1704903900:R>)." in notice_text([second, first])
    assert "was deleted (paused <t:1704911100:R>)." in notice_text([first, second, other])
