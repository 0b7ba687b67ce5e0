"""What posts are about, by name, in a line."""

from datetime import timedelta

from bot.catalogue.render import release_names
from bot.dates.facts import FactKind
from bot.delivery.render.updates import headline
from bot.delivery.subjects import (
    AnnouncementSubject,
    EditionSubject,
    NewsSubject,
    ReleaseSubject,
    Subject,
    UpdateSubject,
)
from bot.ui.text import escape, length

SUBJECT_NAME_LENGTH = 100
_SERVICE_LENGTH = 40
_GONE = {
    FactKind.RELEASE: "a release that is gone from the catalogue",
    FactKind.EDITION: "a convention that is gone from the catalogue",
    FactKind.NEWS: "news that are gone from the catalogue",
    FactKind.ANNOUNCEMENT: "an announcement that is gone",
    FactKind.UPDATE: "a change of a series that is gone from the catalogue",
}


def named(subject: Subject | None, kind: FactKind, limit: int = SUBJECT_NAME_LENGTH) -> str:
    """Name a subject: "Metallic Rouge: episode 3"; for one that is gone, name the kind it was of.

    What somebody typed of it takes `limit` characters at most.
    """
    match subject:
        case None:
            return _GONE[kind]
        case ReleaseSubject(release, series):
            on = release_names.on_service(release, min(limit, _SERVICE_LENGTH))
            return f"{escape(series.titles.main, limit)}: {release_names.after_series(release)}{on}"
        case EditionSubject(edition):
            return escape(edition.name, limit)
        case NewsSubject(news):
            return escape(news.headline, limit)
        case AnnouncementSubject(announcement):
            return escape(announcement.typed.title, limit) or "an announcement"
        case UpdateSubject(_, series):
            return f"{escape(series.titles.main, limit)}: {headline(subject)}"


def step(lead: timedelta) -> str:
    """Name a step of a countdown: ", 1 day before"; give an empty text for the moment itself."""
    return f", {length(lead)} before" if lead else ""
