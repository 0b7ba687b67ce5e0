"""Which items of a document are known already: by their guid, else by their link, else by their title and date."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, Protocol, TypeVar

from bot.feeds.model import FeedEntry
from bot.folding import fold


class SeenItem(Protocol):
    """An item that was seen before."""

    @property
    def entry(self) -> FeedEntry:
        """The item as it was last seen."""


_K = TypeVar("_K", bound=SeenItem)


class Recognised(Generic[_K]):
    """What a document lists: `again` are items that are known, each with what is listed of it now; `new` the others."""

    def __init__(self) -> None:
        self.again: list[tuple[_K, FeedEntry]] = []
        self.new: list[FeedEntry] = []


def recognise(entries: Sequence[FeedEntry], known: Sequence[_K]) -> Recognised[_K]:
    """Tell new items from known ones, in whichever order they are listed; what is listed twice counts once.

    A sign that several items share tells none of them: some feeds give all items one guid, or the site's own link.
    """
    listed = _once(entries)
    once, unseen = dict(enumerate(listed)), dict(enumerate(known))
    found: Recognised[_K] = Recognised()
    for key, fits in _SIGNS:
        of_known = Counter(key(each.entry) for each in known)
        of_entries = Counter(key(each) for each in listed)
        by_sign = {sign: place for place, each in unseen.items() if of_known[sign := key(each.entry)] == 1}
        for number, entry in list(once.items()):
            place = None if (sign := key(entry)) is None or of_entries[sign] > 1 else by_sign.get(sign)
            if place is not None and fits(unseen[place].entry, entry):
                found.again.append((unseen.pop(place), once.pop(number)))
                del by_sign[sign]
    found.new = list(once.values())
    return found


def _once(entries: Sequence[FeedEntry]) -> list[FeedEntry]:
    """Leave out second copies, the same ones in whichever order they come."""
    chosen: dict[Hashable, FeedEntry] = {}
    for each in entries:
        key: Hashable = (each.guid, each.link) if each.guid else (each.link, fold(each.title), each.published)
        before = chosen.get(key)
        chosen[key] = each if before is None else min(before, each, key=repr)
    return list(chosen.values())


def _whole(entry: FeedEntry) -> Hashable | None:
    return entry.guid, entry.link, entry.title, entry.published


def _always(_: FeedEntry, __: FeedEntry) -> bool:
    return True


def _guids_allow(old: FeedEntry, new: FeedEntry) -> bool:
    """Tell whether two items of one link may be one: not with guids and titles that both differ.

    A feed of the newest item alone often links to the same page each time.
    """
    return not old.guid or not new.guid or old.guid == new.guid or fold(old.title) == fold(new.title)


def _are_dated_or_bare(old: FeedEntry, new: FeedEntry) -> bool:
    """Tell whether a title says enough: with a date it does, without one where there is nothing else to go by."""
    return new.published is not None or not (old.guid or old.link) or not (new.guid or new.link)


_SIGNS: tuple[tuple[Callable[[FeedEntry], Hashable | None], Callable[[FeedEntry, FeedEntry], bool]], ...] = (
    (_whole, _always),
    (lambda entry: entry.guid or None, _always),
    (lambda entry: entry.link or None, _guids_allow),
    (lambda entry: (fold(entry.title), entry.published) if entry.title else None, _are_dated_or_bare),
)
"""What items are known by, the surest first, and when a match counts."""
