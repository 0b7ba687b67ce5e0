"""What became of the posts of items of feeds: where they stand, or why they don't."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.dates.facts import FactKind
from bot.delivery.model import State
from bot.delivery.tables import deliveries


@dataclass(frozen=True, slots=True)
class ItemDelivery:
    """Where the post of an item stands, or why it doesn't."""

    address: str | None
    reason: str | None


async def of_posts(db: AsyncConnection, guild_id: int, post_ids: Collection[int]) -> dict[int, ItemDelivery]:
    """Read what became of a guild's items, by the ids of `feed_posts`; of what isn't due yet nothing is given."""
    of = deliveries.c
    rows = await db.execute(
        select(of.fact_id, of.state, of.reason, of.channel_id, of.message_id).where(
            of.kind == FactKind.FEED_POST, of.fact_id.in_(post_ids), of.guild_id == guild_id
        )
    )
    found = {}
    for row in rows:
        stands = row.state == State.SENT and row.message_id is not None
        address = f"https://discord.com/channels/{guild_id}/{row.channel_id}/{row.message_id}" if stands else None
        found[row.fact_id] = ItemDelivery(address, row.reason)
    return found
