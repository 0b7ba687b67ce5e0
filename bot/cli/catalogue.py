"""What an operator, or a script, types to look into the catalogue: search, show."""

import asyncio
import contextlib
import json
import os
import sys
import time
from collections.abc import Generator, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Annotated, Any

import typer

from bot import settings
from bot.catalogue.model import Series
from bot.catalogue.releases import Release
from bot.catalogue.store import aliases, catalogue, search
from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Connection, reading
from bot.errors import SettingsError
from bot.folding import legible
from bot.running import one_line

catalogue_cli = typer.Typer(
    name="catalogue", help="The catalogue of series: search, show, import, export.", no_args_is_help=True
)

NOT_FOUND_STATUS = 1
"""The exit status where a slug is no series'."""
MOST_RESULTS = 1_000


@dataclass(frozen=True, slots=True)
class TimedHits:
    """What a search found, and the milliseconds that it took by itself."""

    query: str
    took_ms: float
    hits: list[search.Hit]


@catalogue_cli.command(name="search")
def look_for(
    query: Annotated[list[str] | None, typer.Argument(help="What a member would type.")] = None,
    stdin: Annotated[bool, typer.Option("--stdin", help="Read queries, one a line, and answer each at once.")] = False,
    limit: Annotated[
        int, typer.Option(help="How many series to list at most.", min=1, max=MOST_RESULTS)
    ] = search.COMPLETIONS,
    as_json: Annotated[bool, typer.Option("--json", help="A line of JSON for each query.")] = False,
) -> None:
    """Find series by any title, alias, id or address, as autocompletion does; the likeliest first."""
    with _one_line():
        if stdin == bool(query):
            raise SettingsError("Give a query, or --stdin to read queries line by line.")
        texts = _lines() if stdin else [_readable(" ".join(query or []))]
        with contextlib.closing(_answers(texts, limit)) as answers:
            for answer in answers:
                _say(_as_json(answer) if as_json else _as_table(answer))


@catalogue_cli.command()
def show(
    slug: Annotated[str, typer.Argument(help="The series' slug, as a search shows it.")],
    as_json: Annotated[bool, typer.Option("--json", help="Everything that is known, as one line of JSON.")] = False,
) -> None:
    """Show what is known of one series, its releases too."""
    with _one_line():
        found = asyncio.run(_whole(_readable(slug)))
        if found is None:
            _say(f"No series has the slug {legible(_readable(slug))[:100]!r}. Find it with: yokoku catalogue search …")
            raise typer.Exit(NOT_FOUND_STATUS)
        _say(json.dumps(found, ensure_ascii=False, default=datetime.isoformat) if as_json else _as_lines(found))


def _answers(texts: Iterable[str], limit: int) -> Generator[TimedHits, None, None]:
    """Yield each text's answer as it comes. The store is opened once; between two texts nothing but Python waits."""
    with asyncio.Runner() as runner:
        opened = contextlib.AsyncExitStack()
        db = runner.run(opened.enter_async_context(reading(settings.load().database_url)))
        try:
            for text in texts:
                yield runner.run(_answer(db, text, limit))
        finally:
            runner.run(opened.aclose())


async def _answer(db: Connection, text: str, limit: int) -> TimedHits:
    began = time.perf_counter()
    hits = await search.rank(db, text, limit=limit, now=SYSTEM_CLOCK())
    return TimedHits(text, round((time.perf_counter() - began) * 1000, 3), hits)


def _lines() -> Iterator[str]:
    """Yield standard input line by line, as soon as each is there."""
    while line := sys.stdin.buffer.readline():
        yield line.decode("utf-8", "replace").rstrip("\r\n")


def _readable(argument: str) -> str:
    """Give an argument with "?" for the halves of signs that bytes of no encoding become."""
    return argument.encode("utf-8", "replace").decode()


def _as_json(answer: TimedHits) -> str:
    results = [
        {
            "slug": hit.series.slug,
            "title": hit.series.titles.main,
            "ids": {"anilist": hit.series.anilist_id, "mal": hit.series.myanimelist_id},
            "score": round(hit.score, 4),
        }
        for hit in answer.hits
    ]
    return json.dumps({"query": answer.query, "took_ms": answer.took_ms, "results": results}, ensure_ascii=False)


def _as_table(answer: TimedHits) -> str:
    lines = [f"{legible(answer.query)[:80]}: {len(answer.hits) or 'nothing'} found in {answer.took_ms:.1f} ms"]
    widest = max((len(hit.series.slug) for hit in answer.hits), default=0)
    for hit in answer.hits:
        named = f"{hit.series.titles.main} ({hit.series.year or '?'}, {hit.series.format})"
        lines.append(f"  {hit.score:.2f}  {hit.series.slug:{min(widest, 40)}}  {legible(named)}")
    return "\n".join(lines)


async def _whole(slug: str) -> dict[str, Any] | None:
    async with reading(settings.load().database_url) as db:
        series = await catalogue.series_by_slug(db, slug)
        if series is None:
            return None
        releases = await catalogue.releases_of(db, series.id)
        return _described(series, releases, await aliases.shared_of(db, series.id))


def _described(series: Series, releases: Iterable[Release], called: list[str]) -> dict[str, Any]:
    return {**asdict(series), "aliases": called, "releases": [asdict(release) for release in releases]}


def _as_lines(found: dict[str, Any]) -> str:
    """Write what has a value, a line each; lists stand under their name."""
    lines = []
    for name, value in found.items():
        if isinstance(value, list | tuple):
            lines += [f"{name}:", *(f"  {_in_a_line(each)}" for each in value)] if value else []
        elif value is not None:
            lines.append(f"{name}: {_in_a_line(value)}")
    return "\n".join(lines)


def _in_a_line(value: object) -> str:
    if isinstance(value, dict):
        return " · ".join(_in_a_line(each) for each in value.values() if each not in (None, (), []))
    return legible(" ".join(str(value).split()))


def _say(line: str) -> None:
    """Write in UTF-8, whatever the terminal's encoding is, and at once."""
    try:
        sys.stdout.buffer.write(f"{line}\n".encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Whoever reads has had enough. What is still in the buffer goes nowhere, so that nothing complains at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None


@contextlib.contextmanager
def _one_line() -> Iterator[None]:
    """Give up in one line as `one_line` does, and without a traceback for whoever has waited long enough, too."""
    try:
        with one_line():
            yield
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
