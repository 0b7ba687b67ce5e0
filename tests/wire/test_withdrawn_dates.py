"""What AniList takes back is told once, and nothing is posted by a date that nobody gives any more."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.anilist.server import LocalAnilist
from tests.anilist.world import FIRST_BROADCAST, METALLIC_ROUGE_ID, weekly
from tests.patience import PATIENCE
from tests.wire.guild import SandboxGuild
from tests.wire.test_amending import post_in
from tests.wire.test_sync import both, next_round
from tests.wire.test_updates import STANDS, go_on

PREMIERE = datetime.fromtimestamp(FIRST_BROADCAST, UTC)
WEEK = timedelta(weeks=1)
OUT = ["Metallic Rouge premieres now", "episode 2 of 13 is out"]


async def begin(guild: SandboxGuild, anilist: LocalAnilist, episodes: int) -> None:
    """Have #releases hear of the series, of which AniList has so many episodes from now on."""
    await guild.moderator.slash("channel subscribe", {"what": "releases", "channel": str(guild.channels["releases"])})
    await anilist_says(guild, anilist, f"{episodes} episodes", episodes=episodes)


async def anilist_says(guild: SandboxGuild, anilist: LocalAnilist, shown: str, **fields: object) -> str:
    """AniList's fields become these; the card once it shows that."""
    episodes = fields.get("episodes")
    if isinstance(episodes, int) and "airingSchedule" not in fields:
        fields["airingSchedule"] = weekly(FIRST_BROADCAST, episodes)
    anilist.world.change(METALLIC_ROUGE_ID, **fields)
    await next_round(guild, anilist)
    async with asyncio.timeout(PATIENCE):
        while True:
            card = await card_of(guild)
            if shown in card:
                return card
            await asyncio.sleep(0.05)


async def card_of(guild: SandboxGuild) -> str:
    return (await guild.member.slash("series", series="metallic-rouge")).text


async def test_a_premiere_that_becomes_a_month_takes_all_its_episodes_along(tmp_path: Path) -> None:
    async with both(tmp_path) as (guild, anilist):
        await begin(guild, anilist, 13)
        july = {"year": 2024, "month": 7, "day": None}
        card = await anilist_says(
            guild, anilist, "July 2024", startDate=july, airingSchedule=weekly(FIRST_BROADCAST, 0)
        )
        assert "Episode" not in card

        assert await go_on(guild, STANDS) == ["delayed to July 2024"]
        for number in range(4):
            assert await go_on(guild, PREMIERE + number * WEEK) == ["delayed to July 2024"]


async def test_a_break_is_told_once_and_nothing_is_posted_until_there_are_dates_again(tmp_path: Path) -> None:
    async with both(tmp_path) as (guild, anilist):
        await begin(guild, anilist, 13)
        await go_on(guild, PREMIERE)
        assert await go_on(guild, PREMIERE + WEEK) == OUT
        third = int((PREMIERE + 2 * WEEK).timestamp())

        only_two = weekly(FIRST_BROADCAST, 2)
        card = await anilist_says(guild, anilist, "On a break", status="HIATUS", airingSchedule=only_two)

        assert f"**Episode 3 of 13**\nNo date now; it was due <t:{third}:f>." in card
        assert await go_on(guild, STANDS) == [*OUT, "on a break"]
        told = post_in(guild, "releases", 2).embed.description
        assert told is not None
        assert told.startswith(f"Episode 3 no longer has a date; it was due <t:{third}:F>.")
        assert told.endswith("10 other episodes have no date any more, either.")
        for number in range(2, 5):
            assert await go_on(guild, PREMIERE + number * WEEK) == [*OUT, "on a break"]


async def test_what_runs_on_hiatus_is_not_believed_though_its_rows_are_still_there(tmp_path: Path) -> None:
    async with both(tmp_path) as (guild, anilist):
        await begin(guild, anilist, 13)
        await go_on(guild, PREMIERE)
        assert await go_on(guild, PREMIERE + WEEK) == OUT
        await anilist_says(guild, anilist, "On a break", status="HIATUS")
        assert await go_on(guild, PREMIERE + 2 * WEEK) == [*OUT, "on a break"]


async def test_fewer_episodes_have_one_finale_and_nothing_after_it(tmp_path: Path) -> None:
    async with both(tmp_path) as (guild, anilist):
        await begin(guild, anilist, 3)
        await anilist_says(guild, anilist, "2 episodes", episodes=2)

        assert await go_on(guild, STANDS) == ["2 episodes now"]
        await go_on(guild, PREMIERE)
        posted = ["2 episodes now", "Metallic Rouge premieres now", "episode 2 of 2 (the last) is out"]
        for number in range(1, 5):
            assert await go_on(guild, PREMIERE + number * WEEK) == posted
