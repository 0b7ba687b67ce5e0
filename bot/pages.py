"""Pages of lists: the store reads one of them alone, and `bot.ui.components` lays it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

_T = TypeVar("_T")
_U = TypeVar("_U")


@dataclass(frozen=True, slots=True)
class Page(Generic[_T]):
    """One page of a list. `number` and `last` count from 0; `total` is how many rows the whole list has."""

    rows: Sequence[_T]
    number: int
    last: int
    total: int

    @classmethod
    def of(cls, rows: Sequence[_T], number: int, *, total: int, size: int) -> "Page[_T]":
        """Make a page of the rows that were read for a number from `nearest_page`.

        >>> Page.of(["g"], 2, total=7, size=3)
        Page(rows=['g'], number=2, last=2, total=7)
        """
        return cls(rows, number, _last(total, size), total)

    def with_rows(self, rows: Sequence[_U]) -> "Page[_U]":
        """Give the same page with what its rows were made into."""
        return Page(rows, self.number, self.last, self.total)


def nearest_page(number: int, *, total: int, size: int) -> int:
    """Give the number of the page that is nearest to the one asked for: lists grow shorter between two presses.

    >>> [nearest_page(number, total=7, size=3) for number in (-1, 1, 99)]
    [0, 1, 2]
    """
    return min(max(number, 0), _last(total, size))


def _last(total: int, size: int) -> int:
    return max(0, (total - 1) // size)
