"""Lists that are paged through: each reads a page alone, goes to a page by its number, and shows what there is now."""

import re
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import pytest
from sqlalchemy import Column, Engine, Table, delete, event, insert
from sqlalchemy.util import await_only

from bot.announcements.render.announcements import ANNOUNCEMENTS_PAGE_SIZE
from bot.announcements.tables import announcements
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.render.airing import EPISODES_PAGE_SIZE
from bot.catalogue.render.browsing import BROWSE_PAGE_SIZE, SEASON_PAGE_SIZE
from bot.catalogue.render.history import HISTORY_PAGE_SIZE
from bot.catalogue.store import catalogue
from bot.catalogue.tables import changes, releases, series
from bot.conventions.render.listing import EDITIONS_PAGE_SIZE
from bot.conventions.tables import editions
from bot.database.engine import Connection
from bot.dates.airdate import AirDate
from bot.delivery.render.status import LINES_PER_PAGE, STATUS_PAGE_SIZE
from bot.delivery.tables import deliveries
from bot.feeds.render.feeds import FEEDS_PAGE_SIZE
from bot.feeds.tables import feed_follows, feeds
from bot.subscriptions.render.channels import SUBSCRIPTIONS_PAGE_SIZE
from bot.subscriptions.render.watchlist import WATCHLIST_PAGE_SIZE
from bot.subscriptions.tables import subscription_leads, subscriptions, watchlist
from sandbox.client import Reply
from sandbox.world import changes as sandbox_changes
from tests.wire.guild import SandboxGuild

pytestmark = pytest.mark.at("2024-01-03T12:00:00Z")

