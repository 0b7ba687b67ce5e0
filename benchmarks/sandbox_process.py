"""A sandbox without rate limits: argv names how many more channels it has, and the instant its clock starts at."""

import asyncio
import json
import signal
import sys
from datetime import datetime

from sandbox import Sandbox
from sandbox.world.changes import create_channel


async def serve(channels: int, at: datetime | None = None) -> None:
    """Print one line of JSON, and serve until terminated."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    discord = await Sandbox.start(at=at, rate_limits=False, record=False)
    many = [str(create_channel(discord.world, discord.guild_id, f"many-{number}").id) for number in range(channels)]
    sys.stdout.write(json.dumps({**discord.description(), "many": many}) + "\n")
    sys.stdout.flush()
    await stop.wait()
    await discord.close()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), *map(datetime.fromisoformat, sys.argv[2:])))
