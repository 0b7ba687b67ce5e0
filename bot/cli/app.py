"""The commands that an operator types."""

import json
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot import settings
from bot.cli.catalogue import catalogue_cli
from bot.cli.database import database_cli
from bot.cli.exchange import exchange_cli
from bot.clock import SYSTEM_CLOCK
from bot.running import give_up, run_bot, to_the_end

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox import Sandbox

import asyncio
from typing import Any

from bot.catalogue.render.dates import doubts_text, told_apart, unreadable_text
from bot.dates.airdate import TOKYO, AirDate
from bot.dates.reading.read import read
from bot.dates.reading.readings import Readings, UnreadableDate
from bot.dates.zones import place_called
from bot.folding import legible

DEFAULT_PORT = 8765
cli = typer.Typer(
    name="yokoku",
    help="Yokoku: series cards and trailers, release countdowns, convention news and announcements for Discord.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
cli.add_typer(database_cli)
catalogue_cli.add_typer(exchange_cli)
cli.add_typer(catalogue_cli)
when_cli = typer.Typer()  # listed last
cli.add_typer(when_cli)


def main() -> None:
    """Run the command line."""
    cli()


def _print_version(is_asked: bool) -> None:
    if is_asked:
        show_version()
        raise typer.Exit


@cli.callback()
def options(
    *,
    version_: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Yokoku: series cards and trailers, release countdowns, convention news and announcements for Discord."""


@cli.command()
def run() -> None:
    """Run the bot on Discord, with the settings from the environment and .env."""
    to_the_end(lambda stop: run_bot(settings.load(), stop, SYSTEM_CLOCK))


@cli.command(name="version")
def show_version() -> None:
    """Print the version."""
    typer.echo(version("yokoku"))


@cli.command()
def sandbox(
    port: Annotated[
        int, typer.Option(help="Port on 127.0.0.1; if it is in use, the next free one. 0 picks any.", min=0, max=65535)
    ] = DEFAULT_PORT,
    at: Annotated[str | None, typer.Option(help="The time in the sandbox, in ISO 8601: 2024-01-03T16:24:30Z.")] = None,
    data: Annotated[Path | None, typer.Option(help="Folder in which everything is kept between runs.")] = None,
    no_bot: Annotated[bool, typer.Option("--no-bot", help="Start only the local Discord, for any library.")] = False,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Don't open the page in a browser.")] = False,
) -> None:
    """Run the bot in a local Discord: no account, no token, nothing leaves this machine."""
    begins = _instant(at) if at else None

    async def play(stop: asyncio.Event) -> None:
        from bot.sandbox_run import stage  # noqa: PLC0415 - a bot on Discord itself needs no Discord of its own

        opened: Callable[[Sandbox], None] = (
            (lambda discord: typer.echo(json.dumps(discord.description()))) if no_bot else partial(_welcome, data=data)
        )
        opens_browser = not (no_bot or no_browser)
        chosen = stage.SandboxOptions(port, begins, data, _say, opened, opens_browser)
        await (stage.run_alone if no_bot else stage.rehearse)(chosen, stop)

    to_the_end(play)


def _instant(text: str) -> datetime:
    from sandbox.clock import SandboxClock  # noqa: PLC0415 - as above

    try:
        at = datetime.fromisoformat(text)
        return SandboxClock(at if at.tzinfo else at.replace(tzinfo=UTC)).now()
    except ValueError:
        give_up(f"--at: {text!r} isn't a time between 1970 and 2083. Try 2024-01-03T16:24:30Z.")


def _say(line: str) -> None:
    typer.echo(line, err=True)


def _welcome(discord: "Sandbox", data: Path | None) -> None:
    """Say what was started, where, what time it is there, and how it ends."""
    now = discord.clock.now()
    _say(f"Yokoku is running in a local Discord, on this machine alone: {typer.style(discord.url, bold=True)}")
    _say(f"It is {now:%A}, {now.day} {now:%B %Y, %H:%M} UTC there. The pin in #releases has five things to try.")
    _say(f"Everything is kept in {data}." if data else "Nothing is kept when it stops. To keep it, use --data FOLDER.")
    _say("Press Ctrl+C to stop.")


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
    now = SYSTEM_CLOCK() if at is None else _now_given(at)
    found: Readings | None = None
    refused = None
    try:
        found = asyncio.run(read(typed, now=now, zone=place))
    except UnreadableDate as problem:
        refused = unreadable_text(typed, problem)
    if as_json:
        readings = [_described(date) for date in found.dates] if found else []
        typer.echo(json.dumps({"text": typed, "readings": readings, "refused": refused}, ensure_ascii=False))
    else:
        typer.echo(_readings_as_lines(found, refused))
    if found is None:
        raise typer.Exit(UNREAD)


def _now_given(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        give_up(f"--at: {legible(text)[:100]!r} isn't a time with a zone. Try 2024-01-03T16:20Z.")


def _described(date: AirDate) -> dict[str, Any]:
    """Describe a date for JSON.

    `latest` is the end of the span, which doesn't belong to it any more (`AirDate`); of an instant, the instant.
    """
    return {
        "precision": date.precision.value,
        "earliest": _utc(date.earliest),
        "latest": _utc(date.latest),
        "zone": date.zone,
        "shown": told_apart(date),
    }


def _utc(at: datetime | None) -> str | None:
    return None if at is None else f"{at.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"


def _readings_as_lines(found: Readings | None, refused: str | None) -> str:
    if found is None:
        return legible(refused or "")
    lines = [doubts_text(found.questions)] if found.questions else []
    return "\n".join([*lines, *(f"{told_apart(date)} ({date.precision.value}, {date.zone})" for date in found.dates)])
