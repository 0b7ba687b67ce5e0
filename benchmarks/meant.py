"""What people typed and which series they meant: a file of queries, and how many of them a search answers.

Each line has the kind, the query, the AniList id, the MyAnimeList id and the native title, with tabs between.
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.catalogue.model import Series

FILE = Path(__file__).parents[2] / "shared" / "data" / "queries.tsv"
FIRST, AMONG = 1, 5


@dataclass(frozen=True, slots=True)
class Meant:
    """A query and the series that is meant, by its ids elsewhere."""

    kind: str
    text: str
    anilist_id: int | None
    myanimelist_id: int | None

    def is_met_by(self, series: Series) -> bool:
        """Tell whether a series is the one."""
        return (self.anilist_id is not None and series.anilist_id == self.anilist_id) or (
            self.myanimelist_id is not None and series.myanimelist_id == self.myanimelist_id
        )


@dataclass(slots=True)
class Share:
    """How many queries of a kind were answered with the series first, and among the first five."""

    kind: str
    asked: int = 0
    first: int = 0
    among: int = 0

    @property
    def is_as_aimed(self) -> bool:
        """Whether as many as are aimed at were answered."""
        first, among = AIMS[self.kind]
        return self.first >= first * self.asked and self.among >= among * self.asked

    def __str__(self) -> str:
        first, among = AIMS[self.kind]
        return (
            f"{self.kind}: {self.asked} queries, {self.first / self.asked:.1%} first (aim ≥ {first:.0%}), "
            f"{self.among / self.asked:.1%} in the first {AMONG} (aim ≥ {among:.0%})"
        )


AIMS = {"sequel": (0.95, 0.99), "short": (0.97, 0.99), "typed": (0.85, 0.95)}


def read(file: Path = FILE) -> list[Meant]:
    """Read the queries of a file."""
    rows = (line.split("\t") for line in file.read_text("utf-8").splitlines())
    return [Meant(kind, text, _id(anilist), _id(myanimelist)) for kind, text, anilist, myanimelist, *_ in rows]


def _id(written: str) -> int | None:
    return int(written) if written else None


async def shares(search: Callable[[str], Awaitable[Sequence[Series]]], queries: Iterable[Meant]) -> list[Share]:
    """Ask a search each query, and count the answers by kind."""
    by_kind: dict[str, Share] = {}
    for query in queries:
        share = by_kind.setdefault(query.kind, Share(query.kind))
        hits = [query.is_met_by(series) for series in (await search(query.text))[:AMONG]]
        share.asked += 1
        share.first += any(hits[:FIRST])
        share.among += any(hits)
    return list(by_kind.values())
