"""`/watchlist`, as moderators and members meet it."""

import asyncio

import pytest

from bot.app import App
from bot.catalogue.model import Series, Titles
from bot.catalogue.store import catalogue
from bot.subscriptions.store import watchlist
from sandbox.client import SandboxRefused
from tests.wire.guild import SandboxGuild


@pytest.mark.at("2024-01-03T16:24:30Z")
async def test_moderators_choose_what_the_server_cares_about(guild: SandboxGuild) -> None:
    empty = await guild.moderator.slash("watchlist show")
    added = await guild.moderator.slash("watchlist add", series="metallic-rouge")
    again = await guild.moderator.slash("watchlist add", series="Metallic Rouge")
    shown = await guild.moderator.slash("watchlist show")
    removed = await guild.moderator.slash("watchlist remove", series="metallic-rouge")
    gone = await guild.moderator.slash("watchlist remove", series="metallic-rouge")

    assert "The watchlist is empty" in empty.text
    assert added.content == "**Metallic Rouge** is on the watchlist now."
    assert again.content == "**Metallic Rouge** is on the watchlist already."
    assert "Watchlist · 1 series" in shown.text
    assert "Premiere: <t:1704903900:F> · <t:1704903900:R>" in shown.text
    assert removed.content == "**Metallic Rouge** was removed from the watchlist."
    assert gone.content == "**Metallic Rouge** isn't on the watchlist."


async def test_a_member_is_told_no(guild: SandboxGuild) -> None:
    with pytest.raises(SandboxRefused):
        await guild.member.slash("watchlist add", series="metallic-rouge")

    forced = await guild.member.slash("watchlist add", series="metallic-rouge", force=True)

    assert forced.ephemeral
    assert "Manage Server" in forced.content


async def test_a_member_cannot_use_a_moderators_suggestion_to_change_the_list(guild: SandboxGuild) -> None:
    question = await guild.moderator.slash("watchlist add", series="metalic rogue")

    added = await guild.moderator.click(question, "Metallic Rouge")

    assert added.content == "**Metallic Rouge** is on the watchlist now."


async def test_did_you_mean_takes_off_what_was_meant(guild: SandboxGuild) -> None:
    await guild.moderator.slash("watchlist add", series="metallic-rouge")
    question = await guild.moderator.slash("watchlist remove", series="metalic rogue")

    removed = await guild.moderator.click(question, "Metallic Rouge")

    assert removed.content == "**Metallic Rouge** was removed from the watchlist."


async def test_adding_twice_at_once_adds_once(guild: SandboxGuild) -> None:
    replies = await asyncio.gather(*(guild.moderator.slash("watchlist add", series="metallic-rouge") for _ in range(4)))

    told = sorted(reply.content for reply in replies)
    assert told == ["**Metallic Rouge** is on the watchlist already."] * 3 + [
        "**Metallic Rouge** is on the watchlist now."
    ]


async def test_a_long_list_is_browsed_page_by_page(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        for number in range(20):
            await catalogue.save_series(db, Series(0, f"series-{number}", Titles(english=f"Series {number:02}")))
    for number in range(20):
        await guild.moderator.slash("watchlist add", series=f"series-{number}")

    first = await guild.moderator.slash("watchlist show")
    second = await guild.moderator.click(first, "Next")
    third = await guild.moderator.click(second, "Next")

    assert "Series 07" in first.text
    assert "Series 08" not in first.text
    assert "Series 08" in second.text
    assert "Series 19" in third.text
    assert third.button("Next").disabled


async def test_bad_titles_change_nothing(guild: SandboxGuild) -> None:
    for title in ("zzzz", "\u200b", "@everyone", "x" * 4000, "🎬", "<@&1>"):
        reply = await guild.moderator.slash("watchlist add", series=title)
        assert reply.ephemeral, title
        assert reply.content.startswith(("No series matches", "Type a title")), title

    assert "The watchlist is empty" in (await guild.moderator.slash("watchlist show")).text


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("watchlist add", {"series": "metallic-rouge"}),
        ("watchlist show", {}),
        ("announce", {}),
        ("announcements", {}),
        ("channel list", {}),
    ],
)
async def test_where_the_bot_is_no_member_moderators_are_told_so_and_nothing_is_stored(
    guild: SandboxGuild, command: str, options: dict[str, str]
) -> None:
    """Somebody brought it who has installed it for themselves."""
    guild.sandbox.interactions.not_installed_in.add(guild.id)

    answered = await guild.moderator.slash(command, options, force=True)

    assert answered.ephemeral
    assert "not a member of this server" in answered.content
    async with app_of(guild).database.read() as db:
        assert not await watchlist.is_used(db, guild.id)


def app_of(guild: SandboxGuild) -> App:
    assert guild.app is not None
    return guild.app


async def test_what_moderators_do_is_offered_only_in_servers_that_have_the_bot(guild: SandboxGuild) -> None:
    for command in app_of(guild).client.tree.get_commands():
        sent = command.to_dict(app_of(guild).client.tree)
        if sent["default_member_permissions"] is not None:
            assert sent["integration_types"] == [0], command.name
