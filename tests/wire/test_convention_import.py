"""`/convention import`: a calendar's conventions, previewed, saved, and brought up to date."""

import asyncio
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.calendars import following_store
from bot.calendars.following_store import READ_EVERY
from tests.calendars.test_reading import calendar
from tests.patience import PATIENCE
from tests.wire.guild import SandboxGuild, sandbox_guild
from tests.wire.test_convention_editing import follow, posts
from tests.wire.told import said, until_nothing_waits, until_said

EXPO = "UID:1\nSUMMARY:Town Expo 2027\nDTSTART;VALUE=DATE:20270702\nDTEND;VALUE=DATE:20270706\nLOCATION:The *Hall*"
CON = "UID:2\nSUMMARY:Lake Con 2027\nDTSTART;VALUE=DATE:20270801\nURL:https://lake.example/"
WRONG = "UID:3\nSUMMARY:Backwards\nDTSTART;VALUE=DATE:20270702\nDTEND;VALUE=DATE:20270601"


class Published:
    """What lies at the calendar's address."""

    body = b""
    address = ""
    asked = 0
    unchanged = 0


@asynccontextmanager
async def publishing(folder: Path) -> AsyncIterator[tuple[SandboxGuild, Published]]:
    published = Published()

    async def answer(request: web.Request) -> web.Response:
        published.asked += 1
        etag = f'"{zlib.crc32(published.body)}"'
        if request.headers.get("If-None-Match") == etag:
            published.unchanged += 1
            return web.Response(status=304)
        return web.Response(body=published.body, content_type="text/calendar", headers={"ETag": etag})

    app = web.Application()
    app.router.add_get("/cons.ics", answer)
    async with TestServer(app) as server:
        published.address = str(server.make_url("/cons.ics"))
        origin = published.address.removesuffix("/cons.ics")
        async with sandbox_guild(folder, at="2026-12-02T12:00:00Z", feed_origins=origin) as guild:
            yield guild, published


async def test_a_calendar_is_previewed_saved_together_and_brought_up_to_date(tmp_path: Path) -> None:
    async with publishing(tmp_path) as (guild, published):
        typed = {"address": published.address, "place": "Berlin, Germany"}
        published.body = calendar(EXPO, CON, WRONG)
        preview = await guild.moderator.slash("convention import", typed)
        await guild.restart()
        saved = await guild.moderator.click(preview, "Save")
        card = await guild.member.slash("conventions", name="Town Expo 2027")
        same = await guild.moderator.slash("convention import", typed)
        published.body = calendar(EXPO.replace("0702", "0709").replace("0706", "0713"), CON + "\nSTATUS:CANCELLED")
        moved = await guild.moderator.slash("convention import", typed)
        await guild.moderator.click(moved, "Save")
        later = await guild.member.slash("conventions", name="Town Expo 2027")

    assert "adds 2 conventions and changes 0" in preview.content
    assert "by the clock of `Europe/Berlin`" in preview.content
    assert "Town Expo 2027 · 2–5 July 2027" in preview.content
    assert "Left out: **Backwards**, because it ends before it begins" in preview.content
    assert "2 conventions added and 0 changed" in saved.content
    assert card.embed.field("Dates") == "2–5 July 2027"
    assert card.embed.field("Place") == "The \\*Hall\\*, Berlin, Germany"
    assert "2 conventions as known already" in same.content
    assert not [button for button in same.buttons if button.label == "Save"]
    assert "adds 0 conventions and changes 2" in moved.content
    assert "9–12 July 2027 (was 2–5 July 2027)" in moved.content
    assert later.embed.field("Dates") == "9–12 July 2027"


async def test_what_is_no_calendar_or_lies_nowhere_is_told_and_changes_nothing(tmp_path: Path) -> None:
    async with publishing(tmp_path) as (guild, published):
        typed = {"address": published.address, "place": "Berlin, Germany"}
        published.body = b"{}"
        no_calendar = await guild.moderator.slash("convention import", typed)
        nowhere = await guild.moderator.slash("convention import", typed | {"place": "Atlantis"})
        published.body = calendar(CON)
        unknown = await guild.moderator.slash("convention import", typed | {"place": "Nobodysville, USA"})
        missing = await guild.moderator.slash("convention import", typed | {"address": f"{published.address}x"})
        inside = await guild.moderator.slash("convention import", typed | {"address": "https://169.254.169.254/x.ics"})
        member = await guild.member.slash("convention import", typed, force=True)

    assert "There is no calendar at this address" in no_calendar.content
    assert "city and country" in nowhere.content
    assert "`America/New_York`" in unknown.content
    assert "couldn't get the calendar" in missing.content
    assert all("incident" not in each.content for each in (no_calendar, nowhere, missing, inside))
    assert "Manage Server" in member.content


async def how_read(guild: SandboxGuild) -> tuple[datetime | None, str | None]:
    """When the only calendar could be read last, and why it couldn't the last time."""
    async with guild.database.read() as db:
        (calendar,) = await following_store.calendars_of(db, guild.id)
    return calendar.read_at, calendar.trouble


