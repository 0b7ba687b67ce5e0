"""`/series`, as a member uses it."""

import asyncio
from datetime import timedelta

import pytest

from bot.catalogue.model import Format, Series, Titles
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.dates.airdate import AirDate
from tests.wire.guild import SandboxGuild


@pytest.mark.at("2024-01-03T16:24:30Z")
async def test_a_member_reads_about_a_series(guild: SandboxGuild) -> None:
    reply = await guild.member.slash("series", series="metallic-rouge")

    card = reply.embed
    assert card.title == "Metallic Rouge"
    assert "メタリックルージュ" in card.description
    assert "Naomi" in card.description
    assert card.field("Studio") == "Bones"
    assert card.field("Format") == "TV series · 13 episodes"
    assert card.field("Season") == "Winter 2024"
    assert "<t:1704903900:F> · <t:1704903900:R>" in card.field("Premiere")
    assert "First announced as January 2024" in card.field("Premiere")
    assert "11 January 2024, 01:25 (listed as 10 January, 25:25)" in card.field("Premiere")
    assert card.field("Episodes") == "Weekly until <t:1712161500:D>"
    assert "**Music** · Taisei Iwasaki" in card.field("Credits")
    assert "[Crunchyroll](https://www.crunchyroll.com/series/G24H1NWMJ)" in card.field("Streams on")
    assert "Teaser trailer" in card.field("Trailers")
    assert reply.button("Trailer").url == "https://www.youtube.com/watch?v=m7teRMkFdao"
    assert reply.button("AniList").url == "https://anilist.co/anime/162985"
    assert reply.button("MyAnimeList").url == "https://myanimelist.net/anime/54794"
    assert reply.button("Official site").url == "https://metallicrouge.jp/"
    assert "bangumi-data" in card.footer


@pytest.mark.at("2024-02-01T00:00:00Z")
async def test_while_it_runs_the_card_tells_the_next_episode(guild: SandboxGuild) -> None:
    reply = await guild.member.slash("series", series="metallic-rouge")

    assert reply.embed.field("Next") == "**Episode 5 of 13**\n<t:1707323100:F> · <t:1707323100:R>"
    assert reply.embed.field("Status") == "Airing"


@pytest.mark.at("2024-05-01T00:00:00Z")
async def test_afterwards_the_card_tells_when_it_ended(guild: SandboxGuild) -> None:
    reply = await guild.member.slash("series", series="metallic-rouge")

    assert reply.embed.field("Finished") == "The last of 13 episodes aired <t:1712161500:R>"


WAYS_TO_NAME_IT = (
    "Metallic Rouge",
    "METALLIC   ROUGE!",
    "メタリックルージュ",
    "金属口红",
    "162985",
    "mal:54794",
    "https://anilist.co/anime/162985/Metallic-Rouge/",
    "https://myanimelist.net/anime/54794",
)


async def test_a_series_goes_by_any_of_its_names(guild: SandboxGuild) -> None:
    for name in WAYS_TO_NAME_IT:
        reply = await guild.member.slash("series", series=name)
        assert reply.embed.title == "Metallic Rouge", name


async def test_a_slip_of_the_pen_is_asked_about(guild: SandboxGuild) -> None:
    question = await guild.member.slash("series", series="metalic rogue")
    answer = await guild.member.click(question, "Metallic Rouge")

    assert question.ephemeral
    assert "Did you mean" in question.content
    assert answer.embed.title == "Metallic Rouge"
    assert not answer.ephemeral


