"""A store in which people correct things: guild 1's moderator, guild 2's, and an owner of the bot."""

from datetime import UTC, datetime, timedelta

from bot.catalogue.model import Editor, Format, Origin, Series, Titles, Trailer
from bot.catalogue.records import Change, SourceRecord, ToldChange
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue, history_page
from bot.database.engine import Connection
from bot.dates.airdate import AirDate
from tests.catalogue.merging import merge_one

NOW = datetime(2024, 1, 1, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
PREMIERE = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
WEEK = timedelta(weeks=1)
MODERATOR, ELSEWHERE, OWNER = Editor(7, 1), Editor(8, 2), Editor(9, None)

ONE = Series(
    0,
    "",
    Titles(english="One", native="一"),
    format=Format.TV,
    episodes=4,
    story="AniList's",
    anilist_id=5,
    trailers=(Trailer("First", "https://example.com/1"),),
)


def premiere(when: AirDate) -> Release:
    return Release(0, 0, ReleaseKind.PREMIERE, when, number=1)


def episode(number: int, when: AirDate) -> Release:
    return Release(0, 0, ReleaseKind.EPISODE, when, number=number)


def rows(first: datetime, count: int = 4) -> list[Release]:
    """A row for each week, as AniList has them."""
    later = [episode(number, exactly(first + (number - 1) * WEEK)) for number in range(2, count + 1)]
    return [premiere(exactly(first)), *later]


def exactly(at: datetime) -> AirDate:
    return AirDate.instant(at)


async def anilist_says(db: Connection, series: Series = ONE, *releases: Release) -> Series:
    """Have AniList name these, or a row for each week from `PREMIERE` on."""
    statement = SourceRecord(Origin.ANILIST, series, releases or tuple(rows(PREMIERE, series.episodes or 1)))
    return (await merge_one(db, statement, at=NOW)).series


async def dates(db: Connection, series: Series, guild_id: int | None) -> list[datetime | None]:
    found = await catalogue.releases_of(db, series.id, guild_id=guild_id)
    return [each.date.earliest for each in found if not each.cancelled]


async def history_of(db: Connection, series_id: int, guild_id: int | None) -> list[Change]:
    """All changes that a guild sees of a series, the latest first."""
    page = await history_page.page(db, series_id, guild_id, number=0, size=1000)
    return [each.change for each in page.rows if isinstance(each, ToldChange)]


def weekly(first: datetime, count: int = 4) -> list[datetime]:
    return [first + number * WEEK for number in range(count)]
