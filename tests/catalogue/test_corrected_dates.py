from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.catalogue.corrected_dates import say_date, take_back_date, undo
from bot.catalogue.corrections import add_series, correct
from bot.catalogue.model import Editor, Series
from bot.catalogue.records import Change
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.database.engine import Connection
from bot.database.tables import move_watermark
from bot.dates.airdate import AirDate
from bot.dates.facts import FactKind
from bot.delivery.model import State
from bot.delivery.store import due, fan_out, lookahead
from bot.delivery.store.subjects import subjects_seen
from bot.delivery.tables import deliveries
from bot.errors import TooLate
from bot.subscriptions.model import Lead, Subscription, Topic
from bot.subscriptions.store import channels
from tests.catalogue.editing import (
    LATER,
    MODERATOR,
    NOW,
    ONE,
    OWNER,
    PREMIERE,
    WEEK,
    anilist_says,
    dates,
    episode,
    exactly,
    history_of,
    premiere,
    rows,
    weekly,
)

MOVED = PREMIERE + timedelta(days=2)


async def said(db: Connection, series: Series, release: Release, editor: Editor = MODERATOR) -> Change:
    change = await say_date(db, series.id, release, editor, at=NOW)
    assert change is not None
    return change


async def shared_premiere(db: Connection, series: Series) -> Release:
    return next(each for each in await catalogue.own_releases(db, series.id, None) if each.number == 1)


async def test_a_guilds_premiere_is_dated_alone_and_in_that_guild(store: Connection) -> None:
    series = await anilist_says(store)

    await said(store, series, premiere(exactly(MOVED)))

    assert await dates(store, series, 1) == [MOVED, *weekly(PREMIERE)[1:]]
    assert await dates(store, series, 2) == await dates(store, series, None) == weekly(PREMIERE)


async def test_taken_back_the_shared_date_stands_again(store: Connection) -> None:
    series = await anilist_says(store)
    shared = await shared_premiere(store, series)

    await said(store, series, premiere(exactly(MOVED)))
    await said(store, series, premiere(exactly(MOVED + WEEK)))
    await anilist_says(store, ONE, *rows(PREMIERE + WEEK))
    assert MOVED + WEEK in await dates(store, series, 1)
    await take_back_date(store, series.id, shared.id, MODERATOR, at=LATER)

    assert await dates(store, series, 1) == weekly(PREMIERE + WEEK)
    assert await take_back_date(store, series.id, shared.id, MODERATOR, at=LATER) is None


async def test_an_owners_date_stands_for_everybody_until_it_is_taken_back(store: Connection) -> None:
    series = await anilist_says(store)
    third = next(each for each in await catalogue.own_releases(store, series.id, None) if each.number == 3)

    await said(store, series, episode(3, exactly(MOVED)), OWNER)
    await anilist_says(store, ONE, *rows(PREMIERE + WEEK))
    assert MOVED in await dates(store, series, 2)

    await take_back_date(store, series.id, third.id, OWNER, at=LATER)
    assert await dates(store, series, 2) == weekly(PREMIERE + WEEK)


@pytest.mark.parametrize("editor", [MODERATOR, OWNER])
async def test_what_is_cancelled_comes_back_when_that_is_undone(store: Connection, editor: Editor) -> None:
    series = await anilist_says(store)

    change = await said(store, series, replace(premiere(exactly(PREMIERE)), cancelled=True), editor)
    assert await dates(store, series, 1) == weekly(PREMIERE)[1:]
    assert await dates(store, series, 2) == weekly(PREMIERE)[editor is OWNER :]

    await undo(store, change.id, editor, at=LATER)
    assert await dates(store, series, 1) == weekly(PREMIERE)


@pytest.mark.parametrize("editor", [MODERATOR, OWNER])
async def test_a_release_that_nobody_knew_is_added_and_undone(store: Connection, editor: Editor) -> None:
    series = await anilist_says(store)
    disc = Release(0, 0, ReleaseKind.HOME_VIDEO, AirDate.day(date(2024, 6, 1)), number=1, service="Shop")

    change = await said(store, series, disc, editor)
    assert len(await catalogue.releases_of(store, series.id, guild_id=1)) == 5
    again = await said(store, series, replace(disc, date=AirDate.day(date(2024, 7, 1)), service="SHOP"), editor)
    assert len(await catalogue.releases_of(store, series.id, guild_id=1)) == 5

    with pytest.raises(TooLate):
        await undo(store, change.id, editor, at=LATER)
    await undo(store, again.id, editor, at=LATER)
    kept = next(each for each in await catalogue.releases_of(store, series.id, guild_id=1) if each.service)
    assert kept.date == disc.date


