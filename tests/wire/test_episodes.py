"""The list of episodes behind a card's button, and what a card says of services, ages and old dates."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.catalogue.model import Series, Titles, Trailer
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue, sources
from bot.dates.airdate import AirDate
from tests.wire.guild import SandboxGuild

NOW = datetime(2024, 2, 1, tzinfo=UTC)
at_now = pytest.mark.at("2024-02-01T00:00:00Z")


@at_now
async def test_the_card_lists_its_episodes_for_the_one_who_asks(guild: SandboxGuild) -> None:
    card = await guild.member.slash("series", series="metallic-rouge")

    episodes = await guild.moderator.select(card, ["Episodes"])

    assert episodes.ephemeral
    assert episodes.heading == "Metallic Rouge: episodes"
    lines = [line for line in episodes.text.splitlines() if " · <t:" in line and "Premiere" not in line]
    assert lines[0] == "**1** · <t:1704903900:f> · <t:1704903900:R>"
    assert lines[11].startswith("**12** · ")
    assert not any(line.startswith("**13**") for line in lines)

    last = await guild.moderator.click(episodes, "Next")
    assert "**13** · <t:1712161500:f> · <t:1712161500:R> · finale" in last.text


@at_now
async def test_a_long_list_opens_at_the_next_episode_and_lives_on_after_a_restart(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        series = await catalogue.save_series(db, Series(0, "long", Titles("Long"), episodes=40))
        for service, late in ((None, 0), ("Netflix", 3)):
            for number in range(1, 41):
                airs = AirDate.instant(NOW + timedelta(days=7 * (number - 20) + late))
                kind = ReleaseKind.PREMIERE if number == 1 else ReleaseKind.EPISODE
                one = Release(0, series.id, kind, airs, number, service, cancelled=number == 22 and service is None)
                await catalogue.add_releases(db, [one])
    card = await guild.member.slash("series", series="long")
    await guild.restart()

    opened = await guild.member.select(card, ["Episodes"])
    back = await guild.member.click(opened, "Back")

    assert "Page 2 of 4" in opened.text
    assert "**21** · " in opened.text
    assert f"~~**22** · <t:{int((NOW + timedelta(days=14)).timestamp())}:f>~~ · cancelled" in opened.text
    assert f"-# Netflix <t:{int((NOW + timedelta(days=10)).timestamp())}:f>" in opened.text
    assert "**1** · " in back.text
    assert back.button("Back").disabled


@at_now
async def test_what_is_not_counted_stands_among_the_others_by_its_date(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        series = await catalogue.save_series(db, Series(0, "more", Titles("More"), episodes=3))
        episodes = ((0, None), (1, None), (2, None), (2, "2.5"), (3, None), (None, "special"), (None, "recap"))
        for day, (number, label) in enumerate(episodes):
            airs = AirDate.instant(NOW + timedelta(days=day)) if label != "recap" else AirDate.tba()
            kind = ReleaseKind.PREMIERE if number == 1 else ReleaseKind.EPISODE
            await catalogue.add_releases(db, [Release(0, series.id, kind, airs, number, label=label)])
    card = await guild.member.slash("series", series="more")

    episodes_list = await guild.member.select(card, ["Episodes"])

    named = [
        line.split("**")[1]
        for line in episodes_list.text.splitlines()
        if line.startswith("**") and not line.startswith("**Premiere**")
    ]
    assert named == ["0", "1", "2", "2.5", "3", "Special", "Recap"]


@at_now
async def test_a_series_that_left_the_catalogue_says_so(guild: SandboxGuild) -> None:
    card = await guild.member.slash("series", series="metallic-rouge")
    episodes = await guild.member.select(card, ["Episodes"])
    async with guild.database.write() as db:
        await db.exec_driver_sql("DELETE FROM series")

    for reply in (await guild.member.click(episodes, "Next"), await guild.member.select(card, ["Episodes"])):
        assert reply.ephemeral
        assert "no longer in the catalogue" in reply.content


@at_now
async def test_a_film_has_no_list_of_episodes(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        film = await catalogue.save_series(db, Series(0, "film", Titles("Film")))
        await catalogue.add_releases(db, [Release(0, film.id, ReleaseKind.FILM, AirDate.instant(NOW))])

    card = await guild.member.slash("series", series="film")

    assert card.selects[0].placeholder == "More: dates"
    assert "**In cinemas**: <t:1706745600:F>" in (await guild.member.select(card, ["Dates"])).text


@at_now
async def test_the_card_says_when_anilist_has_been_away_for_a_day(guild: SandboxGuild) -> None:
    async def told(away_for: timedelta | None) -> str:
        async with guild.database.write() as db:
            await sources.source_answered(db, "anilist", NOW - timedelta(days=9))
            if away_for is not None:
                await sources.source_went_away(db, "anilist", NOW - away_for, "HTTP 403")
        return (await guild.member.slash("series", series="metallic-rouge")).text

    old = f"AniList hasn't answered since <t:{int((NOW - timedelta(days=2)).timestamp())}:D>; dates may be out of date."
    assert old in await told(timedelta(days=2))
    assert "hasn't answered" not in await told(timedelta(hours=23))
    assert "hasn't answered" not in await told(None)


@at_now
async def test_the_owners_see_which_source_is_away(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        await sources.source_went_away(db, "anilist", NOW - timedelta(days=2), "HTTP 403 **@everyone**")

    reply = await guild.owner.slash("owner health")

    since = f"<t:{int((NOW - timedelta(days=2)).timestamp())}:R>"
    assert f"⚠️ AniList hasn't answered since {since}, so its dates may be out of date." in reply.embed.description
    assert f"AniList has given no good answer since {since}: HTTP 403 \\*\\*@" in reply.embed.field("Sources")


@at_now
async def test_a_series_for_adults_is_not_shown_in_a_channel_for_everybody(guild: SandboxGuild) -> None:
    secret = "What nobody should read here"
    async with guild.database.write() as db:
        adult = Series(
            0,
            "grown-up",
            Titles("Grown *Up*"),
            story=secret,
            picture="https://example.com/x.jpg",
            trailers=(Trailer("T", "https://www.youtube.com/watch?v=x"), Trailer("U", "https://example.com/u")),
            adult=True,
        )
        saved = await catalogue.save_series(db, adult)
    direct = await guild.member.direct()

    replies = [
        await guild.member.slash("series", series="grown-up"),
        await guild.member.slash("trailer", series="grown-up"),
        await guild.member.slash("series", series="grown-up", channel=direct),
    ]

    for reply in replies:
        assert reply.ephemeral
        assert r"Grown \*Up\*" in reply.content
        assert "age-restricted channels only" in reply.content
        assert secret not in reply.text
        assert not reply.embeds
    assert saved.adult
    assert await guild.member.autocomplete("series", focused="series", series="grown") == []
    near = await guild.member.slash("series", series="grwon up")
    assert near.content.startswith("No series matches")
    assert not near.buttons
