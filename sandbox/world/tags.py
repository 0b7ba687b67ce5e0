"""A forum's tags: which there are, and which its posts have."""

from collections.abc import Sequence

from sandbox.rules.json_types import JsonObject
from sandbox.world.threads import begun_in
from sandbox.world.world import Channel, World


def numbered(world: World, members: JsonObject, standing: Sequence[JsonObject]) -> JsonObject:
    """Give the members of a channel with an id for each of its tags: its own, if it stands already, or a new one."""
    if "available_tags" not in members:
        return members
    ids = {tag["id"] for tag in standing}
    tags = [tag | {"id": tag["id"] if tag["id"] in ids else str(world.ids.next())} for tag in members["available_tags"]]
    return members | {"available_tags": tags}


def forget_missing(world: World, forum: Channel) -> None:
    """Take tags that a forum no longer has from its posts."""
    ids = {tag["id"] for tag in forum.payload["available_tags"]}
    for post in begun_in(world, forum.id):
        kept = [each for each in post.payload["applied_tags"] if each in ids]
        if kept != post.payload["applied_tags"]:
            post.payload["applied_tags"] = kept
            world.touch("channel", post.id)
