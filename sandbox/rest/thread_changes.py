"""What the bot changes of a thread: its name, settings and tags; archived, locked, and open again.

Source: Discord's documentation, "Modify Channel" (thread) and "Threads": locked, active and archived threads.
"""

from collections.abc import Sequence

from sandbox.rest import access
from sandbox.rest.call import Call
from sandbox.rules import errors, limits
from sandbox.rules.channels import REQUIRE_TAG
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from sandbox.rules.threads import PINNED, check_thread_change
from sandbox.world import guilds, threads
from sandbox.world.world import Channel

BY_ITS_CREATOR = frozenset({"name", "archived", "auto_archive_duration", "applied_tags"})
"""What who began a thread may change of it without managing threads."""


def change(call: Call, thread: Channel) -> Channel:
    """Change a thread. Raises `ApiError` 50013, 160005, and 50083 for a thread that is archived and stays so."""
    asked = check_thread_change(call.object())
    if thread.kind != guilds.PRIVATE_THREAD:
        asked.pop("invitable", None)  # of private threads alone
    _check_permitted(call, thread, asked)
    metadata = thread.payload["thread_metadata"]
    if set(asked) - {"archived"} and metadata["archived"] and asked.get("archived") is not False:
        raise errors.thread_archived()
    if "name" in asked:
        call.world.restrictions.check_title(asked["name"], moderated=access.is_moderated(call, thread))
    if "applied_tags" in asked:
        check_tags(call, call.world.channels[thread.parent_id or 0], asked["applied_tags"], standing=thread)
    if "flags" in asked:
        _check_pin(call, thread, asked["flags"])
        asked["flags"] &= PINNED
    return threads.change_thread(call.world, thread.id, **asked)


def _check_permitted(call: Call, thread: Channel, asked: JsonObject) -> None:
    """Check that the bot may do what was asked; only opening a thread that isn't locked takes no more than writing."""
    if access.may(call, thread, Permissions.MANAGE_THREADS):
        return
    is_locked, is_archived = (thread.payload["thread_metadata"][name] for name in ("locked", "archived"))
    is_mine = thread.payload["owner_id"] == str(call.world.application_id)
    only_opens = asked == {"archived": False}
    if not only_opens and not (is_mine and set(asked) <= BY_ITS_CREATOR):
        raise errors.missing_permissions()
    if is_locked:
        raise errors.thread_archived() if is_archived else errors.thread_locked()
    if not access.may(call, thread, Permissions.SEND_MESSAGES_IN_THREADS):
        raise errors.missing_permissions()


def check_tags(call: Call, forum: Channel, applied: Sequence[str], *, standing: Channel | None = None) -> None:
    """Check the tags of a forum's post, or, of one that is `standing`, those that it is to have.

    Raises `ApiError` 50035 for a tag that isn't there, 50013 for one that only moderators set, 40067 where one is
    needed, and 40066 where one is needed that only moderators set.
    """
    tags = {tag["id"]: tag for tag in forum.payload.get("available_tags", ())}
    if any(each not in tags for each in applied):
        raise errors.form_fault(["applied_tags"], "INVALID_FORUM_TAG", "Unknown tag")
    moderates = access.may(call, forum, Permissions.MANAGE_THREADS)
    had = standing.payload.get("applied_tags", ()) if standing is not None else ()
    if not moderates and any(tags[each]["moderated"] for each in set(applied) ^ set(had)):
        raise errors.missing_permissions()
    if forum.payload["flags"] & REQUIRE_TAG and not applied:
        settable = moderates or any(not tag["moderated"] for tag in tags.values())
        raise errors.tag_required() if settable else errors.no_tag_for_members()


def _check_pin(call: Call, thread: Channel, flags: int) -> None:
    """Check that a post may be pinned: one in each forum. Raises `ApiError` 50024 or 30047."""
    if not flags & PINNED or thread.payload["flags"] & PINNED:
        return
    forum = call.world.channels[thread.parent_id or 0]
    if forum.kind not in guilds.FORUMS:
        raise errors.wrong_channel_type()
    if any(each.payload["flags"] & PINNED for each in threads.begun_in(call.world, forum.id)):
        raise limits.too_many_pinned_posts()
