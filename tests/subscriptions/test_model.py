"""Leads: how long before."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import NotUnderstood
from bot.subscriptions.model import DEFAULT_LEADS, LONGEST_LEAD, MOST_LEADS, Lead, UnreadableLeads, read_leads
from bot.subscriptions.render.refusals import leads_problem_text


@given(st.text())
def test_whatever_is_typed_is_either_read_or_told_how(text: str) -> None:
    leads, told = None, ""
    try:
        leads = read_leads(text)
    except UnreadableLeads as error:
        told = leads_problem_text(error)
    if leads is None:
        assert "7d, 1d, 1h, now" in told
    else:
        befores = [lead.before for lead in leads]
        assert befores == sorted(set(befores), reverse=True)
        assert 1 <= len(leads) <= MOST_LEADS
        assert all(timedelta(0) <= before <= LONGEST_LEAD for before in befores)


@given(st.sets(st.integers(0, 365 * 24 * 60), min_size=1, max_size=MOST_LEADS), st.sampled_from([",", " ", ", ", ";"]))
def test_leads_are_read_whatever_stands_between(minutes: set[int], between: str) -> None:
    leads = read_leads(between.join(f"{each}m" for each in minutes))
    assert {lead.before for lead in leads} == {timedelta(minutes=each) for each in minutes}


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("1w", timedelta(weeks=1)),
        ("2 days".replace(" ", ""), timedelta(days=2)),
        ("3H", timedelta(hours=3)),
        ("90min", timedelta(minutes=90)),
        ("2hours", timedelta(hours=2)),
        ("3weeks", timedelta(weeks=3)),
        ("0d", timedelta(0)),
        ("0", timedelta(0)),
        ("moment", timedelta(0)),
    ],
)
def test_units(text: str, before: timedelta) -> None:
    assert read_leads(text) == (Lead(before, episodes=True),)


@pytest.mark.parametrize("text", ["", " , ", "1y", "-1d", "1.5h", "366d", "9999999999d", "\u0661d", "d", "1d1"])
def test_what_means_nothing(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_leads(text)


def test_more_leads_than_anyone_needs_are_refused() -> None:
    with pytest.raises(UnreadableLeads) as told:
        read_leads(" ".join(f"{hours}h" for hours in range(MOST_LEADS + 1)))
    assert "1 to 10" in leads_problem_text(told.value)


def test_episodes_are_told_at_their_moment_only() -> None:
    told = [lead.before for lead in DEFAULT_LEADS if lead.episodes]
    assert told == [timedelta(0)]


@pytest.mark.parametrize(
    "text", ["1month", "1mo", "3hugs", "1w2d", "7", "d", "-1d", "1.5h", "1e3d", "999999999d", "７d", "366d", ""]
)
def test_what_only_begins_like_a_lead_is_none(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_leads(text)
