"""`/series`, as a member uses it."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.catalogue.model import Format, Series, Titles
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.dates.airdate import AirDate
from tests.wire.cards import facts, whole_card
from tests.wire.guild import SandboxGuild


@pytest.mark.at("2024-01-03T16:24:30Z")
async def test_a_member_reads_about_a_series(guild: SandboxGuild) -> None:
    reply = await guild.member.slash("series", series="metallic-rouge")
    whole = await whole_card(guild.member)

    assert reply.heading == "Metallic Rouge"
    assert "**メタリックルージュ**" in reply.text
    assert "TV series · 13 episodes · Bones · Winter 2024" in reply.text
    assert "**Not out yet** · Premiere\n<t:1704903900:F> · <t:1704903900:R>" in reply.text
    assert "-# First announced as January 2024" in reply.text
    assert "[Crunchyroll](https://www.crunchyroll.com/series/G24H1NWMJ)" in reply.text
    assert "Naomi" in whole
    told = facts(whole)
    assert "First announced as January 2024" in told["Premiere"]
    assert "11 January 2024, 01:25 (listed as 10 January, 25:25)" in told["Premiere"]
    assert told["Episodes"] == "Weekly until <t:1712161500:D>"
    assert "**Music** · Taisei Iwasaki" in whole
    assert "bangumi-data" in told["Sources"]
    assert reply.button("Trailer").url == "https://www.youtube.com/watch?v=m7teRMkFdao"
    assert reply.button("AniList").url == "https://anilist.co/anime/162985"
    assert reply.button("MyAnimeList").url == "https://myanimelist.net/anime/54794"
    assert reply.button("Official site").url == "https://metallicrouge.jp/"


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2024-02-01T00:00:00Z", "**Airing** · Episode 5 of 13\n<t:1707323100:F> · <t:1707323100:R>"),
        ("2024-05-01T00:00:00Z", "**Finished** · The last of 13 episodes aired <t:1712161500:R>"),
    ],
)
async def test_the_card_tells_how_far_it_has_come_out(guild: SandboxGuild, at: str, told: str) -> None:
    await guild.jump(datetime.fromisoformat(at) - guild.clock.now())
    assert told in (await guild.member.slash("series", series="metallic-rouge")).text


async def test_a_card_is_turned_in_place_by_who_asked_and_others_get_their_own(guild: SandboxGuild) -> None:
    card = await guild.member.slash("series", series="metallic-rouge")
    await guild.restart()

    theirs = await guild.guest.select(card, ["Staff"])
    assert theirs.ephemeral
    assert theirs.heading == "Metallic Rouge: staff"
    assert (await guild.member.messages(card.channel_id))[-1].heading == "Metallic Rouge"
    assert (await guild.guest.select(theirs, ["Sources"])).id == theirs.id

    own = await guild.member.select(card, ["Staff"])
    assert (own.id, own.ephemeral) == (card.id, False)
    assert "**Music** · Taisei Iwasaki" in own.text
    assert own.selects[0].values == ("staff",)
    back = await guild.member.click(own, "Overview")
    assert (back.id, back.heading) == (card.id, "Metallic Rouge")


async def test_what_is_hidden_or_made_up_opens_nothing(guild: SandboxGuild) -> None:
    card = await guild.member.slash("series", series="metallic-rouge")
    question = await guild.moderator.slash("catalogue remove", series="metallic-rouge")
    await guild.moderator.click(question, "Hide it")

    for reply in (await guild.member.select(card, ["Staff"]), await guild.guest.select(card, ["Staff"])):
        assert reply.ephemeral
        assert "no longer in the catalogue" in reply.content


async def test_seasons_of_a_franchise_open_each_others_cards(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        for slug, titles, year, adult in (
            ("one", Titles("Quiet Tower", None, "静かな塔"), 2021, False),
            ("two", Titles(None, None, "静かな塔(第2期)"), 2023, False),
            ("grown", Titles("Quiet Tower: Nights", None, "静かな塔 第3期"), 2024, True),
            ("other", Titles("Quiet Town"), 2022, False),
        ):
            await catalogue.save_series(db, Series(0, slug, titles, year=year, adult=adult))
    card = await guild.member.slash("series", series="quiet tower")

    kin = await guild.member.select(card, ["Related"])
    assert "**Sequel** · 静かな塔(第2期)\n-# TV series · 2023 · season 2" in kin.text
    assert "Nights" not in kin.text
    assert "Quiet Town" not in kin.text.replace("Quiet Tower", "")
    sequel = await guild.member.click(kin, "Open")
    assert (sequel.id, sequel.heading) == (card.id, "静かな塔(第2期)")
    assert "**Prequel** · Quiet Tower" in (await guild.member.select(sequel, ["Related"])).text


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
        assert reply.heading == "Metallic Rouge", name


async def test_a_slip_of_the_pen_is_asked_about(guild: SandboxGuild) -> None:
    question = await guild.member.slash("series", series="metalic rogue")
    answer = await guild.member.click(question, "Metallic Rouge")

    assert question.ephemeral
    assert "Did you mean" in question.content
    assert answer.heading == "Metallic Rouge"
    assert not answer.ephemeral


async def test_one_clear_match_is_answered_with_the_card(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        await catalogue.save_series(
            db, Series(0, "frieren", Titles("Frieren: Beyond", None, "フリーレン"), bangumi_id=400602, anidb_id=17617)
        )
        await catalogue.save_series(db, Series(0, "frieren-2", Titles("Sequel", None, "フリーレン(第2期)")))

    bangumi, anidb = "https://bgm.tv/subject/400602", "<https://anidb.net/anime/17617>"
    titles = {"frieren s2": "Sequel", **dict.fromkeys(("frieren", bangumi, anidb), "Frieren: Beyond")}
    for typed, title in titles.items():
        reply = await guild.member.slash("series", series=typed)
        assert reply.heading == title, typed
    for elsewhere in ("https://kitsu.app/anime/46474", "https://www.livechart.me/anime/11467", "anisearch.de/anime/1"):
        unknown = await guild.member.slash("series", series=elsewhere)
        assert "Addresses at AniList, MyAnimeList, AniDB and bgm.tv are understood" in unknown.content
    unknown = await guild.member.slash("series", series="https://anidb.net/anime/1")
    assert unknown.content.startswith("No series matches")
    assert "understood" not in unknown.content


async def test_two_series_of_one_title_are_asked_about(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        for slug in ("twin-first", "twin-second"):
            await catalogue.save_series(db, Series(0, slug, Titles(english="Twin")))

    question = await guild.member.slash("series", series="twin")
    answer = await guild.member.click(question, "Twin (TV series, no. 2)")

    assert [button.label for button in question.buttons] == ["Twin (TV series, no. 1)", "Twin (TV series, no. 2)"]
    assert answer.heading == "Twin"


async def test_the_answer_to_a_question_survives_a_restart(guild: SandboxGuild) -> None:
    question = await guild.member.slash("series", series="metalic rogue")
    await guild.restart()

    answer = await guild.member.click(question, "Metallic Rouge")

    assert answer.heading == "Metallic Rouge"


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

    assert reply.heading == "Metallic Rouge"


async def test_a_series_with_the_longest_facts_still_fits(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        await catalogue.save_series(db, longest_series())

    reply = await guild.member.slash("series", series="longest")

    assert reply.heading.startswith(r"\[\*\_")
    assert len(reply.text) < 5000
    assert r"\[\*\_" in await whole_card(guild.member, "longest")


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

    assert [reply.heading for reply in replies] == ["Metallic Rouge"] * len(asked)
