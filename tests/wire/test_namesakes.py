"""Two series that read alike, as people meet them: in what is offered, in lists, in answers and in posts."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.catalogue.model import Series, Titles
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.dates.airdate import AirDate, Season
from tests.wire.due_posts import until
from tests.wire.guild import SandboxGuild
from tests.wire.test_amending import post_in

AIRS = datetime(2022, 10, 1, 14, tzinfo=UTC)
FIRST, SECOND = "SPY×FAMILY (Spring 2022, TV series)", "SPY×FAMILY (Fall 2022, TV series)"

pytestmark = pytest.mark.at("2022-10-01T13:59:00Z")


@pytest.fixture(autouse=True)
async def two_cours(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        first = Series(0, "spies", Titles("SPY×FAMILY", native="SPY×FAMILY"), year=2022, season=Season.SPRING)
        await catalogue.save_series(db, first)
        second = await catalogue.save_series(db, replace(first, slug="spies-again", season=Season.FALL))
        episode = Release(0, second.id, ReleaseKind.EPISODE, AirDate.instant(AIRS), number=13)
        await catalogue.add_releases(db, [episode])


async def test_what_is_offered_tells_them_apart_and_a_cross_is_an_x(guild: SandboxGuild) -> None:
    asked = await guild.moderator.slash("channel subscribe", what="SPYxFAMILY")
    offered = await guild.moderator.autocomplete("channel subscribe", focused="what", what="SPY×FAMILY")
    titles = await guild.moderator.autocomplete("series", focused="series", series="spyxfamily")

    assert f"Did you mean **{FIRST}** and **{SECOND}**?" in asked.content
    assert [button.label for button in asked.buttons] == [FIRST, SECOND]
    soonest_first = [SECOND, FIRST]
    assert [choice.name for choice in offered] == [f"releases of {name}" for name in soonest_first]
    assert [choice.name for choice in titles] == soonest_first
    for typed in ("SPY×FAMILY", "spyxfamily", "spy x family"):
        which = await guild.member.slash("series", series=typed)
        assert [button.label for button in which.buttons] == [FIRST, SECOND], typed


async def test_alone_in_a_list_an_answer_or_a_post_it_is_told_from_the_other_too(guild: SandboxGuild) -> None:
    where = {"what": "spies-again", "channel": str(guild.channels["releases"])}
    gets = await guild.moderator.slash("channel subscribe", where)
    listed = await guild.moderator.slash("channel list")
    watched = await guild.moderator.slash("watchlist add", series="spies-again")
    watchlist = await guild.moderator.slash("watchlist show")
    upcoming = await guild.member.slash("upcoming")
    named = await guild.moderator.slash("catalogue alias", series="spies-again", alias="SPYxFAMILY 2")
    again = await guild.moderator.slash("catalogue alias", series="spies-again", alias="SPY × FAMILY 2")

    assert f"**releases of {SECOND}**" in gets.content
    assert f"releases of {SECOND}" in listed.text
    assert watched.content == f"**{SECOND}** is on the watchlist now."
    assert f"**{SECOND}**" in watchlist.text
    assert f"**{SECOND}**" in upcoming.text
    assert FIRST not in watchlist.text + upcoming.text
    assert named.content.startswith(f"**Saved.** **{SECOND}** can now be found as")
    assert "already" in again.content

    await guild.jump(AIRS)
    await until(guild, lambda: len(guild.sandbox.world.channels[guild.channels["releases"]].log) == 1)
    assert post_in(guild, "releases").embed.title == f"{SECOND}: episode 13 is out"
