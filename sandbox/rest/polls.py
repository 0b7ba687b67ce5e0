"""Polls of the bot: who voted for an answer, and an end before its time."""

from sandbox.rest import access
from sandbox.rest.call import Answer, Call
from sandbox.rest.messages import find
from sandbox.rest.router import Router
from sandbox.rules import errors
from sandbox.world import polls

ONE = "/channels/{channel_id}/polls/{message_id}"


def add_routes(router: Router) -> None:
    """Add the routes of polls."""
    router.add("GET", ONE + "/answers/{answer_id}", voters)
    router.add("POST", ONE + "/expire", expire)


async def voters(call: Call) -> Answer:
    """List who voted for an answer, by id, `limit` (25) of them after an id."""
    channel = access.message_channel(call)
    message, answer_id = find(call, channel), call.id("answer_id")
    if answer_id not in {each["answer_id"] for each in message.get("poll", {}).get("answers", ())}:
        raise errors.form_fault(["answer_id"], "BASE_TYPE_CHOICES", "Unknown answer")
    after, limit = call.query_id("after") or 0, call.query_int("limit", 25, least=1, most=100)
    found = [each for each in polls.voters(channel, int(message["id"]), answer_id) if each > after]
    return 200, {"users": [call.world.account(each).payload() for each in found[:limit]]}


async def expire(call: Call) -> Answer:
    """End one of the bot's own polls at once."""
    channel = access.message_channel(call)
    message = find(call, channel)
    if "poll" not in message:
        raise errors.no_poll_to_expire()
    if message["author"]["id"] != str(call.world.application_id):
        raise errors.cannot_edit_others()
    polls.end(call.world, channel, message)
    return 200, message
