"""What the bot says once all is settled, held against what stands in the channels."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from sandbox.client import Message
from tests.crash.asking import Unanswered, pages
from tests.crash.ledger import Fate, Known, untrue_of_known
from tests.crash.stage import Stage
from tests.crash.words import Listed, listed, untrue_of_entry, untrue_of_status

TRIES = 5
"""How often somebody asks who gets no answer: gateways are only just joined again."""
TOO_CLOSE = timedelta(seconds=20)
"""A refusal and a post that arrived within so long of each other: which of them was noted last isn't known."""


async def untrue_in_the_end(set_up: Stage) -> list[str]:
    """List what isn't so of all that the bot says."""
    standing, now = set_up.standing, set_up.sandbox.clock.now()
    entries: dict[str, Listed] = {}
    untrue: list[str] = []

    def read(page: Message) -> None:
        entries.update({each.title: each for each in listed(page) if not each.is_draft})

    await _turn(set_up, "announcements", read)
    for entry in entries.values():
        untrue += untrue_of_entry(entry, standing)
    refused, unclear = _refused_last(set_up)
    if not unclear:
        await _turn(set_up, "channel status", lambda page: untrue.extend(untrue_of_status(page, standing, refused)))
    for moderator in set_up.moderators:
        for known in moderator.known:
            untrue += untrue_of_known(known, standing, now, set_up.refusals.refuses)
            untrue += _untrue_of_waiting(known, entries)
    return list(dict.fromkeys(untrue))


async def _turn(set_up: Stage, command: str, read: Callable[[Message], None]) -> None:
    async with set_up.sandbox.person("moderator") as person:
        for attempt in range(TRIES):
            try:
                async for page in pages(person, command):
                    read(page)
            except Unanswered:
                if attempt == TRIES - 1:
                    raise
            else:
                return


def _untrue_of_waiting(known: Known, entries: dict[str, Listed]) -> Iterable[str]:
    """Hold the list against what a moderator knows for certain to wait until long after the end."""
    is_far = all(each.fate is Fate.DUE and each.due_at is not None for each in known.may_be)
    entry = entries.get(known.title)
    if is_far and len(known.may_be) == 1 and entry is None:
        yield f"/announcements lacks {known.title} ({'; '.join(known.deeds)}), which is {known.may_be}"


def _refused_last(set_up: Stage) -> tuple[set[int], set[int]]:
    """Tell in which channels Discord refused the latest post, and of which it isn't clear."""
    refused_at = set_up.refusals.latest
    refused, unclear = set[int](), set[int]()
    for channel_id, at in refused_at.items():
        latest = set_up.witness.latest_in.get(channel_id)
        if latest is None or at - latest > TOO_CLOSE:
            refused.add(channel_id)
        elif latest - at <= TOO_CLOSE:
            unclear.add(channel_id)
    return refused, unclear
