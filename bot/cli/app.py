"""The commands that an operator types."""

from importlib.metadata import version
from typing import Annotated

import typer

from bot import settings
from bot.cli.catalogue import catalogue_cli
from bot.cli.database import database_cli
from bot.cli.exchange import exchange_cli
from bot.cli.sandbox import sandbox_cli
from bot.cli.when import when_cli
from bot.clock import SYSTEM_CLOCK
from bot.running import run_bot, to_the_end

cli = typer.Typer(
    name="yokoku",
    help="Yokoku: series cards and trailers, release countdowns, convention news and announcements for Discord.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
cli.add_typer(sandbox_cli)
cli.add_typer(database_cli)
catalogue_cli.add_typer(exchange_cli)
cli.add_typer(catalogue_cli)
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
