"""Two sources that say different dates of one premiere: on the card, and chosen between by moderators."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.catalogue.model import Origin
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.dates.airdate import AirDate
from tests.catalogue.merging import merge_one
from tests.wire.cards import facts, whole_card
from tests.wire.guild import SandboxGuild

EARLY, LATE = datetime(2024, 1, 10, 16, 25, tzinfo=UTC), datetime(2024, 1, 11, 16, 25, tzinfo=UTC)

pytestmark = pytest.mark.at("2024-01-03T12:00:00Z")


async def source_says(guild: SandboxGuild, origin: Origin, premiere: datetime) -> None:
    async with guild.database.write() as db:
        known = await catalogue.series_by_slug(db, "metallic-rouge")
        assert known is not None
        first = Release(0, 0, ReleaseKind.PREMIERE, AirDate.instant(premiere), number=1)
        await merge_one(db, SourceRecord(origin, replace(known, id=0), (first,)), at=guild.clock.now())


async def differ(guild: SandboxGuild) -> str | None:
    card = await whole_card(guild.member)
    return facts(card).get("Sources differ")


async def test_where_sources_differ_the_card_says_so_and_moderators_choose(guild: SandboxGuild) -> None:
    await source_says(guild, Origin.ANILIST, EARLY)
    assert await differ(guild) is None
    await source_says(guild, Origin.BANGUMI, LATE)
    assert f"Premiere: bangumi-data says <t:{int(LATE.timestamp())}:F>" in (await differ(guild) or "")

    offered = await guild.moderator.autocomplete("catalogue date", focused="when", series="metallic-rouge", when="")
    assert [each.name for each in offered][:1] == ["AniList: Thu 11 Jan 2024, 01:25 JST"]
    (theirs,) = [each for each in offered if each.name.startswith("bangumi-data")]
    preview = await guild.moderator.slash("catalogue date", series="metallic-rouge", when=theirs.value)
    await guild.moderator.click(preview, "Save")

    card = facts(await whole_card(guild.member))
    assert card["Premiere"].startswith(f"<t:{int(LATE.timestamp())}:F>")
    told = card["Sources differ"]
    assert f"AniList says <t:{int(EARLY.timestamp())}:F>" in told
    assert "bangumi-data" not in told
