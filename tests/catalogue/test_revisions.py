"""Which changes of releases' plans are news, and as what."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.revisions import (
    Plan,
    Revision,
    UpdateKind,
    are_told_together,
    folded,
    headline,
    moving_along,
    update_kind,
)
from bot.dates.airdate import AirDate, Season

NOW = datetime(2024, 1, 1, tzinfo=UTC)
AIRS = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
WEEK, DAY, MINUTE = timedelta(weeks=1), timedelta(days=1), timedelta(minutes=1)
EXACT, TBA = AirDate.instant(AIRS), AirDate.tba()


def later(by: timedelta) -> AirDate:
    return AirDate.instant(AIRS + by)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (TBA, EXACT, UpdateKind.ANNOUNCED),
        (TBA, AirDate.year(2025), UpdateKind.ANNOUNCED),
        (AirDate.month(2024, 1), AirDate.day(date(2024, 1, 10)), UpdateKind.REFINED),
        (AirDate.day(date(2024, 1, 10)), AirDate.instant(AIRS), UpdateKind.REFINED),  # 25:25 on the 10th in Tokyo
        (EXACT, later(WEEK), UpdateKind.DELAYED),
        (AirDate.season(2024, Season.WINTER), AirDate.season(2024, Season.SPRING), UpdateKind.DELAYED),
        (EXACT, later(-DAY), UpdateKind.BROUGHT_FORWARD),
        (EXACT, AirDate.month(2024, 1), UpdateKind.DELAYED),
        (EXACT, TBA, UpdateKind.DELAYED),
        (EXACT, later(5 * MINUTE), UpdateKind.DELAYED),
        (EXACT, later(4 * MINUTE), None),
        (EXACT, later(-4 * MINUTE), None),
        (EXACT, AirDate.day(date(2024, 1, 11)), None),  # the hour is open again, on a day that stands
        (EXACT, AirDate.instant(NOW - DAY), None),
        (AirDate.year(2022), AirDate.year(2021), None),
        (AirDate.instant(NOW - MINUTE), later(WEEK), UpdateKind.DELAYED),  # it hadn't come out after all
        (EXACT, AirDate.instant(AIRS, zone="Europe/Berlin"), None),
    ],
)
def test_a_change_of_a_premiere_is_told_as_what_it_means(old: AirDate, new: AirDate, kind: UpdateKind | None) -> None:
    assert update_kind(Revision(1, Plan(old), Plan(new)), ReleaseKind.PREMIERE, NOW) is kind


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (EXACT, later(WEEK), UpdateKind.BREAK),
        (EXACT, later(6 * DAY), UpdateKind.BREAK),
        (EXACT, later(DAY), UpdateKind.DELAYED),
        (EXACT, later(-WEEK), UpdateKind.BROUGHT_FORWARD),
        (TBA, EXACT, None),
        (AirDate.day(date(2024, 1, 10)), AirDate.instant(AIRS - 2 * timedelta(hours=2)), None),
        (EXACT, TBA, UpdateKind.DELAYED),
    ],
)
@pytest.mark.parametrize("weekly", [ReleaseKind.EPISODE, ReleaseKind.FINALE])
def test_of_weekly_episodes_only_moves_are_told(
    weekly: ReleaseKind, old: AirDate, new: AirDate, kind: UpdateKind | None
) -> None:
    assert update_kind(Revision(1, Plan(old), Plan(new)), weekly, NOW) is kind


def test_an_episode_that_was_told_to_be_open_is_told_when_it_is_dated() -> None:
    dated = Revision(1, Plan(TBA), Plan(EXACT))

    assert update_kind(dated, ReleaseKind.EPISODE, NOW, was_told_open=True) is UpdateKind.ANNOUNCED


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (Plan(EXACT), Plan(EXACT, cancelled=True), UpdateKind.CANCELLED),
        (Plan(EXACT, cancelled=True), Plan(later(WEEK)), UpdateKind.CANCELLED),
        (Plan(EXACT, cancelled=True), Plan(later(WEEK), cancelled=True), None),
        (Plan(AirDate.year(2020)), Plan(AirDate.year(2020), cancelled=True), None),
        (Plan(TBA), Plan(TBA, cancelled=True), UpdateKind.CANCELLED),
    ],
)
def test_what_is_cancelled_and_goes_ahead_after_all_is_told(old: Plan, new: Plan, kind: UpdateKind | None) -> None:
    assert update_kind(Revision(1, old, new), ReleaseKind.FILM, NOW) is kind


def test_changes_of_one_release_are_folded_and_back_is_nothing() -> None:
    there, on = Revision(1, Plan(EXACT), Plan(later(DAY))), Revision(1, Plan(later(DAY)), Plan(later(WEEK)))
    back = Revision(1, Plan(later(WEEK)), Plan(EXACT))
    other = Revision(2, Plan(TBA), Plan(EXACT))

    assert folded([there], [on]) == (Revision(1, Plan(EXACT), Plan(later(WEEK))),)
    assert folded([there, other], [on, back]) == (other,)


def test_of_a_broadcast_the_first_episode_that_moves_is_told_and_how_many_move_along() -> None:
    kinds = [ReleaseKind.PREMIERE, ReleaseKind.EPISODE, ReleaseKind.EPISODE, ReleaseKind.FINALE]
    releases = {n: Release(n, 1, kind, later(n * WEEK), number=n) for n, kind in enumerate(kinds, start=1)}
    moved = [Revision(n, Plan(later(n * WEEK)), Plan(later((n + 1) * WEEK))) for n in (4, 2, 3)]
    found = headline(moved, releases, NOW)

    assert found is not None
    assert (found.revision.release_id, found.kind) == (2, UpdateKind.BREAK)
    assert moving_along(found.revision, moved) == 2


@pytest.mark.parametrize(
    ("kind", "service", "guild_id", "together"),
    [
        (ReleaseKind.EPISODE, None, None, True),
        (ReleaseKind.PREMIERE, None, None, True),
        (ReleaseKind.FILM, None, None, False),
        (ReleaseKind.EPISODE, "Elsewhere", None, False),
        (ReleaseKind.EPISODE, None, 7, False),
    ],
)
def test_a_broadcast_is_told_of_as_one_and_everything_else_by_itself(
    kind: ReleaseKind, service: str | None, guild_id: int | None, together: bool
) -> None:
    third = Release(3, 1, ReleaseKind.EPISODE, EXACT, number=3)
    other = Release(4, 1, kind, EXACT, service=service, guild_id=guild_id)

    assert are_told_together(third, other) is together
