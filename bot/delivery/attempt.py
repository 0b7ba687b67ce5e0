"""One claim brought to its end: looked for where it may stand, sent, and what goes wrong with it weighed."""

import asyncio
import itertools
import logging
import math
import random
from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace
from datetime import datetime, timedelta

import discord

from bot.clock import Clock
from bot.database.engine import Database
from bot.delivery.claims import Claim, ClaimReader
from bot.delivery.discord_channels import UNSEEN, FoundMessage, StandingPosts, is_age_restricted
from bot.delivery.discord_permissions import exact_reason, is_unpinged
from bot.delivery.discord_send import (
    UNAUTHORIZED,
    failed,
    is_away,
    is_on_the_way,
    may_be_an_outage,
    send,
)
from bot.delivery.model import (
    FOR_ADULTS,
    LEASE,
    UNKNOWN_VERSION,
    Delivery,
    DeliveryOutcome,
    Post,
    State,
    Wait,
    is_for_adults,
    may_stand,
    version_of,
)
from bot.delivery.pace import OutageDetector, Pace, Recovery
from bot.delivery.store import queues
from bot.errors import StoreError

_log = logging.getLogger(__name__)

AFTER_AN_OUTAGE = timedelta(seconds=60)
"""How long what can't be sent for a guild's outage waits, unless the guild comes back sooner."""
RETRY_WITHOUT_STORE = timedelta(seconds=1)
NO_STORE = "the bot's database can't be used right now"


