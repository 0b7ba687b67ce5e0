"""A sandbox without rate limits, with as many more channels as the command line says; one JSON line, then it serves."""

import asyncio
import json
import signal
import sys

from sandbox import Sandbox
from sandbox.world.changes import create_channel


async def serve(channels: int) -> None:
    """Serve until terminated."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    discord = await Sandbox.start(rate_limits=False, record=False)
    many = [str(create_channel(discord.world, discord.guild_id, f"many-{number}").id) for number in range(channels)]
    sys.stdout.write(json.dumps({**discord.description(), "many": many}) + "\n")
    sys.stdout.flush()
    await stop.wait()
    await discord.close()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
