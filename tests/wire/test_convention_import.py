"""`/convention import`: a calendar's conventions, previewed, saved, and brought up to date."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.calendars.test_reading import calendar
from tests.wire.guild import SandboxGuild, sandbox_guild

EXPO = "UID:1\nSUMMARY:Town Expo 2027\nDTSTART;VALUE=DATE:20270702\nDTEND;VALUE=DATE:20270706\nLOCATION:The *Hall*"
CON = "UID:2\nSUMMARY:Lake Con 2027\nDTSTART;VALUE=DATE:20270801\nURL:https://lake.example/"
WRONG = "UID:3\nSUMMARY:Backwards\nDTSTART;VALUE=DATE:20270702\nDTEND;VALUE=DATE:20270601"


class Published:
    """What lies at the calendar's address."""

    body = b""
    address = ""


@asynccontextmanager
async def publishing(folder: Path) -> AsyncIterator[tuple[SandboxGuild, Published]]:
    published = Published()

    async def answer(_: web.Request) -> web.Response:
        return web.Response(body=published.body, content_type="text/calendar")

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
