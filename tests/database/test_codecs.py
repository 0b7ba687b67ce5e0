"""What lies in JSON columns: written to the letter as it always was, and read again, whatever wrote it."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.announcements import store
from bot.announcements.model import AnnouncementState, TypedAnnouncement
from bot.catalogue.model import Credit, Format, Origin, Service, Source, Trailer
from bot.catalogue.records import SourceDate
from bot.catalogue.releases import ReleaseKind
from bot.catalogue.revisions import Plan
from bot.catalogue.store import records
from bot.database.types import Codec
from bot.dates.airdate import TOKYO, AirDate

AT = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
BASIS = '"basis": "stated"'
EXACT = (
    '{"precision": "instant", "earliest": "2024-01-10T16:25:00+00:00", "latest": "2024-01-10T16:25:00+00:00", '
    '"zone": "UTC"}'
)
MONTH = (
    '{"precision": "month", "earliest": "2023-12-31T15:00:00+00:00", "latest": "2024-01-31T15:00:00+00:00", '
    '"zone": "Asia/Tokyo"}'
)
TBA = '{"precision": "tba", "earliest": null, "latest": null, "zone": "Asia/Tokyo"}'
SERVICE = f'{{"name": "S", "url": "https://example.com/s", "since": {MONTH}, "regions": ["DE", "FR"]}}'
STORED: list[tuple[Codec[Any], Any, str]] = [
    (records.DATE_CODEC, None, "null"),
    (records.DATE_CODEC, AirDate.tba(), TBA),
    (records.DATE_CODEC, AirDate.instant(AT, zone="UTC"), EXACT),
    (records.DATE_CODEC, AirDate.month(2024, 1, zone=TOKYO), MONTH),
    (
        records.CREDITS_CODEC,
        (Credit("Director", "A", "B"), Credit("Music", "C")),
        '[{"role": "Director", "name": "A", "known_for": "B"}, {"role": "Music", "name": "C", "known_for": null}]',
    ),
    (
        records.SERVICES_CODEC,
        (Service("S", "https://example.com/s", AirDate.month(2024, 1), ("DE", "FR")),),
        f"[{SERVICE}]",
    ),
    (records.SERVICES_CODEC, (Service("T"),), '[{"name": "T", "url": null, "since": null, "regions": []}]'),
    (records.SERVICE_CODEC, Service("S", "https://example.com/s", AirDate.month(2024, 1), ("DE", "FR")), SERVICE),
    (
        records.TRAILERS_CODEC,
        (Trailer("One", "https://example.com/1", "PV"),),
        '[{"name": "One", "url": "https://example.com/1", "note": "PV"}]',
    ),
    (records.TRAILER_CODEC, Trailer("Two"), '{"name": "Two", "url": null, "note": null}'),
    (
        records.SOURCES_CODEC,
        (Source("AniList", "https://example.com/"),),
        '[{"name": "AniList", "url": "https://example.com/"}]',
    ),
    (records.TEXTS_CODEC, ("DE", "FR"), '["DE", "FR"]'),
    (
        records.PLANS_CODEC,
        {"12": Plan(AirDate.tba(), cancelled=True)},
        f'{{"12": {{"date": {TBA}, "cancelled": true}}}}',
    ),
    (
        records.ORIGIN_DATES_CODEC,
        {Origin.ANILIST: SourceDate(AirDate.instant(AT, zone="UTC"), by=7, at=AT)},
        f'{{"anilist": {{"date": {EXACT}, "cancelled": false, "by": 7, "at": "2024-01-10T16:25:00+00:00", {BASIS}}}}}',
    ),
    (
        records.RELEASE_CODEC,
        records.StoredRelease(ReleaseKind.EPISODE, 3, None, AirDate.tba(), cancelled=False),
        f'{{"kind": "episode", "number": 3, "service": null, "date": {TBA}, "cancelled": false, "label": null}}',
    ),
    (
        store.ANNOUNCEMENT_CODEC,
        store.StoredAnnouncement(AnnouncementState.SCHEDULED, AT, TypedAnnouncement("T", "x")),
        (
            '{"state": "scheduled", "due_at": "2024-01-10T16:25:00+00:00", '
            '"typed": {"title": "T", "text": "x", "link": "", "image": "", "when": ""}}'
        ),
    ),
    (records.field_codec("format"), Format.ONA, '"ona"'),
    (records.field_codec("credits"), (), "[]"),
    (records.field_codec("story"), "A story. 物語", '"A story. \\u7269\\u8a9e"'),
    (records.field_codec("episodes"), 12, "12"),
    (records.field_codec("adult"), True, "true"),
    (records.field_codec("hidden"), True, "true"),
    (records.field_codec("site"), None, "null"),
]


@pytest.mark.parametrize(("codec", "value", "stored"), STORED)
def test_a_value_is_written_to_the_letter_and_read_again(codec: Codec[Any], value: object, stored: str) -> None:
    assert json.dumps(codec.dump(value)) == stored
    read = codec.load(json.loads(stored))
    assert (read, type(read)) == (value, type(value))


def test_a_service_from_before_regions_were_known_is_read() -> None:
    assert records.SERVICES_CODEC.load([{"name": "S", "url": None, "since": None}]) == (Service("S"),)


@pytest.mark.parametrize(
    ("codec", "stored"),
    [
        (records.DATE_CODEC, {"precision": "month", "earliest": None}),
        (records.DATE_CODEC, {"precision": "soon", "earliest": None, "latest": None, "zone": "UTC"}),
        (records.CREDITS_CODEC, [{"role": "Director"}]),
        (records.PLANS_CODEC, {"12": {"date": None, "cancelled": False}}),
        (records.TEXTS_CODEC, "DE"),
    ],
)
def test_what_is_damaged_is_no_value(codec: Codec[Any], stored: object) -> None:
    with pytest.raises(ValueError, match=r"validation error"):
        codec.load(stored)


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - the zone is given
def test_an_instant_comes_back_to_the_microsecond_and_in_utc(at: datetime) -> None:
    date = AirDate.instant(at)
    read = records.DATE_CODEC.load(json.loads(json.dumps(records.DATE_CODEC.dump(date))))

    assert read == date
    assert read.earliest is not None
    assert read.earliest.isoformat() == at.isoformat()


@pytest.mark.parametrize("given", [{"name": "S", "url": 5}, {"url": None}, {"name": "S", "regions": "DE"}])
def test_a_file_is_taken_at_its_word_alone(given: object) -> None:
    with pytest.raises(ValueError, match=r"validation error"):
        records.SERVICES_CODEC.check([given])
