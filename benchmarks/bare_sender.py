"""A floor: a discord.py client that reads who gets a message when, as JSON, and sends at those instants. No store."""

import asyncio
import json
import os
import sys
import time

import discord
from discord.http import Route


async def main() -> None:
    """Send at each instant (Unix time) of the timetable that standard input holds, and end."""
    Route.BASE = os.environ["DISCORD_API_URL"]
    timetable: dict[str, list[float]] = json.load(sys.stdin)
    async with discord.Client(intents=discord.Intents.none()) as client:
        await client.login(os.environ["DISCORD_TOKEN"])
        embed = discord.Embed(title="An episode is out", description="Streams on Example")

        async def send(channel_id: str, at: float) -> None:
            await asyncio.sleep(at - time.time())
            await client.get_partial_messageable(int(channel_id)).send(embed=embed)

        await asyncio.gather(*(send(channel, at) for channel, instants in timetable.items() for at in instants))


if __name__ == "__main__":
    asyncio.run(main())
