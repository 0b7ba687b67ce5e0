"""`/watchlist`, as moderators and members meet it."""

import asyncio
import re

import pytest

from bot.app import App
from bot.catalogue.model import Series, Titles
from bot.catalogue.store import catalogue
from bot.subscriptions.store import watchlist
from sandbox.client import Reply, SandboxRefused
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


SEVERAL = ("Alpha Song", "Beta, Gamma and Delta", "Alphabet Soup", "Steins;Gate", "だが、しかし")


ANOTHER_TITLE = "Try another of its titles, in any language, or its address on AniList or MyAnimeList."


def in_words(told: Reply) -> str:
    """What an answer says, without the marks that keep what is quoted apart."""
    return re.sub("[\u2066-\u2069]", "", told.content)


async def several_known(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        for number, title in enumerate(SEVERAL):
            titles = Titles(english=title) if title.isascii() else Titles(native=title)
            await catalogue.save_series(db, Series(0, f"several-{number}", titles, anilist_id=900 + number))


async def listed(guild: SandboxGuild) -> list[str]:
    async with guild.database.read() as db:
        found = await watchlist.page(db, guild.id, adult=True, number=0, size=100)
    return [series.titles.main for series in found.page.rows]


@pytest.mark.parametrize(
    ("typed", "on_it"),
    [
        ("Alpha Song, Steins;Gate", ["Alpha Song", "Steins;Gate"]),
        ("steins;gate、alpha song", ["Steins;Gate", "Alpha Song"]),
        ("Beta, Gamma and Delta", ["Beta, Gamma and Delta"]),
        (
            "Alpha Song, Beta, Gamma and Delta, metallic-rouge",
            ["Alpha Song", "Beta, Gamma and Delta", "Metallic Rouge"],
        ),
        ("だが、しかし、Alpha Song", ["だが、しかし", "Alpha Song"]),
        ("https://anilist.co/anime/903, Alpha Song,", ["Steins;Gate", "Alpha Song"]),
        ("Alpha Song, , ,alpha song", ["Alpha Song"]),
        ("https://anilist.co/anime/903 https://anilist.co/anime/900", ["Steins;Gate", "Alpha Song"]),
        ("Alphabet Soup, Steins;Gate https://anilist.co/anime/903", ["Alphabet Soup", "Steins;Gate"]),
        ("Beta, Gamma and Delta https://anilist.co/anime/901", ["Beta, Gamma and Delta"]),
    ],
)
async def test_several_titles_are_added_at_once(guild: SandboxGuild, typed: str, on_it: list[str]) -> None:
    await several_known(guild)

    told = await guild.moderator.slash("watchlist add", series=typed)

    assert await listed(guild) == on_it
    assert all(title in told.content for title in on_it)


async def test_of_several_titles_each_one_is_told_of(guild: SandboxGuild) -> None:
    await several_known(guild)
    await guild.moderator.slash("watchlist add", series="metallic-rouge")

    told = await guild.moderator.slash(
        "watchlist add", series="Alpha Song, Metallic Rouge, steinz;gate, Qzxv Wjkq, @everyone **x**"
    )

    assert told.ephemeral
    assert in_words(told).splitlines() == [
        "**Added 1 series to the watchlist:** Alpha Song.",
        "**On the watchlist already:** Metallic Rouge.",
        "**No series matches** “Qzxv Wjkq” and “@\u200beveryone \\*\\*x\\*\\*”. " + ANOTHER_TITLE,
        "**Not clear:** “steinz;gate”. Did you mean:",
    ]
    added = await guild.moderator.click(told, "Steins;Gate")
    assert added.content == "**Steins;Gate** is on the watchlist now."
    assert await listed(guild) == ["Metallic Rouge", "Alpha Song", "Steins;Gate"]


async def test_a_list_is_exported_and_pasted_into_another_server(guild: SandboxGuild) -> None:
    await several_known(guild)
    empty = await guild.moderator.slash("watchlist export")
    assert "The watchlist is empty" in empty.content
    await guild.moderator.slash("watchlist add", series="Alpha Song, Steins;Gate, metallic-rouge")

    exported = await guild.moderator.slash("watchlist export")
    [file] = exported.message.attachments
    text = guild.sandbox.world.attachments[int(file["id"])].content.decode()
    for title in ("Alpha Song", "Steins;Gate", "metallic-rouge"):
        await guild.moderator.slash("watchlist remove", series=title)
    assert await listed(guild) == []
    form = await guild.moderator.slash("watchlist import")
    told = await guild.moderator.submit(form, {"titles": text})

    assert exported.ephemeral
    assert text.splitlines()[0] == "Alpha Song https://anilist.co/anime/900"
    assert told.content.startswith("**Added 3 series to the watchlist:**")
    assert await listed(guild) == ["Alpha Song", "Steins;Gate", "Metallic Rouge"]


async def test_a_pasted_list_is_read_by_its_first_hundred_lines(guild: SandboxGuild) -> None:
    await several_known(guild)
    form = await guild.moderator.slash("watchlist import")

    lines = ["1. Alpha Song", *(f"- Qzxv {number}" for number in range(120))]
    told = await guild.moderator.submit(form, {"titles": "\n".join(lines)})

    assert "Added 1 series" in told.content
    assert "Only the first 100 were read. Paste the other 21 again, from “Qzxv 99” on." in in_words(told)
    assert len(told.content) <= 2000


@pytest.mark.parametrize("typed", [" \n ", "\u200b\u202e", "\n\n\n"])
async def test_a_list_of_nothing_is_refused(guild: SandboxGuild, typed: str) -> None:
    form = await guild.moderator.slash("watchlist import")

    told = await guild.moderator.submit(form, {"titles": typed})

    assert told.content == "The list is empty. Paste titles or addresses, one a line."


async def test_a_member_may_not_import(guild: SandboxGuild) -> None:
    forced = await guild.member.slash("watchlist import", force=True)

    assert "Manage Server" in forced.content


async def test_series_for_adults_are_not_added_where_they_may_not_be_shown(guild: SandboxGuild) -> None:
    await several_known(guild)
    async with guild.database.write() as db:
        await catalogue.save_series(db, Series(0, "grown-up", Titles(english="Grown Up"), adult=True))

    told = await guild.moderator.slash("watchlist add", series="Grown Up, Alpha Song")

    assert "**For adults:** “Grown Up”." in in_words(told)
    assert await listed(guild) == ["Alpha Song"]


async def test_a_card_has_a_button_for_moderators_until_the_series_is_on_the_list(guild: SandboxGuild) -> None:
    shown = await guild.moderator.slash("series", series="metallic-rouge")
    for_members = await guild.member.slash("series", series="metallic-rouge")

    added = await guild.moderator.click(shown, "+ Watchlist")
    pressed_by_a_member = await guild.member.click(shown, "+ Watchlist")
    again = await guild.moderator.slash("series", series="metallic-rouge")

    assert added.content == "**Metallic Rouge** is on the watchlist now."
    assert added.ephemeral
    assert "Manage Server" in pressed_by_a_member.content
    assert "+ Watchlist" in labels(shown)
    assert "+ Watchlist" not in [*labels(for_members), *labels(again)]
    assert await listed(guild) == ["Metallic Rouge"]


def labels(reply: Reply) -> list[str]:
    """What is written on the buttons of an answer."""
    return [button.label for button in reply.message.buttons]
