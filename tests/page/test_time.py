"""Time in the sandbox, from a week before a premiere to the premiere, and what the controls say of it."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.delivery.model import State
from bot.delivery.tables import deliveries
from tests.page.bare import Bare
from tests.page.browsing import Browse
from tests.page.story import COUNTDOWN
from tests.wire.guild import SandboxGuild

WEEK, DAY, HOUR = (f"Metallic Rouge: premiere, {lead} before" for lead in ("7 days", "1 day", "1 hour"))
PREMIERE = "Metallic Rouge: premiere"


@pytest.mark.at("2024-01-03T15:00:00Z")
async def test_time_is_travelled_to_the_premieres_own_post(guild: SandboxGuild, browse: Browse) -> None:
    await guild.moderator.slash("watchlist add", series="metallic-rouge")
    await guild.moderator.slash("channel subscribe", {"channel": str(guild.channels["releases"])}, what="releases")
    page = await browse("moderator", "releases")
    await page.sees_first("Due next", WEEK, DAY, HOUR, PREMIERE)
    await page.sees_listed("Delivered")

    await page.turn_clock("Pause")
    await page.panel_shows_all("Due next")
    told = await guild.moderator.outlook()
    await page.sees_listed("Due next", *([each["what"], "#releases"] for each in told["due"]))
    await page.turn_clock("+1 hour")
    await page.reads_time(r"^Wed, 3 Jan 2024, 16:0")
    await page.turn_clock("To the next post")
    await page.see(COUNTDOWN)
    await page.reads_time(r"^Wed, 3 Jan 2024, 16:25:00$")
    await page.sees_listed("Delivered", ["Posted", WEEK, "#releases"])

    await page.turn_clock("+1 day")
    await page.reads_time(r"^Thu, 4 Jan 2024, 16:25:00$")
    await page.go_to("2024-01-09", "12:00")
    await page.reads_time(r"^Tue, 9 Jan 2024, 12:00:00$")
    await page.sees_first("Due next", DAY, HOUR, PREMIERE)
    for announced, at in (
        ("premiere in 1 day", "9 Jan 2024, 16:25:00"),
        ("premiere in 1 hour", "10 Jan 2024, 15:25:00"),
    ):
        await page.turn_clock("To the next post")
        await page.reads_time(f"{at}$")
        await page.see(announced)
    await page.turn_clock("To the next post")
    await page.reads_time(r"^Wed, 10 Jan 2024, 16:25:00$")

    await page.sees_listed("Delivered", *(["Posted", each, "#releases"] for each in (PREMIERE, HOUR, DAY, WEEK)))
    assert await ledger(guild) == [(at, State.SENT.value) for at in INSTANTS]


INSTANTS = [
    datetime(2024, 1, 3, 16, 25, tzinfo=UTC),
    datetime(2024, 1, 9, 16, 25, tzinfo=UTC),
    datetime(2024, 1, 10, 15, 25, tzinfo=UTC),
    datetime(2024, 1, 10, 16, 25, tzinfo=UTC),
]


async def ledger(guild: SandboxGuild) -> list[tuple[datetime, str]]:
    """What the bot's store says of its posts: when each was due, and what became of it."""
    async with guild.database.read() as db:
        rows = await db.execute(select(deliveries.c.due_at, deliveries.c.state).order_by(deliveries.c.due_at))
        return [(row.due_at, row.state) for row in rows]


async def test_a_clock_that_is_paused_stands_still_for_all_and_runs_on_again(bare: Bare) -> None:
    page, moderator = await bare.browse("member"), await bare.browse("moderator")
    await moderator.turn_clock("Pause")
    await page.is_paused()
    await page.raw.reload()
    await page.is_paused()

    await moderator.turn_clock("Go on")

    await page.runs_on()
