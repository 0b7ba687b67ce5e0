"""`/channel events`: Discord's own scheduled events, made, moved and called off with the facts."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlalchemy import update

from bot.calendars import guild_events_store
from bot.calendars.guild_events import KeptGuildEvent
from bot.catalogue.tables import series
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from sandbox.world import changes, guilds, scheduled_events
from tests.patience import PATIENCE
from tests.wire.guild import SandboxGuild, sandbox_guild

AT = "2024-01-03T16:24:30Z"
PREMIERE = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
pytestmark = pytest.mark.at(AT)


def standing(guild: SandboxGuild) -> list[JsonObject]:
    """The events that aren't over or cancelled, the soonest first."""
    events = guild.sandbox.world.guilds[guild.id].scheduled_events.values()
    return sorted(({**each} for each in events if each["status"] < 3), key=lambda each: each["scheduled_start_time"])


async def kept(guild: SandboxGuild) -> list[KeptGuildEvent]:
    """What was written down of the events."""
    async with guild.database.read() as db:
        return [*(await guild_events_store.kept_guild_events(db, guild.id)).values()]


async def until(guild: SandboxGuild, is_so: Callable[[list[KeptGuildEvent]], bool]) -> None:
    """Let the time of the next look come, and that look begin, again and again, until what is written down is so."""
    async with asyncio.timeout(PATIENCE):
        while not is_so(await kept(guild)):
            guild.clock.advance(timedelta(minutes=6))
            while await is_due(guild):  # noqa: ASYNC110 - or the days pass while a slow machine looks once
                await asyncio.sleep(0.02)


async def is_due(guild: SandboxGuild) -> bool:
    async with guild.database.read() as db:
        return bool(await guild_events_store.due_guilds(db, guild.clock.now()))


def are_made(events: list[KeptGuildEvent]) -> bool:
    return [each.event_id is not None for each in events] == [True]


def are_moved(events: list[KeptGuildEvent]) -> bool:
    return are_made(events) and events[0].event.begins != PREMIERE and not events[0].pending


def allow(guild: SandboxGuild) -> None:
    """Let the bot, as everybody, make events."""
    changes.set_role_permissions(
        guild.sandbox.world, guild.id, guild.id, guilds.EVERYONE_PERMISSIONS | Permissions.CREATE_EVENTS
    )


async def switched_on(guild: SandboxGuild, **kinds: bool) -> None:
    allow(guild)
    await guild.moderator.slash("watchlist add", series="metallic-rouge")
    await guild.moderator.slash("channel events", {"premieres": True, **kinds})
    await until(guild, are_made)


async def moved(guild: SandboxGuild, when: str) -> None:
    preview = await guild.moderator.slash("catalogue date", {"series": "metallic-rouge", "when": when})
    await guild.moderator.click(preview, "Save")


async def test_an_event_is_made_once_moves_with_its_fact_and_is_called_off_with_it(guild: SandboxGuild) -> None:
    before = await guild.moderator.slash("channel events")
    await switched_on(guild)
    (made,) = standing(guild)
    told = await guild.moderator.slash("channel events")
    await guild.restart()
    await moved(guild, "2024-01-17 16:25 UTC")
    await until(guild, are_moved)
    (later,) = standing(guild)
    preview = await guild.moderator.slash("catalogue date", {"series": "metallic-rouge", "when": "TBA"})
    await guild.moderator.click(preview, "Save")
    await until(guild, lambda events: not events)
    every = [*guild.sandbox.world.guilds[guild.id].scheduled_events.values()]

    assert "has no scheduled events" in before.content
    assert "1 event now" in told.content
    assert made["name"] == "Metallic Rouge premieres"
    assert made["scheduled_start_time"] == PREMIERE.isoformat()
    assert later["id"] == made["id"]
    assert later["scheduled_start_time"] == (PREMIERE + timedelta(days=7)).isoformat()
    assert [each["status"] for each in every] == [4]


async def test_what_a_person_changed_stays_and_what_they_took_away_stays_away(guild: SandboxGuild) -> None:
    await switched_on(guild)
    world, here = guild.sandbox.world, guild.sandbox.world.guilds[guild.id]
    (event,) = here.scheduled_events.values()
    scheduled_events.change(world, here, event, {"name": "Movie night"})
    await moved(guild, "2024-01-17 16:25 UTC")
    await until(guild, are_moved)
    (later,) = standing(guild)
    assert later["name"] == "Movie night"

    scheduled_events.delete(world, here, event)
    await moved(guild, "2024-01-18 16:25 UTC")
    await until(guild, lambda events: [each.is_removed for each in events] == [True])
    assert standing(guild) == []


async def test_without_the_permission_nothing_is_asked_and_it_is_told(guild: SandboxGuild) -> None:
    await guild.moderator.slash("watchlist add", series="metallic-rouge")
    told = await guild.moderator.slash("channel events", {"premieres": True})
    asked = [each for each in guild.sandbox.recorded if "scheduled-events" in each.template]
    allow(guild)
    await until(guild, are_made)
    later = await guild.moderator.slash("channel events")

    assert "I lack **Create Events**" in told.content
    assert asked == []
    assert "Create Events" not in later.content


async def test_switched_off_events_go_without_being_cancelled(guild: SandboxGuild) -> None:
    await switched_on(guild)
    await guild.moderator.slash("channel events", {"premieres": False})
    await until(guild, lambda events: not events)

    assert guild.sandbox.world.guilds[guild.id].scheduled_events == {}


async def test_a_crash_between_the_request_and_its_answer_makes_no_second_event(guild: SandboxGuild) -> None:
    await switched_on(guild)
    (made,) = standing(guild)
    (before,) = await kept(guild)
    async with guild.database.write() as db:
        await guild_events_store.keep_guild_event(db, guild.id, KeptGuildEvent(before.event))

    await guild.restart()
    await until(guild, are_made)

    assert await kept(guild) == [before]
    assert [each["id"] for each in standing(guild)] == [made["id"]]


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n and so on", b"<html>no picture</html>"])
async def test_an_event_has_its_series_poster_if_that_can_be_had(tmp_path: Path, content: bytes) -> None:
    async def picture(_: web.Request) -> web.Response:
        return web.Response(body=content, content_type="image/png")

    app = web.Application()
    app.router.add_get("/poster.png", picture)
    async with (
        TestServer(app) as server,
        # A source's own address is trusted: pictures of this machine are fetched from nowhere else.
        sandbox_guild(tmp_path, at=AT, anilist_url=str(server.make_url("/graphql")), anilist_every=0) as guild,
    ):
        async with guild.database.write() as db:
            await db.execute(update(series).values(picture=str(server.make_url("/poster.png"))))
        await switched_on(guild)
        (made,) = standing(guild)

    assert bool(made["image"]) is content.startswith(b"\x89PNG")
