"""What isn't asked again, and how often one person's questions are."""

from datetime import UTC, datetime, timedelta

from bot.catalogue.lookups import MOST_REMEMBERED, AskedQuestions, PersonalTurns

NOW = datetime(2024, 1, 1, tzinfo=UTC)
SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)


def test_a_question_is_fresh_for_a_day_and_not_before_it_was_asked() -> None:
    asked = AskedQuestions()
    asked.remember("one", NOW)

    ages = (timedelta(0), 23 * HOUR, 24 * HOUR, -HOUR)
    assert [asked.is_fresh("one", NOW + age) for age in ages] == [True, True, False, False]
    assert not asked.is_fresh("two", NOW)
    for number in range(MOST_REMEMBERED):
        asked.remember(str(number), NOW)
    assert not asked.is_fresh("one", NOW)


def test_each_person_has_so_many_turns_in_any_minute() -> None:
    turns = PersonalTurns(2)

    assert [turns.take(1, NOW + seconds * SECOND) for seconds in (0, 30, 59, 60, 89, 90)] == [
        True,
        True,
        False,
        True,
        False,
        True,
    ]
    assert turns.take(2, NOW)
    assert turns.take(1, NOW - HOUR), "a clock that was set back keeps nobody waiting"
