"""What moderators know of their announcements: what each must have become, or, of unanswered deeds, may have become."""

import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from tests.crash.standing import Copy, Standing

Refuses: TypeAlias = Callable[[int, str, str], bool]
"""Tells whether Discord refuses in a channel what has such a title and text."""


class Fate(enum.StrEnum):
    """What becomes of an announcement."""

    UNKNOWN = "never posted or scheduled"
    DUE = "posted, or waiting for its time"
    WITHDRAWN = "withdrawn before it was posted"
    DELETED = "withdrawn, and its posts deleted"
    STRUCK = "withdrawn, and its posts struck through"


@dataclass(frozen=True, slots=True)
class Become:
    """One thing that an announcement may have become: its fate, what it says, and when it is due."""

    title: str
    fate: Fate
    text: str = ""
    due_at: datetime | None = None

    def is_out(self, now: datetime) -> bool:
        """Tell whether it must have been posted by now."""
        return self.fate is Fate.DUE and self.due_at is not None and self.due_at <= now


@dataclass(slots=True)
class Known:
    """An announcement of a moderator's by its title, and what it may have become: one thing where all was answered."""

    title: str
    may_be: list[Become] = field(default_factory=list)
    deeds: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with nothing posted."""
        self.may_be.append(Become(self.title, Fate.UNKNOWN))

    def became(self, change: Callable[[Become], Become], *, certainly: bool) -> None:
        """Note a deed: what each thing that it may have been is by then, or may be where nobody answered."""
        changed = [change(each) for each in self.may_be]
        self.may_be = list(dict.fromkeys(changed if certainly else [*self.may_be, *changed]))

    @property
    def is_over(self) -> bool:
        """Whether there is nothing more to do to it."""
        return all(each.fate is not Fate.DUE for each in self.may_be)


def untrue_of_known(known: Known, standing: Standing, now: datetime, refuses: Refuses) -> Iterator[str]:
    """Hold what was answered to an announcement's moderator against the channels, once all is settled."""
    copies = standing.copies(known.title)
    if not any(_is_so(each, copies, standing, now, refuses) for each in known.may_be):
        shown = [(each.channel_id, each.text, each.is_struck) for each in copies]
        yield f"{known.title} ({'; '.join(known.deeds)}) must be one of {known.may_be}, and stands as {shown}"


def _is_so(become: Become, copies: list[Copy], standing: Standing, now: datetime, refuses: Refuses) -> bool:
    if become.fate is Fate.STRUCK:
        return all(each.is_struck for each in copies)
    if not become.is_out(now):
        return not copies
    there = {each.channel_id for each in copies}
    # What came before an edit that would have been refused in a post stands all the same.
    missing = [each for each in standing.channels if each not in there and not refuses(each, become.title, become.text)]
    as_said = all((each.text, each.is_struck) == (become.text, False) for each in copies)
    return as_said and not missing and len(there) == len(copies)
