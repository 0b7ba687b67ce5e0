"""Scheduled events of a server, which Discord shows at its top: which there should be, and what has to be done for it.

Source of the limits: Discord's documentation, "Guild Scheduled Event".
"""

import enum
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from typing import Final, TypeAlias

MOST_EVENTS_OF_GUILD: Final = 100
"""Discord: so many events that aren't over may be in a server, whoever made them."""
SOON: Final = timedelta(minutes=1)
"""What begins sooner isn't made any more: Discord refuses what has begun by the time it looks."""


CONVENTION: Final = "convention"
"""What the keys of conventions' events begin with, before the slug; others have a kind of release and a series' id."""


class EventKind(enum.StrEnum):
    """What a server can have scheduled events of."""

    PREMIERES = "premieres"
    FILMS = "films"
    CONVENTIONS = "conventions"


@dataclass(frozen=True, slots=True)
class EventChoices:
    """Of what a server has scheduled events. `trouble` is why the last try failed, None where it didn't."""

    guild_id: int
    kinds: frozenset[EventKind] = frozenset()
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class GuildEvent:
    """A scheduled event as it should be, from one instant (UTC) to another. `key` names the fact that it is of.

    `picture` is the address of its cover, which is given to it when it is made.
    """

    key: str
    name: str
    begins: datetime
    ends: datetime
    place: str
    description: str = ""
    picture: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class KeptGuildEvent:
    """A scheduled event as it was written last.

    `event_id` is Discord's; None from just before it is asked for until the answer is there. `pending` are the fields
    that are being written: a crash leaves it open whether they were. `is_removed` tells that a person took it away: it
    isn't made again.
    """

    event: GuildEvent
    event_id: int | None = None
    pending: frozenset[str] = frozenset()
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class StandingEvent:
    """A scheduled event that stands in the server, as Discord tells of it; `has_begun`, so that its start is fixed."""

    id: int
    is_own: bool
    name: str
    begins: datetime
    ends: datetime | None
    place: str
    description: str
    has_begun: bool = False


@dataclass(frozen=True, slots=True)
class MakeEvent:
    """Make it."""

    event: GuildEvent


@dataclass(frozen=True, slots=True)
class ChangeEvent:
    """Write the `named` fields of it anew."""

    event_id: int
    event: GuildEvent
    named: frozenset[str]


@dataclass(frozen=True, slots=True)
class CallOffEvent:
    """Mark it as cancelled: what it is of won't happen."""

    key: str
    event_id: int


@dataclass(frozen=True, slots=True)
class TakeAwayEvent:
    """Delete it: it isn't wanted here any more, though it happens."""

    key: str
    event_id: int


@dataclass(frozen=True, slots=True)
class NoteEvent:
    """Write down what became of it; nothing is asked of Discord."""

    kept: KeptGuildEvent


@dataclass(frozen=True, slots=True)
class ForgetEvent:
    """Write down nothing of it any more."""

    key: str


EventStep: TypeAlias = MakeEvent | ChangeEvent | CallOffEvent | TakeAwayEvent | NoteEvent | ForgetEvent
_WRITTEN: Final = ("name", "begins", "ends", "place", "description")


def is_settled(wanted: Collection[GuildEvent], kept: Mapping[str, KeptGuildEvent], now: datetime) -> bool:
    """Tell whether all is as it should be, as far as is known without asking Discord."""
    stand = [each for each in kept.values() if not each.is_removed]
    here = {each.key: each for each in wanted if each.begins > now + SOON or each.key in kept}
    return (
        all(each.event_id is not None for each in stand)
        and all(here.get(each.event.key) == each.event for each in stand)
        and here.keys() <= kept.keys()
    )


def plan_events(
    wanted: Sequence[GuildEvent],
    kept: Mapping[str, KeptGuildEvent],
    standing: Collection[StandingEvent],
    called_off: Collection[str],
    now: datetime,
) -> list[EventStep]:
    """Plan what makes a server's scheduled events what they should be, those that go before those that come.

    `wanted` are those that aren't over; the soonest get what room there is beside other people's. What a person has
    changed of one stays, and what a person took away stays away. `called_off` are the keys of facts that won't happen.
    """
    by_id = {each.id: each for each in standing}
    others = sum(1 for each in standing if not each.is_own)
    soonest = sorted(wanted, key=lambda event: (event.begins, event.key))[: max(MOST_EVENTS_OF_GUILD - others, 0)]
    should_be = {event.key: event for event in soonest}
    known_ids = {each.event_id for each in kept.values()}
    steps: list[EventStep] = []
    for key, each in kept.items():
        before = each if each.event_id is not None else _found_again(each, standing, known_ids)
        if before.event_id is not None and each.event_id is None:
            known_ids.add(before.event_id)
            steps.append(NoteEvent(before))
        stands = by_id.get(before.event_id or 0)
        steps += _of_kept(before, stands, should_be.get(key), called_off, now)
    gone = sum(1 for step in steps if isinstance(step, CallOffEvent | TakeAwayEvent))
    room = MOST_EVENTS_OF_GUILD - len(standing) + gone
    unmade = {key for key, each in kept.items() if each.event_id is None and not each.is_removed}
    unmade -= {step.kept.event.key for step in steps if isinstance(step, NoteEvent)}
    new = [event for event in soonest if (event.key not in kept or event.key in unmade) and event.begins > now + SOON]
    return sorted(steps, key=_turn) + [MakeEvent(event) for event in new[:room]]


def _found_again(
    each: KeptGuildEvent, standing: Collection[StandingEvent], known_ids: Collection[int | None]
) -> KeptGuildEvent:
    """Find what was asked for and never answered among what stands: by its name and time, of the bot's own."""
    for one in standing:
        is_it = (one.name, one.begins) == (each.event.name, each.event.begins)
        if one.is_own and is_it and one.id not in known_ids:
            return replace(each, event_id=one.id)
    return each


def _of_kept(
    before: KeptGuildEvent,
    stands: StandingEvent | None,
    wanted: GuildEvent | None,
    called_off: Collection[str],
    now: datetime,
) -> Iterator[EventStep]:
    key = before.event.key
    if stands is None:
        if wanted is None or (before.event_id is not None and before.event.ends <= now):
            yield ForgetEvent(key)
        elif before.event_id is not None and not before.is_removed:
            yield NoteEvent(replace(before, is_removed=True))
    elif wanted is not None:
        if wanted != before.event or before.pending:
            yield ChangeEvent(stands.id, wanted, frozenset(_to_write(wanted, before, stands)))
    elif stands.has_begun:
        yield ForgetEvent(key)
    else:
        yield CallOffEvent(key, stands.id) if key in called_off else TakeAwayEvent(key, stands.id)


def _to_write(wanted: GuildEvent, before: KeptGuildEvent, stands: StandingEvent) -> Iterator[str]:
    """Yield what is another now, and was changed by no person: it stands as it was written, or is half written."""
    for name in _WRITTEN:
        is_fixed = name == "begins" and stands.has_begun
        is_ours = name in before.pending or getattr(stands, name) == getattr(before.event, name)
        if is_ours and not is_fixed and getattr(stands, name) != getattr(wanted, name):
            yield name


def _turn(step: EventStep) -> int:
    return (NoteEvent, ForgetEvent, CallOffEvent, TakeAwayEvent, ChangeEvent).index(type(step))


EVENT_FIELDS: Final = tuple(each.name for each in fields(GuildEvent))
