"""`/announce`: the form, the preview, and what becomes of it."""

import asyncio
from datetime import timedelta

import pytest

from sandbox.client import SandboxRefused
from sandbox.rules.permissions import Permissions
from sandbox.world import changes
from tests.wire.announcing import FIELDS, nothing_was_posted, posted, ready, write
from tests.wire.guild import SandboxGuild
from tests.wire.trouble import locked

AT = "2024-01-03T12:00:00Z"


async def test_an_announcement_is_previewed_and_posted_as_it_was_shown(guild: SandboxGuild) -> None:
    await ready(guild, role=str(guild.role_id))
    preview = await write(guild, link="example.com/night", image="http://example.com/a.png")

    assert preview.ephemeral
    assert "This is how it will look" in preview.content
    assert f"<#{guild.channels['announcements']}> (pinging <@&{guild.role_id}>)" in preview.content
    assert preview.mention_roles == []
    assert [button.label for button in preview.buttons] == ["Post", "Edit", "Cancel"]
    assert await nothing_was_posted(guild)

    done = await guild.moderator.click(preview, "Post")
    post = await posted(guild)

    assert "**Posting now** in" in done.content
    assert done.buttons == []
    assert post.embed.raw == preview.embed.raw
    assert post.embed.description == "Bring **popcorn**."
    assert post.embed.url == "https://example.com/night"
    assert post.embed.image == "http://example.com/a.png"
    assert post.mention_roles == [guild.role_id]


@pytest.mark.at(AT)
@pytest.mark.parametrize("when", ["2024-01-04 01:00+09:00", "2024-01-03 25:00 JST"])
async def test_it_is_scheduled_and_comes_at_its_time(guild: SandboxGuild, when: str) -> None:
    await ready(guild)
    preview = await write(guild, when=when)

    assert "**Schedule** posts it <t:1704297600:F> · <t:1704297600:R>" in preview.content
    done = await guild.moderator.click(preview, "Schedule")
    assert "**Scheduled** for <t:1704297600:F>" in done.content
    assert await nothing_was_posted(guild)

    await guild.jump("2024-01-03T16:00:01Z")
    post = await posted(guild)
    assert "late" not in post.text


async def test_it_says_first_when_no_channel_gets_announcements(guild: SandboxGuild) -> None:
    reply = await guild.moderator.slash("announce")

    assert reply.state == "answered"
    assert "/channel subscribe what:announcements" in reply.content


async def test_the_form_says_its_limits(guild: SandboxGuild) -> None:
    await ready(guild)
    form = (await guild.moderator.slash("announce")).modal

    assert [field.label for field in form.fields] == ["Title", "Text", "Link", "Image", "When"]
    assert "256" in form.field("Title").description
    assert "4,000" in form.field("Text").description
    assert "2024-01-10T16:25Z" in form.field("When").placeholder


@pytest.mark.at(AT)
@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"title": "t" * 300}, "The title has 300 characters: 44 more than the 256 that fit."),
        ({"title": "   "}, "The title is empty."),
        ({"link": "javascript:alert(1)"}, "The link must begin with"),
        ({"link": "https://"}, "The link is not an address."),
        ({"image": "https://example.com/page.html"}, "The image's address must end in"),
        ({"image": "ftp://example.com/a.png"}, "The image must begin with"),
        ({"when": "2024-01-03T11:59Z"}, "is in the past"),
        ({"when": "2024-02-30T10:00Z"}, "`2024-02` has 29 days"),
        ({"when": "2024-02-03T25:00Z"}, "Hours from 24 to 29"),
        ({"when": "tomorrow"}, "has no time of day: I read Thu 4 January 2024"),
        ({"when": "2024-02-03T10:00"}, "has no time zone."),
        ({"when": "2031-02-03T10:00Z"}, "more than three years away"),
        ({"when": "2024-11-03 01:30 America/New_York"}, "type `2024-11-03T01:30-04:00` or `2024-11-03T01:30-05:00`"),
    ],
)
async def test_what_is_wrong_is_named_and_nothing_typed_is_lost(
    guild: SandboxGuild, fields: dict[str, str], told: str
) -> None:
    await ready(guild)

    refused = await write(guild, **fields)
    assert told in refused.content
    assert refused.ephemeral

    form = await guild.moderator.click(refused, "Edit")
    assert {field.custom_id: field.value for field in form.modal.fields} == {
        "link": "",
        "image": "",
        "when": "",
        **FIELDS,
        **fields,
    }

    mended = await guild.moderator.submit(form, {**FIELDS, "link": "", "image": "", "when": ""})
    assert "This is how it will look" in mended.content
    await guild.moderator.click(mended, "Post")
    await posted(guild)


