"""A process that runs until it is interrupted, the bot within one, and what an operator can mend told in one line."""

import asyncio
import contextlib
import gc
import logging
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import TYPE_CHECKING, NoReturn, TypeAlias

import typer

from bot import logs
from bot.clock import Clock
from bot.errors import CatalogueError, OperatorError, StoreBusyError
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.app import App

_log = logging.getLogger(__name__)

BUSY_WAIT_SECONDS = 2.0
"""Between two tries to open a database that another program holds; each of them waits for it, too."""

Beside: TypeAlias = "Callable[[App], AbstractAsyncContextManager[None]]"
"""What is there while an app runs: entered once it is open, left once it has stopped and before it is closed."""


def to_the_end(work: Callable[[asyncio.Event], Awaitable[None]]) -> None:
    """Run `work` until it ends or is interrupted; what an operator can mend is one line and exit status 2."""

    async def until_stopped() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError):  # Windows: Ctrl+C arrives as KeyboardInterrupt
                loop.add_signal_handler(number, stop.set)
        await work(stop)

    try:
        asyncio.run(until_stopped())
    except OperatorError as error:
        give_up(str(error))
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


async def run_bot(chosen: Settings, stop: asyncio.Event, clock: Clock, beside: "Beside | None" = None) -> None:
    """Run the bot until `stop` is set, or something ends it. Raises `OperatorError`."""
    gc.disable()  # as `bot.__main__` does
    from bot.app import App  # noqa: PLC0415 - discord.py takes half a second that no other command needs

    gc.freeze()  # nor is garbage looked for in it later: that would hold people up for some 70 ms each time
    gc.enable()
    tokens = [each.get_secret_value() for each in (chosen.discord_token, chosen.animeschedule_token) if each]
    logs.set_up(level=chosen.log_level, style=chosen.log_format, secrets=tokens)
    app = await _opened(partial(App.open, chosen, clock=clock), stop)
    if app is None:
        return
    stopping = asyncio.create_task(_stop_app(app, stop))
    try:
        async with beside(app) if beside is not None else contextlib.nullcontext():
            await app.run()
    finally:
        stopping.cancel()
        await app.close()


async def _opened(open_app: Callable[[], Awaitable["App"]], stop: asyncio.Event) -> "App | None":
    """Open an app, however long another program holds its database; None where it is stopped meanwhile."""
    while not stop.is_set():
        try:
            return await open_app()
        except StoreBusyError as error:
            _log.warning("%s I wait for it.", error)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(BUSY_WAIT_SECONDS):
                await stop.wait()
    return None


async def _stop_app(app: "App", stop: asyncio.Event) -> None:
    await stop.wait()
    app.stop()


UNUSABLE = 2
"""The exit status for what an operator has to mend first; nothing was changed."""


def give_up(line: str) -> NoReturn:
    """Say what is to be mended, and end."""
    typer.echo(line, err=True)
    raise typer.Exit(UNUSABLE)


@contextlib.contextmanager
def one_line() -> Iterator[None]:
    """Give up, without a traceback, where what is done within meets something that an operator can mend."""
    try:
        yield
    except (OperatorError, CatalogueError) as error:
        line = str(error)
    else:
        return
    give_up(line)
