"""What comes by a usual slot: posted as what it is, once for an episode, and not where somebody knows better."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.catalogue.actions import confirm_series, merge_records
from bot.catalogue.model import Format, Origin, Series, Titles
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.slots import Slot
from bot.catalogue.tables import releases
from bot.dates.airdate import AirDate
from tests.patience import PATIENCE
from tests.wire.cards import facts, whole_card
from tests.wire.due_posts import standing
from tests.wire.guild import SandboxGuild
from tests.wire.test_amending import post_in
from tests.wire.test_updates import go_on

FIRST = datetime(2024, 1, 7, 14, 15, tzinfo=UTC)
WEEK, HOUR = timedelta(weeks=1), timedelta(hours=1)
STRUCK_AFTER = timedelta(minutes=31)
PIECE = Series(0, "", Titles(english="One Piece"), format=Format.TV, anilist_id=21)
BY_SLOT = "New episode of One Piece, usual slot"

pytestmark = pytest.mark.at("2024-01-20T12:00:00Z")


def nth(number: int) -> datetime:
    return FIRST + (number - 1) * WEEK


async def says(guild: SandboxGuild, origin: Origin, *dated: tuple[int, datetime], **others: object) -> None:
    """A source names the premiere and these episodes; bangumi-data its weekly rule, too."""
    releases = [Release(0, 0, ReleaseKind.PREMIERE, AirDate.instant(FIRST), number=1)]
    releases += [Release(0, 0, ReleaseKind.EPISODE, AirDate.instant(at), number=number) for number, at in dated]
    slots = (Slot(Origin.BANGUMI, AirDate.instant(FIRST), nth(52)),) if origin is Origin.BANGUMI else ()
    record = SourceRecord(origin, PIECE, tuple(releases), origin is Origin.ANILIST, slots)
    record = replace(record, **others)  # type: ignore[arg-type]
    settle_delay = guild.running.client.settle_delay
    outcome = await merge_records(guild.database, [record], guild.clock.now, settle_delay=settle_delay)
    await confirm_series(guild.database, origin, outcome.ids, guild.clock.now())
    guild.running.schedule.wake()


async def subscribe(guild: SandboxGuild, channel: str, **options: object) -> None:
    given = {"what": "One Piece", "channel": str(guild.channels[channel]), "lead": "now", **options}
    assert not (await guild.moderator.slash("channel subscribe", given)).failed


async def ready_again(guild: SandboxGuild) -> None:
    """Wait until the next dates by the rule are releases: that takes its time, and the clock here jumps by weeks."""
    ahead = (releases.c.basis == "slot", releases.c.anchor_at > guild.clock.now())
    async with asyncio.timeout(PATIENCE):
        while True:
            async with guild.database.read() as db:
                if await db.scalar(select(func.count()).select_from(releases).where(*ahead)) == 2:
                    return
            await asyncio.sleep(0.05)


async def test_a_show_that_only_a_rule_dates_is_listed_and_posted_week_by_week(guild: SandboxGuild) -> None:
    await says(guild, Origin.BANGUMI)
    await subscribe(guild, "releases")
    await subscribe(guild, "conventions", stated=True)
    stamp = int(nth(3).timestamp())

    card = await whole_card(guild.member, "One Piece")
    assert f"**Airing** · New episode (usual slot)\n<t:{stamp}:F> · <t:{stamp}:R>" in card
    assert facts(card)["Next date from"].startswith("bangumi-data, usual slot, confirmed <t:170575200")
    assert "One Piece" in (await guild.member.slash("upcoming", days=2)).text
    for number in range(3, 8):
        assert await go_on(guild, nth(number)) == [BY_SLOT] * (number - 2)
        await ready_again(guild)
    assert standing(guild, guild.channels["conventions"]) == []
    listed = await guild.moderator.slash("channel list")
    assert "No usual slots" in listed.text
    told = await guild.moderator.slash("catalogue history", series="One Piece")
    assert "Confirmed by bangumi-data <t:170575200" in told.text


@pytest.mark.parametrize("is_stated_first", [True, False])
async def test_what_somebody_dates_in_the_week_of_a_slot_is_one_post(
    guild: SandboxGuild, is_stated_first: bool
) -> None:
    for origin in (Origin.ANILIST, Origin.BANGUMI) if is_stated_first else (Origin.BANGUMI, Origin.ANILIST):
        await says(guild, origin, *([(3, nth(3)), (4, nth(4) + HOUR)] if origin is Origin.ANILIST else []))
    await subscribe(guild, "releases")

    out = ["One Piece: episode 3 is out"]
    assert await go_on(guild, nth(3)) == out
    assert await go_on(guild, nth(4)) == out
    assert await go_on(guild, nth(4) + HOUR) == [*out, "One Piece: episode 4 is out"]
    assert await go_on(guild, nth(5)) == [*out, "One Piece: episode 4 is out", BY_SLOT]
    for at in (nth(5), nth(5) - HOUR):
        await says(guild, Origin.ANILIST, (3, nth(3)), (4, nth(4) + HOUR), (5, at))
        assert (await go_on(guild, HOUR))[3:] == [], "it is posted, and the same episode"


async def test_what_is_stated_for_later_after_its_slots_post_strikes_that_and_is_posted_at_its_moment(
    guild: SandboxGuild,
) -> None:
    await says(guild, Origin.BANGUMI)
    await subscribe(guild, "releases")
    known = [(2, nth(2))]
    posted: list[str] = []
    for number, at in ((3, nth(3) + 1.5 * HOUR), (4, nth(4) + 24 * HOUR)):
        assert await go_on(guild, nth(number)) == [*posted, BY_SLOT]
        known.append((number, at))
        await says(guild, Origin.ANILIST, *known)
        posted += [f"~~One Piece: episode {number} is out~~"]
        assert await go_on(guild, HOUR) == posted
        assert f"It moved to <t:{int(at.timestamp())}:F>" in (post_in(guild, "releases", -1).embed.description or "")
        posted += [f"One Piece: episode {number} is out"]
        assert await go_on(guild, at) == posted
        assert "New date" not in post_in(guild, "releases", -1).embed.text


async def test_what_was_struck_follows_its_date_and_so_does_a_week_that_is_left_out(guild: SandboxGuild) -> None:
    await says(guild, Origin.BANGUMI)
    await subscribe(guild, "releases")
    assert await go_on(guild, nth(3)) == [BY_SLOT]
    known, struck = [(2, nth(2))], "~~One Piece: episode 3 is out~~"
    await says(guild, Origin.ANILIST, *known, (3, nth(3) + 5 * HOUR))
    assert await go_on(guild, HOUR) == [struck]

    latest, delayed = nth(3) + 8 * HOUR, "One Piece: episode 3 delayed by 3 hours"
    await says(guild, Origin.ANILIST, *known, (3, latest))
    assert await go_on(guild, STRUCK_AFTER) == [struck, delayed]
    assert f"It moved to <t:{int(latest.timestamp())}:F>" in (post_in(guild, "releases").embed.description or "")
    known += [(3, nth(3))]
    await says(guild, Origin.ANILIST, *known)  # it was out after all
    posted = ["One Piece: episode 3 is out", delayed]
    assert await go_on(guild, 10 * HOUR) == posted

    assert await go_on(guild, nth(4)) == [*posted, BY_SLOT]
    await says(guild, Origin.ANILIST, *known, (4, nth(5)))
    posted += [f"~~{BY_SLOT}~~"]
    assert await go_on(guild, HOUR) == posted
    assert "It didn't come out then" in (post_in(guild, "releases", -1).embed.description or "")
    assert await go_on(guild, nth(5)) == [*posted, "One Piece: episode 4 is out"]


async def test_a_moderator_who_dates_an_episode_for_later_than_its_slots_post_has_that_struck_in_their_server(
    guild: SandboxGuild,
) -> None:
    await says(guild, Origin.BANGUMI)
    await subscribe(guild, "releases")
    assert await go_on(guild, nth(3)) == [BY_SLOT]
    at = nth(3) + 5 * HOUR
    preview = await guild.moderator.slash(
        "catalogue date", series="One Piece", what="episode 3", when=f"{at:%Y-%m-%d %H:%M} UTC"
    )
    await guild.moderator.click(preview, "Save, don't tell channels")
    struck = f"~~{BY_SLOT}~~"
    assert await go_on(guild, HOUR) == [struck]
    assert await go_on(guild, at) == [struck, "One Piece: episode 3 is out"]


async def test_what_was_out_a_little_later_than_it_was_posted_for_and_is_by_now_stands_as_it_is(
    guild: SandboxGuild,
) -> None:
    await says(guild, Origin.BANGUMI)
    await subscribe(guild, "releases")
    assert await go_on(guild, nth(3)) == [BY_SLOT]
    await go_on(guild, 2 * HOUR)
    known = [(2, nth(2)), (3, nth(3) + HOUR)]
    await says(guild, Origin.ANILIST, *known)
    assert await go_on(guild, HOUR) == [BY_SLOT]

    assert await go_on(guild, nth(4)) == [BY_SLOT, BY_SLOT]
    await says(guild, Origin.ANILIST, *known, (4, nth(4) + 5 * HOUR))
    assert await go_on(guild, 4 * HOUR) == [BY_SLOT, "~~One Piece: episode 4 is out~~"]
    known += [(4, nth(4) + 3 * HOUR)]
    await says(guild, Origin.ANILIST, *known)
    posted = [BY_SLOT, "One Piece: episode 4 is out"]
    assert await go_on(guild, 2 * HOUR) == posted

    assert await go_on(guild, nth(5)) == [*posted, BY_SLOT]
    await go_on(guild, 3 * HOUR)
    at = f"{nth(5) + 2 * HOUR:%Y-%m-%d %H:%M} UTC"
    preview = await guild.moderator.slash("catalogue date", series="One Piece", what="episode 5", when=at)
    await guild.moderator.click(preview, "Save, don't tell channels")
    assert await go_on(guild, HOUR) == [*posted, BY_SLOT]


async def test_a_break_that_a_source_tells_stops_the_slot_and_is_told_once(guild: SandboxGuild) -> None:
    await says(guild, Origin.BANGUMI)
    await subscribe(guild, "releases")
    await says(guild, Origin.ANILIST, is_paused=True)

    told = await go_on(guild, STRUCK_AFTER)
    assert len(told) == 1
    for number in (3, 4, 5):
        assert await go_on(guild, nth(number)) == told


async def test_a_moderator_dates_the_episode_of_a_slot_for_their_server(guild: SandboxGuild) -> None:
    await says(guild, Origin.BANGUMI)
    await subscribe(guild, "releases")
    at = nth(3) + 5 * HOUR
    preview = await guild.moderator.slash(
        "catalogue date", series="One Piece", what="episode 3", when=f"{at:%Y-%m-%d %H:%M} UTC"
    )
    await guild.moderator.click(preview, "Save, don't tell channels")

    assert await go_on(guild, nth(3)) == []
    assert await go_on(guild, at) == ["One Piece: episode 3 is out"]

    after_a_break = nth(6)
    preview = await guild.moderator.slash(
        "catalogue date", series="One Piece", what="episode 4", when=f"{after_a_break:%Y-%m-%d %H:%M} UTC"
    )
    await guild.moderator.click(preview, "Save, don't tell channels")
    for number in (4, 5):
        assert await go_on(guild, nth(number)) == ["One Piece: episode 3 is out"]
        await ready_again(guild)
    assert (await go_on(guild, after_a_break))[1:] == ["One Piece: episode 4 is out"]