@pytest.mark.at(AT)
async def test_all_that_is_wrong_is_named_at_once(guild: SandboxGuild) -> None:
    await ready(guild)

    refused = await write(guild, title="x" * 257, link="ftp://example.com", image="https://example.com/a", when="25:00")

    for problem in (
        "1 more than the 256",
        "The link must begin",
        "The image's address must end in",
        "has no time zone",
    ):
        assert problem in refused.content


@pytest.mark.parametrize(
    "odd",
    [
        "@everyone @here <@&1> <@2>",
        "# Big **bold** [a](https://example.com) ||secret||",
        "مرحبا \u202eabc",
        "👩‍👩‍👧‍👦🎉",
        "x" * 4000,
    ],
)
async def test_odd_text_in_every_field_is_answered_and_pings_nobody(guild: SandboxGuild, odd: str) -> None:
    await ready(guild)

    refused = await write(guild, title=odd, text=odd, link=odd, image=odd, when=odd)
    assert "This can't be posted yet" in refused.content
    assert not refused.message.mention_everyone
    form = await guild.moderator.click(refused, "Edit")
    assert [field.value for field in form.modal.fields] == [odd] * 5

    preview = await guild.moderator.submit(form, title=odd[:256], text=odd, link="", image="", when="")
    await guild.moderator.click(preview, "Post")
    post = await posted(guild, odd[:256])
    assert post.embed.description == odd
    assert not post.mention_everyone
    assert (post.mentions, post.mention_roles) == ([], [])
    assert "Move" not in (await guild.moderator.slash("announcements")).text


async def test_the_same_form_sent_twice_is_one_draft_and_posted_once(guild: SandboxGuild) -> None:
    await ready(guild)
    form = await guild.moderator.slash("announce")
    first = await guild.moderator.submit(form, FIELDS)
    second = await guild.moderator.submit(form, FIELDS)

    assert "1 draft of yours" in (await guild.moderator.slash("announcements")).text
    await guild.moderator.click(first, "Post")
    refused = await guild.moderator.click(second, "Post")
    late = await guild.moderator.submit(form, FIELDS)
    await posted(guild)

    assert "already been posted or scheduled" in refused.content
    assert "already been posted or scheduled" in late.content
    assert len(await guild.member.messages("announcements")) == 1


async def test_a_form_sent_after_its_draft_was_posted_becomes_another_draft(guild: SandboxGuild) -> None:
    await ready(guild)
    form = await guild.moderator.slash("announce")
    await guild.moderator.click(await guild.moderator.submit(form, FIELDS), "Post")
    first = await posted(guild)

    other = await guild.moderator.submit(form, {**FIELDS, "title": "Another night"})
    await guild.moderator.click(other, "Post")

    await posted(guild, "Another night", after=first.id)


async def test_post_pressed_many_times_at_once_posts_once(guild: SandboxGuild) -> None:
    await ready(guild)
    preview = await write(guild)

    presses = await asyncio.gather(*(guild.moderator.click(preview, "Post") for _ in range(4)))
    await posted(guild)

    refused = [press for press in presses if press.state == "answered"]
    assert len(refused) == 3
    assert all("already been posted or scheduled" in press.content for press in refused)
    assert len(await guild.member.messages("announcements")) == 1


