"""Editions of conventions out of a calendar that somebody else has written."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from bot.calendars.reading import ReadEvent
from bot.conventions.changes import changed_fields
from bot.conventions.fields import NAME_LENGTH, convention_name, convention_of
from bot.conventions.model import Edition
from bot.dates.airdate import Precision
from bot.folding import fold
from bot.ui.text import plain
from bot.web.links import web_address


@dataclass(frozen=True, slots=True)
class ImportedEdition:
    """What an event makes of an edition; `before` is None for a new one."""

    event: ReadEvent
    before: Edition | None
    after: Edition

    @property
    def is_same(self) -> bool:
        """Whether nothing would be changed."""
        return self.before is not None and not changed_fields(self.before, self.after)


def imported(
    events: Iterable[ReadEvent], place: Edition, held: Iterable[Edition], source: str
) -> list[ImportedEdition]:
    """Give what events make of the editions that are `held`, which are known again by their names.

    `place` has the city, the country and the zone of events that don't name theirs. Of what is held the days, the
    venue, the site and whether it is cancelled are the calendar's, where that says them, and the rest stays.
    """
    known = {fold(each.name): each for each in held}
    found: dict[str, ImportedEdition] = {}
    for event in events:
        name = plain(event.name, NAME_LENGTH)
        before = known.get(fold(name))
        like = before or convention_of(name, known.values())
        base = before or replace(place, name=name, convention=like.convention if like else convention_name(name))
        site, venue = web_address(event.url), plain(event.place, 120)
        after = replace(
            base,
            first_day=event.first_day,
            last_day=event.last_day,
            precision=Precision.DAY,
            last_public_day=None,
            zone=base.zone if before else event.zone or base.zone,
            venue=venue or base.venue,
            site=site or base.site,
            cancelled=event.cancelled,
            source=base.source if before else source,
        )
        found[fold(name)] = ImportedEdition(event, before, after)
    return list(found.values())


_SAID_TOGETHER: Final = (("name",), ("first_day", "last_day"), ("venue",), ("site",), ("cancelled",))
"""Fields of an edition that a calendar's event has; of days both count, or neither."""


def with_news_of_event(edition: Edition, before: ReadEvent, event: ReadEvent) -> Edition:
    """Give an edition after its event, which was `before`, says something else: what people have changed of it stands.

    What the event no longer says stays as it is.
    """
    said, now, new = _said(before), _said(event), dict[str, Any]()
    for names in _SAID_TOGETHER:
        is_news = any(now[name] not in {said[name], None} for name in names)
        if is_news and all(getattr(edition, name) == said[name] for name in names):
            new |= {name: now[name] for name in names}
    if "first_day" in new:
        new |= {"precision": Precision.DAY, "last_public_day": None}
    return replace(edition, **new)


def _said(event: ReadEvent) -> dict[str, Any]:
    """Give what an event says of an edition, by the edition's fields; None for what it doesn't say."""
    return {
        "name": plain(event.name, NAME_LENGTH) or None,
        "first_day": event.first_day,
        "last_day": event.last_day,
        "venue": plain(event.place, 120) or None,
        "site": web_address(event.url),
        "cancelled": event.cancelled,
    }
