"""What a channel chooses of releases, as moderators choose it and as members read it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.catalogue.model import Origin, Series, Titles
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.revisions import UpdateKind
from bot.dates.airdate import AirDate, Season
from bot.subscriptions.model import Subscription
from bot.subscriptions.store import channels
from sandbox.client import Reply
from sandbox.rules.json_types import JsonValue
from tests.catalogue.merging import merge_one
from tests.wire.due_posts import settled, standing
from tests.wire.guild import SandboxGuild

PREMIERE = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
WEEK, HOUR = timedelta(weeks=1), timedelta(hours=1)
ODD = ["@everyone", "**bold** <@&1> `code`", "\u202eoverridden", "x" * 4000, ",,,", "👩‍👩‍👧‍👦"]


async def stored(guild: SandboxGuild) -> list[Subscription]:
    async with guild.database.read() as db:
        return await channels.of_guild(db, guild.id)


async def subscribe(guild: SandboxGuild, what: str = "releases", **options: JsonValue) -> Reply:
    chosen = {"what": what, "channel": str(guild.channels["releases"]), **options}
    return await guild.moderator.slash("channel subscribe", chosen)


async def offered(guild: SandboxGuild, option: str, typed: str) -> list[str]:
    asked: dict[str, Any] = {"what": "releases", option: typed}
    found = await guild.moderator.autocomplete("channel subscribe", focused=option, **asked)
    return [str(choice.value) for choice in found]


async def told_of(guild: SandboxGuild, series: Series, *releases: Release) -> None:
    """A source tells of a series."""
    async with guild.database.write() as db:
        await merge_one(db, SourceRecord(Origin.ANILIST, series, releases), at=guild.clock.now())
    guild.running.schedule.wake()


def premiere(at: datetime, service: str | None = None, *regions: str) -> Release:
    return Release(0, 0, ReleaseKind.PREMIERE, AirDate.instant(at), number=1, service=service, regions=regions)


async def test_a_channel_chooses_kinds_services_and_updates(guild: SandboxGuild) -> None:
    await guild.moderator.slash("watchlist add", series="metallic-rouge")
    said = await subscribe(guild, kinds="finales, premiere", services="crunchyroll, TV", updates="delays and breaks")

    what = "releases of the watchlist at their first broadcast and on Crunchyroll"
    place = guild.channels["releases"]
    assert said.content.splitlines()[0] == (
        f"<#{place}> now gets **{what}**: premieres 7 days, 1 day and 1 hour before and at the moment itself; "
        "finales at the moment itself only; updates: delays and breaks only; nobody is pinged."
    )
    (kept,) = await stored(guild)
    assert kept.kinds == (ReleaseKind.PREMIERE, ReleaseKind.FINALE)
    assert kept.services == ("", "Crunchyroll")
    assert set(UpdateKind) - set(kept.muted) == {UpdateKind.DELAYED, UpdateKind.BREAK}

    listed = (await guild.moderator.slash("channel list")).text
    status = (await guild.moderator.slash("channel status")).text
    assert f"**{what}**\nPremieres 7 days" in listed
    assert "Updates: delays and breaks only" in listed
    assert f"**{what}**\n-# Premieres and finales only; updates: delays and breaks only" in status


async def test_choosing_again_changes_what_was_chosen(guild: SandboxGuild) -> None:
    await subscribe(guild, kinds="films", services="Netflix", updates="none")
    said = await subscribe(guild, kinds="all", services="first broadcast")

    assert "gets **releases of the watchlist**: premieres, films and discs" in said.content
    assert "- `kinds`: films → all\n- `services`: Netflix → first broadcast\n" in said.content
    (kept,) = await stored(guild)
    assert (kept.kinds, set(kept.muted)) == ((), set(UpdateKind))


async def test_an_example_is_such_as_was_chosen(guild: SandboxGuild) -> None:
    await guild.moderator.slash("watchlist add", series="metallic-rouge")
    await subscribe(guild, kinds="finales", services="netflix", lead="1d")

    told = await guild.moderator.slash("channel test", channel="releases")
    example = await guild.member.wait_for_message("releases")

    assert "Posted an example of **releases of the watchlist on Netflix**" in told.content
    assert example.embeds[0].title == "Metallic Rouge: episode 13 of 13 (the last) on Netflix in 1 day"


async def test_choices_are_completed_as_they_are_typed(guild: SandboxGuild) -> None:
    assert await offered(guild, "kinds", "") == [
        "premieres", "episodes", "finales", "films", "home video", "dubs", "all"
    ]  # fmt: skip
    assert await offered(guild, "kinds", "premieres, f") == ["premieres, finales", "premieres, films"]
    assert await offered(guild, "services", "") == ["first broadcast", "Crunchyroll", "Netflix"]
    assert await offered(guild, "services", "Netflix, cr") == ["Netflix, Crunchyroll"]
    assert (await offered(guild, "updates", ""))[:4] == ["all", "none", "dates", "announced dates"]
    assert await offered(guild, "updates", "del") == ["delays"]
    for option in ("kinds", "services", "updates"):
        for odd in ODD:
            for choice in await offered(guild, option, odd):
                assert choice.casefold() not in {"", odd.casefold()}


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"kinds": "premiere, sequels"}, "`kinds` takes `all`, or some of these"),
        ({"updates": "sometimes"}, "`updates` takes `all`, `none`, `dates`, or some"),
        (
            {"services": "crunchyrol"},
            "No service matches “\u2068crunchyrol\u2069”. There are Crunch",
        ),
        ({"popularity": 5}, "Use it with `what:season`."),
        ({"what": "conventions", "kinds": "films"}, "Leave them out for conventions"),
        ({"what": "announcements", "updates": "none"}, "Leave them out for announcements"),
    ],
)
async def test_what_cannot_be_chosen_is_told_with_what_to_type(
    guild: SandboxGuild, options: dict[str, JsonValue], told: str
) -> None:
    said = await subscribe(guild, **options)

    assert told in said.content
    assert said.ephemeral
    assert await stored(guild) == []


@pytest.mark.parametrize("option", ["kinds", "services", "updates"])
async def test_odd_text_chooses_nothing_and_harms_nobody(guild: SandboxGuild, option: str) -> None:
    for odd in ODD:
        said = await subscribe(guild, **{option: odd})
        assert "incident" not in said.content
        assert len(said.content) <= 2000
        assert not said.message.mention_everyone
        assert said.mention_roles == []


async def test_a_suggested_series_is_named_alone_where_a_choice_was_made(guild: SandboxGuild) -> None:
    asked = await subscribe(guild, "metalic rogue", services="Netflix")

    assert "Did you mean **Metallic Rouge**?" in asked.content
    assert asked.buttons == []


async def test_a_channel_gets_the_season_beside_the_watchlist(guild: SandboxGuild) -> None:
    usual = await subscribe(guild, "season")
    lowered = await subscribe(guild, "This season", popularity=0)
    await subscribe(guild, "releases")

    assert "now gets **releases of this season (popularity 10,000 or more)**: " in usual.content
    assert "watchlist is empty" not in usual.content
    assert "gets **releases of this season (popularity 0 or more)**" in lowered.content
    assert [each.popularity for each in await stored(guild)] == [0, None]

    wrong = await guild.moderator.slash("channel unsubscribe", channel="releases")
    gone = await guild.moderator.slash("channel unsubscribe", what="season", channel="releases")
    assert "(popularity 0 or more)** and **releases of the watchlist**. Choose one" in wrong.content
    assert "no longer gets **releases of this season" in gone.content
    assert [each.popularity for each in await stored(guild)] == [None]


ROUGE = Series(0, "", Titles(english="Metallic Rouge"), anilist_id=162985)


@pytest.mark.at("2024-01-10T12:00:00Z")
async def test_who_chose_a_service_is_told_of_it_and_of_nothing_else(guild: SandboxGuild) -> None:
    await guild.moderator.slash("watchlist add", series="metallic-rouge")
    there = premiere(PREMIERE + HOUR, "Crunchyroll", "TW", "HK")
    second = replace(there, kind=ReleaseKind.EPISODE, number=2, date=AirDate.instant(PREMIERE + HOUR + WEEK))
    await told_of(guild, ROUGE, there, second, premiere(PREMIERE, "Netflix"))
    await subscribe(guild, services="Crunchyroll", lead="now")
    await guild.jump(PREMIERE + HOUR)
    await settled(guild, 1)
    await guild.jump(PREMIERE + HOUR + WEEK)
    await settled(guild, 2)

    posts = await guild.member.messages("releases")
    assert [post.embed.title for post in posts] == [
        "Metallic Rouge premieres on Crunchyroll now",
        "Metallic Rouge: episode 2 of 13 on Crunchyroll is out",
    ]
    assert "\nIn TW and HK only" in posts[0].embed.text
    logged = (await guild.moderator.slash("channel log")).text
    assert "Metallic Rouge: premiere on Crunchyroll" in logged


@pytest.mark.at("2024-01-10T12:00:00Z")
async def test_who_chose_no_service_is_told_of_the_first_broadcast_alone(guild: SandboxGuild) -> None:
    await guild.moderator.slash("watchlist add", series="metallic-rouge")
    services = [premiere(PREMIERE + HOUR, f"Service {number}") for number in range(10)]
    await told_of(guild, ROUGE, *services)
    await subscribe(guild, lead="now")
    await guild.jump(PREMIERE + 2 * HOUR)
    await settled(guild, 1)

    assert standing(guild, guild.channels["releases"]) == ["Metallic Rouge has premiered"]


@pytest.mark.at("2024-03-30T12:00:00Z")
async def test_the_season_brings_what_is_popular_and_of_the_season(guild: SandboxGuild) -> None:
    """A premiere in the last nights of March belongs to spring."""
    soon = guild.clock.now() + HOUR
    spring = Series(0, "", Titles(english="Popular"), anilist_id=1, popularity=20_000, year=2024, season=Season.SPRING)
    little = replace(spring, titles=Titles(english="Unknown"), anilist_id=2, popularity=9)
    ancient = replace(spring, titles=Titles(english="Long-running"), anilist_id=3, year=1999)
    for series in (spring, little, ancient):
        await told_of(guild, series, premiere(soon))
    await subscribe(guild, "season", lead="now")
    assert "Next: Popular: premiere, <t:" in (await guild.moderator.slash("channel status")).text
    await guild.jump(soon)
    await settled(guild, 1)

    assert standing(guild, guild.channels["releases"]) == ["Popular premieres now"]