async def test_editing_changes_the_preview_in_its_place(guild: SandboxGuild) -> None:
    await ready(guild)
    preview = await write(guild)
    form = await guild.moderator.click(preview, "Edit")
    changed = await guild.moderator.submit(form, title="Film night")

    assert changed.id == preview.id
    assert changed.embed.title == "Film night"
    assert changed.embed.description == FIELDS["text"]
    await guild.moderator.click(changed, "Post")
    await posted(guild, "Film night")


async def test_cancelling_posts_nothing_and_leaves_the_words_to_be_copied(guild: SandboxGuild) -> None:
    await ready(guild)
    preview = await write(guild)
    cancelled = await guild.moderator.click(preview, "Cancel")

    assert "Nothing was posted" in cancelled.content
    assert FIELDS["text"] in cancelled.text
    assert cancelled.buttons == []
    assert "Nothing scheduled" in (await guild.moderator.slash("announcements")).text
    assert await nothing_was_posted(guild)


@pytest.mark.at(AT)
async def test_a_time_that_passed_while_the_preview_stood_is_told(guild: SandboxGuild) -> None:
    await ready(guild)
    preview = await write(guild, when="2024-01-03T12:30Z")
    await guild.jump(timedelta(hours=1))

    refused = await guild.moderator.click(preview, "Schedule")
    assert "is in the past" in refused.content
    await guild.moderator.click(preview, "Post")
    await posted(guild)


async def test_the_channel_may_be_unsubscribed_or_deleted_meanwhile(guild: SandboxGuild) -> None:
    await ready(guild)
    preview = await write(guild)
    await guild.moderator.slash("channel unsubscribe", channel="announcements")

    refused = await guild.moderator.click(preview, "Post")
    assert "No channel gets announcements yet" in refused.content
    assert "What you wrote is kept" in refused.content

    await ready(guild)
    await guild.moderator.click(preview, "Post")
    await posted(guild)


async def test_post_pressed_for_a_channel_that_was_deleted_says_so_and_keeps_the_draft(guild: SandboxGuild) -> None:
    channel = changes.create_channel(guild.sandbox.world, guild.id, "short-lived")
    await ready(guild, channel=str(channel.id))
    preview = await write(guild)
    changes.delete_channel(guild.sandbox.world, channel.id)

    refused = await guild.moderator.click(preview, "Post")
    again = await write(guild)
    assert "The channel that got announcements was deleted" in refused.content
    assert "What you wrote is kept" in refused.content
    assert "was deleted" in again.content

    await ready(guild)
    other = await write(guild)
    assert f"in <#{guild.channels['announcements']}>." in other.content
    assert "1 other channel was deleted." in other.content


async def test_a_channel_that_is_only_hidden_is_not_called_deleted(guild: SandboxGuild) -> None:
    await ready(guild)
    preview = await write(guild)
    hidden = guild.channels["announcements"]
    application_id = guild.sandbox.application_id
    changes.set_overwrite(guild.sandbox.world, hidden, application_id, deny=Permissions.VIEW_CHANNEL)

    done = await guild.moderator.click(preview, "Post")

    assert "deleted" not in done.content
    assert f"<#{hidden}>" in done.content


async def test_what_discord_itself_does_not_take_is_told_and_kept(guild: SandboxGuild) -> None:
    await ready(guild)
    form = await guild.moderator.slash("announce")
    guild.sandbox.faults.add(400, template="/interactions/{interaction_id}/{interaction_token}/callback")

    refused = await guild.moderator.submit(form, FIELDS)
    assert "Discord refuses it: “" in refused.content
    mended = await guild.moderator.submit(await guild.moderator.click(refused, "Edit"))

    assert "This is how it will look" in mended.content


