"""What becomes of new items for one follower: filtered, limited, put up for approval, or posted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.feeds.choices import WordForbidden, filtered_by
from bot.feeds.model import MOST_PER_HOUR, MOST_PER_POLL, FeedChoices, FeedEntry, FeedPostState


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    """What becomes of an item; `reason` is the word that filtered it, None where it lacks one that must occur."""

    entry: FeedEntry
    state: FeedPostState
    reason: str | None = None


OLD_AFTER = timedelta(days=7)
"""What was published longer ago is no news, though its feed lists it only now: some do so when they grow longer."""


def outcomes(choices: FeedChoices, entries: Sequence[FeedEntry], *, lately: int, now: datetime) -> list[ItemOutcome]:
    """Decide what becomes of new items, which are given in the order in which they are posted.

    `lately` is how many of the feed the channel got in the past hour. Of too many the newest are posted.
    """
    told: dict[int, ItemOutcome] = {}
    passing: list[int] = []
    for place, entry in enumerate(entries):
        against = filtered_by(choices, entry)
        if entry.published is not None and entry.published < now - OLD_AFTER:
            told[place] = ItemOutcome(entry, FeedPostState.OLD)
        elif against is None:
            passing.append(place)
        else:
            word = against.word if isinstance(against, WordForbidden) else None
            told[place] = ItemOutcome(entry, FeedPostState.FILTERED, word)
    room = min(MOST_PER_POLL, max(MOST_PER_HOUR - lately, 0))
    limited = set(passing[: max(len(passing) - room, 0)])
    goes_on = FeedPostState.DUE if choices.review_channel_id is None else FeedPostState.WAITING
    for place in passing:
        told[place] = ItemOutcome(entries[place], FeedPostState.LIMITED if place in limited else goes_on)
    return [told[place] for place in range(len(entries))]