class DeliveryAttempt:
    """Brings claims of `owner`'s to their ends, one of a channel at a time.

    `on_retry()` is called when what waited may go, `pause(delivery, reason)` is awaited when a channel can't be posted
    to, and `on_refused_token()` is called when Discord refuses the bot's token.
    """

    def __init__(
        self,
        client: discord.Client,
        database: Database,
        clock: Clock,
        owner: str,
        pace: Pace,
        *,
        on_retry: Callable[[], None],
        pause: Callable[[Delivery, str], Awaitable[None]],
        on_refused_token: Callable[[], None],
    ) -> None:
        self._client = client
        self._database = database
        self._clock = clock
        self._pace = pace
        self._outages = OutageDetector(pace)
        self._standing = StandingPosts(client)
        self._certain_from: datetime | None = None
        self._on_retry = on_retry
        self._pause = pause
        self._on_refused_token = on_refused_token
        self._reader = ClaimReader(database, clock, owner)
        self._faulty: set[int] = set()
        self._away: set[int] = set()
        self._asked_at: dict[int, float] = {}

    def slow(self, seconds: float) -> set[int]:
        """Give the channels for which Discord was asked at least so many seconds ago and hasn't answered yet."""
        before = asyncio.get_running_loop().time() - seconds
        # Looked at after each post, so no further than needed: they stand in the order in which they were asked for.
        return set(itertools.takewhile(lambda channel: self._asked_at[channel] <= before, self._asked_at))

    @property
    def asked(self) -> Collection[int]:
        """The channels for which Discord was asked and hasn't answered yet."""
        return self._asked_at.keys()

    async def welcome_back(self) -> None:
        """Have what waited for a guild's outage tried now that the guild is back. Raises `StoreError`."""
        back = {guild_id for guild_id in self._away if not may_be_an_outage(self._client, guild_id)}
        if back:
            async with self._database.write() as db:
                await queues.retry_now(db, self._clock())
            self._away -= back

    def hold(self, claim: Claim) -> None:
        """Have a claim in hand that is to be brought to an end."""
        self._reader.hold(claim)

    def drop(self, claim: Claim) -> None:
        """Have it in hand no more."""
        self._reader.drop(claim.delivery.id)

    async def bring_to_an_end(self, claim: Claim) -> DeliveryOutcome:
        """Send a claim, unless its post stands already or shouldn't be made, and give how it ended."""
        delivery = claim.delivery
        try:
            outcome = await self._send(claim)
        except Exception as error:  # noqa: BLE001 - sorted by `failed`, and what it doesn't know is logged
            outcome = await self._explain(delivery, error)
        else:
            if outcome.state is State.SENT:
                await self._reached(delivery.channel_id)
        finally:
            self._asked_at.pop(delivery.channel_id, None)
        if outcome.state is not State.PENDING:
            self._faulty.discard(delivery.id)
        return outcome

    async def _send(self, claim: Claim) -> DeliveryOutcome:
        delivery = claim.delivery
        doubt: str | None = None
        if is_away(self._client, delivery.guild_id):
            return self._put_off(delivery)
        if may_stand(delivery, self._database.certain_from):
            found = await self._find(claim)
            if found is None:
                return self._handed_back(delivery)
            if found.message_id is not None:
                return DeliveryOutcome(
                    delivery.id,
                    State.SENT,
                    message_id=found.message_id,
                    reason="it was in the channel already",
                    shown_version=UNKNOWN_VERSION,
                )
            doubt = UNSEEN if found.blind else None
        if isinstance(claim.verdict(self._clock), Post) and not await self._may_go(claim):
            return self._handed_back(delivery)
        fresh = await self._freshened(claim)
        if fresh is None:  # whoever took it over brings it to its end, or has time for it
            return self._handed_back(delivery)
        judged_at = self._clock()
        verdict = fresh.verdict(self._clock)
        if isinstance(verdict, Wait):
            return DeliveryOutcome(delivery.id, State.PENDING, next_try_at=verdict.until, tried=False)
        if not isinstance(verdict, Post) or fresh.subject is None:
            reason = None if isinstance(verdict, Post) else verdict.reason
            return DeliveryOutcome(delivery.id, State.SKIPPED, reason=reason, judged_at=judged_at)
        if is_for_adults(fresh.subject) and not await is_age_restricted(self._client, delivery):
            return DeliveryOutcome(delivery.id, State.SKIPPED, reason=FOR_ADULTS, judged_at=judged_at)
        message_id = await send(self._client, fresh.delivery, fresh.subject, late=verdict.late)
        shown = version_of(fresh.subject)
        guild = self._client.get_guild(delivery.guild_id)
        unpinged = is_unpinged(guild, delivery.channel_id, fresh.delivery.role_id)
        return DeliveryOutcome(
            delivery.id, State.SENT, message_id=message_id, reason=doubt, shown_version=shown, unpinged=unpinged
        )

    async def _find(self, claim: Claim) -> FoundMessage | None:
        """Look for the message that a claim may have left; give None where there was no time for it."""
        if self._certain_from != self._database.certain_from:  # others may have posted since what was seen
            self._certain_from = self._database.certain_from
            self._standing.forget()
        was_tried = claim.delivery.attempts > 1
        return await self._standing.find(
            claim.delivery,
            now=self._clock(),
            not_before=claim.read_at if was_tried else -math.inf,
            turn=lambda: self._may_go(claim),
        )

    async def _freshened(self, claim: Claim) -> Claim | None:
        """Read the claim as the store has it now.

        Gives None where it isn't ours any more, or reading it took too long.
        """
        fresh = await self._reader.fresh(claim)
        self.drop(claim)  # it is read no more: it goes out as it is now
        return fresh if asyncio.get_running_loop().time() <= claim.until else None

    async def _may_go(self, claim: Claim) -> bool:
        if not await self._pace.turn(claim.until):
            return False
        self._asked_at.pop(claim.delivery.channel_id, None)  # it comes last now
        self._asked_at[claim.delivery.channel_id] = asyncio.get_running_loop().time()
        return True

    def _put_off(self, delivery: Delivery) -> DeliveryOutcome:
        self._away.add(delivery.guild_id)
        return self._handed_back(delivery, "the server is unavailable because of a Discord outage", AFTER_AN_OUTAGE)

    def _handed_back(
        self, delivery: Delivery, reason: str | None = None, wait: timedelta = timedelta(0)
    ) -> DeliveryOutcome:
        """Make the outcome of a delivery that Discord wasn't asked to post.

        Where Discord was asked, and refused, callers set `tried`. The library asks again by itself after a 5xx, which
        may have come after the message was taken.
        """
        again = self._clock() + max(wait, timedelta(seconds=self._pace.held))
        return DeliveryOutcome(delivery.id, State.PENDING, reason=reason, next_try_at=again, tried=False)

    async def _reached(self, channel_id: int) -> None:
        """Note that Discord has answered.

        If that ended an outage or a channel's trouble, nothing waits for it any longer.
        """
        recovery = self._outages.succeeded(channel_id)
        if recovery is not Recovery.NOTHING:
            whose = channel_id if recovery is Recovery.CHANNEL else None
            try:
                async with self._database.write() as db:
                    await queues.retry_now(db, self._clock(), channel_id=whose)
            except Exception as error:  # noqa: BLE001 - what was sent was sent; what waits comes in its time
                _log.warning("What waited can't be hurried: %s", error)
            self._on_retry()

    # --- what went wrong --------------------------------------------------------------------------------------------

    async def _explain(self, delivery: Delivery, error: Exception) -> DeliveryOutcome:
        if self._client.is_closed():  # the bot ends, or was told to by Discord; the message may stand
            return replace(self._handed_back(delivery), tried=True)
        if isinstance(error, StoreError):
            return self._handed_back(delivery, NO_STORE, RETRY_WITHOUT_STORE)
        if isinstance(error, discord.HTTPException) and error.status == UNAUTHORIZED:
            self._on_refused_token()
        outcome = failed(delivery, error, now=self._clock(), jitter=random.random())  # noqa: S311 - spreads load
        if outcome.next_try_at is not None:
            if is_on_the_way(error):
                self._outages.failed(delivery.channel_id, error, outcome.reason or "")
            elif delivery.id not in self._faulty:
                self._faulty.add(delivery.id)
                _log.error("Delivery %d can't be made into a post, and is tried again", delivery.id, exc_info=error)
            return outcome
        if outcome.state is State.FAILED:
            _log.warning("Delivery %d to channel %d: %s", delivery.id, delivery.channel_id, outcome.reason)
        elif may_be_an_outage(self._client, delivery.guild_id):
            return replace(self._put_off(delivery), tried=True)
        else:
            place = (delivery.guild_id, delivery.channel_id)
            reason = exact_reason(self._client, *place, outcome.reason or "", self._clock())
            outcome = replace(outcome, reason=reason)
            try:
                await self._pause(delivery, reason)
            except Exception as fault:  # noqa: BLE001 - the channel's queue goes on; the next refusal tries again
                _log.error("The subscription of delivery %d can't be paused: %s", delivery.id, fault)
                outcome = replace(outcome, next_try_at=self._clock() + LEASE)
        await self._reached(delivery.channel_id)
        return outcome
