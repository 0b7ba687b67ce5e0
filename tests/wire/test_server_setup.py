"""`/setup`, as moderators meet it: from nothing to working with one message."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.catalogue.model import Series, Titles
from bot.catalogue.store import catalogue
from bot.dates.airdate import Season
from bot.delivery.store import guilds
from bot.delivery.tables import guilds as guilds_table
from bot.subscriptions.model import AT_THE_MOMENT, DEFAULT_LEADS, Topic
from bot.subscriptions.store import channels, watchlist
from sandbox.client import Reply, SandboxRefused
from sandbox.rules.permissions import ROLE_OVERWRITE, Permissions
from sandbox.world import changes
from tests.patience import PATIENCE
from tests.wire.guild import SandboxGuild, sandbox_guild

CHANNELS = "setup:channels:{topic}"


async def gets(guild: SandboxGuild, topic: Topic) -> list[int]:
    async with guild.database.read() as db:
        return [each.channel_id for each in await channels.of_guild(db, guild.id, topic=topic)]


async def choose(guild: SandboxGuild, page: Reply, topic: str, *names: str) -> Reply:
    """Have a topic posted in these channels and no others, as the select under the page does."""
    ids = [str(guild.channels[name]) for name in names]
    return await guild.moderator.select(page, ids, custom_id=CHANNELS.format(topic=topic))


async def test_a_server_is_set_up_with_eight_presses_at_most(guild: SandboxGuild) -> None:
    page = await guild.moderator.slash("setup")
    assert page.ephemeral
    assert "0 on the watchlist" in page.text

    form = await guild.moderator.click(page, "Add a list")
    await guild.moderator.submit(form, {"titles": "metallic-rouge"})
    page = await choose(guild, page, "releases", "releases")
    assert f"✅ <#{guild.channels['releases']}> gets releases now." in page.text
    assert "1 on the watchlist" in page.text
    assert "Everything is set up." in page.text
    page = await guild.moderator.select(page, [str(guild.role_id)], custom_id="setup:role")
    assert f"✅ Posts ping <@&{guild.role_id}> now." in page.text
    page = await guild.moderator.select(page, [str(guild.channels["mods"])], custom_id="setup:notices")
    example = await guild.moderator.click(page, "Post an example")

    assert "example" in example.content.casefold()
    async with guild.database.read() as db:
        [subscription] = await channels.of_guild(db, guild.id)
        assert await guilds.notices_channel(db, guild.id) == guild.channels["mods"]
    assert (subscription.topic, subscription.leads) == (Topic.RELEASES, DEFAULT_LEADS)
    assert subscription.role_id == guild.role_id
    assert len(await guild.member.messages(guild.channels["releases"])) == 1


async def test_what_is_chosen_and_let_go_of_is_the_difference_to_what_was_shown(guild: SandboxGuild) -> None:
    first = await guild.moderator.slash("setup")
    second = await guild.moderator.slash("setup")
    first = await choose(guild, first, "announcements", "chat", "releases")

    second = await choose(guild, second, "announcements", "mods")
    assert sorted(await gets(guild, Topic.ANNOUNCEMENTS)) == sorted(
        guild.channels[name] for name in ("chat", "releases", "mods")
    )
    first = await choose(guild, first, "announcements", "chat")

    assert f"<#{guild.channels['releases']}> no longer gets announcements." in first.text
    assert sorted(await gets(guild, Topic.ANNOUNCEMENTS)) == sorted(guild.channels[name] for name in ("chat", "mods"))
    async with guild.database.read() as db:
        assert {each.leads for each in await channels.of_guild(db, guild.id)} == {AT_THE_MOMENT}


async def test_a_channel_that_the_bot_may_not_post_to_is_named_and_the_others_are_kept(guild: SandboxGuild) -> None:
    closed = guild.channels["mods"]
    changes.set_overwrite(guild.sandbox.world, closed, guild.id, kind=ROLE_OVERWRITE, deny=Permissions.SEND_MESSAGES)
    page = await guild.moderator.slash("setup")

    page = await choose(guild, page, "conventions", "chat", "mods")

    assert f"I can't post in <#{closed}>" in page.text
    assert "Send Messages" in page.text
    assert await gets(guild, Topic.CONVENTIONS) == [guild.channels["chat"]]


async def test_what_a_channel_lacks_by_now_stands_on_the_page(guild: SandboxGuild) -> None:
    page = await guild.moderator.slash("setup")
    await choose(guild, page, "conventions", "chat")
    world, denied = guild.sandbox.world, Permissions.EMBED_LINKS
    changes.set_overwrite(world, guild.channels["chat"], guild.id, kind=ROLE_OVERWRITE, deny=denied)

    page = await guild.moderator.slash("setup")

    assert f"I can't post in <#{guild.channels['chat']}>: give me **Embed Links** there" in page.text
    assert "Everything is set up" not in page.text


async def test_what_is_narrower_is_left_alone(guild: SandboxGuild) -> None:
    place = {"channel": str(guild.channels["chat"])}
    await guild.moderator.slash("channel subscribe", place, what="metallic-rouge")
    page = await guild.moderator.slash("setup")

    page = await choose(guild, page, "releases", "chat")
    page = await guild.moderator.select(page, [str(guild.role_id)], custom_id="setup:role")
    await choose(guild, page, "releases")

    async with guild.database.read() as db:
        [left] = await channels.of_guild(db, guild.id)
    assert left.series_id is not None
    assert left.role_id is None


async def test_the_role_of_all_is_that_of_a_channel_chosen_later(guild: SandboxGuild) -> None:
    page = await choose(guild, await guild.moderator.slash("setup"), "releases", "releases")
    page = await guild.moderator.select(page, [str(guild.role_id)], custom_id="setup:role")
    page = await choose(guild, page, "announcements", "chat")
    async with guild.database.read() as db:
        assert {each.role_id for each in await channels.of_guild(db, guild.id)} == {guild.role_id}

    page = await guild.moderator.select(page, [], custom_id="setup:role")

    assert "Posts ping nobody now." in page.text
    async with guild.database.read() as db:
        assert {each.role_id for each in await channels.of_guild(db, guild.id)} == {None}


async def test_everyone_is_never_the_role(guild: SandboxGuild) -> None:
    page = await choose(guild, await guild.moderator.slash("setup"), "releases", "releases")

    page = await guild.moderator.select(page, [str(guild.id)], custom_id="setup:role")

    assert "I never ping everyone." in page.text


async def test_it_works_after_a_restart_and_for_moderators_alone(guild: SandboxGuild) -> None:
    page = await guild.moderator.slash("setup")
    await guild.restart()

    await choose(guild, page, "releases", "releases")

    assert await gets(guild, Topic.RELEASES) == [guild.channels["releases"]]
    with pytest.raises(SandboxRefused):
        await guild.member.slash("setup")
    assert "Manage Server" in (await guild.member.slash("setup", force=True)).content


async def invited(guild: SandboxGuild) -> list[str]:
    """Have the bot put out of the server and invited again; what it has said about setting it up."""
    world = guild.sandbox.world
    changes.remove_bot(world, guild.id)
    changes.add_bot(world, guild.id)
    place = world.guilds[guild.id].system_channel_id
    async with asyncio.timeout(PATIENCE):
        while True:
            if guild.running.client.get_guild(guild.id) is not None:
                break
            await asyncio.sleep(0.02)
    await guild.moderator.slash("setup")  # it came after the invitation
    assert place is not None
    return [each.content for each in await guild.member.messages(place) if "/setup" in each.content]


async def test_whoever_invites_it_is_told_once_how_to_set_it_up(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path) as guild:
        async with guild.database.write() as db:
            await db.execute(update(guilds_table).values(greeted=False))
        place = changes.create_channel(guild.sandbox.world, guild.id, "system").id
        changes.set_system_channel(guild.sandbox.world, guild.id, place)

        changes.remove_bot(guild.sandbox.world, guild.id)
        changes.add_bot(guild.sandbox.world, guild.id)
        greeting = await guild.member.wait_for_message(place)
        page = await guild.moderator.click(greeting, "Set up")
        pressed_by_a_member = await guild.member.click(greeting, "Set up")
        again = await invited(guild)

    assert "/setup" in greeting.content
    assert page.ephemeral
    assert "Set up this server" in page.text
    assert "Manage Server" in pressed_by_a_member.content
    assert again == [greeting.content]


async def test_a_server_that_is_set_up_is_not_greeted(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path) as guild:
        async with guild.database.write() as db:
            await db.execute(update(guilds_table).values(greeted=False))
        place = changes.create_channel(guild.sandbox.world, guild.id, "system").id
        changes.set_system_channel(guild.sandbox.world, guild.id, place)
        await choose(guild, await guild.moderator.slash("setup"), "releases", "releases")

        assert await invited(guild) == []


async def test_an_example_of_nothing_is_refused_in_words(guild: SandboxGuild) -> None:
    page = await guild.moderator.slash("setup")

    told = await guild.moderator.click(page, "Post an example")

    assert told.content == "No channel gets anything yet. Choose one above first."


@pytest.mark.at("2024-01-10T12:00:00Z")
async def test_this_seasons_best_known_are_added_and_those_for_adults_left_out(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        for number in range(12):
            titles = Titles(english=f"Known {number:02}")
            known = Series(0, f"known-{number}", titles, popularity=900 - number, year=2024, season=Season.WINTER)
            await catalogue.save_series(db, replace(known, adult=number == 3))
        await catalogue.save_series(db, Series(0, "of-2023", Titles(english="Old"), popularity=9_000, year=2023))
    page = await guild.moderator.slash("setup")

    page = await guild.moderator.click(page, "Add this season's 10 best known")
    again = await guild.moderator.click(page, "Add this season's 10 best known")

    assert "✅ Added 10 series to the watchlist." in page.text
    assert "These are on the watchlist already." in again.text
    async with guild.database.read() as db:
        listed = await watchlist.page(db, guild.id, adult=True, number=0, size=20)
    assert [each.titles.main for each in listed.page.rows] == [f"Known {n:02}" for n in range(11) if n != 3]


async def test_what_isnt_known_of_a_season_is_told(guild: SandboxGuild) -> None:
    page = await guild.moderator.slash("setup")

    page = await guild.moderator.click(page, "Add this season's 10 best known")

    assert "I don't know yet which of this season's series are the best known." in page.text


@pytest.mark.at("2024-01-03T12:00:00Z")
async def test_with_a_zone_chosen_times_need_none(guild: SandboxGuild) -> None:
    page = await choose(guild, await guild.moderator.slash("setup"), "announcements", "chat")
    form = await guild.moderator.click(page, "Choose")

    page = await guild.moderator.submit(form, {"zone": "berlin"})
    assert "✅ Times without a zone are read by the clocks of `Europe/Berlin` now." in page.text
    announced = await guild.moderator.slash("announce")
    preview = await guild.moderator.submit(announced, {"title": "A", "text": "B", "when": "5 January 8pm"})
    written = await guild.moderator.click(preview, "Edit")
    passed = await guild.moderator.submit(written, {"when": "2024-01-02 20:00"})

    assert "<t:1704481200:F>" in preview.content  # 20:00 in Berlin
    assert [field.value for field in written.modal.fields if field.custom_id == "when"] == [
        "2024-01-05 20:00 Europe/Berlin"
    ]
    assert "is in the past" in passed.content
    assert "time zone" not in passed.content


@pytest.mark.parametrize("typed", ["Atlantis", "@everyone", "8pm", "\u200b"])
async def test_what_is_no_place_is_no_zone(guild: SandboxGuild, typed: str) -> None:
    form = await guild.moderator.click(await guild.moderator.slash("setup"), "Choose")

    told = await guild.moderator.submit(form, {"zone": typed})

    assert "as a place or time zone" in told.content
    async with guild.database.read() as db:
        assert await guilds.zone_of(db, guild.id) is None
