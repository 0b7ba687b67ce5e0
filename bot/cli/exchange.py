"""What an operator types to fill the catalogue from a file, and to have it in one: import, export."""

import asyncio
import contextlib
import errno
import gc
import json
import os
import stat
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot import settings
from bot.catalogue.actions import confirm_series, merge_records
from bot.catalogue.merge_plan import Progress
from bot.catalogue.model import Origin
from bot.catalogue.sources import bangumi
from bot.catalogue.sources.bangumi.download import Contents
from bot.catalogue.store.sources import file_taken_in, source_changed
from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Database, file_of
from bot.errors import CatalogueError
from bot.exchange import catalogue_file, starter
from bot.running import one_line
from bot.ui.text import count

exchange_cli = typer.Typer(no_args_is_help=True)

INCOMPLETE = 1
"""The exit status of an import that had to leave something out."""
MOST_PROBLEMS_SHOWN = 20
"""So many problems are told one by one."""


@exchange_cli.command(name="import")
def bring_in(file: Annotated[Path, typer.Argument(help="bangumi-data's data.json, or an export.")]) -> None:
    """Import bangumi-data, or a catalogue that was exported. The bot may run meanwhile.

    Exit status 0: all of it is in, 1: something was left out, 2: nothing was changed.
    """
    with one_line():
        problems = asyncio.run(_import(file))
    for problem in problems[:MOST_PROBLEMS_SHOWN]:
        typer.echo(f"  {problem}", err=True)
    if len(problems) > MOST_PROBLEMS_SHOWN:
        typer.echo(f"  and {len(problems) - MOST_PROBLEMS_SHOWN:,} more", err=True)
    if problems:
        raise typer.Exit(INCOMPLETE)


@exchange_cli.command()
def export(to: Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for standard output.")] = "-") -> None:
    """Export the catalogue as JSON: series, titles, releases, what each source says, corrections, conventions, news."""
    with one_line():
        if to != "-":
            _export_into(Path(to))
            return
        try:
            asyncio.run(_export(sys.stdout.buffer.write))
            sys.stdout.flush()
        except OSError as error:
            # Whoever read has gone, and there is nobody to tell; Python would complain once more as it ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise CatalogueError(f"The catalogue can't be written: {error.strerror}.") from None


async def _import(file: Path) -> Sequence[str]:
    gc.disable()  # of millions of small objects none goes until all do, and looking takes a third
    try:
        whole = read_json(file)
        if catalogue_file.is_ours(whole):
            content = catalogue_file.read(whole)
            async with _store() as database:
                brought = await catalogue_file.bring_in(database, content, at=SYSTEM_CLOCK())
            typer.echo(f"{count(brought.added, 'row')} added, {brought.changed:,} changed, {brought.same:,} unchanged.")
            return ()
        if bangumi.is_bangumi(whole):
            said = bangumi.read(whole)
            del whole  # what comes of it takes its room: new room costs time
            return await _import_bangumi(said)
    finally:
        gc.enable()
    raise CatalogueError(f"{file}: this is neither bangumi-data nor a catalogue exported by Yokoku.")


async def _import_bangumi(said: bangumi.Reading) -> Sequence[str]:
    async with _store() as database:
        await starter.load_once(database, SYSTEM_CLOCK)
        with _bar(len(said.statements)) as progress:
            outcome = await merge_records(database, said.statements, SYSTEM_CLOCK, progress=progress)
        await confirm_series(database, Origin.BANGUMI, outcome.ids, SYSTEM_CLOCK())
        contents = Contents.of(said.statements, SYSTEM_CLOCK())
        async with database.write() as db:
            await file_taken_in(db, Origin.BANGUMI, contents, as_of=SYSTEM_CLOCK())
            series, dates = outcome.added + outcome.changed, outcome.dates
            await source_changed(db, Origin.BANGUMI, SYSTEM_CLOCK(), series=series, dates=dates)
    problems = (*said.problems, *outcome.problems)
    left_out = f" {len(problems):,} left out:" if problems else ""
    typer.echo(f"{outcome.added:,} series added, {outcome.changed:,} changed, {outcome.same:,} unchanged.{left_out}")
    return problems


async def _export(write: Callable[[bytes], object]) -> None:
    address = settings.load().database_url
    database_file = file_of(address)
    if database_file is not None and not database_file.exists():
        raise CatalogueError(f"There is no database {database_file} yet. Start the bot once, or check DATABASE_URL.")
    async with _store() as database:
        async for part in catalogue_file.export(database):
            write(part.encode())


def _export_into(file: Path) -> None:
    """Export into a file, by way of another beside it: one that was cut off is never left in its place."""
    if file.exists() and not file.is_file():
        raise CatalogueError(f"{file}: it isn't a regular file. Use - for standard output.")
    target = file.resolve()
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name[:100]}.", delete=False) as passing:
            try:
                asyncio.run(_export(passing.write))
                passing.close()
                Path(passing.name).replace(target)
            except BaseException:
                Path(passing.name).unlink(missing_ok=True)
                raise
        size = target.stat().st_size
    except OSError as error:
        raise CatalogueError(f"{file} can't be written: {error.strerror}.") from None
    typer.echo(f"{file} holds the catalogue ({size / 1e6:,.1f} MB).")


