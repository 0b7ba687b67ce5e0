"""What Yokoku promises to post, in so few lines that they can be read against `docs/reliability.md`.

A *step* is a fact's date less a lead that a channel asked for. What is promised:

- Somebody looks now and then. A step is *owed* from the first look that finds it passed: it lies after the last look
  and after the subscription was made, and the fact has that date when somebody looks. A look after the clock was set
  back finds nothing passed, and begins anew from there; whoever had subscribed "later" counts as subscribed by then.
- A fact that moves is owed anew, and one that was cancelled or withdrawn isn't owed. No step is ever owed twice.
- What is owed is posted when its turn comes: as soon as the clock has reached it, the bot is up, Discord answers and
  the channel is open. What isn't worth a post by then is left out, for good: when the channel was unsubscribed, the
  fact was cancelled or has another date, a later step for it has passed too, what it counts down to has happened, or
  it is no news any more. An announcement is news however late.
- What is posted more than ten minutes late says so.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.domain.subscriptions import THE_MOMENT, Topic

LATE = timedelta(minutes=10)
A_DAY = timedelta(days=1)


@dataclass(slots=True)
class Fact:
    """`date` is None while there is no day to count from, or it was cancelled or withdrawn; `over` None for never.

    `is_counted` tells whether channels' leads hold for it, or the moment alone. What isn't exact has no hour to count
    down to.
    """

    topic: Topic
    date: datetime | None
    over: datetime | None = None
    is_counted: bool = True
    is_exact: bool = True

    def leads(self, asked: frozenset[timedelta]) -> frozenset[timedelta]:
        """The leads that hold for it, of those that a channel asked for."""
        if not self.is_counted:
            return frozenset({THE_MOMENT})
        return frozenset(lead for lead in asked if self.is_exact or lead >= A_DAY or not lead)


@dataclass(slots=True)
class Subscribed:
    """Who is told what, since when."""

    topic: Topic
    leads: frozenset[timedelta]
    since: datetime


class Step(NamedTuple):
    """What is never told twice: to whom, about what, its date by then, and how long before."""

    subscription: int
    fact: str
    date: datetime
    lead: timedelta

    @property
    def due(self) -> datetime:
        """When it is to be told."""
        return self.date - self.lead


@dataclass(slots=True)
class Promises:
    """`waiting` is what is owed and had no turn yet; `posted` what stands in the channels, and whether it says late."""

    looked: datetime
    facts: dict[str, Fact] = field(default_factory=dict)
    subscriptions: dict[int, Subscribed] = field(default_factory=dict)
    owed: set[Step] = field(default_factory=set)
    waiting: set[Step] = field(default_factory=set)
    posted: Counter[tuple[Step, bool]] = field(default_factory=Counter)

    def steps(self) -> set[Step]:
        """Every step there is, passed or to come."""
        return {
            Step(who, name, fact.date, lead)
            for who, subscribed in self.subscriptions.items()
            for name, fact in self.facts.items()
            if fact.date is not None and fact.topic == subscribed.topic
            for lead in fact.leads(subscribed.leads)
        }

    def look(self, now: datetime) -> None:
        """Somebody looks."""
        for subscribed in self.subscriptions.values():
            subscribed.since = subscribed.since if subscribed.since <= now else min(self.looked, now)
        passed = {
            step
            for step in self.steps()
            if max(self.looked, self.subscriptions[step.subscription].since) < step.due <= now
        }
        self.waiting |= passed - self.owed
        self.owed |= passed
        self.looked = now

    def is_worth_it(self, step: Step, now: datetime) -> bool:
        """Whether a step whose turn it is gets a post."""
        fact = self.facts[step.fact]
        is_wanted = step.subscription in self.subscriptions and fact.date == step.date
        later = any(other[:3] == step[:3] and other.lead < step.lead and other.due <= now for other in self.owed)
        has_happened = bool(step.lead) and now >= step.date
        return is_wanted and not later and not has_happened and (fact.over is None or now < fact.over)

    def turn(self, step: Step, now: datetime) -> None:
        """It had its turn."""
        self.waiting.remove(step)
        if self.is_worth_it(step, now):
            self.posted[step, now - step.due > LATE] += 1
