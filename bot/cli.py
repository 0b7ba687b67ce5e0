"""The commands that an operator types."""

import asyncio
import contextlib
import errno
import json
import signal
import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from bot import logs, settings
from bot.catalogue_cli import catalogue_cli
from bot.clock import SYSTEM_CLOCK, Clock
from bot.database_cli import database_cli
from bot.errors import OperatorError
from bot.exchange_cli import exchange_cli
from bot.operator_errors import give_up

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

if TYPE_CHECKING:
    from bot.app import App
    from sandbox import Sandbox

OnOpen: TypeAlias = "Callable[[App], None]"


def main() -> None:
    """Run the command line."""
    cli()


@cli.command()
def run() -> None:
    """Run the bot on Discord, with the settings from the environment and .env."""
    _to_the_end(lambda stop: _run(settings.load(), stop, SYSTEM_CLOCK))


@cli.command()
def sandbox(
    port: Annotated[int, typer.Option(help="The port on 127.0.0.1; 0 takes a free one.", min=0, max=65535)] = 8765,
    at: Annotated[str | None, typer.Option(help="What time it is, in ISO 8601: 2024-01-03T16:24:30Z.")] = None,
    data: Annotated[Path | None, typer.Option(help="A folder that keeps everything between two runs.")] = None,
    no_bot: Annotated[bool, typer.Option("--no-bot", help="A local Discord alone, for any library.")] = False,
) -> None:
    """Run the bot in a local Discord: no account, no token, nothing leaves this machine."""
    instant = _instant(at) if at else None
    _to_the_end(lambda stop: _sandbox(port, instant, data, with_bot=not no_bot, stop=stop))


@cli.command(name="version")
def show_version() -> None:
    """Print the version."""
    typer.echo(version("yokoku"))


def _instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        give_up(f"--at: {text!r} is not a time. Give one like 2024-01-03T16:24:30Z.")
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)


def _to_the_end(work: Callable[[asyncio.Event], Awaitable[None]]) -> None:
    """Run `work` until it ends or is interrupted; what an operator can mend is one line and exit status 2."""

    async def until_stopped() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError):  # Windows: Ctrl+C arrives as KeyboardInterrupt
                loop.add_signal_handler(number, stop.set)
        await work(stop)

    try:
        asyncio.run(until_stopped())
    except OperatorError as error:
        give_up(str(error))
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


async def _run(chosen: settings.Settings, stop: asyncio.Event, clock: Clock, on_open: "OnOpen | None" = None) -> None:
    from bot.app import App  # noqa: PLC0415 - discord.py takes half a second that no other command needs

    token = chosen.discord_token
    logs.set_up(level=chosen.log_level, style=chosen.log_format, secrets=[token.get_secret_value()] if token else [])
    app = await App.open(chosen, clock=clock)
    stopping = asyncio.create_task(_stop_app(app, stop))
    try:
        if on_open is not None:
            on_open(app)
        await app.run()
    finally:
        stopping.cancel()
        await app.close()


async def _stop_app(app: "App", stop: asyncio.Event) -> None:
    await stop.wait()
    app.stop()


async def _sandbox(port: int, at: datetime | None, data: Path | None, *, with_bot: bool, stop: asyncio.Event) -> None:
    from sandbox import Sandbox  # noqa: PLC0415 - three megabytes that a bot on Discord itself doesn't need
    from sandbox.world.storage import StorageError  # noqa: PLC0415

    try:
        discord = await Sandbox.start(port=port, at=at, data=data, record=False, identify_spacing=5.0)
    except StorageError as error:
        raise OperatorError(f"--data: {error}") from None
    except (OSError, OverflowError) as error:
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        why = "something else listens there already" if taken else str(error)
        raise OperatorError(f"--port {port}: {why}. Choose another port, or 0 for a free one.") from None
    try:
        if not with_bot:
            typer.echo(json.dumps(discord.description()))
            await stop.wait()
            return
        with tempfile.TemporaryDirectory(prefix="yokoku-") as passing:
            folder = data or Path(passing)
            chosen = settings.load(
                discord_token=discord.token,
                discord_api_url=discord.api_url,
                database_url=f"sqlite+aiosqlite:///{folder / 'yokoku.db'}",
                owner_ids=frozenset({discord.owner_id}),
                sync_guild_id=None,
                anilist_url="",
            )
            _welcome(discord)
            await _run(chosen, stop, discord.clock.now, lambda app: discord.clock.on_set(app.schedule.wake))
    finally:
        await discord.close()


def _welcome(discord: "Sandbox") -> None:
    from rich.console import Console  # noqa: PLC0415 - a bot on Discord itself has nobody to welcome
    from rich.panel import Panel  # noqa: PLC0415

    text = (
        f"It is {discord.clock.now():%Y-%m-%d %H:%M} UTC there. Things to try:\n\n"
        "  [bold]/series metallic-rouge[/]\n"
        "  [bold]/trailer metallic-rouge[/]\n"
        "  [bold]/conventions[/]\n"
        "  as the moderator: [bold]/watchlist add metallic-rouge[/],\n"
        "                    then [bold]/channel subscribe releases[/]\n\n"
        "To stand a minute before the countdown to a premiere:\n\n"
        "  [bold]yokoku sandbox --at 2024-01-03T16:24:00Z[/]\n\n"
        "Ctrl+C ends it."
    )
    title = f"A local Discord with Yokoku in it: {discord.url}"
    Console(stderr=True, width=80).print(Panel.fit(text, title=title, padding=(1, 2)))
