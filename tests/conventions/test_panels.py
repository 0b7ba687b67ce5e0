"""When panels are, as people type it: the edition's own days, its nights, and the night on which clocks change."""

from datetime import UTC, date, datetime

import pytest

from bot.conventions.model import Edition
from bot.conventions.panels import PanelProblem, UnreadablePanel, blank_panel, read_panel

HELD = Edition(1, "con", "Con", "Con 1", date(2027, 3, 26), date(2027, 3, 28), "Europe/Berlin", "Town", "DE")
"""From Friday to Sunday; in its last night clocks are put forward from 2:00 to 3:00."""
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "begins", "day"),
    [
        ("Friday 14:00", datetime(2027, 3, 26, 13, tzinfo=UTC), date(2027, 3, 26)),
        ("28 March 2027 01:30", datetime(2027, 3, 28, 0, 30, tzinfo=UTC), date(2027, 3, 27)),
        ("29 March 2027 01:30", datetime(2027, 3, 28, 23, 30, tzinfo=UTC), date(2027, 3, 28)),
        ("2027-03-28 05:00", datetime(2027, 3, 28, 3, tzinfo=UTC), date(2027, 3, 28)),
    ],
)
async def test_a_panel_begins_on_a_day_of_its_edition_or_in_the_night_after(
    typed: str, begins: datetime, day: date
) -> None:
    panel, problems = await read_panel(blank_panel(HELD), {"title": "Bones", "begins": typed}, HELD, now=NOW)

    assert not problems
    assert (panel.begins, panel.day_in("Europe/Berlin")) == (begins, day)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("28 March 2027 02:30", PanelProblem.SKIPPED),
        ("Sunday 02:30", PanelProblem.SKIPPED),
        ("26 March 2027 04:00", PanelProblem.OUTSIDE),
        ("Monday 14:00", PanelProblem.OUTSIDE),
        ("Friday", PanelProblem.NO_TIME),
    ],
)
async def test_why_a_panel_is_at_no_such_time(typed: str, problem: PanelProblem) -> None:
    _, [(field, found)] = await read_panel(blank_panel(HELD), {"begins": typed}, HELD, now=NOW)

    assert field == "begins"
    assert isinstance(found, UnreadablePanel)
    assert found.problem is problem
