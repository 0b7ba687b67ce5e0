"""Facts and subscriptions as people make and change them: straight in the store, and told to the promises alike."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import insert, update

from bot.announcements import store as announcements
from bot.announcements import tables
from bot.catalogue.model import Series, Titles
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.catalogue.tables import releases
from bot.conventions.model import Edition, News
from bot.conventions.store import editions as conventions
from bot.conventions.store.news import save_news
from bot.conventions.tables import editions
from bot.database.engine import Connection, Database
from bot.dates.airdate import AirDate
from bot.dates.facts import DueFact, FactKind
from bot.delivery.model import nonce_of
from bot.delivery.store import pauses
from bot.delivery.store.edits import is_out
from bot.errors import PersonError
from bot.subscriptions.model import Lead, Subscription, Topic
from bot.subscriptions.store import channels, watchlist
from tests.catalogue.merging import redate
from tests.model.promises import Fact, Promises, Step, Subscribed

A_WEEK = timedelta(weeks=1)
LASTS = timedelta(days=1)
"""An edition is told on the mornings of its later days as well; `tests/wire/test_panels.py` has those."""
OPENS = time(9, tzinfo=UTC)
PERSON = 9
TOPICS = {
    FactKind.RELEASE: Topic.RELEASES,
    FactKind.EDITION: Topic.CONVENTIONS,
    FactKind.NEWS: Topic.CONVENTIONS,
    FactKind.ANNOUNCEMENT: Topic.ANNOUNCEMENTS,
}
HOST = Edition(
    id=0,
    slug="host",
    convention="Host",
    name="Host",
    first_day=datetime(1990, 1, 1, tzinfo=UTC).date(),
    last_day=datetime(1990, 1, 2, tzinfo=UTC).date(),
    zone="UTC",
    city="Tokyo",
    country="JP",
)
"""Long over: where the news is from."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as somebody says it, in UTC: an instant, or (`is_exact` unset) its day, at 09:00. None is "some day"."""

    at: datetime | None
    is_exact: bool = True

    @property
    def air_date(self) -> AirDate:
        """The same in the words of the bot."""
        if self.at is None:
            return AirDate.tba(zone="UTC")
        return AirDate.instant(self.at, zone="UTC") if self.is_exact else AirDate.day(self.at.date(), zone="UTC")

    @property
    def morning(self) -> datetime | None:
        """09:00 of its day."""
        return None if self.at is None else datetime.combine(self.at.date(), OPENS)

    @property
    def counted_from(self) -> datetime | None:
        """The instant that leads are counted back from."""
        return self.at if self.is_exact else self.morning


