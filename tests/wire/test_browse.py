"""`/season`, `/upcoming` and `/today`, as members use them."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.catalogue.model import Format, Series, Service, Titles
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.dates.airdate import AirDate, Season
from bot.dates.reading.languages import load
from sandbox.client import SandboxRefused
from sandbox.client.replies import Reply
from tests.wire.guild import SandboxGuild

NOW = datetime(2024, 1, 20, 12, tzinfo=UTC)
DAY = timedelta(days=1)
at_now = pytest.mark.at("2024-01-20T12:00:00Z")


def at(days: float, number: int = 1, service: str | None = None) -> Release:
    kind = ReleaseKind.PREMIERE if number == 1 else ReleaseKind.EPISODE
    return Release(0, 0, kind, AirDate.instant(NOW + days * DAY), number, service)


async def known(guild: SandboxGuild, series: Series, *releases: Release) -> Series:
    async with guild.database.write() as db:
        saved = await catalogue.save_series(db, series)
        await catalogue.add_releases(
            db, [Release(0, saved.id, one.kind, one.date, one.number, one.service) for one in releases]
        )
    return saved


async def many(guild: SandboxGuild, amount: int) -> None:
    """So many series of Winter 2024, one with a next episode on each of the coming days."""
    for number in range(1, amount + 1):
        series = Series(0, f"show-{number}", Titles(f"Show {number:02}"), year=2024, season=Season.WINTER, episodes=12)
        await known(guild, series, at(number, 2))


def stamp(days: float) -> str:
    seconds = int((NOW + days * DAY).timestamp())
    return f"<t:{seconds}:f> · <t:{seconds}:R>"


@at_now
async def test_a_season_tells_of_each_series_what_it_is_and_what_comes_next(guild: SandboxGuild) -> None:
    services = (Service("哔哩哔哩", regions=("CN",)), Service("Crunchyroll"))
    film = Series(0, "film", Titles("A *Film*"), Format.FILM, year=2024, season=Season.WINTER, services=services)
    await known(guild, film, Release(0, 0, ReleaseKind.FILM, AirDate.instant(NOW - DAY)))

    reply = await guild.member.slash("season")

    assert reply.text.splitlines()[:7] == [
        "## Winter 2024 · 2 series",
        "**Metallic Rouge**",
        "TV series · 13 episodes · Crunchyroll and Netflix",
        "Episode 3 of 13: <t:1706113500:f> · <t:1706113500:R>",
        r"**A \*Film\***",
        "Film · Crunchyroll",
        f"Began <t:{int((NOW - DAY).timestamp())}:D>",
    ]
    assert not reply.ephemeral


@at_now
async def test_a_rows_button_shows_that_series_to_the_one_who_pressed_it(guild: SandboxGuild) -> None:
    reply = await guild.member.slash("season")

    card = await guild.moderator.click(reply, "About")

    assert card.ephemeral
    assert card.heading == "Metallic Rouge"


@at_now
async def test_a_season_is_turned_page_by_page_also_after_a_restart(guild: SandboxGuild) -> None:
    await many(guild, 13)

    first = await guild.member.slash("season", which="winter 2024")
    second = await guild.member.click(first, "Next")
    await guild.restart()
    third = await guild.moderator.click(second, "Next")

    assert titles(first) == [*(f"Show {number:02}" for number in range(1, 5)), "Metallic Rouge"]
    assert first.button("Back").disabled
    assert titles(third) == [f"Show {number:02}" for number in range(10, 14)]
    assert third.button("Next").disabled
    assert third.button("Page 3 of 3").disabled
    assert third.id == first.id


def titles(reply: Reply) -> list[str]:
    return [line.strip("*") for line in reply.text.splitlines() if line.startswith("**")]


@at_now
async def test_a_page_that_is_no_more_is_the_last_one(guild: SandboxGuild) -> None:
    await many(guild, 12)
    second = await guild.member.click(await guild.member.slash("season"), "Next")
    async with guild.database.write() as db:
        await db.exec_driver_sql("DELETE FROM series WHERE id > 8")

    third = await guild.member.click(second, "Next")

    assert third.button("Page 2 of 2").disabled
    assert titles(third) == ["Show 05", "Show 06", "Show 07"]


@at_now
async def test_the_seasons_beside_are_one_press_away(guild: SandboxGuild) -> None:
    reply = await guild.member.slash("season")

    fall = await guild.member.click(reply, "Fall 2023")
    back = await guild.member.click(fall, "Winter 2024")

    assert "No series of Fall 2023 is known. The catalogue has only what was added by hand so far." in fall.text
    assert "Metallic Rouge" in back.text


@at_now
@pytest.mark.parametrize(
    ("which", "shown"),
    [
        ("next", "Spring 2024"),
        ("last", "Fall 2023"),
        ("Q2 2027", "Spring 2027"),
        ("2026年秋", "Fall 2026"),
        ("im Oktober 2026", "Fall 2026"),
    ],
)
async def test_a_season_is_named_as_people_name_it(guild: SandboxGuild, which: str, shown: str) -> None:
    assert (await guild.member.slash("season", which=which)).text.startswith(f"## {shown}")


@at_now
async def test_a_season_is_narrowed_and_stays_so_from_page_to_page_and_season_to_season(guild: SandboxGuild) -> None:
    film = Series(0, "film", Titles("A Film"), Format.FILM, year=2024, season=Season.SPRING)
    await known(guild, replace(film, services=(Service("d{アニメ}:ストア"), Service("Netflix"))))
    on = (Service("Netflix"),)
    for number in range(7):
        series = Series(0, f"s{number}", Titles(f"S{number}"), year=2024, season=Season.WINTER, services=on)
        await known(guild, series, at(number + 1, 2))

    shows = await guild.member.slash("season", service="netf", format="tv")
    await guild.restart()
    second = await guild.member.click(shows, "Next")
    spring = await guild.moderator.click(second, "Spring 2024")
    films = await guild.member.slash("season", which="next", format="film", service="D{アニメ")
    watched = await guild.member.slash("season", watchlist=True)
    await guild.moderator.slash("watchlist add", series="s3")

    assert shows.text.startswith("## Winter 2024 · TV series · on Netflix · 8 series"), "Metallic Rouge among them"
    assert titles(second) == ["S4", "S5", "S6"]
    assert spring.text.startswith("## Spring 2024 · TV series · on Netflix\nNo series of Spring 2024 is among these.")
    assert titles(films) == ["A Film"]
    assert "No series on this server's watchlist is among these." in watched.text
    assert titles(await guild.member.slash("season", watchlist=True)) == ["S3"]
    names = await guild.member.autocomplete("season", focused="service", which="next", service="")
    assert {each.name for each in names} == {"Netflix", "d{アニメ}:ストア"}
    refused = await guild.member.slash("season", service="@everyone")
    assert refused.ephemeral
    assert "No series of Winter 2024 streams on" in refused.content
    assert "Services of that season: Netflix" in refused.content


@at_now
async def test_seasons_are_completed(guild: SandboxGuild) -> None:
    choices = await guild.member.autocomplete("season", focused="which", which="")

    assert [choice.name for choice in choices[:2]] == ["Winter 2024 (this season)", "Spring 2024 (next season)"]
    for choice in choices:
        assert (await guild.member.slash("season", which=str(choice.value))).text.startswith(f"## {choice.value}")
    assert await guild.member.autocomplete("season", focused="which", which="@everyone") == []


HOSTILE = ("@everyone", "<@&1> **bold** `code` [link](https://example.com)", "x" * 4000, "\u202e", "💥", "winter 9999")


async def test_what_names_no_season_gets_an_answer_that_pings_nobody(guild: SandboxGuild) -> None:
    await asyncio.wrap_future(load())  # who has to wait for it is answered in another message
    for which in HOSTILE:
        reply = await guild.member.slash("season", which=which)

        assert reply.ephemeral, which
        assert reply.content.startswith("I couldn't read “"), which
        assert "`winter 2027`" in reply.content
        assert not reply.message.mention_everyone
        assert not reply.mention_roles
        assert "**bold**" not in reply.content


@at_now
async def test_the_next_days_are_told_day_by_day(guild: SandboxGuild) -> None:
    await known(guild, Series(0, "a", Titles("A"), episodes=12), at(1, 2), at(1.01, 2, "Netflix"), at(9, 3))
    await known(guild, Series(0, "b", Titles("B")), *(at(1.1, number) for number in (1, 2, 3)))

    reply = await guild.member.slash("upcoming")

    rouge = int(datetime(2024, 1, 24, 16, 25, tzinfo=UTC).timestamp())
    assert reply.text.splitlines()[:9] == [
        "## The next 7 days",
        f"### <t:{int((NOW + DAY).timestamp())}:D>",
        "**A**",
        f"Episode 2 of 12 · {stamp(1)}",
        "**B**",
        f"Episodes 1–3 · {stamp(1.1)}",
        f"### <t:{rouge}:D>",
        "**Metallic Rouge**",
        f"Episode 3 of 13 · <t:{rouge}:f> · <t:{rouge}:R>",
    ]
    assert (await guild.member.click(reply, custom_id=reply.buttons[0].custom_id)).heading == "A"


@at_now
async def test_a_series_may_stand_on_a_page_week_after_week(guild: SandboxGuild) -> None:
    reply = await guild.member.slash("upcoming", days=60)

    assert titles(reply) == ["Metallic Rouge"] * 8
    again = await guild.member.click(reply, custom_id=reply.buttons[7].custom_id)
    assert again.heading == "Metallic Rouge"


@at_now
async def test_a_service_is_found_by_what_is_typed_of_it_and_kept_when_pages_turn(guild: SandboxGuild) -> None:
    for number in range(10):
        await known(guild, Series(0, f"s{number}", Titles(f"S{number}")), at(number + 0.5, 2, "d{アニメ}:ストア"))

    first = await guild.member.slash("upcoming", service="D{アニメ", days=30)
    second = await guild.member.click(first, "Next")
    await guild.restart()
    again = await guild.member.click(second, "Back")

    assert first.text.startswith("## The next 30 days on d{アニメ}:ストア")
    assert titles(second) == ["S8", "S9"]
    assert titles(again) == titles(first) == [f"S{number}" for number in range(8)]
    choices = await guild.member.autocomplete("upcoming", focused="service", service="アニメ")
    assert [choice.value for choice in choices] == ["d{アニメ}:ストア"]
    assert await guild.member.autocomplete("upcoming", focused="service", service="zzz") == []


@at_now
async def test_a_service_that_has_nothing_ahead_is_answered_with_those_that_have(guild: SandboxGuild) -> None:
    await known(guild, Series(0, "s", Titles("S")), at(1, 2, "Netflix"))

    for typed in HOSTILE[:-1]:
        reply = await guild.member.slash("upcoming", service=typed)

        assert reply.ephemeral, typed
        assert "Services with something scheduled: Netflix." in reply.content
        assert not reply.message.mention_everyone
        assert not reply.mention_roles
        assert "**bold**" not in reply.content


@at_now
async def test_only_the_watchlist_is_told_where_that_is_asked(guild: SandboxGuild) -> None:
    await many(guild, 3)
    empty = await guild.member.slash("upcoming", watchlist=True)
    await guild.moderator.slash("watchlist add", series="show-2")

    listed = await guild.member.slash("upcoming", watchlist=True)

    assert "`/watchlist add`" in empty.text
    assert titles(listed) == ["Show 02"]


async def test_days_are_at_least_one_and_at_most_sixty(guild: SandboxGuild) -> None:
    for days in (0, -1, 61, 10**9):
        with pytest.raises(SandboxRefused):
            await guild.member.slash("upcoming", days=days)


@at_now
async def test_days_without_anything_say_what_to_do(guild: SandboxGuild) -> None:
    reply = await guild.member.slash("upcoming", days=1)

    assert reply.text == (
        "## The next day\nNothing is scheduled in these days. The catalogue has only what was added by hand so far. "
        "Moderators add series with `/catalogue add`.\nDay by day"
    )


@at_now
async def test_a_day_is_told_by_the_hour_with_what_came_out_in_it(guild: SandboxGuild) -> None:
    services = (Service("哔哩哔哩", regions=("CN",)), Service("Netflix"), Service("Crunchyroll", regions=("US",)))
    await known(guild, Series(0, "a", Titles("A"), services=services), at(-0.2, 2), at(0.1, 2, "Netflix"))
    await known(guild, Series(0, "b", Titles("B")), *(at(0.3, number) for number in (1, 2, 3)))
    await known(guild, Series(0, "c", Titles("C")), Release(0, 0, ReleaseKind.FILM, AirDate.day(NOW.date())))
    await known(guild, Series(0, "late", Titles("Late")), at(0.5, 2))  # midnight in London

    reply = await guild.member.slash("today", zone="london")
    netflix = await guild.member.slash("today", zone="Europe/London", service="netflix")

    def hour(days: float) -> tuple[str, str]:
        seconds = int((NOW + days * DAY).timestamp())
        return f"<t:{seconds}:t>", f"<t:{seconds}:R>"

    assert [line for line in reply.text.splitlines() if line != "About"][:8] == [
        "## Today · Saturday, 20 January 2024",
        "-# The day of London (Europe); for another place: `/today zone:`",
        "**C**",
        "Film · no hour known",
        f"{hour(-0.2)[0]} · **A**",
        f"Episode 2 · {hour(-0.2)[1]} · Crunchyroll and Netflix",
        f"{hour(0.3)[0]} · **B**",
        f"Episodes 1–3 · {hour(0.3)[1]}",
    ]
    assert f"{hour(0.1)[0]} · **A**" in netflix.text
    assert "on Netflix" in netflix.text


@at_now
async def test_days_are_turned_one_by_one_also_after_a_restart_and_in_the_place_that_was_asked_for(
    guild: SandboxGuild,
) -> None:
    await known(guild, Series(0, "a", Titles("A")), at(0.5, 2), at(-0.6, 1))
    reply = await guild.member.slash("today", zone="London")
    assert "Nothing is scheduled on this day." in reply.text

    after = await guild.member.click(reply, "Sunday, 21 January 2024")
    assert after.text.startswith("## Tomorrow · Sunday, 21 January 2024")
    assert "**A**" in after.text
    await guild.restart()
    back = await guild.moderator.click(
        await guild.member.click(after, "Saturday, 20 January 2024"), "Friday, 19 January 2024"
    )
    assert back.text.startswith("## Yesterday · Friday, 19 January 2024\n-# The day of London")
    assert "**A**" in back.text
    for zone, number in (("JST", "Premiere"), ("new york", "Episode 2")):
        told = await guild.member.slash("today", zone=zone)
        assert told.text.startswith("## Today · Saturday, 20 January 2024")
        assert number in told.text, "the evening there is another day's morning here"


@at_now
async def test_the_next_days_lead_to_a_day(guild: SandboxGuild) -> None:
    upcoming = await guild.member.slash("upcoming", watchlist=True)
    day = await guild.member.click(upcoming, "Day by day")
    assert day.text.startswith("## Today · Saturday, 20 January 2024")
    assert "this server's watchlist" in day.text


@at_now
async def test_places_are_completed_and_what_is_none_is_refused(guild: SandboxGuild) -> None:
    for typed in ("", "ber", "são", "PT", "new y"):
        choices = await guild.member.autocomplete("today", focused="zone", zone=typed)
        for choice in choices:
            assert not (await guild.member.slash("today", zone=str(choice.value))).ephemeral
    assert (await guild.member.autocomplete("today", focused="zone", zone="ber"))[0].name == "Berlin (Europe)"
    for typed in (*HOSTILE, ""):
        reply = await guild.member.slash("today", zone=typed)
        assert reply.ephemeral, typed
        assert "as a place or time zone. Try `Berlin`" in reply.content
        assert not reply.message.mention_everyone


@at_now
async def test_browsing_works_in_direct_messages(guild: SandboxGuild) -> None:
    direct = await guild.member.direct()

    season = await guild.member.slash("season", channel=direct)
    upcoming = await guild.member.slash("upcoming", channel=direct)
    watched = await guild.member.slash("upcoming", channel=direct, watchlist=True)
    today = await guild.member.slash("today", channel=direct, zone="UTC")

    assert titles(season) == titles(upcoming) == ["Metallic Rouge"]
    assert "Only servers have a watchlist" in watched.content
    assert today.text.startswith("## Today · Saturday, 20 January 2024")


@at_now
async def test_series_for_adults_are_not_listed_in_channels_for_everybody(guild: SandboxGuild) -> None:
    adult = Series(0, "grown-up", Titles("Grown Up"), year=2024, season=Season.WINTER, adult=True)
    await known(guild, adult, at(1, 2))

    assert titles(await guild.member.slash("season")) == ["Metallic Rouge"]
    assert titles(await guild.member.slash("upcoming")) == ["Metallic Rouge"]


@at_now
async def test_a_store_that_is_full_of_hostile_names_is_browsed_all_the_same(guild: SandboxGuild) -> None:
    names = (
        "@everyone " * 60,
        "\u202e<b>x</b>" * 60,
        "[x](https://a.example) ||y|| `z`" * 20,
        "👩‍👩‍👧‍👦" * 90,
        "*_~" * 200,
    )
    for number, name in enumerate(names * 2):
        series = Series(
            0, f"odd-{number}", Titles(name), year=2024, season=Season.WINTER, services=(Service(name),) * 4
        )
        await known(guild, series, at(number + 1, 2), at(number + 1, 2, name))

    for reply in (await guild.member.slash("season"), await guild.member.slash("upcoming", days=60)):
        turned = await guild.member.click(reply, "Next")
        assert not reply.message.mention_everyone
        assert len([button for button in (*reply.buttons, *turned.buttons) if button.label == "About"]) >= 10
    on_it = await guild.member.slash("upcoming", service=names[0][:80])
    assert titles(on_it)
