"""The drafts that couldn't be stored: kept in memory until the one who wrote them tries again."""

from collections import OrderedDict
from typing import Final, Generic, Protocol, TypeAlias, TypeVar

MOST_KEPT: Final = 100
"""The latest so many are kept."""
DraftKey: TypeAlias = tuple[int, int, int]
"""The guild whose it is, the author, and which of theirs."""


class Keyed(Protocol):
    """A draft that knows whose it is."""

    @property
    def key(self) -> DraftKey:
        """Whose it is, and which of theirs."""


_D = TypeVar("_D", bound=Keyed)


class UnsavedDrafts(Generic[_D]):
    """What was typed while the store was locked or full. Only its own author, in its own guild, gets a draft back."""

    def __init__(self) -> None:
        self._drafts: OrderedDict[DraftKey, _D] = OrderedDict()

    def keep(self, draft: _D) -> None:
        """Remember a draft that the store doesn't take now."""
        self._drafts[draft.key] = draft
        while len(self._drafts) > MOST_KEPT:
            self._drafts.popitem(last=False)

    def get(self, key: DraftKey) -> _D | None:
        """Give the draft of this guild, author and id; None where it was stored, or is one too many."""
        return self._drafts.get(key)

    def forget(self, key: DraftKey) -> None:
        """Let go of a draft that was stored."""
        self._drafts.pop(key, None)
