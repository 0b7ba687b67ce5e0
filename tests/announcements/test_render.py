"""Announcements as they are posted, previewed, listed and written."""

import dataclasses
from datetime import UTC, datetime, timedelta

from bot.announcements.model import (
    Announcement,
    AnnouncementsPage,
    AnnouncementState,
    Checked,
    ListedAnnouncement,
    TypedAnnouncement,
)
from bot.announcements.render import announcements as render
from bot.announcements.render import drafts
from bot.announcements.render.drafts import announcement_form, move_form, typed_in
from bot.errors import NotUnderstood
from bot.pages import Window
from bot.subscriptions.model import Subscription, Topic, read_leads

AT = datetime(2024, 1, 4, 12, tzinfo=UTC)
TYPED = TypedAnnouncement("Movie night", "Bring **popcorn**.", "https://a.example/x", "https://a.example/a.png", "")
WAITING = Announcement(2**60, 1, 7, AnnouncementState.SCHEDULED, TYPED, AT, AT)
CHANNEL = Subscription(1, 1, 10, Topic.ANNOUNCEMENTS, read_leads("now"), 7, AT)


def test_the_post_is_the_preview() -> None:
    checked = Checked(TYPED.title, TYPED.text, TYPED.link, TYPED.image, None)
    padded = dataclasses.replace(TYPED, title=f" {TYPED.title} ", link=f"{TYPED.link} ")

    assert render.announcement_embed(checked) == render.announcement_embed(padded)


def test_the_longest_announcement_fits_with_room_to_say_that_it_is_late() -> None:
    longest = Checked("t" * 256, "x" * 4000, None, None, None)

    assert len(render.announcement_embed(longest)) <= 6000 - 1000


def test_many_destinations_are_counted() -> None:
    some = [dataclasses.replace(CHANNEL, role_id=5), dataclasses.replace(CHANNEL, channel_id=11)]

    assert drafts.destinations(some) == "<#10> (pinging <@&5>) and <#11>"
    closed = dataclasses.replace(some[0], paused_reason="it is closed", paused_at=AT)
    assert drafts.destinations([closed]) == "<#10> (pinging <@&5>, once I can post there again)"
    assert drafts.destinations([CHANNEL] * 30).endswith("<#10> and 20 channels more")
    preview = Checked("t", "x", None, None, AT)
    assert len(drafts.preview_text(preview, [some[0]] * 5000, 6000, replaces=True)) < 2000
    many = [dataclasses.replace(CHANNEL, id=2**60 + each, channel_id=2**62 + each, role_id=2**61) for each in range(99)]
    unpinged = {each.id for each in many}
    assert len(drafts.preview_text(preview, many, 6000, replaces=True, unpinged=unpinged)) < 2000
    assert len(drafts.settled_text(AT, many, 6000, [2**62] * 9, unpinged=unpinged)) < 2000


def test_whom_a_post_will_not_ping_is_said_with_what_to_change() -> None:
    here = dataclasses.replace(CHANNEL, role_id=5)
    there = dataclasses.replace(CHANNEL, id=2, channel_id=11, role_id=5)

    text = drafts.preview_text(Checked("t", "x", None, None, None), [here, there], 2, replaces=False, unpinged={2})
    settled = drafts.settled_text(None, [here, there], 2, [], unpinged={2})

    for each in (text, settled):
        assert "<#10> (pinging <@&5>) and <#11> (without pinging <@&5>)" in each
        assert "<@&5> won't be pinged in <#11>. Turn on **Allow anyone to @mention this role**" in each


async def test_the_fullest_page_fits() -> None:
    odd = dataclasses.replace(WAITING, typed=TypedAnnouncement("_" * 4000, "*\n" * 2000))
    draft = dataclasses.replace(odd, state=AnnouncementState.DRAFT, replaces_id=1)
    rows = [ListedAnnouncement(odd, is_posted=True), *[ListedAnnouncement(draft, is_posted=False)] * 4]
    listed = AnnouncementsPage(Window.nearest(10**6 - 1, total=10**7, size=5).page(rows), 10**6, 10**6, 10**6)
    outcome = render.ListedOutcome(lines=["x" * 300])
    page = render.listing(listed, {odd.id: outcome}, notice="n" * 200)

    assert page.content_length() <= 4000
    assert page.total_children_count <= 40


async def test_what_could_not_be_stored_can_be_shown_however_long() -> None:
    longest = TypedAnnouncement("*" * 4000, "x" * 4000, "*" * 4000, "*" * 4000, "*" * 4000)

    assert len(drafts.typed_embed(longest)) <= 6000


async def test_the_form_holds_what_was_typed_and_says_what_is_in_it() -> None:
    form = announcement_form(100, TYPED, replaces_id=5)
    inputs = [label["component"] for label in form.to_dict()["components"]]

    assert form.custom_id == "announce:form:100:5"
    assert typed_in({each["custom_id"]: each.get("value", "") for each in inputs}) == TYPED


async def test_custom_ids_stay_within_a_hundred_characters() -> None:
    view = render.refused_time_buttons(2**63, "😀" * 300, NotUnderstood("odd"))

    assert len(view.children) == 1
    assert len(view.to_components()[0]["components"][0]["custom_id"]) <= 100
    assert len(move_form(WAITING, "x" * 300).custom_id) <= 100


def test_the_time_in_the_form_is_the_one_that_it_waits_for() -> None:
    typed = dataclasses.replace(WAITING, typed=dataclasses.replace(TYPED, when="2024-01-04T21:00+09:00"))

    assert render.with_time(WAITING).when == "2024-01-04T12:00Z"
    assert render.with_time(typed).when == "2024-01-04T21:00+09:00"
    assert render.time_as_typed(dataclasses.replace(WAITING, due_at=AT + timedelta(minutes=1))) == "2024-01-04T12:01Z"
