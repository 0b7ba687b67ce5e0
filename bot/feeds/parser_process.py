"""The process that reads documents: started when it is first needed, ended when it is idle or takes too long."""

import asyncio
import contextlib
import json
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, TypeAlias

from bot.feeds.model import FEED_TITLE_LENGTH, ITEM_TEXT_LENGTH, ITEM_TITLE_LENGTH, FeedDocument, FeedEntry

PARSED_WITHIN_SECONDS: Final = 20.0
"""Of the processor's time: a machine that has little of it to give takes longer."""
STANDS_STILL_SECONDS: Final = 300.0
"""A process that has answered nothing for so long by the clock won't."""
IDLE_SECONDS: Final = 300.0
"""So long without a question, and the process is ended: it takes some 30 MB."""
_ENDS_WITHIN_SECONDS: Final = 10.0
_LONGEST_ANSWER: Final = 16 << 20
_BIGGEST_DATE: Final = 253_402_300_799
"""The last second of the year 9999."""
_ENVIRONMENT: Final = frozenset({"PATH", "PYTHONPATH", "PYTHONHOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SYSTEMROOT"})
"""What the process is told: no token and no address of a database."""


@dataclass(frozen=True, slots=True)
class PageFound:
    """A web page, and the addresses of the feeds that it names."""

    feeds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NothingFound:
    """What is no feed; `took_too_long` where nobody knows."""

    took_too_long: bool = False


FoundDocument: TypeAlias = FeedDocument | PageFound | NothingFound


class FeedParser:
    """Reads documents one after another in a process of its own; `close()` ends it.

    One that is killed, or takes more than `within` seconds of the processor, costs the document that it had, and no
    other.
    """

    def __init__(self, *, within: float = PARSED_WITHIN_SECONDS, idle: float = IDLE_SECONDS) -> None:
        self._within = within
        self._idle = idle
        self._turn = asyncio.Lock()
        self._process: asyncio.subprocess.Process | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._ending: asyncio.Task[None] | None = None
        self._is_closed = False

    async def parse(self, body: bytes, address: str) -> FoundDocument:
        """Read a document that came from an address."""
        async with self._turn:
            if self._is_closed:
                return NothingFound()
            self._end_timer()
            try:
                async with asyncio.timeout(STANDS_STILL_SECONDS):
                    answer = await self._ask(body, address)
            except TimeoutError:
                await self._end()
                return NothingFound(took_too_long=True)
            except (OSError, EOFError):  # it has ended, or is about to
                return NothingFound(took_too_long=await self._end(ends_within=_ENDS_WITHIN_SECONDS) == -signal.SIGPROF)
            except (ValueError, asyncio.LimitOverrunError):  # it answers what nobody understands
                await self._end()
                return NothingFound()
            except asyncio.CancelledError:
                await self._end()  # it would answer whoever asks next with this
                raise
            self._timer = asyncio.get_running_loop().call_later(self._idle, self._end_soon)
        return read_found(answer)

    @property
    def is_running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None

    async def close(self) -> None:
        """End the process, whatever it has in hand; nothing is read any more."""
        self._is_closed = True
        await self._end()
        if self._ending is not None:
            await self._ending

    async def _ask(self, body: bytes, address: str) -> Mapping[str, Any]:
        process = self._process
        if process is None or process.returncode is not None:
            process = self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-P",  # whatever lies in the working folder is none of ours
                "-m",
                "bot.feeds.parsing",
                env={name: value for name, value in os.environ.items() if name in _ENVIRONMENT},
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                limit=_LONGEST_ANSWER,
            )
        if self._is_closed:  # while it was started
            raise ValueError
        assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018 - both are pipes
        asked = {"address": address, "size": len(body), "within": self._within}
        process.stdin.write(json.dumps(asked).encode() + b"\n" + body)
        await process.stdin.drain()
        line = await process.stdout.readline()
        if not line.endswith(b"\n"):
            raise EOFError
        answer: Mapping[str, Any] = json.loads(line)
        return answer

    def _end_soon(self) -> None:
        self._ending = asyncio.create_task(self._end_idle(), name="end the process that reads feeds")

    async def _end_idle(self) -> None:
        """End the process, unless something has come for it meanwhile."""
        async with self._turn:
            if self._timer is None or self._timer.when() <= asyncio.get_running_loop().time():
                await self._end()

    def _end_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    async def _end(self, *, ends_within: float = 0.0) -> int | None:
        """End the process if there is one, and give the status that it ended with.

        One that is about to end by itself is given so many seconds: where it is killed while it ends, asyncio loses
        the status that it ended with.
        """
        self._end_timer()
        process, self._process = self._process, None
        if process is None:
            return None
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(ends_within):
                return await process.wait()
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        return await process.wait()


def read_found(answer: Mapping[str, Any]) -> FoundDocument:
    """Make what was found of the process' answer."""
    match answer.get("kind"):
        case "feed":
            entries = (_entry(each) for each in answer["entries"])
            told = tuple(each for each in entries if each.title or each.link or each.guid)
            return FeedDocument(answer["title"][:FEED_TITLE_LENGTH], answer["site"], told)
        case "page":
            return PageFound(tuple(answer["feeds"]))
        case _:
            return NothingFound()


def _entry(said: Mapping[str, Any]) -> FeedEntry:
    seconds = said["published"]
    is_date = isinstance(seconds, int) and 0 < seconds <= _BIGGEST_DATE
    return FeedEntry(
        guid=said["guid"],
        link=said["link"],
        title=said["title"][:ITEM_TITLE_LENGTH],
        text=said["text"][:ITEM_TEXT_LENGTH],
        picture=said["picture"],
        published=datetime.fromtimestamp(seconds, UTC) if is_date else None,
    )
