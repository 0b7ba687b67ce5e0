"""What a round is made of."""

from dataclasses import dataclass

STEADY_SECONDS = 1.5
"""A bot's first request is made after about one."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a round is made of.

    Posts come due `within` so many seconds. `share` of the requests meet a trouble. `disturbances` are the names of
    those of `tests.crash.disturbances` that may come before a kill, each kill having one with the chance
    `disturbed_share`. A bot lives up to `steady_seconds` before its death is arranged. `frozen_seconds` is how long a
    process stands still. `quota` is each process' share of a processor, 1 for as much as it wants. `rollbacks` is how
    often the store is put back as it was, `moderators` how many people write, edit, move and withdraw announcements
    meanwhile, `refused` the share of the posts that Discord refuses for what is in them, and `threads` how many of the
    channels are threads. `patience` is in seconds, for what is left when the killing is over.
    """

    seed: int
    posts: int
    channels: int
    kills: int
    within: float
    bots: int = 1
    share: float = 0.0
    rate_limits: bool = False
    disturbances: tuple[str, ...] = ()
    disturbed_share: float = 0.25
    steady_seconds: float = STEADY_SECONDS
    frozen_seconds: tuple[float, float] = (1.0, 4.0)
    quota: float = 1.0
    rollbacks: int = 0
    moderators: int = 0
    refused: float = 0.0
    threads: int = 0
    patience: float = 600.0

    @property
    def is_forgetful(self) -> bool:
        """Whether Discord forgets its nonces at each kill, and is of no help.

        It can't where a bot lives on that may be sending a message for the second time within seconds: Discord doesn't
        forget that soon.
        """
        return self.bots == 1 or not self.share

    @property
    def kills_of_a_rollback(self) -> int:
        """How many kills there are from one time that the store is put back to the next."""
        return self.kills // self.rollbacks if self.rollbacks else 0