async def test_signs_that_no_database_holds_are_marked_and_nothing_else_is_lost(guild: SandboxGuild) -> None:
    await ready(guild)

    preview = await write(guild, title="a\ud800b", text="c\0d\udc00", when="soon\ud800")
    assert "that I can read" in preview.content
    form = await guild.moderator.click(preview, "Edit")

    assert form.modal.field("Title").value == "a\ufffdb"
    assert form.modal.field("Text").value == "c\ufffdd\ufffd"


async def test_a_member_is_told_no(guild: SandboxGuild) -> None:
    await ready(guild)
    with pytest.raises(SandboxRefused):
        await guild.member.slash("announce")
    for command in ("announce", "announcements"):
        forced = await guild.member.slash(command, force=True)
        assert forced.ephemeral
        assert "Manage Server" in forced.content


async def test_a_moderator_who_is_one_no_more_is_told_no_by_form_and_buttons(guild: SandboxGuild) -> None:
    await ready(guild)
    other = changes.create_account(guild.sandbox.world, "deputy", guild_id=guild.id)
    deputy = guild.sandbox.person("deputy")
    try:
        role = guild.sandbox.roles["Moderator"]
        member = guild.sandbox.guild.members[other.id]
        member["roles"].append(str(role))
        form = await deputy.slash("announce")
        preview = await deputy.submit(form, FIELDS)
        member["roles"].clear()

        assert "Manage Server" in (await deputy.click(preview, "Post")).content
        assert "Manage Server" in (await deputy.submit(form, FIELDS)).content
    finally:
        await deputy.close()
    assert await nothing_was_posted(guild)


async def test_forms_and_buttons_are_answered_after_a_restart(guild: SandboxGuild) -> None:
    await ready(guild)
    form = await guild.moderator.slash("announce")
    await guild.restart()

    preview = await guild.moderator.submit(form, FIELDS)
    await guild.restart()

    assert "This is how it will look" in preview.content
    await guild.moderator.click(preview, "Post")
    await posted(guild)
    await guild.restart()
    assert "already been posted or scheduled" in (await guild.moderator.submit(form, FIELDS)).content


async def test_a_locked_database_loses_nothing_that_was_typed(guild: SandboxGuild) -> None:
    await ready(guild)
    form = await guild.moderator.slash("announce")
    async with locked(guild):
        unsaved = await guild.moderator.submit(form, {**FIELDS, "text": "y" * 4000, "when": "soon"})
        assert "I can't save right now" in unsaved.content
        assert unsaved.embed.description == "y" * 4000
        assert unsaved.embed.field("Title") == FIELDS["title"]
        still = await guild.moderator.click(unsaved, "Try again")
        told = await guild.moderator.wait_for_message(
            "chat", match=lambda each: "Nothing was changed; try again" in each.content
        )
        assert told.ephemeral

    saved = await guild.moderator.click(unsaved, "Try again")

    assert not still.failed
    assert "that I can read" in saved.content
    reopened = await guild.moderator.click(saved, "Edit")
    assert reopened.modal.field("Text").value == "y" * 4000


async def test_a_locked_database_is_told_when_a_button_is_pressed_and_the_button_works_later(
    guild: SandboxGuild,
) -> None:
    await ready(guild)
    preview = await write(guild)
    async with locked(guild):
        refused = await guild.moderator.click(preview, "Post")
        assert not refused.failed
        told = await guild.moderator.wait_for_message("chat", match=lambda each: "can't load or save" in each.content)
        assert "Nothing was changed" in told.content

    await guild.moderator.click(preview, "Post")
    await posted(guild)


async def test_what_was_not_stored_before_a_restart_is_still_in_the_message(guild: SandboxGuild) -> None:
    await ready(guild)
    form = await guild.moderator.slash("announce")
    async with locked(guild):
        unsaved = await guild.moderator.submit(form, FIELDS)
    await guild.restart()

    told = await guild.moderator.click(unsaved, "Try again")

    assert "Copy your text" in told.content
    assert unsaved.embed.description == FIELDS["text"]
