"""`yokoku when`: what the commands read of a date or a time that somebody types."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from bot.catalogue.render.dates import doubts_text, told_apart, unreadable_text
from bot.clock import SYSTEM_CLOCK
from bot.dates.airdate import TOKYO, AirDate
from bot.dates.reading.read import read
from bot.dates.reading.readings import Readings, UnreadableDate
from bot.dates.zones import place_called
from bot.folding import legible
from bot.running import give_up

when_cli = typer.Typer()

UNREAD = 1
"""The exit status where a text is read as no date."""


@when_cli.command()
def when(
    text: Annotated[list[str], typer.Argument(help="A date or a time as a member would type it.")],
    at: Annotated[str | None, typer.Option("--at", help="The time to take as now, such as 2024-01-03T16:20Z.")] = None,
    zone: Annotated[str, typer.Option("--zone", help="The IANA time zone to use if the text names none.")] = TOKYO,
    as_json: Annotated[bool, typer.Option("--json", help="The answer as one line of JSON.")] = False,
) -> None:
    """Show which dates a text means, as every command reads it; the status is 1 where it means none."""
    typed = " ".join(text).encode("utf-8", "replace").decode()
    place = place_called(zone)
    if place is None:
        give_up(f"--zone: {legible(zone)[:100]!r} isn't an IANA time zone. Try Asia/Tokyo.")
    now = SYSTEM_CLOCK() if at is None else _instant(at)
    found: Readings | None = None
    refused = None
    try:
        found = asyncio.run(read(typed, now=now, zone=place))
    except UnreadableDate as problem:
        refused = unreadable_text(typed, problem)
    typer.echo(_as_json(typed, found, refused) if as_json else _as_lines(found, refused))
    if found is None:
        raise typer.Exit(UNREAD)


def _instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        give_up(f"--at: {legible(text)[:100]!r} isn't a time with a zone. Try 2024-01-03T16:20Z.")


def _as_json(typed: str, found: Readings | None, refused: str | None) -> str:
    """Write the readings of a text as JSON.

    `latest` is the end of the span, which doesn't belong to it any more (`AirDate`); of an instant, the instant.
    """
    readings = [_described(date) for date in found.dates] if found else []
    return json.dumps({"text": typed, "readings": readings, "refused": refused}, ensure_ascii=False)


def _described(date: AirDate) -> dict[str, Any]:
    return {
        "precision": date.precision.value,
        "earliest": _stamp(date.earliest),
        "latest": _stamp(date.latest),
        "zone": date.zone,
        "shown": told_apart(date),
    }


def _stamp(at: datetime | None) -> str | None:
    return None if at is None else f"{at.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"


def _as_lines(found: Readings | None, refused: str | None) -> str:
    if found is None:
        return legible(refused or "")
    lines = [doubts_text(found.questions)] if found.questions else []
    return "\n".join([*lines, *(f"{told_apart(date)} ({date.precision.value}, {date.zone})" for date in found.dates)])
