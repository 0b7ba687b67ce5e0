"""When real series were first broadcast, as listings write it, typed and read back."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.catalogue.releases import broadcast_clock
from bot.catalogue.render.dates import said_back
from bot.dates.airdate import AirDate
from bot.dates.reading.readings import retyped
from tests.dates.test_read import read_date
from tests.examples import IS_LONG

REAL_SERIES = Path(__file__).parents[4] / "shared" / "data" / "bangumi-data.json"
NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
NIGHT = timedelta(hours=5)


def test_every_listed_broadcast_is_read_as_the_instant_that_was_listed() -> None:
    if not REAL_SERIES.exists():
        pytest.skip("the real series are not here (../shared/data/bangumi-data.json)")
    begins = {series["begin"] for series in json.loads(REAL_SERIES.read_text())["items"] if series["begin"]}
    assert len(begins) > 5000
    for begin in sorted(begins)[:: 1 if IS_LONG else 10]:  # a tenth of them, or all in the long form
        airs = AirDate.instant(datetime.fromisoformat(begin).replace(microsecond=0))
        start, clock = airs.local_start, broadcast_clock(airs)
        assert start is not None
        listed = (start - NIGHT).date()
        seconds = f":{start:%S}" if start.second else ""
        for text in (
            f"{listed:%Y年%m月%d日} {clock}{seconds}",
            f"{listed:%a} {listed.day} {listed:%b} {listed.year}, {clock}{seconds} JST",
            said_back(airs),
            retyped(airs, zone=airs.zone),
            begin,
        ):
            assert read_date(text, now=NOW) == airs
