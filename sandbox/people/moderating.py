"""What those who run the sandbox do as its moderators, under /sandbox/v1: time-outs, and what isn't let through.

PUT    /members/{id} {timeout}                        of the first guild: for so many seconds from now, or null
GET    /restrictions   PUT /restrictions {blocked_words, harmful_domains, old_edits}
                                                      words that automatic moderation blocks (`*` at an end stands for
                                                      any letters), hosts whose links are refused, and how many edits of
                                                      messages older than an hour a channel takes in an hour (null: all)
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from sandbox.people.person import Person
from sandbox.people.refusals import RefusedError
from sandbox.rules.json_types import JsonValue
from sandbox.world import changes

MOST_LISTED, LONGEST_LISTED = 1000, 253
LONGEST_TIMEOUT = 28 * 24 * 3600
"""Discord's bound, in seconds: four weeks."""


def routes() -> list[tuple[str, str, Callable[[Person], Awaitable[JsonValue]]]]:
    """Give all routes, as method, path and handler."""
    return [
        ("PUT", "/members/{user_id}", change_member),
        ("GET", "/restrictions", restrictions),
        ("PUT", "/restrictions", restrict),
    ]


async def change_member(person: Person) -> JsonValue:
    """Put a member of the first guild in time-out, or end it."""
    seconds, world = person.body.get("timeout", 0), person.world
    if seconds is not None and (type(seconds) is not int or not 1 <= seconds <= LONGEST_TIMEOUT):
        raise RefusedError(f"timeout must be from 1 to {LONGEST_TIMEOUT} seconds, or null")
    until = None if seconds is None else world.clock.now() + timedelta(seconds=seconds)
    return changes.set_timeout(world, next(iter(world.guilds)), person.number("user_id"), until)


async def restrictions(person: Person) -> JsonValue:
    """Tell what isn't let through."""
    return person.world.restrictions.stored()


async def restrict(person: Person) -> JsonValue:
    """Set what isn't let through; what is left out stays as it is."""
    world, body = person.world, person.body
    if "blocked_words" in body:
        world.restrictions.blocked_words = _texts(body["blocked_words"], "blocked_words")
    if "harmful_domains" in body:
        world.restrictions.harmful_domains = _texts(body["harmful_domains"], "harmful_domains")
    if "old_edits" in body:
        number = body["old_edits"]
        if number is not None and (type(number) is not int or number < 0):
            raise RefusedError("old_edits must be a whole number, or null")
        world.restrictions.old_edits = number
    world.touch("meta", 0)
    return world.restrictions.stored()


def _texts(given: JsonValue, name: str) -> list[str]:
    if not isinstance(given, list) or len(given) > MOST_LISTED:
        raise RefusedError(f"{name} must be a list of at most {MOST_LISTED} texts")
    texts = [each.strip() for each in given if isinstance(each, str)]
    if len(texts) < len(given) or not all(0 < len(each.strip("*")) <= LONGEST_LISTED for each in texts):
        raise RefusedError(f"{name} must be a list of texts of 1 to {LONGEST_LISTED} characters")
    return texts