async def until_read(guild: SandboxGuild) -> None:
    """Let a day pass, and wait until the calendar was read again, or couldn't be."""
    before = await how_read(guild)
    await guild.jump(READ_EVERY + timedelta(minutes=6))
    async with asyncio.timeout(PATIENCE):
        while True:
            if await how_read(guild) != before:
                return
            await asyncio.sleep(0.02)


async def dates(guild: SandboxGuild, name: str) -> str:
    return str((await guild.member.slash("conventions", name=name)).embed.field("Dates"))


async def test_a_calendar_that_is_kept_up_to_date_is_read_every_day_and_peoples_words_stand(tmp_path: Path) -> None:
    async with publishing(tmp_path) as (guild, published):
        published.body = calendar(EXPO, CON)
        preview = await guild.moderator.slash(
            "convention import", {"address": published.address, "place": "Berlin, Germany"}
        )
        saved = await guild.moderator.click(preview, "Save and keep up to date")
        await follow(guild, "conventions", convention="Town Expo")
        theirs = await guild.moderator.slash("convention date", convention="Lake Con 2027", days="3 August 2027")
        await guild.moderator.click(theirs, "Save")
        await guild.restart()

        renamed = EXPO.replace("0702", "0709").replace("0706", "0713").replace("Town", "City")
        published.body = calendar(
            renamed, CON.replace("0801", "0808"), CON.replace("UID:2", "UID:4").replace("Lake", "Sea")
        )
        await until_read(guild)
        told = await posts(guild, "conventions", 1)
        shown = [await dates(guild, name) for name in ("City Expo 2027", "Lake Con 2027", "Sea Con 2027")]
        history = await guild.moderator.slash("convention history", convention="City Expo 2027")
        await until_read(guild)
        published.body = calendar(renamed + "\nSTATUS:CANCELLED")
        await until_read(guild)
        cancelled = await posts(guild, "conventions", 2)

    assert "I read this calendar again every day" in saved.content
    assert shown == ["9–12 July 2027", "3 August 2027", "1 August 2027"]
    assert [post.embed.title for post in told] == ["City Expo 2027 has moved to 9–12 July 2027"]
    assert f"<@{guild.sandbox.application_id}>" in history.text
    assert published.unchanged == 1
    assert [post.embed.title for post in cancelled][1:] == ["City Expo 2027 is cancelled"]


async def test_moderators_are_told_once_of_a_calendar_that_is_away_for_long_and_of_its_return(tmp_path: Path) -> None:
    async with publishing(tmp_path) as (guild, published):
        published.body = calendar(EXPO)
        preview = await guild.moderator.slash(
            "convention import", {"address": published.address, "place": "Berlin, Germany"}
        )
        await guild.moderator.click(preview, "Save and keep up to date")
        await guild.moderator.slash("channel notices", {"channel": str(guild.channels["chat"])})
        published.body = b"Gone"
        await until_read(guild)
        await until_nothing_waits(guild)
        first_day = said(guild, guild.channels["chat"])
        await guild.jump(READ_EVERY)
        away = await until_said(guild, guild.channels["chat"])
        await guild.restart()
        asked = published.asked
        await guild.jump(READ_EVERY)
        async with asyncio.timeout(PATIENCE):
            while True:
                if published.asked > asked:
                    break
                await asyncio.sleep(0.02)
        published.body = calendar(EXPO)
        await until_read(guild)
        back = await until_said(guild, guild.channels["chat"], 2)

    assert first_day == []
    assert len(away) == 1
    assert "The calendar of conventions from **127.0.0.1** couldn't be read for a day: There is no calendar" in away[0]
    assert back == [
        *away,
        "The calendar of conventions from **127.0.0.1** is back. Its conventions are kept up to date again.",
    ]


async def test_a_calendar_that_cannot_be_read_is_said_to_be_so_and_is_stopped_by_a_press(tmp_path: Path) -> None:
    async with publishing(tmp_path) as (guild, published):
        none = await guild.moderator.slash("convention calendars")
        published.body = calendar(EXPO)
        preview = await guild.moderator.slash(
            "convention import", {"address": published.address, "place": "Berlin, Germany"}
        )
        await guild.moderator.click(preview, "Save and keep up to date")
        first = await guild.moderator.slash("convention calendars")
        published.body = b"Gone"
        await until_read(guild)
        away = await guild.moderator.slash("convention calendars")
        stopped = await guild.moderator.click(away, "Stop")
        again = await guild.moderator.click(first, "Stop")
        theirs = await guild.member.slash("convention calendars", force=True)
        stays = await dates(guild, "Town Expo 2027")

    assert "No calendar is kept up to date" in none.text
    assert "1 convention · read <t:" in first.text
    assert "It couldn't be read the last time: There is no calendar at this address" in away.text
    assert "No calendar is kept up to date" in stopped.text
    assert "no longer kept up to date" in again.content
    assert "Manage Server" in theirs.content
    assert stays == "2–5 July 2027"
