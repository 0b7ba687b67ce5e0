from datetime import UTC, datetime, timedelta

from bot.catalogue.store import sources
from bot.database.engine import Database
from bot.web.breaker import SourceHealth

AT = datetime(2024, 1, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def test_a_source_that_was_never_asked_has_no_health(database: Database) -> None:
    async with database.read() as db:
        assert await sources.health_of_source(db, "anilist") is None
        assert await sources.health_of_all_sources(db) == ()


async def test_a_source_goes_away_once_and_comes_back(database: Database) -> None:
    async with database.write() as db:
        await sources.source_answered(db, "anilist", AT)
        await sources.source_went_away(db, "anilist", AT + HOUR, "HTTP 403")
        await sources.source_went_away(db, "anilist", AT + 30 * HOUR, "no answer")
        away = await sources.health_of_source(db, "anilist")
        await sources.source_answered(db, "anilist", AT + 40 * HOUR)
        back = await sources.health_of_source(db, "anilist")

    assert away == SourceHealth("anilist", AT, AT + HOUR, "no answer")
    assert back == SourceHealth("anilist", AT + 40 * HOUR, None, None)
    assert not away.is_stale(AT + 24 * HOUR)
    assert away.is_stale(AT + 25 * HOUR)
    assert not back.is_stale(AT + 900 * HOUR)


async def test_one_that_never_answered_is_away_too_and_each_is_its_own(database: Database) -> None:
    async with database.write() as db:
        await sources.source_went_away(db, "feed", AT, "refused")
        await sources.source_answered(db, "anilist", AT)

    async with database.read() as db:
        assert await sources.health_of_all_sources(db) == (
            SourceHealth("anilist", AT),
            SourceHealth("feed", None, AT, "refused"),
        )