async def test_an_added_episode_goes_when_its_addition_is_undone(store: Connection) -> None:
    series = await anilist_says(store)
    change = await said(store, series, episode(9, exactly(PREMIERE + 20 * WEEK)), OWNER)

    await undo(store, change.id, OWNER, at=LATER)

    assert await dates(store, series, None) == weekly(PREMIERE)


async def test_what_is_not_counted_is_dated_and_undone_beside_the_episode_of_its_number(store: Connection) -> None:
    series = await anilist_says(store)
    between = replace(episode(3, exactly(MOVED)), label="3.5")
    await said(store, series, between)
    change = await said(store, series, replace(between, date=exactly(MOVED + WEEK)))
    assert await dates(store, series, 1) == sorted([*weekly(PREMIERE), MOVED + WEEK])

    await undo(store, change.id, MODERATOR, at=LATER)
    assert await dates(store, series, 1) == sorted([*weekly(PREMIERE), MOVED])


async def test_an_earlier_date_of_a_persons_comes_back_with_who_said_it(store: Connection) -> None:
    series = await anilist_says(store)
    await said(store, series, premiere(exactly(MOVED)))
    change = await say_date(store, series.id, premiere(exactly(MOVED + WEEK)), replace(MODERATOR, by=70), at=LATER)
    assert change is not None

    await undo(store, change.id, replace(MODERATOR, by=71), at=LATER)

    assert MOVED in await dates(store, series, 1)
    latest = (await history_of(store, series.id, 1))[0]
    assert latest.person == 71
    assert latest.new is not None
    assert (latest.new.by, latest.new.at) == (MODERATOR.by, NOW)


async def test_the_history_tells_sources_and_peoples_dates_once_each(store: Connection) -> None:
    series = await anilist_says(store)
    await anilist_says(store, ONE, premiere(exactly(PREMIERE + WEEK)))
    await said(store, series, premiere(exactly(MOVED)), OWNER)
    await said(store, series, premiere(exactly(MOVED + WEEK)), MODERATOR)

    told = {
        (each.actor, each.old and each.old.value.date.earliest, each.new and each.new.value.date.earliest)
        for each in await history_of(store, series.id, 1)
    }
    assert told == {
        ("anilist", PREMIERE, PREMIERE + WEEK),
        ("9", PREMIERE + WEEK, MOVED),
        ("7", MOVED, MOVED + WEEK),
    }
    assert len(await history_of(store, series.id, 1)) == 3
    assert len(await history_of(store, series.id, 2)) == 2


async def test_a_guilds_own_series_gets_its_dates_season_and_finale(store: Connection) -> None:
    series = await add_series(store, replace(ONE, anilist_id=None), MODERATOR, at=NOW)

    await said(store, series, premiere(exactly(PREMIERE)))
    await said(store, series, episode(5, exactly(PREMIERE + 4 * WEEK)))
    known = await catalogue.series_by_id(store, series.id)
    assert known is not None
    assert (known.year, known.season) == (2024, "winter")
    await correct(store, series.id, "episodes", 5, MODERATOR, at=NOW)
    found = await catalogue.releases_of(store, series.id, guild_id=1)
    assert [each.kind for each in found] == [ReleaseKind.PREMIERE, ReleaseKind.FINALE]


# --- posts ------------------------------------------------------------------------------------------------------------


async def subscribed(db: Connection, series: Series) -> None:
    leads = (Lead(timedelta(days=1), episodes=True), Lead(timedelta(0), episodes=True))
    for guild_id in (1, 2):
        since = NOW - timedelta(days=90)
        wanted = Subscription(0, guild_id, 10 * guild_id, Topic.RELEASES, leads, 9, since, series_id=series.id)
        await channels.subscribe(db, wanted)


async def look(db: Connection, since: datetime, until: datetime) -> None:
    """What the schedule's look does."""
    await fan_out.catch_up(db, since, until)
    facts = await due.due_between(db, since, until, await lookahead.leads_in_use(db))
    await fan_out.fan_out(db, facts, until)
    await move_watermark(db, until)


async def told(db: Connection) -> dict[int, list[tuple[datetime, int]]]:
    columns = (deliveries.c.guild_id, deliveries.c.anchor_at, deliveries.c.lead)
    found: dict[int, list[tuple[datetime, int]]] = {1: [], 2: []}
    for guild_id, anchor, lead in await db.execute(select(*columns).order_by(deliveries.c.due_at)):
        found[guild_id].append((anchor, lead.days))
    return found


