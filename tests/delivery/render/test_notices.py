"""What moderators are told without having asked."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.announcements.model import Announcement, AnnouncementState, TypedAnnouncement
from bot.dates.facts import DueFact, FactKind
from bot.delivery.model import AnnouncementSubject
from bot.delivery.notices import UNCHANGED, Notice, NoticeKind
from bot.delivery.render.notices import notice_text
from bot.feeds.model import FeedTrouble
from bot.subscriptions.model import PauseReason, Topic, end_of_timeout, timed_out_reason
from bot.subscriptions.render.words import reason_in_words, remedy
from bot.ui.text import escape, quote, stamp

AT = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
STEP = DueFact(FactKind.UPDATE, 1, AT, timedelta(days=1))
OF_CHANNELS = [NoticeKind.PAUSED, NoticeKind.RESUMED]
OF_PINGS = [NoticeKind.UNPINGED]
OF_POSTS = [NoticeKind.FAILED, NoticeKind.STUCK, NoticeKind.UNCHANGED]
ENDS = st.datetimes(timezones=st.just(UTC)).map(timed_out_reason)
CLOSURES: st.SearchStrategy[str] = st.sampled_from([each.value for each in PauseReason]) | ENDS


@pytest.mark.parametrize("closure", PauseReason)
def test_each_closure_has_a_remedy_of_its_own(closure: PauseReason) -> None:
    assert remedy(closure.value) not in {
        remedy("anything else"),
        *(remedy(other) for other in set(PauseReason) - {closure}),
    }


def test_what_discord_alone_knows_has_a_remedy_too() -> None:
    assert "Embed Links" in remedy("Discord answered 403 (20028): Something new")


@given(
    st.sampled_from([OF_CHANNELS, OF_PINGS, OF_POSTS]).flatmap(
        lambda kinds: st.lists(
            st.tuples(st.sampled_from(kinds), st.integers(2**62, 2**63), CLOSURES | st.text(max_size=400))
        )
    ),
    st.none() | st.text(min_size=1, max_size=100),
    st.text(min_size=1, max_size=100),
)
def test_whatever_is_told_fits_into_a_message(
    told: list[tuple[NoticeKind, int, str]], server: str | None, role: str
) -> None:
    notices = [
        Notice(1, 1, 1, channel_id, 7, kind, reason, 1, AT, step=STEP if kind in OF_POSTS else None, role_id=channel_id)
        for kind, channel_id, reason in told
    ]
    text = notice_text(notices, server=server, roles={channel_id: role for _, channel_id, _ in told})
    assert len(text) <= 2000
    assert "@everyone" not in text


def test_a_long_list_is_cut_and_says_how_many_more() -> None:
    many = [Notice(1, 1, 1, 2**60 + number, 7, NoticeKind.PAUSED, PauseReason.SILENCED, 1) for number in range(40)]
    text = notice_text([*many, Notice(1, 1, 1, 5, 7, NoticeKind.PAUSED, PauseReason.CHANNEL_DELETED, 1)])
    assert "41 channels" in text
    assert "more: the bot may not write" in text
    assert "<#5>: the channel was deleted" in text


def test_a_deleted_channel_does_not_go_on_by_itself() -> None:
    assert "by themselves" not in notice_text(
        [Notice(1, 1, 1, 5, 7, NoticeKind.PAUSED, PauseReason.CHANNEL_DELETED, 1)]
    )


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
    gone = Notice(*paused, PauseReason.CHANNEL_DELETED, 1, AT, topic, of_one_series)
    assert f"<#5> ({words}):" in notice_text([gone])
    assert words not in notice_text([Notice(*paused, PauseReason.SILENCED, 1, AT, topic, of_one_series)])


def test_it_says_since_when() -> None:
    first = Notice(1, 1, 1, 5, 7, NoticeKind.PAUSED, PauseReason.SILENCED, 1, AT)
    second = Notice(2, 1, 2, 6, 7, NoticeKind.PAUSED, PauseReason.SILENCED, 1, AT + timedelta(hours=1))
    other = Notice(3, 1, 3, 8, 7, NoticeKind.PAUSED, PauseReason.ROLE_DELETED, 1, AT + timedelta(hours=2))
    assert "in the channel (paused <t:1704903900:R>)." in notice_text([second, first])
    assert "was deleted (paused <t:1704911100:R>)." in notice_text([first, second, other])


def about_a_post(kind: NoticeKind, reason: str, title: str = "Film night") -> Notice:
    announcement = Announcement(3, 1, 7, AnnouncementState.SCHEDULED, TypedAnnouncement(title, "Come."), AT, AT)
    step = DueFact(FactKind.ANNOUNCEMENT, 3, AT)
    return Notice(1, 1, 1, 5, 7, kind, reason, 1, AT, step=step, subject=AnnouncementSubject(announcement))


def test_a_post_that_failed_is_named_with_its_channel_the_reason_and_what_to_do() -> None:
    text = notice_text([about_a_post(NoticeKind.FAILED, "Discord answered 400 (50035): Invalid Form Body")])
    assert text.splitlines() == [
        "**Discord refused 1 post:**",
        "- **Film night** in <#5>: Discord answered 400 (50035): Invalid Form Body",
        (
            "I won't try again. To post an announcement after all, press **Edit** in `/announcements` and change what "
            "Discord objects to."
        ),
    ]


def test_what_is_wrong_with_posts_is_told_by_kind() -> None:
    stuck = about_a_post(NoticeKind.STUCK, "an error in the bot, which its log has as delivery 7")
    text = notice_text([stuck, about_a_post(NoticeKind.UNCHANGED, f"{UNCHANGED}{PauseReason.CHANNEL_HIDDEN}"), stuck])
    assert "**2 posts can't go out yet:**\n- **Film night** in <#5>: an error in the bot" in text
    assert "**1 post can't be updated any more:**\n- **Film night** in <#5>: the bot may not see" in text


def test_hundreds_of_posts_that_failed_are_counted() -> None:
    text = notice_text([about_a_post(NoticeKind.FAILED, "x" * 300, "y" * 200)] * 300, server="A server")
    assert len(text) <= 2000
    assert "300 posts" in text
    assert "more\nI won't try again" in text


def test_a_timeout_is_told_with_its_end_and_what_to_do() -> None:
    reason = timed_out_reason(AT)
    text = notice_text([Notice(1, 1, 1, 5, 7, NoticeKind.PAUSED, reason, 1, AT)])
    assert "the bot is timed out until <t:1704903900:F> · <t:1704903900:R> (paused <t:1704903900:R>)." in text
    assert "Remove Timeout" in text
    assert "Embed Links" not in text
    later = f"{UNCHANGED}{reason}"
    assert reason_in_words(later, 300) == f"{UNCHANGED}the bot is timed out until {stamp(AT)}"


@pytest.mark.parametrize("end", ["", "tomorrow", "2024-01-10", "2024-01-10T16:25:00", "9999-99-99T00:00:00+00:00"])
def test_what_only_looks_like_a_timeout_is_told_as_it_is(end: str) -> None:
    reason = f"the bot is timed out until {end}"
    assert end_of_timeout(reason) is None
    assert reason_in_words(reason, 300) == escape(reason, 300)


def test_which_roles_are_not_pinged_is_told_by_role_and_by_name_where_mentions_show_none() -> None:
    first = Notice(1, 1, 1, 5, 7, NoticeKind.UNPINGED, "", 1, AT, role_id=3)
    notices = [first, replace(first, channel_id=6), replace(first, channel_id=8, role_id=4)]
    text = notice_text(notices)
    assert "**I can't ping <@&3> in <#5> and <#6>**, so posts go out there without a ping." in text
    assert "**I can't ping <@&4> in <#8>**" in text
    assert "Allow anyone to @mention this role" in text
    assert f"I can't ping the role {quote('Fans')} in <#5>" in notice_text([first], server="Here", roles={3: "Fans"})


@pytest.mark.parametrize("trouble", list(FeedTrouble))
def test_a_feed_that_brings_nothing_is_told_with_the_reason_however_many_there_are(trouble: FeedTrouble) -> None:
    reason, title = f"{trouble.value}: news.example answered 404", "*News* @everyone" * 12
    down = Notice(1, 2, 3, 4, 5, NoticeKind.FEED_DOWN, reason, 1, created_at=AT, feed_title=title)
    back = replace(down, kind=NoticeKind.FEED_BACK, reason="")

    one, many = notice_text([down]), notice_text([*[down, back] * 20])

    assert "news.example answered 404" in one
    assert "`/feed add` with its new address" in one
    assert "is back" in notice_text([back])
    assert len(many) <= 2000
    assert "@everyone" not in one
