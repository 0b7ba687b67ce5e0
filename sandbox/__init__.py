"""A local Discord that real bots connect to: REST v10, gateway, people, a chat page. It knows nothing of the bot."""

from sandbox.server import Sandbox

__all__ = ["Sandbox"]