async def withdrawn(db: Connection) -> dict[int, set[bool]]:
    """By guild, whether what waits for it is withdrawn as the guild sees it."""
    rows = (await db.execute(select(deliveries.c.fact_id, deliveries.c.guild_id))).all()
    keys = {(FactKind.RELEASE, fact_id, guild_id) for fact_id, guild_id in rows}
    subjects = await subjects_seen(db, keys)
    found: dict[int, set[bool]] = {}
    for key in keys:
        found.setdefault(key[2], set()).add(key not in subjects or subjects[key].fact.withdrawn)
    return found


async def test_each_guild_is_counted_down_to_its_own_date(store: Connection) -> None:
    series = await anilist_says(store, replace(ONE, episodes=1))
    await subscribed(store, series)
    await said(store, series, premiere(exactly(MOVED)))

    await look(store, NOW, MOVED)

    assert await told(store) == {1: [(MOVED, 1), (MOVED, 0)], 2: [(PREMIERE, 1), (PREMIERE, 0)]}


async def test_what_waits_for_a_date_that_a_guild_overruled_is_withdrawn_there(store: Connection) -> None:
    series = await anilist_says(store, replace(ONE, episodes=1))
    await subscribed(store, series)
    await look(store, NOW, PREMIERE)
    assert await withdrawn(store) == {1: {False}, 2: {False}}

    await said(store, series, premiere(exactly(MOVED + WEEK)))
    assert await withdrawn(store) == {1: {True}, 2: {False}}


async def test_who_was_told_of_the_shared_one_is_not_told_again_of_the_guilds_own(store: Connection) -> None:
    series = await anilist_says(store, replace(ONE, episodes=1))
    await subscribed(store, series)
    await look(store, NOW, PREMIERE + timedelta(hours=3))
    await store.execute(update(deliveries).values(state=State.SENT.value))
    before = await told(store)

    now = PREMIERE + timedelta(hours=3)
    change = await say_date(store, series.id, premiere(exactly(PREMIERE + timedelta(hours=1))), MODERATOR, at=now)
    assert change is not None
    await look(store, now, now)
    assert await told(store) == before
    await undo(store, change.id, MODERATOR, at=now)
    await look(store, now, now)
    assert await told(store) == before


async def test_where_the_shared_one_stands_again_and_is_news_it_is_told_there_alone(store: Connection) -> None:
    series = await anilist_says(store, replace(ONE, episodes=1))
    await subscribed(store, series)
    change = await said(store, series, premiere(exactly(MOVED + WEEK)))
    now = PREMIERE + timedelta(hours=3)
    await look(store, NOW, now)
    assert await told(store) == {1: [], 2: [(PREMIERE, 1), (PREMIERE, 0)]}
    await store.execute(update(deliveries).values(state=State.SKIPPED.value))

    await undo(store, change.id, MODERATOR, at=now)
    await look(store, now, now)

    assert await told(store) == {1: [(PREMIERE, 0)], 2: [(PREMIERE, 1), (PREMIERE, 0)]}


async def test_posts_have_each_guilds_words_and_share_what_nobody_corrected(store: Connection) -> None:
    series = await anilist_says(store, replace(ONE, episodes=1))
    shared = await shared_premiere(store, series)
    keys = [(FactKind.RELEASE, shared.id, guild_id) for guild_id in (1, 2, 3)]
    await correct(store, series.id, "studio", "Ours", MODERATOR, at=NOW)

    found = await subjects_seen(store, keys)

    studios = [found[key].series.studio for key in keys]  # type: ignore[union-attr]
    assert studios == ["Ours", None, None]
    assert found[keys[1]] is found[keys[2]]
    await correct(store, series.id, "hidden", True, MODERATOR, at=NOW)
    again = await subjects_seen(store, keys)
    assert [again[key].fact.withdrawn for key in keys] == [True, False, False]


async def test_nothing_comes_due_in_a_guild_that_hid_the_series(store: Connection) -> None:
    series = await anilist_says(store, replace(ONE, episodes=1))
    await subscribed(store, series)
    await correct(store, series.id, "hidden", True, MODERATOR, at=NOW)

    await look(store, NOW, PREMIERE)

    assert await told(store) == {1: [], 2: [(PREMIERE, 1), (PREMIERE, 0)]}
