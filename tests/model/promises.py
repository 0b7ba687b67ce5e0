"""What Yokoku promises to post, in so few lines that they can be read against `docs/reliability.md`.

A *step* is a fact's date less a lead that a channel asked for. What is promised:

- Somebody looks now and then. A step is *owed* from the first look that finds it passed: it lies after the last look
  and after the subscription was made, and the fact has that date when somebody looks. A look after the clock was set
  back finds nothing passed, and begins anew from there; whoever had subscribed "later" counts as subscribed by then.
- A fact that moves is owed anew, and one that was cancelled or withdrawn isn't owed. No step is ever owed twice.
- A release that moves to where the looks have passed already is owed at once while it is news: its moment alone, to
  whoever had subscribed by then and isn't known to have been told of its moment for any date. Had that step been left
  out before, it is as if it had never been owed.
- What is owed is posted when its turn comes: as soon as the clock has reached it, the bot is up, Discord answers and
  the channel is open. What isn't worth a post by then is left out, for good: when the fact was cancelled or has another
  date, a later step for it has passed too, what it counts down to has happened, or it is no news any more. An
  announcement is news however late.
- A look that finds the clock set back takes back what was left out "later" than now, unless a later step of the same
  date is known to have been told: what is still to come is as if it had never been owed, the rest has its turn anew.
- With a subscription, all that waits for it ends.
- What is posted more than ten minutes late says so.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.subscriptions.model import THE_MOMENT, Topic

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
    """`waiting` is what is owed and had no turn yet; `posted` what stands in the channels, and whether it says late.

    `told` is what is known to stand, for the answer came; `left_out` what was left out, and when.
    """

    looked: datetime
    facts: dict[str, Fact] = field(default_factory=dict)
    subscriptions: dict[int, Subscribed] = field(default_factory=dict)
    owed: set[Step] = field(default_factory=set)
    waiting: set[Step] = field(default_factory=set)
    posted: Counter[tuple[Step, bool]] = field(default_factory=Counter)
    told: set[Step] = field(default_factory=set)
    left_out: dict[Step, datetime] = field(default_factory=dict)

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
        if now < self.looked:
            self._undecide(now)
        for subscribed in self.subscriptions.values():
            subscribed.since = subscribed.since if subscribed.since <= now else min(self.looked, now)
        passed = {
            step
            for step in self.steps()
            if max(self.looked, self.subscriptions[step.subscription].since) < step.due <= now
        }
        self._owe(passed)
        self.looked = now

    def _owe(self, steps: set[Step]) -> None:
        self.waiting |= steps - self.owed
        self.owed |= steps

    def _undecide(self, now: datetime) -> None:
        """What a clock that was ahead left out."""
        for step in [step for step, at in self.left_out.items() if at > now]:
            if any(other[:3] == step[:3] and other.lead < step.lead for other in self.told):
                continue
            self._forget(step)
            if step.due <= now:
                self._owe({step})

    def _forget(self, step: Step) -> None:
        """Make it as if it had never been owed."""
        del self.left_out[step]
        self.owed.remove(step)

    def release_moved(self, name: str, now: datetime) -> None:
        """A release has another date, which the looks may have passed."""
        fact = self.facts[name]
        if fact.date is None or fact.date > min(now, self.looked) or (fact.over is not None and now >= fact.over):
            return
        for step in [step for step in self.left_out if step[1:] == (name, fact.date, THE_MOMENT)]:
            self._forget(step)
        had_heard = {step.subscription for step in self.told if step.fact == name and not step.lead}
        for step in self.steps():
            since = self.subscriptions[step.subscription].since
            is_theirs = step.subscription not in had_heard and (since < step.date or since > now)
            if step.fact == name and not step.lead and is_theirs:
                self._owe({step})

    def end(self, subscription: int) -> None:
        """A subscription ends; what was left out for it stays so."""
        del self.subscriptions[subscription]
        self.waiting = {step for step in self.waiting if step.subscription != subscription}
        self.left_out = {step: at for step, at in self.left_out.items() if step.subscription != subscription}

    def is_worth_it(self, step: Step, now: datetime) -> bool:
        """Whether a step whose turn it is gets a post."""
        fact = self.facts[step.fact]
        is_wanted = step.subscription in self.subscriptions and fact.date == step.date
        later = any(other[:3] == step[:3] and other.lead < step.lead and other.due <= now for other in self.owed)
        has_happened = bool(step.lead) and now >= step.date
        return is_wanted and not later and not has_happened and (fact.over is None or now < fact.over)

    def turn(self, step: Step, now: datetime) -> None:
        """It had its turn, and all went well."""
        if self.is_worth_it(step, now):
            self.post(step, now)
            self.told.add(step)
        else:
            self.leave_out(step, now)

    def post(self, step: Step, now: datetime) -> None:
        """It stands, whether or not anybody knows."""
        self.waiting.remove(step)
        self.posted[step, now - step.due > LATE] += 1

    def leave_out(self, step: Step, now: datetime) -> None:
        """It was found not worth a post."""
        self.waiting.remove(step)
        self.left_out[step] = now
