"""Where the catalogue comes from, read into records; and what is raised where a source gives no answer.

PersonError
└── SourceAway         it doesn't answer now; it may later
YokokuError
└── SourceRefused      it understands us, and doesn't take the question: a fault of ours
"""

import asyncio
import enum
from collections.abc import Sequence
from datetime import timedelta

from bot.catalogue.records import SourceRecord
from bot.errors import PersonError, YokokuError


class AwayReason(enum.StrEnum):
    """Why a source gives no answer."""

    TOO_MANY_ASKING = "too many people are asking"
    QUEUED = "the question waits for its turn"
    SLOW = "slow to answer"
    STOPPED = "the bot is being stopped"
    HELD_BACK = "the source wants fewer questions"
    NO_ANSWER = "no answer"
    OUT_OF_REACH = "out of reach"


class SourceAway(PersonError):
    """The source doesn't answer, or not in time; `why` holds no words of the source's.

    `length` is how long the question waits for its turn, the source has to be left alone, or has been out of reach.

    `so_far` is what it had said before it went away, where a question takes several requests. Where it `is_coming`,
    the question is still being asked, and `answer()` waits for what comes of it.
    """

    def __init__(
        self,
        why: AwayReason,
        length: timedelta | None = None,
        *,
        so_far: Sequence[SourceRecord] = (),
        coming: "asyncio.Future[list[SourceRecord]] | None" = None,
    ) -> None:
        super().__init__(why.value if length is None else f"{why.value} ({length.total_seconds():.0f} s)")
        self.why = why
        self.length = length
        self.so_far = tuple(so_far)
        self._coming = coming

    @property
    def is_coming(self) -> bool:
        """Whether there is an answer to wait for."""
        return self._coming is not None

    async def answer(self) -> list[SourceRecord]:
        """Give the answer, once it is there. Raises `SourceAway` if there won't be any, and `SourceRefused`."""
        if self._coming is None:
            raise self
        return await asyncio.shield(self._coming)


class SourceRefused(YokokuError):
    """The source understands us, and doesn't take the question: a fault of ours, for the log."""