@dataclass(slots=True)
class Facts:
    """What a guild's channels can be told, by names of their own. Each is a `FactKind` with an id of the store's."""

    database: Database
    now: Callable[[], datetime]
    promises: Promises
    guild_id: int
    known: dict[str, tuple[FactKind, int]] = field(default_factory=dict)
    cancelled: dict[str, datetime | None] = field(default_factory=dict)

    async def subscribe(self, channel_id: int, topic: Topic, leads: frozenset[timedelta]) -> int:
        """Let a channel get a topic; the subscription's id."""
        now = self.now()
        asked = tuple(Lead(lead, episodes=True) for lead in sorted(leads))
        async with self.database.write() as db:
            wanted = Subscription(0, self.guild_id, channel_id, topic, asked, PERSON, now)
            made, _ = await channels.subscribe(db, wanted)
        self.promises.subscriptions[made.id] = Subscribed(topic, leads, now)
        return made.id

    async def unsubscribe(self, subscription_id: int) -> None:
        """End that."""
        async with self.database.write() as db:
            await pauses.end(db, self.guild_id, subscription_id, now=self.now())
        self.promises.end(subscription_id)

    async def add(self, name: str, kind: FactKind, when: When) -> None:
        """Somebody tells of something new."""
        async with self.database.write() as db:
            match kind:
                case FactKind.RELEASE:
                    self.known[name] = kind, await self._add_film(db, name, when)
                case FactKind.EDITION:
                    self.known[name] = kind, (await conventions.save_edition(db, _edition(name, when))).id
                case FactKind.NEWS:
                    self.known[name] = kind, await _save_news(db, name, when)
                case FactKind.ANNOUNCEMENT:
                    number, when = await self._announce(db, name, when)
                    self.known[name] = kind, number
        self.promises.facts[name] = _promised(kind, when)

    async def move(self, name: str, when: When) -> None:
        """It gets another date, or its date gets more exact, or less. What went out may not be moved by who said it."""
        kind, fact_id = self.known[name]
        now, is_release_moved = self.now(), False
        async with self.database.write() as db:
            match kind:
                case FactKind.RELEASE:
                    is_release_moved = await _move_film(db, fact_id, when, now)
                case FactKind.EDITION:
                    await conventions.save_edition(db, _edition(name, when))
                case FactKind.NEWS:
                    await _save_news(db, name, when)
                case FactKind.ANNOUNCEMENT:
                    try:
                        moved = await announcements.move(
                            db, self.guild_id, fact_id, at=when.at, typed_when="", by=PERSON, now=now, is_out=is_out()
                        )
                    except PersonError:
                        return
                    when = When(moved.due_at)
        promised = _promised(kind, when)
        if name in self.cancelled:
            self.cancelled[name], promised.date = promised.date, None
        self.promises.facts[name] = promised
        if is_release_moved:
            self.promises.release_moved(name, now)

    async def cancel(self, name: str) -> None:
        """It is cancelled, or withdrawn before it went out."""
        kind, fact_id = self.known[name]
        async with self.database.write() as db:
            if kind is FactKind.ANNOUNCEMENT:
                try:
                    await announcements.withdraw(db, self.guild_id, fact_id, by=PERSON, now=self.now(), is_out=is_out())
                except PersonError:
                    return
            else:
                await _set_cancelled(db, kind, fact_id, to=True)
        fact = self.promises.facts[name]
        self.cancelled[name], fact.date = fact.date, None

    async def restore(self, name: str) -> None:
        """It takes place after all."""
        async with self.database.write() as db:
            await _set_cancelled(db, *self.known[name], to=False)
        self.promises.facts[name].date = self.cancelled.pop(name)

    def nonce(self, step: Step) -> str:
        """What the post for a step is known by."""
        kind, fact_id = self.known[step.fact]
        occasion = DueFact(kind, fact_id, step.date, step.lead).occasion
        return nonce_of(self.database.identity, step.subscription, occasion)

    async def _add_film(self, db: Connection, name: str, when: When) -> int:
        series = await catalogue.save_series(db, Series(0, name, Titles(english=name)))
        await watchlist.add(db, self.guild_id, series.id, by=PERSON, at=self.now())
        (film,) = await catalogue.add_releases(db, [Release(0, series.id, ReleaseKind.FILM, when.air_date)])
        return film.id

    async def _announce(self, db: Connection, name: str, when: When) -> tuple[int, When]:
        """Written and scheduled; when it is due is the store's word, for what is due now is due a moment later."""
        number = len(self.known) + 1
        values = {"author_id": PERSON, "state": "draft", "text": "It is due.", "created_at": self.now()}
        empty = {"link": "", "image": "", "typed_when": ""}
        row = {"id": number, "guild_id": self.guild_id, "title": name}
        await db.execute(insert(tables.announcements).values(**row, **values, **empty))
        made = await announcements.schedule(
            db, self.guild_id, number, at=when.at, by=PERSON, now=self.now(), is_out=is_out()
        )
        return number, When(made.due_at)


async def _move_film(db: Connection, film_id: int, when: When, now: datetime) -> bool:
    film = (await catalogue.releases_by_ids(db, [film_id]))[film_id]
    series = await catalogue.series_by_id(db, film.series_id)
    assert series is not None
    return await redate(db, series, film, when.air_date, actor="somebody", at=now) is not None


def _promised(kind: FactKind, when: When) -> Fact:
    is_counted = kind in {FactKind.RELEASE, FactKind.EDITION}
    date = when.morning if kind is FactKind.EDITION else when.counted_from
    is_exact = kind is not FactKind.RELEASE or when.is_exact
    over = None
    if date is not None and kind is FactKind.EDITION:
        over = datetime.combine(date.date(), time(tzinfo=UTC)) + LASTS
    elif date is not None and kind is not FactKind.ANNOUNCEMENT:
        over = date + A_WEEK
    return Fact(TOPICS[kind], date, over, is_counted, is_exact)


def _edition(name: str, when: When) -> Edition:
    assert when.at is not None
    day = when.at.date()
    return Edition(0, name, name, name, day, day + LASTS - timedelta(days=1), "UTC", "Tokyo", "JP")


async def _save_news(db: Connection, name: str, when: When) -> int:
    host = await conventions.save_edition(db, HOST)
    return (await save_news(db, News(0, host.id, name, when.air_date), host)).id


async def _set_cancelled(db: Connection, kind: FactKind, fact_id: int, *, to: bool) -> None:
    table = releases if kind is FactKind.RELEASE else editions
    await db.execute(update(table).where(table.c.id == fact_id).values(cancelled=to))