@asynccontextmanager
async def _store() -> AsyncIterator[Database]:
    database = await Database.open(settings.load().database_url, clock=SYSTEM_CLOCK)
    try:
        yield database
    finally:
        await database.close()


@contextlib.contextmanager
def _bar(total: int) -> Iterator[Progress]:
    """Show a bar that grows, where there is a terminal to see it on."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - nobody sees it elsewhere
    from rich.progress import Progress as Bar  # noqa: PLC0415

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Series", total=total)
        yield lambda done: bar.update(task, completed=done)


MOST_BYTES = 100_000_000
"""More than ten times what bangumi-data has; ten times as much again is needed of memory to read it."""
_WHY = {
    errno.ENOENT: "there is no such file",
    errno.EACCES: "it can't be read; check its owner and permissions",
    errno.ELOOP: "its links lead in a circle",
    errno.ENAMETOOLONG: "its name is too long",
}


def read_json(file: Path) -> object:
    """Read what a file holds. Raises `CatalogueError` with one line for whoever named it."""
    try:
        text = _bytes_of(file).decode("utf-8-sig")
        return json.loads(text, parse_constant=_refuse)
    except OSError as error:
        raise CatalogueError(f"{file}: {_WHY.get(error.errno or 0, str(error.strerror))}.") from None
    except UnicodeDecodeError as error:
        raise CatalogueError(f"{file}: it isn't UTF-8 (byte {error.start:,}); it must be a JSON file.") from None
    except json.JSONDecodeError as error:
        cut = "; it was cut off, download it again" if error.pos >= len(error.doc.rstrip()) else ""
        raise CatalogueError(f"{file}: it isn't JSON, in line {error.lineno:,}: {error.msg}{cut}.") from None
    except RecursionError:
        raise CatalogueError(f"{file}: it is nested too deeply.") from None
    except ValueError as error:  # NaN, a number of 5,000 digits, a NUL in the path
        raise CatalogueError(f"{file}: it can't be read: {error}.") from None


def _bytes_of(file: Path) -> bytes:
    found = file.stat()
    if stat.S_ISDIR(found.st_mode):
        raise CatalogueError(f"{file}: it is a folder. Name a file in it.")
    if not stat.S_ISREG(found.st_mode):
        raise CatalogueError(f"{file}: it isn't a regular file.")
    if found.st_size > MOST_BYTES:
        raise CatalogueError(
            f"{file}: it has {found.st_size / 1e6:,.0f} MB, and at most {MOST_BYTES / 1e6:,.0f} MB are read."
        )
    with file.open("rb") as opened:
        return opened.read(MOST_BYTES)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number in JSON")
