"""What a post is about: a fact with all that is needed to judge it and to show it."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.announcements.model import Announcement, AnnouncementState
from bot.catalogue.model import Series
from bot.catalogue.releases import Release
from bot.catalogue.updates import Update
from bot.conventions.model import Edition, News, news_due
from bot.dates.facts import POST_STALE_AFTER
from bot.delivery.model import Fact


@dataclass(frozen=True, slots=True)
class ReleaseSubject:
    """A release and its series."""

    release: Release
    series: Series

    def __hash__(self) -> int:
        """Hash by the release: to hash a whole series takes longer than what is kept by it saves."""
        return hash(self.release)

    @property
    def fact(self) -> Fact:
        """News until the next episode takes its place."""
        anchor = self.release.date.anchor
        return Fact(anchor, self.release.cancelled, anchor and anchor + POST_STALE_AFTER)


@dataclass(frozen=True, slots=True)
class EditionSubject:
    """An edition of a convention."""

    edition: Edition

    @property
    def fact(self) -> Fact:
        """Worth telling until it is over."""
        return Fact(self.edition.opens_at, withdrawn=False, over_at=self.edition.over_at)


@dataclass(frozen=True, slots=True)
class NewsSubject:
    """A piece of news and the edition that it is from; `series_id` is the series that it is about."""

    news: News
    edition: Edition
    series_id: int | None = None

    @property
    def fact(self) -> Fact:
        """Worth telling for a week."""
        due = news_due(self.news.published, self.edition)
        return Fact(due, withdrawn=False, over_at=due + POST_STALE_AFTER)


@dataclass(frozen=True, slots=True)
class AnnouncementSubject:
    """What a guild's moderators say."""

    announcement: Announcement

    @property
    def fact(self) -> Fact:
        """Posted however late."""
        announcement = self.announcement
        withdrawn = announcement.state is not AnnouncementState.SCHEDULED
        return Fact(announcement.due_at, withdrawn, over_at=None)


@dataclass(frozen=True, slots=True)
class UpdateSubject:
    """An update of a series, with the release whose date it tells, where it tells of one."""

    update: Update
    series: Series
    release: Release | None = None

    def __hash__(self) -> int:
        """Hash by the update, as for releases."""
        return hash((self.update.id, self.update.anchor_at))

    @property
    def fact(self) -> Fact:
        """News for a week, but no longer than until what it tells of has come out."""
        update, told = self.update, self.update.announced
        over = [update.anchor_at + POST_STALE_AFTER]
        if told is not None and not told.new.cancelled and told.new.date.latest is not None:
            over.append(told.new.date.latest)
        return Fact(update.anchor_at, update.withdrawn, min(over))


Subject: TypeAlias = ReleaseSubject | EditionSubject | NewsSubject | AnnouncementSubject | UpdateSubject


def is_for_adults(subject: Subject) -> bool:
    """Tell whether a post about it may stand in age-restricted channels only."""
    match subject:
        case ReleaseSubject(_, series) | UpdateSubject(_, series):
            return series.adult
        case EditionSubject() | NewsSubject() | AnnouncementSubject():
            return False