PAGES: Final = 4
"""As many as a list needs to have a page asked for by its number."""
FIRST_ID: Final = 1_000_000
"""Entry number 7 has the id 1,000,007, and stands before number 8, or after it where the latest is first."""
A_MINUTE: Final = timedelta(minutes=1)
Fill = Callable[[SandboxGuild, Connection, Sequence[int]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: how entries come into it, by what they are taken out, and how it is opened and read."""

    fill: Fill
    known_by: Column[Any]
    size: int
    command: str
    options: tuple[tuple[str, str], ...] = ()
    choose: str | None = None
    """What of a menu opens it, on what the command shows."""
    latest_first: bool = False
    entry: str = r"Entry ([0-9]+)"

    async def open(self, guild: SandboxGuild) -> Reply:
        shown = await guild.moderator.slash(self.command, dict(self.options))
        return await guild.moderator.select(shown, [self.choose]) if self.choose else shown

    def on(self, page: Reply) -> list[int]:
        """The numbers of the entries on a page, from top to bottom."""
        return list(dict.fromkeys(int(number) for number in re.findall(self.entry, page.text)))

    async def add(self, guild: SandboxGuild, numbers: Sequence[int]) -> None:
        async with guild.database.write() as db:
            await self.fill(guild, db, numbers)

    async def take_out(self, guild: SandboxGuild, numbers: Sequence[int]) -> None:
        async with guild.database.write() as db:
            gone = self.known_by.in_([FIRST_ID + number for number in numbers])
            await db.execute(delete(self.known_by.table).where(gone))


async def _insert(db: Connection, table: Table, numbers: Sequence[int], row: Callable[[int], dict[str, Any]]) -> None:
    await db.execute(insert(table), [{"id": FIRST_ID + each, **row(each)} for each in numbers])


async def some_series(db: Connection, numbers: Sequence[int]) -> None:
    """Series of a season in which there are no others, the first the best known."""
    facts = {"format": "tv", "year": 2029, "season": 0}
    await _insert(
        db,
        series,
        numbers,
        lambda each: {
            "slug": f"entry-{each}",
            "title_english": f"Entry {each}",
            "popularity": FIRST_ID - each,
            **facts,
        },
    )


async def fill_season(_: SandboxGuild, db: Connection, numbers: Sequence[int]) -> None:
    await some_series(db, numbers)


async def fill_watchlist(guild: SandboxGuild, db: Connection, numbers: Sequence[int]) -> None:
    await some_series(db, numbers)
    row = {"guild_id": guild.id, "added_by": guild.moderator_id}
    rows = [row | {"series_id": FIRST_ID + each, "added_at": guild.clock.now() + each * A_MINUTE} for each in numbers]
    await db.execute(insert(watchlist), rows)


async def fill_upcoming(guild: SandboxGuild, db: Connection, numbers: Sequence[int]) -> None:
    await fill_watchlist(guild, db, numbers)
    airs = guild.clock.now() + timedelta(days=1)
    await catalogue.add_releases(
        db,
        [
            Release(0, FIRST_ID + each, ReleaseKind.EPISODE, AirDate.instant(airs + each * A_MINUTE), number=2)
            for each in numbers
        ],
    )


async def fill_episodes(guild: SandboxGuild, db: Connection, numbers: Sequence[int]) -> None:
    if 1 in numbers:
        await some_series(db, [1])
    aired = guild.clock.now() - timedelta(days=100)
    facts = {"series_id": FIRST_ID + 1, "kind": "episode", "precision": "instant", "zone": "UTC"}

    def row(each: int) -> dict[str, Any]:
        at = aired + each * A_MINUTE
        return facts | {"number": each, "earliest": at, "latest": at, "anchor_at": at}

    await _insert(db, releases, numbers, row)


async def fill_conventions(guild: SandboxGuild, db: Connection, numbers: Sequence[int]) -> None:
    if 1 in numbers:
        await db.execute(delete(editions))
    begins = guild.clock.now() + timedelta(days=10)
    facts = {"convention": "Con", "zone": "UTC", "city": "Town", "country": "JP"}

    def row(each: int) -> dict[str, Any]:
        opens = begins + each * timedelta(days=1)
        days = {"first_day": opens.date(), "last_day": opens.date()}
        known = {"slug": f"entry-{each}", "name": f"Entry {each}", "anchor_at": opens, "over_at": opens + A_MINUTE}
        return facts | days | known

    await _insert(db, editions, numbers, row)


async def fill_channels(guild: SandboxGuild, db: Connection, numbers: Sequence[int]) -> None:
    await some_series(db, numbers)
    facts = {"guild_id": guild.id, "channel_id": guild.channels["chat"], "topic": "releases"}
    by = {"created_by": guild.moderator_id, "created_at": guild.clock.now()}
    await _insert(db, subscriptions, numbers, lambda each: facts | by | {"series_id": FIRST_ID + each})
    lead = {"before": timedelta(0), "episodes": True}
    await db.execute(insert(subscription_leads), [lead | {"subscription_id": FIRST_ID + each} for each in numbers])


async def _announcements(
    guild: SandboxGuild, db: Connection, numbers: Sequence[int], first_due: timedelta, *, each_after: timedelta
) -> None:
    begins = guild.clock.now() + first_due
    facts = {"guild_id": guild.id, "author_id": guild.moderator_id, "state": "scheduled", "created_at": begins}
    text = {"text": "", "link": "", "image": "", "typed_when": ""}
    await _insert(
        db,
        announcements,
        numbers,
        lambda each: facts | text | {"title": f"Entry {each}", "due_at": begins + each * each_after},
    )


async def fill_announcements(guild: SandboxGuild, db: Connection, numbers: Sequence[int]) -> None:
    await _announcements(guild, db, numbers, timedelta(days=1), each_after=A_MINUTE)


async def fill_posted(guild: SandboxGuild, db: Connection, numbers: Sequence[int]) -> None:
    await _announcements(guild, db, numbers, timedelta(days=-1), each_after=A_MINUTE)
    due = guild.clock.now() - timedelta(days=1)
    facts = {"subscription_id": 1, "guild_id": guild.id, "channel_id": guild.channels["chat"], "kind": "announcement"}
    sent = {"lead": timedelta(0), "state": "sent", "message_id": FIRST_ID}

    def row(each: int) -> dict[str, Any]:
        at = due + each * A_MINUTE
        return facts | sent | {"occasion": f"{each}", "fact_id": FIRST_ID + each, "anchor_at": at, "due_at": at}

    await _insert(db, deliveries, numbers, row)


async def fill_history(guild: SandboxGuild, db: Connection, numbers: Sequence[int]) -> None:
    if 1 in numbers:
        await _insert(db, series, [0], lambda _: {"slug": "changed", "title_english": "Changed", "format": "tv"})
    facts = {"guild_id": guild.id, "actor": str(guild.moderator_id), "kind": "series", "fact_id": FIRST_ID}
    began = guild.clock.now() - timedelta(days=100)

    def row(each: int) -> dict[str, Any]:
        old, new = ({"value": value, "by": guild.moderator_id, "at": None} for value in ("Other", f"Entry {each}"))
        return facts | {"field": "studio", "at": began + each * A_MINUTE, "old": old, "new": new}

    await _insert(db, changes, numbers, row)


async def fill_feeds(guild: SandboxGuild, db: Connection, numbers: Sequence[int]) -> None:
    now = guild.clock.now()
    about = {"due_at": now + timedelta(days=1)}
    await _insert(
        db, feeds, numbers, lambda each: about | {"address": f"https://{each}.example/", "title": f"Entry {each}"}
    )
    facts = {"guild_id": guild.id, "channel_id": guild.channels["chat"], "topic": "feeds"}
    by = {"created_by": guild.moderator_id, "created_at": now}
    await _insert(db, subscriptions, numbers, lambda each: facts | by | {"feed_id": FIRST_ID + each})
    chosen = {"guild_id": guild.id, "wanted": [], "unwanted": [], "line": ""}
    rows = [chosen | {"subscription_id": FIRST_ID + each, "feed_id": FIRST_ID + each} for each in numbers]
    await db.execute(insert(feed_follows), rows)


LISTS: Final = {
    "season": Listed(fill_season, series.c.id, SEASON_PAGE_SIZE, "season", (("which", "winter 2029"),)),
    "watchlist": Listed(fill_watchlist, watchlist.c.series_id, WATCHLIST_PAGE_SIZE, "watchlist show"),
    "upcoming": Listed(
        fill_upcoming, watchlist.c.series_id, BROWSE_PAGE_SIZE, "upcoming", (("watchlist", "true"), ("days", "60"))
    ),
    "episodes": Listed(
        fill_episodes,
        releases.c.id,
        EPISODES_PAGE_SIZE,
        "series",
        (("series", "entry-1"),),
        choose="episodes",
        entry=r"\*\*([0-9]+)\*\* ·",
    ),
    "conventions": Listed(fill_conventions, editions.c.id, EDITIONS_PAGE_SIZE, "conventions"),
    "channel list": Listed(fill_channels, subscriptions.c.id, SUBSCRIPTIONS_PAGE_SIZE, "channel list"),
    "channel status": Listed(fill_channels, subscriptions.c.id, STATUS_PAGE_SIZE, "channel status"),
    "channel log": Listed(fill_posted, deliveries.c.id, LINES_PER_PAGE, "channel log", latest_first=True),
    "feeds": Listed(fill_feeds, subscriptions.c.id, FEEDS_PAGE_SIZE, "feed list"),
    "announcements": Listed(fill_announcements, announcements.c.id, ANNOUNCEMENTS_PAGE_SIZE, "announcements"),
    "posted": Listed(fill_posted, announcements.c.id, ANNOUNCEMENTS_PAGE_SIZE, "announcements", latest_first=True),
    "history": Listed(
        fill_history,
        changes.c.id,
        HISTORY_PAGE_SIZE,
        "catalogue history",
        (("series", "changed"),),
        latest_first=True,
    ),
}


@pytest.fixture(params=LISTS)
async def listed(request: pytest.FixtureRequest, guild: SandboxGuild) -> Listed:
    """A list of four whole pages."""
    found = LISTS[request.param]
    await found.add(guild, range(1, PAGES * found.size + 1))
    return found


class Reader:
    """Somebody who turns the pages of a list, and knows what is on it."""

    def __init__(self, guild: SandboxGuild, listed: Listed) -> None:
        self._guild, self._listed = guild, listed
        self.numbers = set(range(1, PAGES * listed.size + 1))

    def due(self, page: int) -> list[int]:
        """What is to be on a page, counted from 1."""
        in_order = sorted(self.numbers, reverse=self._listed.latest_first)
        return in_order[(page - 1) * self._listed.size :][: self._listed.size]

    def sees(self, shown: Reply, page: int, of: int) -> bool:
        """Whether it is this page, and nothing else is on it than what is to be."""
        return f"Page {page} of {of}" in shown.text and self._listed.on(shown) == self.due(page)

    async def take_out(self, numbers: Sequence[int]) -> None:
        await self._listed.take_out(self._guild, numbers)
        self.numbers -= set(numbers)

    async def add(self, number: int) -> None:
        await self._listed.add(self._guild, [number])
        self.numbers.add(number)

    async def press(self, shown: Reply, label: str) -> Reply:
        return await self._guild.moderator.click(shown, label)

    async def go_to(self, shown: Reply, typed: str) -> Reply:
        """Type a page's number in the form that the button with the present one opens."""
        label = next(each.label for each in shown.buttons if each.label.startswith("Page "))
        return await self._guild.moderator.submit(await self.press(shown, label), Page=typed)


async def test_any_page_is_gone_to_by_its_number(guild: SandboxGuild, listed: Listed) -> None:
    reader = Reader(guild, listed)
    first = await listed.open(guild)
    assert reader.sees(first, 1, of=4)

    form = await reader.press(first, "Page 1 of 4")
    assert "A number from 1 to 4." in form.modal.text
    third = await reader.go_to(first, " 3 ")
    assert third.id == first.id
    assert reader.sees(third, 3, of=4)
    second = await reader.go_to(third, "\N{FULLWIDTH DIGIT TWO}")
    assert reader.sees(second, 2, of=4)
    last = await reader.go_to(second, "9" * 4000)
    assert reader.sees(last, 4, of=4)

    for nonsense in ("x", "0", "-1", "1.5"):
        refused = await reader.go_to(last, nonsense)
        assert refused.ephemeral
        assert refused.id != first.id
        assert "Type a number from 1 to 4." in refused.content


async def test_a_page_shows_what_is_there_when_it_is_turned_to(guild: SandboxGuild, listed: Listed) -> None:
    reader, size = Reader(guild, listed), listed.size
    second = await reader.press(await listed.open(guild), "Next")
    assert reader.sees(second, 2, of=4)

    await reader.take_out([1, PAGES * size])
    third = await reader.press(second, "Next")
    assert reader.sees(third, 3, of=4)
    await reader.add(0)
    await reader.add(PAGES * size + 1)
    await reader.add(PAGES * size + 2)
    assert reader.sees(await reader.press(third, "Next"), 4, of=5)


async def test_an_old_button_beyond_the_end_shows_the_last_page(guild: SandboxGuild, listed: Listed) -> None:
    reader, size = Reader(guild, listed), listed.size
    third = await reader.go_to(await listed.open(guild), "3")
    assert reader.sees(third, 3, of=4)

    await reader.take_out(range(size + 2, PAGES * size + 1))
    last = await reader.press(third, "Next")
    assert reader.sees(last, 2, of=2)
    assert last.button("Page 2 of 2").disabled
    await reader.take_out(range(1, size + 2))
    empty = await reader.press(last, "Back")
    assert listed.on(empty) == []
    assert not [each for each in empty.buttons if each.label in {"Back", "Next"}]


async def test_everybody_goes_to_a_page_of_what_everybody_sees(guild: SandboxGuild) -> None:
    listed = LISTS["watchlist"]
    await listed.add(guild, range(1, PAGES * listed.size + 1))

    form = await guild.member.click(await listed.open(guild), "Page 1 of 4")

    assert "Page 4 of 4" in (await guild.member.submit(form, Page="4")).text


async def test_a_moderator_who_is_one_no_more_goes_to_no_page_with_the_form(guild: SandboxGuild) -> None:
    listed = LISTS["channel list"]
    await listed.add(guild, range(1, PAGES * listed.size + 1))
    deputy_id = sandbox_changes.create_account(guild.sandbox.world, "deputy", guild_id=guild.id).id
    member = guild.sandbox.guild.members[deputy_id]
    member["roles"].append(str(guild.sandbox.roles["Moderator"]))
    async with guild.sandbox.person("deputy") as deputy:
        form = await deputy.click(await deputy.slash("channel list"), "Page 1 of 4")
        member["roles"].clear()

        assert "Only moderators can do this" in (await deputy.submit(form, Page="4")).content


@contextmanager
def taken_out_amid(listed: Listed, guild: SandboxGuild, numbers: Sequence[int]) -> Iterator[list[str]]:
    """Take entries out when it is known how many there are, and the fourth page is about to be read.

    Gives the statements before which that was done.
    """
    before: list[str] = []

    def take_out(_c: object, _cursor: object, statement: str, values: tuple[object, ...], *_: object) -> None:
        if "OFFSET" in statement and values[-1] == 3 * listed.size and not before:
            before.append(statement)
            await_only(listed.take_out(guild, numbers))

    event.listen(Engine, "before_cursor_execute", take_out)
    try:
        yield before
    finally:
        event.remove(Engine, "before_cursor_execute", take_out)


async def test_a_page_is_of_one_moment(guild: SandboxGuild, listed: Listed) -> None:
    reader, size = Reader(guild, listed), listed.size
    first = await listed.open(guild)

    with taken_out_amid(listed, guild, range(2, PAGES * size)) as statements:
        last = await reader.go_to(first, "4")

    assert len(statements) == 1
    assert reader.sees(last, 4, of=4)
    assert listed.on(await reader.press(last, "Back")) == (
        [PAGES * size, 1] if listed.latest_first else [1, PAGES * size]
    )
