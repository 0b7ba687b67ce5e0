"""How people's interactions were answered: each once, and none not at all but while nobody could."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sandbox import Sandbox
from sandbox.rest.interactions import CALLBACK
from sandbox.world.interactions import State

_ID = re.compile(r"/interactions/(?P<id>\d+)/")
RECOVERED_WITHIN = timedelta(seconds=20)
"""So long after a bot was killed, stopped or went on after a freeze nobody may answer yet, on a busy machine."""
_DISCORD_EPOCH_MS = 1_420_070_400_000


def untrue_of_answers(
    sandbox: Sandbox, disturbed: Sequence[tuple[datetime, datetime]], counted: Counter[str]
) -> list[str]:
    """Tell which interactions were answered twice, or not at all though no bot was `disturbed` then; count them all."""
    times = Counter[int]()
    for request in sandbox.recorded:
        if request.template == CALLBACK and (match := _ID.search(request.path)) is not None:
            times[int(match["id"])] += 1
    wrong = [f"interaction {each} was answered {many} times" for each, many in times.items() if many > 1]
    for each in sandbox.interactions.by_id.values():
        if each.state is not State.FAILED:
            counted["answered"] += 1
            continue
        counted["unanswered while a bot was killed, stopped or frozen"] += 1
        at = _made_at(each.id)
        ended = at + sandbox.interactions.deadline
        if not any(begin <= ended and at <= end + RECOVERED_WITHIN for begin, end in disturbed):
            wrong.append(f"interaction {each.id} of {at:%H:%M:%S} wasn't answered")
    return wrong


def _made_at(interaction_id: int) -> datetime:
    return datetime.fromtimestamp(((interaction_id >> 22) + _DISCORD_EPOCH_MS) / 1000, tz=UTC)
