"""Pages of lists: the store reads one of them alone, through a window, and `bot.ui.components` lays it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar

_T = TypeVar("_T")
_U = TypeVar("_U")


@dataclass(frozen=True, slots=True)
class Page(Generic[_T]):
    """One page of a list. `number` and `last` count from 0; `total` is how many rows the whole list has."""

    rows: Sequence[_T]
    number: int
    last: int
    total: int

    def with_rows(self, rows: Sequence[_U]) -> "Page[_U]":
        """Give the same page with what its rows were made into."""
        return Page(rows, self.number, self.last, self.total)


class _Cut(Protocol):
    """A statement that can be told to give some of its rows."""

    def limit(self, limit: int, /) -> Self: ...

    def offset(self, offset: int, /) -> Self: ...


_S = TypeVar("_S", bound=_Cut)


@dataclass(frozen=True, slots=True)
class Window:
    """What of a list is read for a page of it: the rows of the page `number`, of which `size` fit, of `total` rows."""

    number: int
    total: int
    size: int

    @classmethod
    def nearest(cls, number: int, *, total: int, size: int) -> "Window":
        """Make the window of the page that is nearest to the one asked for: lists grow shorter between two presses.

        >>> [Window.nearest(number, total=7, size=3).number for number in (-1, 1, 99)]
        [0, 1, 2]
        """
        return cls(min(max(number, 0), max(0, (total - 1) // size)), total, size)

    def of(self, rows: _S) -> _S:
        """Narrow a statement that gives the whole list, in its order, to the page's rows."""
        first = self.number * self.size
        return rows.limit(min(self.size, max(0, self.total - first))).offset(first)

    def page(self, rows: Sequence[_T]) -> Page[_T]:
        """Make the page of the rows that were read.

        >>> Window.nearest(2, total=7, size=3).page(["g"])
        Page(rows=['g'], number=2, last=2, total=7)
        """
        return Page(rows, self.number, max(0, (self.total - 1) // self.size), self.total)
