"""The conventions that come with Yokoku."""

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.conventions import shipped
from bot.conventions.model import EditionOrigin
from bot.conventions.places import contradicts, countries
from bot.conventions.store import editions
from bot.database.engine import Database
from bot.database.tables import set_conventions_fingerprint
from bot.dates.airdate import Precision
from bot.exchange import starter
from bot.web.links import web_address
from tests.database.stores import open_new

NOW = datetime(2026, 12, 3, tzinfo=UTC)
TEXT = resources.files("bot.conventions").joinpath("conventions.json").read_text("utf-8")


def clock() -> datetime:
    return NOW


@pytest.fixture
async def database(tmp_path: Path) -> Database:
    return await open_new(tmp_path / "yokoku.db", clock)


def test_the_file_is_sound() -> None:
    found = shipped.read(TEXT)

    assert len({one.convention for one in found}) >= 60
    assert {one.first_day.year for one in found} >= {2026, 2027}
    for one in found:
        assert one.source, one.name
        assert one.country in countries(), one.name
        assert ZoneInfo(one.zone).key == one.zone, one.name
        assert contradicts(one.zone, one.city, one.country, one.first_day) is None, one.name
        assert one.first_day <= one.last_day, one.name
        assert not one.is_dated or one.last_day - one.first_day < timedelta(days=10), one.name
        assert one.site is None or web_address(one.site) == one.site, one.name
    vague = {one.name for one in found if one.precision is Precision.MONTH}
    assert vague == {"Niconico Chokaigi 2027", "Japan Weekend Madrid February 2027"}


async def test_it_is_taken_in_once_and_nothing_stands_twice_beside_the_starter_catalogue(database: Database) -> None:
    await starter.load_once(database, clock)

    taken = await shipped.take_in(database)
    again = await shipped.take_in(database)

    async with database.read() as db:
        held = await editions.all_editions(db)
    await database.close()
    assert (taken, again) == (len(shipped.read(TEXT)), 0)
    days = Counter((one.convention, one.first_day) for one in held)
    assert days.most_common(1)[0][1] == 1
    assert len(held) == 12 + taken - 1, "AnimeJapan 2026 is in both"
    (japan,) = [one for one in held if one.name == "AnimeJapan 2026"]
    assert (japan.last_day.day, japan.last_public_day, japan.venue) == (
        31,
        japan.first_day + timedelta(1),
        "Tokyo Big Sight",
    )


async def test_a_newer_file_changes_what_nobody_has_and_leaves_what_people_said(database: Database) -> None:
    await shipped.take_in(database)
    async with database.write() as db:
        expo = await editions.edition_by_slug(db, "anime-expo-2027")
        assert expo is not None
        owners = replace(expo, venue="Their word", origin=EditionOrigin.OWNERS)
        await editions.save_edition(db, owners)
        own = replace(expo, venue="A server's word", origin=EditionOrigin.MODERATORS)
        await editions.save_edition(db, own, guild_id=7)
        await set_conventions_fingerprint(db, "an older file")
    newer = json.loads(TEXT)
    for entry in newer["conventions"]:
        entry["venue"] = "New"
    text = json.dumps(newer)

    async with database.write() as db:
        changed = await shipped.store_shipped(db, shipped.read(text))
    async with database.read() as db:
        shared = await editions.edition_by_slug(db, "anime-expo-2027")
        theirs = await editions.edition_by_slug(db, "anime-expo-2027", guild_id=7)
        other = await editions.edition_by_slug(db, "anime-expo-2026")
    await database.close()
    assert changed > 100
    assert (shared and shared.venue, theirs and theirs.venue) == ("Their word", "A server's word")
    assert other is not None
    assert other.venue == "New"
