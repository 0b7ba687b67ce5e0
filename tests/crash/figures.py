"""What came of a round, or of all of a kind."""

import dataclasses
import signal
from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Figures:
    """What came of one round or more. Lateness and delays are in seconds; memory is in bytes.

    `unsent` counts the deliveries that ended otherwise than they had to, by their states. `untrue` are the words of
    the bot's that weren't so. `deeds` counts what moderators did, and what became of it.
    """

    rounds: int = 0
    posts: int = 0
    lost: list[tuple[int, str]] = field(default_factory=list)
    twice: list[tuple[int, str]] = field(default_factory=list)
    untrue: list[str] = field(default_factory=list)
    unsent: Counter[str] = field(default_factory=Counter)
    exits: Counter[int] = field(default_factory=Counter)
    kills: Counter[str] = field(default_factory=Counter)
    disturbances: Counter[str] = field(default_factory=Counter)
    deeds: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    troubles: Counter[str] = field(default_factory=Counter)
    lateness: list[float] = field(default_factory=list)
    crash_delays: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Whether everything was posted once, written down and told truly, and bots that were asked to end did so well.

        One that is asked in its first moments, before it listens, ends by the signal itself.
        """
        wrong = self.lost or self.twice or self.untrue or self.unsent
        return not (wrong or set(self.exits) - {0, -signal.SIGTERM})

    def add(self, other: "Figures") -> None:
        """Count another round's in."""
        for each in dataclasses.fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))
