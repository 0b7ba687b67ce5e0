"""Updates as posts: a date that became known or moved, a trailer, a service; and what posts are about, in a line."""

from datetime import timedelta

import discord

from bot.catalogue.model import RelatedEntry, Service, Trailer
from bot.catalogue.releases import WEEKLY, ReleaseKind
from bot.catalogue.render import release_names
from bot.catalogue.render.dates import length_of, move_words
from bot.catalogue.render.facts import colour_of
from bot.catalogue.render.names import FORMATS_WITHIN, shown_title
from bot.catalogue.render.series import trailer_title
from bot.catalogue.revisions import Plan, Revision, UpdateKind, moving_along
from bot.dates.airdate import AirDate, Move, Precision, Shift
from bot.dates.facts import FactKind
from bot.delivery.model import (
    AnnouncementSubject,
    EditionDaySubject,
    EditionSubject,
    FeedPostSubject,
    FeedReviewSubject,
    NewsSubject,
    PanelSubject,
    ReleaseSubject,
    Subject,
    TicketsSubject,
    UpdateSubject,
)
from bot.delivery.render.conventions import part_of_edition
from bot.ui import components
from bot.ui.text import air_date, count, escape, length, link, stamp, vague_date
from bot.web.links import BUTTON_ADDRESS_LENGTH, web_address


def headline(subject: UpdateSubject) -> str:
    """Say what an update is about, in a few words without a full stop: "delayed by a week"."""
    update, told = subject.update, subject.update.announced
    if isinstance(update.new_item, Trailer):
        return "new trailer"
    if isinstance(update.new_item, Service):
        return f"on {escape(update.new_item.name, 60)}"
    if isinstance(update.new_item, RelatedEntry):
        return "a sequel is announced"
    if told is None:
        return "changed"
    release, happened = subject.release, _happened(update.kind, told)
    # That it is of a premiere goes without saying.
    if release is None or release.kind is ReleaseKind.PREMIERE:
        return happened
    if release.kind in WEEKLY and _is_taken_back(told):
        return f"{count(subject.series.episodes or 0, 'episode')} now" if _is_beyond_the_last(subject) else "on a break"
    return f"{release_names.in_sentence(release)} {happened}"


def _happened(kind: UpdateKind, told: Revision) -> str:
    far = far_words(told)
    match kind:
        case UpdateKind.ANNOUNCED:
            return "date announced"
        case UpdateKind.REFINED:
            return "more exact date"
        case UpdateKind.BREAK:
            return f"{far} later"
        case UpdateKind.BROUGHT_FORWARD:
            return f"brought forward by {far}" if far else "brought forward"
        case UpdateKind.CANCELLED:
            return "cancelled" if told.new.cancelled else "no longer cancelled"
        case _ if told.shift is Shift.VAGUER:
            return "date open again"
        case _ if far is None and not told.new.date.is_exact:
            return f"delayed to {vague_date(told.new.date)}"
        case _:
            return f"delayed by {far}" if far else "delayed"


def _is_taken_back(told: Revision) -> bool:
    """Tell whether a release that had a date has none any more."""
    return told.new.date.precision is Precision.TBA and not told.new.cancelled and told.shift is Shift.VAGUER


def _is_beyond_the_last(subject: UpdateSubject) -> bool:
    """Tell whether an episode is of a number that the series no longer comes to."""
    release, episodes = subject.release, subject.series.episodes
    return release is not None and episodes is not None and (release.number or 0) > episodes


def far_words(told: Revision) -> str | None:
    """Say how far a date moved, either way: "a week", "3 days", "a season"; None where the dates don't tell."""
    return length_of(Move(told.old.date, told.new.date))


def _at(date: AirDate) -> str:
    """Show a date that is over with: nobody needs to know how far off it is."""
    return f"<t:{int(date.earliest.timestamp())}:F>" if date.is_exact and date.earliest else vague_date(date)


def update_embed(subject: UpdateSubject) -> discord.Embed | None:
    """Show an update as everybody sees it; give None for a trailer, whose player leaves no place for an embed."""
    update, series = subject.update, subject.series
    if isinstance(update.new_item, Trailer):
        return None
    embed = discord.Embed(
        title=f"{shown_title(series, 150)}: {headline(subject)}",
        description=_description(subject),
        colour=colour_of(series),
        url=web_address(series.site),
    )
    return embed.set_thumbnail(url=web_address(series.picture))


def trailer_lines(subject: UpdateSubject) -> list[str]:
    """Write the lines of a new trailer: its series and name, and its bare address, which Discord makes a player."""
    trailer = subject.update.new_item
    if not isinstance(trailer, Trailer):
        return []
    name = f" · {escape(trailer_title(trailer), 100)}" if trailer.name else ""
    lines = [f"**{shown_title(subject.series, 150)}**: new trailer{name}"]
    address = web_address(trailer.url, BUTTON_ADDRESS_LENGTH)
    return [*lines, address] if address else lines


def _description(subject: UpdateSubject) -> str | None:
    match subject.update.new_item:
        case Service() as service:
            return _service(service)
        case RelatedEntry() as sequel:
            return _sequel(sequel)
        case _:
            return _date(subject)


