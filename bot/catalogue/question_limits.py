"""Whether a source is to be asked: nothing twice within a day, and what one person wants only so often in a minute."""

from collections import OrderedDict, deque
from datetime import datetime, timedelta

AGAIN_AFTER = timedelta(days=1)
MOST_REMEMBERED = 10_000
"""The latest so many questions, and people, are remembered."""
_A_MINUTE = timedelta(minutes=1)


def is_within_a_day(at: datetime | None, now: datetime) -> bool:
    """Tell whether something was asked within the day; a clock that was set back since has it asked again."""
    return at is not None and at <= now < at + AGAIN_AFTER


class AskedQuestions:
    """The questions that were answered, and when."""

    def __init__(self) -> None:
        self._asked: OrderedDict[str, datetime] = OrderedDict()

    def remember(self, question: str, at: datetime) -> None:
        """Note that a question was answered."""
        self._asked[question] = at
        self._asked.move_to_end(question)
        while len(self._asked) > MOST_REMEMBERED:
            self._asked.popitem(last=False)

    def is_fresh(self, question: str, now: datetime) -> bool:
        """Tell whether a question was answered within the day."""
        return is_within_a_day(self._asked.get(question), now)


class PersonalTurns:
    """Gives each person `most` turns in any minute, so that nobody uses up what all have."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken: OrderedDict[int, deque[datetime]] = OrderedDict()

    def take(self, person_id: int, now: datetime) -> bool:
        """Take a turn, if the person has one left."""
        taken = self._taken.setdefault(person_id, deque(maxlen=self._most))
        self._taken.move_to_end(person_id)
        while len(self._taken) > MOST_REMEMBERED:
            self._taken.popitem(last=False)
        if len(taken) == self._most and taken[0] <= now < taken[0] + _A_MINUTE:
            return False
        taken.append(now)
        return True
