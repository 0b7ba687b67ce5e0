"""Who runs the sandbox: the application's owner, and whoever manages the first guild."""

from sandbox.rules.permissions import Permissions
from sandbox.world.world import World


def runs_the_sandbox(world: World, user_id: int) -> bool:
    """Tell whether someone may set the clock, play troubles and change the world."""
    first = next(iter(world.guilds))
    return user_id == world.owner_id or Permissions.MANAGE_GUILD in world.permissions(user_id, first)