def _sequel(sequel: RelatedEntry) -> str:
    known = ", ".join(fact for fact in (FORMATS_WITHIN[sequel.format], str(sequel.year or "")) if fact)
    named = f"**{escape(sequel.title, 200) or 'Its sequel'}** ({known})"
    return f"{named} follows it. Add it to the watchlist to hear when it comes."


def _service(service: Service) -> str:
    since = f", since {vague_date(service.since)}" if service.since and service.since.earliest else ""
    return f"It streams on {link(service.name, service.url, 60)}{since}."


def _date(subject: UpdateSubject) -> str | None:
    told, release = subject.update.announced, subject.release
    if told is None or release is None:
        return None
    name = release_names.in_sentence(release)
    sentences = [f"{name[0].upper()}{name[1:]}{release_names.on_service(release)} {_became(told)}."]
    if along := moving_along(told, subject.update.revisions):
        which = "episode" if release.kind is ReleaseKind.PREMIERE else "following episode"
        sentences.append(f"The {which} moves, too." if along == 1 else f"The {count(along, which)} move, too.")
    if _is_beyond_the_last(subject) and _is_taken_back(told):
        last = subject.series.episodes or 0
        return f"It ends with episode {last}: {name} isn't planned any more."
    if others := sum(_is_taken_back(each) for each in subject.update.revisions if each != told):
        have = "has" if others == 1 else "have"
        sentences.append(f"{count(others, 'other episode')} {have} no date any more, either.")
    return " ".join(sentences)


def _became(told: Revision) -> str:
    old, new = told.old, told.new
    if new.cancelled:
        return f"was due {_at(old.date)} and has been cancelled" if old.date.earliest else "has been cancelled"
    if old.cancelled:
        return f"is on again: {air_date(new.date)}"
    if old.date.precision is Precision.TBA:
        return f"is due {air_date(new.date)}"
    if new.date.precision is Precision.TBA:
        return f"no longer has a date; it was due {_at(old.date)}"
    if told.shift is Shift.VAGUER:
        return f"is no longer due {_at(old.date)}, but some time in {vague_date(new.date)}"
    if told.shift is Shift.REFINED:
        return f"is due {air_date(new.date)}; before, only {vague_date(old.date)} was known"
    if old.date.is_exact or new.date.is_exact:  # shown as each reader's clock has it
        return f"moves from {_at(old.date)} to {air_date(new.date)}"
    return f"moves {move_words(Move(old.date, new.date))}"


def struck_release(title: str, plan: Plan, *, is_countdown: bool) -> discord.Embed:
    """Strike out a countdown to a date that has moved, or a post that something is out; `title` is what it said."""
    if plan.cancelled:
        words = "It was cancelled." if is_countdown else "It didn't come out then."
    elif plan.date.is_exact and plan.date.earliest:
        words = f"It moved to {stamp(plan.date.earliest)}."
    elif plan.date.precision is Precision.TBA:
        words = "It no longer has a date."
    else:
        words = f"It moved to {vague_date(plan.date)}."
    return discord.Embed(title=f"~~{title}~~", description=f"**{words}**", colour=components.QUIET_COLOUR)


SUBJECT_NAME_LENGTH = 100
_SERVICE_LENGTH = 40
_GONE = {
    FactKind.RELEASE: "a release that is no longer in the catalogue",
    FactKind.EDITION: "a convention that is no longer in the catalogue",
    FactKind.EDITION_DAY: "a convention's day that is no longer in the catalogue",
    FactKind.TICKETS: "tickets of a convention that is no longer in the catalogue",
    FactKind.PANEL: "a panel that is no longer on the programme",
    FactKind.NEWS: "news that is no longer in the catalogue",
    FactKind.ANNOUNCEMENT: "a deleted announcement",
    FactKind.UPDATE: "a change to a series that is no longer in the catalogue",
    FactKind.FEED_POST: "an item of a feed that is no longer followed",
    FactKind.FEED_REVIEW: "an item of a feed that is no longer followed",
}


def named(subject: Subject | None, kind: FactKind, limit: int = SUBJECT_NAME_LENGTH) -> str:
    """Name a subject: "Metallic Rouge: episode 3"; for one that is gone, name the kind it was of.

    What somebody typed of it takes `limit` characters at most.
    """
    match subject:
        case None:
            return _GONE[kind]
        case ReleaseSubject(release, series, together):
            on = release_names.on_service(release, min(limit, _SERVICE_LENGTH))
            return f"{shown_title(series, limit)}: {release_names.after_series(release, together)}{on}"
        case EditionSubject(edition):
            return escape(edition.name, limit)
        case EditionDaySubject() | TicketsSubject() | PanelSubject():
            return part_of_edition(subject, limit)
        case NewsSubject(news):
            return escape(news.headline, limit)
        case AnnouncementSubject(announcement):
            return escape(announcement.typed.title, limit) or "an announcement"
        case UpdateSubject(_, series):
            return f"{shown_title(series, limit)}: {headline(subject)}"
        case FeedPostSubject(post):
            return escape(post.shown_title, limit) or "an item of a feed"
        case FeedReviewSubject(post, _):
            return f"{escape(post.shown_title, limit) or 'an item of a feed'}, for approval"


def step(lead: timedelta) -> str:
    """Name a step of a countdown: ", 1 day before"; give an empty text for the moment itself."""
    return f", {length(lead)} before" if lead else ""
