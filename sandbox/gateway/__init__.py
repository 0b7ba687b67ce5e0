"""The sandbox's gateway: the WebSocket over which a bot hears what happens."""

from sandbox.gateway.gateway import Gateway

__all__ = ["Gateway"]
