"""A date that changes while posts of it wait: which of them are still true."""

from datetime import UTC, datetime, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.catalogue.model import Series, Titles
from bot.catalogue.releases import Release, ReleaseKind
from bot.dates.airdate import AirDate, Season, Shift
from bot.dates.facts import POST_STALE_AFTER, DueFact, FactKind
from bot.delivery.model import LATE_AFTER, Delivery, Post, ReleaseSubject, Wait, judge, nonce_of
from tests.dates.test_airdate import DAYS, INSTANTS, ZONES

unhurried = settings(deadline=None)  # zones are read from files
SERIES = Series(1, "one", Titles(english="One"))
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
LEADS = st.sampled_from([7 * DAY, DAY, HOUR, timedelta(0)])
START = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
DATED = st.one_of(
    # Few, so that a date is often come back to.
    st.sampled_from([-400 * DAY, timedelta(0), HOUR, 7 * DAY]).map(lambda by: AirDate.instant(START + by)),
    st.just(AirDate.day(START.date())),
    INSTANTS.map(AirDate.instant),
    st.builds(lambda day, zone: AirDate.day(day, zone=zone), DAYS, ZONES),
)
UNDATED = st.sampled_from(
    [AirDate.year(2027), AirDate.season(2024, Season.WINTER), AirDate.month(2024, 1), AirDate.tba()]
)
DATES = st.one_of(DATED, UNDATED)
# Around the edges of what the rules know: the step itself, its being late, the moment, its being old.
WAITED = st.sampled_from([timedelta(0), LATE_AFTER, HOUR, DAY, 7 * DAY, 14 * DAY]).flatmap(
    lambda edge: st.sampled_from([edge - timedelta(microseconds=1), edge, edge + timedelta(microseconds=1), 2 * edge])
)


def delivery(due: DueFact, *, superseded: bool = False) -> Delivery:
    nonce = nonce_of("y0", 2, due.occasion)
    fact = (due.kind, due.id, due.anchor, due.lead, due.due_at)
    return Delivery(1, 2, 3, 4, None, *fact, attempts=1, nonce=nonce, superseded=superseded)


def subject(date: AirDate, *, cancelled: bool) -> ReleaseSubject:
    return ReleaseSubject(Release(5, 1, ReleaseKind.PREMIERE, date, number=1, cancelled=cancelled), SERIES)


@unhurried
@given(DATED, st.lists(DATES, max_size=4), LEADS, WAITED, st.tuples(st.booleans(), st.booleans()))
@example(AirDate.instant(START), [AirDate.year(2027), AirDate.instant(START)], HOUR, timedelta(0), (False, False))
def test_a_post_goes_out_where_the_date_is_what_it_was_and_at_no_other(
    announced: AirDate, changes: list[AirDate], lead: timedelta, waited: timedelta, against: tuple[bool, bool]
) -> None:
    """Refined, moved, set back, or cancelled on the way: only what the date is in the end counts."""
    assert announced.anchor is not None
    cancelled, superseded = against
    due = DueFact(FactKind.RELEASE, 5, announced.anchor, lead)
    now, stands = due.due_at + waited, [announced, *changes][-1]
    verdict = judge(delivery(due, superseded=superseded), subject(stands, cancelled=cancelled).fact, now)

    if now < due.due_at:  # the clock was set back
        assert verdict == Wait(until=due.due_at)
        return
    is_true = (
        not cancelled
        and not superseded
        and stands.anchor == announced.anchor
        and (now < announced.anchor if lead else now < announced.anchor + POST_STALE_AFTER)
    )
    assert isinstance(verdict, Post) == is_true
    if isinstance(verdict, Post):
        assert verdict.late == (waited > LATE_AFTER)


@unhurried
@given(DATED, DATED, LEADS, LEADS)
def test_a_date_that_moves_is_counted_down_anew_and_one_that_is_come_back_to_is_not(
    one: AirDate, other: AirDate, lead: timedelta, another: timedelta
) -> None:
    assert one.anchor is not None
    assert other.anchor is not None
    first = DueFact(FactKind.RELEASE, 5, one.anchor, lead)
    second = DueFact(FactKind.RELEASE, 5, other.anchor, another)

    assert (first.occasion == second.occasion) == ((one.anchor, lead) == (other.anchor, another))
    assert first.occasion == DueFact(FactKind.RELEASE, 5, one.anchor, lead).occasion


@unhurried
@given(DATED, UNDATED)
def test_a_date_that_grows_vague_has_no_steps_until_it_is_dated_again(date: AirDate, vague: AirDate) -> None:
    assert date.shift_to(vague) is not Shift.NONE
    assert subject(vague, cancelled=False).fact.anchor is None
    assert subject(date, cancelled=False).fact.anchor == date.anchor is not None
