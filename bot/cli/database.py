"""What an operator types to keep the database safe: backup, restore, check."""

from pathlib import Path
from typing import Annotated

import typer

from bot import settings
from bot.clock import SYSTEM_CLOCK
from bot.database import backups
from bot.database.checks import examine
from bot.database.copies import back_up, restore
from bot.database.engine import file_of
from bot.errors import SettingsError
from bot.running import one_line

database_cli = typer.Typer(
    name="database", help="Keep the database safe: backup, restore, check.", no_args_is_help=True
)

DAMAGED = 1
"""The exit status of a check that found something wrong."""


@database_cli.command()
def backup(
    to: Annotated[Path | None, typer.Option(help="Write to this new file instead of the folder for backups.")] = None,
    keep: Annotated[int | None, typer.Option(help="Keep this many backups, and delete the oldest ones.", min=1)] = None,
) -> None:
    """Copy the database, as it is at this moment, and check the copy. The bot may run meanwhile."""
    with one_line():
        if to is not None and keep is not None:
            raise SettingsError("--keep is for the folder for backups. Use either --to or --keep.")
        database = _database()
        made = back_up(database, SYSTEM_CLOCK(), to=to)
        typer.echo(f"Backed up {database} to {made} ({_size(made)}), and checked it.")
        gone = [] if keep is None else backups.keep_newest(database, keep, made=made)
        if gone:
            typer.echo(f"Deleted: {', '.join(file.name for file in gone)}.")


@database_cli.command(name="restore")
def put_back(file: Annotated[Path, typer.Argument(help="The backup.")]) -> None:
    """Put a backup in the place of the database, which is set aside. Stop the bot first."""
    with one_line():
        database = _database()
        aside = restore(file, database, SYSTEM_CLOCK())
        typer.echo(f"Restored {database} from {file} ({_size(database)}), and checked it.")
        if aside is not None:
            typer.echo(f"The previous database is in {aside}. Delete it when you no longer need it.")
        typer.echo("Start the bot. It looks for what it posted since that backup before it posts anything again.")


@database_cli.command()
def check() -> None:
    """Check the database throughout and count what is in it. Exit status 0: whole, 1: damaged, 2: can't be checked."""
    with one_line():
        database = _database()
        report = examine(database)
        typer.echo(f"{database}: {_size(database)}, schema {report.version or 'unknown'}.")
        if report.counts:
            typer.echo(", ".join(f"{count:,} {table}" for table, count in report.counts.items()) + ".")
        if report.is_whole:
            typer.echo("It is undamaged.")
            return
        typer.echo("It is damaged:")
        for problem in report.problems:
            typer.echo(f"  {problem}")
        if report.orphans:
            typer.echo(f"  rows that refer to missing rows: {report.orphans:,}")
        newest = backups.newest(database)
        if newest is None:
            typer.echo(f"There is no backup in {backups.folder_of(database)}. Stop the bot and save what can be read:")
            typer.echo(f"  sqlite3 {database} .recover | sqlite3 recovered.db")
        else:
            typer.echo("Stop the bot, restore the newest backup, and start it again:")
            typer.echo(f"  yokoku database restore {newest}")
    raise typer.Exit(DAMAGED)


def _database() -> Path:
    file = file_of(settings.load().database_url)
    if file is None:
        raise SettingsError("DATABASE_URL: a database in memory can't be backed up, restored or checked.")
    return file


def _size(file: Path) -> str:
    size = file.stat().st_size
    return f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{size / 1e3:.0f} kB"
