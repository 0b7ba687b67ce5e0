"""Polls: who votes for what, and how they end. Source: Discord's documentation, "Poll Resource"."""

from collections import Counter
from collections.abc import Collection
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from sandbox.rules import errors
from sandbox.rules.json_types import JsonObject
from sandbox.world import posts
from sandbox.world.events import Event
from sandbox.world.world import Channel, World

if TYPE_CHECKING:
    from sandbox.clock import Timer

POLL_RESULT = 46
"""The type of the message that tells how a poll has ended."""


def vote(world: World, channel: Channel, message: JsonObject, user_id: int, answers: Collection[int]) -> None:
    """Have someone vote for these answers and no others, and tell of what has changed. Raises `ApiError` 520001."""
    if message["poll"]["results"]["is_finalized"]:
        raise errors.poll_expired()
    votes = channel.votes.setdefault(int(message["id"]), {})
    before, now = votes.get(user_id, []), sorted(set(answers))
    votes[user_id] = now
    message["poll"]["results"]["answer_counts"] = _counts(votes.values())
    world.touch("channel", channel.id)
    world.touch("message", int(message["id"]), message)
    for name, changed in (("REMOVE", set(before) - set(now)), ("ADD", set(now) - set(before))):
        for answer_id in sorted(changed):
            told = {"user_id": str(user_id), "message_id": message["id"], "answer_id": answer_id}
            _tell(world, channel, f"MESSAGE_POLL_VOTE_{name}", told)


def seen_by(channel: Channel, message: JsonObject, user_id: int) -> JsonObject:
    """Give a message as one person sees it: with which votes in its poll are theirs."""
    chosen = channel.votes.get(int(message["id"]), {}).get(user_id)
    if not chosen:
        return message
    results = message["poll"]["results"]
    counts = [each | {"me_voted": each["id"] in chosen} for each in results["answer_counts"]]
    return message | {"poll": message["poll"] | {"results": results | {"answer_counts": counts}}}


def voters(channel: Channel, message_id: int, answer_id: int) -> list[int]:
    """Give who has voted for an answer, in the order of their ids."""
    votes = channel.votes.get(message_id, {})
    return sorted(user_id for user_id, answers in votes.items() if answer_id in answers)


def end(world: World, channel: Channel, message: JsonObject) -> None:
    """End a poll, tell of it, and post its result. Raises `ApiError` 520001 for one that has ended."""
    poll = message["poll"]
    if poll["results"]["is_finalized"]:
        raise errors.poll_expired()
    poll["results"]["is_finalized"] = True
    poll["expiry"] = min(poll["expiry"], world.clock.now().isoformat())
    posts.tell_edited(world, channel, message)
    told = posts.reply_to(channel, message) | {"type": POLL_RESULT}
    result = posts.compose(world, channel, int(message["author"]["id"]), {}, extra=told)
    result["embeds"] = [_result(poll)]
    posts.post(world, channel, result)


def _counts(votes: Collection[list[int]]) -> list[JsonObject]:
    counted = Counter(answer_id for answers in votes for answer_id in answers)
    return [{"id": each, "count": count, "me_voted": False} for each, count in sorted(counted.items())]


def _result(poll: JsonObject) -> JsonObject:
    """Make the embed of a poll's result, which names a victor unless several answers have as many votes."""
    counts = {each["id"]: each["count"] for each in poll["results"]["answer_counts"] if each["count"]}
    most = max(counts.values(), default=0)
    first = [each for each in poll["answers"] if counts.get(each["answer_id"]) == most]
    fields: dict[str, object] = {
        "poll_question_text": poll["question"]["text"],
        "victor_answer_votes": most,
        "total_votes": sum(counts.values()),
    }
    if len(first) == 1:
        fields |= {"victor_answer_id": first[0]["answer_id"], "victor_answer_text": first[0]["poll_media"]["text"]}
    shown = [{"name": name, "value": str(value), "inline": False} for name, value in fields.items()]
    return {"type": "poll_result", "fields": shown}


def _tell(world: World, channel: Channel, name: str, told: JsonObject) -> None:
    told["channel_id"] = str(channel.id)
    if channel.guild_id is not None:
        told["guild_id"] = str(channel.guild_id)
    world.publish(Event(name, told, channel.guild_id, channel.id))


class PollTimers:
    """Ends polls at their time, on the sandbox's clock."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._timers: dict[int, Timer] = {}
        for channel in world.channels.values():
            for message in channel.log:
                self._arm(message)
        self._stop = world.listen(lambda event: self._arm(event.data) if event.name.startswith("MESSAGE_") else None)

    def close(self) -> None:
        """End no polls any more."""
        self._stop()
        for timer in self._timers.values():
            timer.cancel()

    def _arm(self, message: JsonObject) -> None:
        if "poll" not in message or message["poll"]["results"]["is_finalized"]:
            return
        if (message_id := int(message["id"])) in self._timers:
            return
        left = datetime.fromisoformat(message["poll"]["expiry"]) - self._world.clock.now()
        ends = partial(self._end, int(message["channel_id"]), message_id)
        self._timers[message_id] = self._world.clock.call_after(left, ends)

    def _end(self, channel_id: int, message_id: int) -> None:
        del self._timers[message_id]
        channel = self._world.channels.get(channel_id)
        message = None if channel is None else channel.log.get(message_id)
        if channel is not None and message is not None and not message["poll"]["results"]["is_finalized"]:
            end(self._world, channel, message)
