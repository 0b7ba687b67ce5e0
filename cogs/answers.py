"""One answer to an interaction, at once where that can be, and never too late for Discord."""

import asyncio
import contextlib
from datetime import timedelta
from types import TracebackType
from typing import Any, Final, Self

import discord

from bot.client import Interaction

PATIENCE: Final = timedelta(seconds=1.5)
"""Discord drops an interaction that isn't answered within 3 s; a store that another program has locked takes 2."""


class Reply:
    """`async with Reply(interaction) as reply:` … work … `await reply.send("Done.")`.

    Only the one who acted sees it. Work that takes longer than `PATIENCE` has the interaction deferred meanwhile.
    `in_place` changes the message whose button was pressed (or opened the form) instead of sending another.
    """

    def __init__(self, interaction: Interaction, *, in_place: bool = False) -> None:
        self.interaction = interaction
        self._in_place = in_place
        self._deferring = False
        self._timer: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._timer = asyncio.create_task(self._defer_later())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop_waiting()

    async def _defer_later(self) -> None:
        await asyncio.sleep(PATIENCE.total_seconds())
        if self.interaction.response.is_done():
            return
        self._deferring = True
        await self.interaction.response.defer(ephemeral=True, thinking=not self._in_place)

    async def stop_waiting(self) -> None:
        """Give up deferring, unless it is being done: whoever answers then has to know that it was."""
        if self._timer is None:
            return
        if not self._deferring:
            self._timer.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._timer
        self._timer = None

    async def send(
        self,
        content: str | None = None,
        *,
        embed: discord.Embed | None = None,
        view: discord.ui.View | discord.ui.LayoutView | None = None,
    ) -> None:
        """Answer with these and nothing else: what stood in a message that is changed in place goes."""
        await self.stop_waiting()
        response = self.interaction.response
        whole: dict[str, Any] = {"content": content, "embeds": [] if embed is None else [embed], "view": view}
        if response.is_done():
            await self.interaction.edit_original_response(**whole)
        elif self._in_place:
            await response.edit_message(**whole)
        else:
            await response.send_message(ephemeral=True, **{key: value for key, value in whole.items() if value})