async def test_one_clear_match_is_answered_with_the_card(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        await catalogue.save_series(
            db, Series(0, "frieren", Titles("Frieren: Beyond", None, "フリーレン"), bangumi_id=400602)
        )
        await catalogue.save_series(db, Series(0, "frieren-2", Titles("Sequel", None, "フリーレン(第2期)")))

    titles = {"frieren": "Frieren: Beyond", "frieren s2": "Sequel", "https://bgm.tv/subject/400602": "Frieren: Beyond"}
    for typed, title in titles.items():
        reply = await guild.member.slash("series", series=typed)
        assert reply.embed.title == title, typed
    unknown = await guild.member.slash("series", series="https://anidb.net/anime/17617")
    assert "Addresses at AniList, MyAnimeList and bgm.tv are understood" in unknown.content


async def test_two_series_of_one_title_are_asked_about(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        for slug in ("twin-first", "twin-second"):
            await catalogue.save_series(db, Series(0, slug, Titles(english="Twin")))

    question = await guild.member.slash("series", series="twin")
    answer = await guild.member.click(question, "Twin (TV series, no. 2)")

    assert [button.label for button in question.buttons] == ["Twin (TV series, no. 1)", "Twin (TV series, no. 2)"]
    assert answer.embed.title == "Twin"


async def test_the_answer_to_a_question_survives_a_restart(guild: SandboxGuild) -> None:
    question = await guild.member.slash("series", series="metalic rogue")
    await guild.restart()

    answer = await guild.member.click(question, "Metallic Rouge")

    assert answer.embed.title == "Metallic Rouge"


async def test_a_suggestion_that_has_left_the_catalogue_says_so(guild: SandboxGuild) -> None:
    question = await guild.member.slash("series", series="metalic rogue")
    async with guild.database.write() as db:
        await db.exec_driver_sql("DELETE FROM series")

    answer = await guild.member.click(question, "Metallic Rouge")

    assert answer.ephemeral
    assert "no longer in the catalogue" in answer.content


BAD_TITLES = (
    "zzzz qqqq",
    "\u200b",
    "x" * 4000,
    "🎬🤖",
    "רוז' מטאלי",
    "\u202egnorW",
    "@everyone",
    "<@&1> <@2> **bold** `code` [link](https://example.com)",
    "https://[",
    "anilist.co/anime/99999999999999999999",
    "'; DROP TABLE series; --",
    "%",
)


@pytest.mark.parametrize("command", ["series", "trailer"])
async def test_what_names_nothing_gets_one_clear_answer_that_pings_nobody(guild: SandboxGuild, command: str) -> None:
    for title in BAD_TITLES:
        reply = await guild.member.slash(command, series=title)

        assert reply.ephemeral, title
        assert reply.content.startswith(("No series matches", "Type a title")), title
        assert len(reply.content) < 500, title
        assert not reply.message.mention_everyone
        assert not reply.message.mentions
        assert not reply.mention_roles
        assert "**bold**" not in reply.content
        assert not reply.followups


async def test_titles_are_completed_as_they_are_typed(guild: SandboxGuild) -> None:
    for typed in ("", "met", "rouge", "メタ", "metalic rogue", "mal:54794"):
        choices = await guild.member.autocomplete("series", focused="series", series=typed)
        assert [choice.value for choice in choices] == ["metallic-rouge"], typed
    assert await guild.member.autocomplete("series", focused="series", series="zzzz qqqq") == []


async def test_choices_of_one_title_are_told_apart(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        for slug, year, kind in (("old", 1999, Format.TV), ("new", 2024, Format.FILM)):
            await catalogue.save_series(db, Series(0, slug, Titles(english="Twin"), year=year, format=kind))

    choices = await guild.member.autocomplete("series", focused="series", series="twni")
    question = await guild.member.slash("series", series="twin")

    assert {choice.name for choice in choices} == {"Twin (1999, TV series)", "Twin (2024, film)"}
    assert {button.label for button in question.buttons} == {choice.name for choice in choices}


async def test_an_empty_box_offers_what_comes_next(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        for slug, days in (("later", 9), ("sooner", 2), ("over", -2)):
            one = await catalogue.save_series(db, Series(0, slug, Titles(english=slug)))
            date = AirDate.instant(guild.clock.now() + timedelta(days=days))
            await catalogue.add_releases(db, [Release(0, one.id, ReleaseKind.PREMIERE, date)])

    choices = await guild.member.autocomplete("series", focused="series", series="")

    offered = [choice.value for choice in choices]
    assert offered.index("sooner") < offered.index("later") < offered.index("over")


async def test_reading_works_in_direct_messages(guild: SandboxGuild) -> None:
    direct = await guild.member.direct()

    reply = await guild.member.slash("series", series="metallic-rouge", channel=direct)

    assert reply.embed.title == "Metallic Rouge"


async def test_a_series_with_the_longest_facts_still_fits(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        await catalogue.save_series(db, longest_series())

    reply = await guild.member.slash("series", series="longest")

    assert reply.embed.title.startswith(r"\[\*\_")
    assert len(reply.embed.text) < 6000


def longest_series() -> Series:
    from bot.catalogue.model import Credit, Service, Source, Trailer

    noise = "[*_ ]" * 1000
    return Series(
        0,
        "longest",
        Titles(noise, noise + "a", noise + "b"),
        story=noise,
        studio=noise,
        credits=tuple(Credit(f"{noise}{i}", noise, noise) for i in range(60)),
        services=tuple(Service(noise, f"https://example.com/{i}") for i in range(60)),
        trailers=tuple(Trailer(noise, f"https://example.com/{i}", noise) for i in range(60)),
        sources=tuple(Source(noise) for _ in range(60)),
    )


async def test_many_people_asking_at_once_are_all_answered(guild: SandboxGuild) -> None:
    people = (guild.member, guild.moderator)
    asked = [person.slash("series", series=name) for person in people for name in WAYS_TO_NAME_IT]

    replies = await asyncio.gather(*asked)

    assert [reply.embed.title for reply in replies] == ["Metallic Rouge"] * len(asked)
