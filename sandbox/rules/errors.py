"""Discord's refusals: the error body with its code, and the `errors` tree of a form that breaks several rules."""

import math
from collections.abc import Sequence
from typing import TypeAlias

from sandbox.rules.json_types import JsonObject

Path: TypeAlias = Sequence[str | int]
"""Where in a payload something is wrong: names of members and indexes of lists."""

INVALID_FORM_BODY = 50035


class ApiError(Exception):
    """A request that Discord refuses: the HTTP status, Discord's own code, and what the body says."""

    def __init__(
        self,
        status: int,
        code: int,
        message: str,
        errors: JsonObject | None = None,
        *,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors
        self.retry_after = retry_after

    def body(self) -> JsonObject:
        """Give the JSON body of the answer.

        `errors` is there only when a form was refused, `retry_after` (seconds) only where a limit has been reached.
        """
        body: JsonObject = {"message": self.message, "code": self.code}
        if self.errors:
            body["errors"] = self.errors
        if self.retry_after is not None:
            body |= {"retry_after": self.retry_after, "global": False}
        return body

    def headers(self) -> dict[str, str]:
        """Give the headers that come with the answer."""
        return {} if self.retry_after is None else {"Retry-After": str(math.ceil(self.retry_after))}


class ErrorTree:
    """All that is wrong with one form, kept by place, so that one answer names every fault."""

    def __init__(self) -> None:
        self._tree: JsonObject = {}

    def __bool__(self) -> bool:
        return bool(self._tree)

    def add(self, path: Path, code: str, message: str) -> None:
        """Note a fault at `path`; an empty path means the form itself."""
        node = self._tree
        for step in path:
            node = node.setdefault(str(step), {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def has(self, path: Path) -> bool:
        """Tell whether something is wrong at `path` or below it."""
        node = self._tree
        for step in path:
            if str(step) not in node:
                return False
            node = node[str(step)]
        return bool(node)

    def as_json(self) -> JsonObject:
        """Give the tree as the `errors` member of an error body."""
        return self._tree

    def raise_if_any(self) -> None:
        """Raise `ApiError` 50035 "Invalid Form Body" if anything was added."""
        if self._tree:
            raise invalid_form(self._tree)


def invalid_form(errors: JsonObject) -> ApiError:
    """Refuse a form, with its tree of faults."""
    return ApiError(400, INVALID_FORM_BODY, "Invalid Form Body", errors)


def form_fault(path: Path, code: str, message: str) -> ApiError:
    """Refuse a form for one fault."""
    tree = ErrorTree()
    tree.add(path, code, message)
    return invalid_form(tree.as_json())


def unauthorized() -> ApiError:
    """Give the error for no token, or not the application's."""
    return ApiError(401, 0, "401: Unauthorized")


def not_found() -> ApiError:
    """Give the error for a route that isn't there."""
    return ApiError(404, 0, "404: Not Found")


def internal_error() -> ApiError:
    """Give the error for a fault of the server itself, not of the request."""
    return ApiError(500, 0, "500: Internal Server Error")


def method_not_allowed() -> ApiError:
    """Give the error for a route that is there for other methods."""
    return ApiError(405, 0, "405: Method Not Allowed")


def invalid_json() -> ApiError:
    """Give the error for a body that is not JSON, or not an object or list where one is due."""
    return ApiError(400, 50109, "The request body contains invalid JSON.")


def unknown_application() -> ApiError:
    """Give the error for an application that isn't there."""
    return ApiError(404, 10002, "Unknown Application")


def unknown_channel() -> ApiError:
    """Give the error for a channel that isn't there, or that the bot can't know of."""
    return ApiError(404, 10003, "Unknown Channel")


def unknown_guild() -> ApiError:
    """Give the error for a guild that isn't there."""
    return ApiError(404, 10004, "Unknown Guild")


def unknown_member() -> ApiError:
    """Give the error for a user who is not in the guild."""
    return ApiError(404, 10007, "Unknown Member")


def unknown_message() -> ApiError:
    """Give the error for a message that isn't in the channel."""
    return ApiError(404, 10008, "Unknown Message")


def unknown_role() -> ApiError:
    """Give the error for a role that isn't in the guild."""
    return ApiError(404, 10011, "Unknown Role")


def unknown_user() -> ApiError:
    """Give the error for a user whom nobody knows."""
    return ApiError(404, 10013, "Unknown User")


def unknown_webhook() -> ApiError:
    """Give the error for a webhook that isn't there, or an interaction that was never acknowledged."""
    return ApiError(404, 10015, "Unknown Webhook")


def unknown_interaction() -> ApiError:
    """Give the error for an interaction that is too old to be answered, or that never was."""
    return ApiError(404, 10062, "Unknown interaction")


def unknown_command_permissions() -> ApiError:
    """Give the error for permissions of a command that a guild has never set."""
    return ApiError(404, 10066, "Unknown application command permissions")


def unknown_command() -> ApiError:
    """Give the error for an application command that isn't there."""
    return ApiError(404, 10063, "Unknown application command")


def unknown_event() -> ApiError:
    """Give the error for a scheduled event that isn't there."""
    return ApiError(404, 10070, "Unknown Guild Scheduled Event")


def already_acknowledged() -> ApiError:
    """Give the error for an interaction that was answered before."""
    return ApiError(400, 40060, "Interaction has already been acknowledged.")


def already_crossposted() -> ApiError:
    """Give the error for a message that was published before."""
    return ApiError(400, 40033, "This message has already been crossposted.")


def tag_names_not_unique() -> ApiError:
    """Give the error for a forum with two tags of one name."""
    return ApiError(400, 40061, "Tag names must be unique")


def no_tag_for_members() -> ApiError:
    """Give the error for a post that needs a tag where only moderators may set the tags that there are."""
    return ApiError(400, 40066, "There are no tags available that can be set by non-moderators")


def tag_required() -> ApiError:
    """Give the error for a post without a tag in a forum that wants one."""
    return ApiError(400, 40067, "A tag is required to create a forum post in this channel")


def missing_access() -> ApiError:
    """Give the error for a channel or guild that the bot can't see, and for a list that takes an intent it hasn't."""
    return ApiError(403, 50001, "Missing Access")


def invalid_api_version() -> ApiError:
    """Give the error for a version of the API that isn't there."""
    return ApiError(400, 50041, "Invalid API version")


def direct_channel() -> ApiError:
    """Give the error for what isn't done to a channel of direct messages."""
    return ApiError(403, 50003, "Cannot execute action on a DM channel")


def cannot_edit_others() -> ApiError:
    """Give the error for an edit of another's message: only its author edits one."""
    return ApiError(403, 50005, "Cannot edit a message authored by another user")


def empty_message() -> ApiError:
    """Give the error for a message with nothing in it."""
    return ApiError(400, 50006, "Cannot send an empty message")


def cannot_dm() -> ApiError:
    """Give the error for a user who takes no direct messages from the bot."""
    return ApiError(403, 50007, "Cannot send messages to this user")


def not_a_text_channel() -> ApiError:
    """Give the error for a channel that takes no messages."""
    return ApiError(400, 50008, "Cannot send messages in a non-text channel")


def missing_permissions() -> ApiError:
    """Give the error for a place that the bot sees but lacks a permission in."""
    return ApiError(403, 50013, "Missing Permissions")


def bulk_delete_count() -> ApiError:
    """Give the error for a bulk delete of fewer than 2 or more than 100 messages."""
    return ApiError(
        400,
        50016,
        "Provided too few or too many messages to delete. "
        "Must provide at least 2 and fewer than 100 messages to delete.",
    )


def wrong_channel_type() -> ApiError:
    """Give the error for an action that is not for channels of this type."""
    return ApiError(400, 50024, "Cannot execute action on this channel type")


def invalid_webhook_token() -> ApiError:
    """Give the error for a token that is not the webhook's, or an interaction's that has run out."""
    return ApiError(401, 50027, "Invalid Webhook Token")


def invalid_sticker() -> ApiError:
    """Give the error for a sticker that isn't there, or that the bot may not use."""
    return ApiError(400, 50081, "Invalid sticker sent")


def cannot_edit_stickers() -> ApiError:
    """Give the error for an edit that would change a message's stickers."""
    return ApiError(400, 50080, "Cannot edit stickers within a message")


def thread_archived() -> ApiError:
    """Give the error for a change in an archived thread."""
    return ApiError(403, 50083, "Thread is archived")


def no_mutual_guild() -> ApiError:
    """Give the error for a message to a user who is in no guild with the bot."""
    return ApiError(403, 50278, "Cannot send messages to this user due to having no mutual guilds")


def cannot_reply() -> ApiError:
    """Give the error for a reply where the bot may not read what was said."""
    return ApiError(403, 160002, "Cannot reply without permission to read message history")


def thread_exists() -> ApiError:
    """Give the error for a message that has a thread already."""
    return ApiError(400, 160004, "A thread has already been created for this message")


def cannot_reference() -> ApiError:
    """Build the refusal to forward from where the bot may not read the history."""
    return ApiError(403, 160009, "Cannot reference a message without permission to read message history")


def nsfw_reference() -> ApiError:
    """Build the refusal to forward from an age-restricted channel into one that isn't."""
    return ApiError(400, 160010, "NSFW channel message reference not allowed")


def cannot_forward() -> ApiError:
    """Build the refusal to forward what the bot may not read for lack of an intent (since 2026)."""
    return ApiError(403, 160014, "You cannot forward a message whose content you cannot read")


def thread_locked() -> ApiError:
    """Give the error for who writes in a locked thread without managing threads."""
    return ApiError(403, 160005, "This thread is locked")


def invalid_recipient() -> ApiError:
    """Give the error for direct messages to a user whom nobody knows."""
    return ApiError(400, 50033, "Invalid Recipient(s)")


def bulk_delete_too_old() -> ApiError:
    """Give the error for a bulk delete of messages that are older than two weeks."""
    return ApiError(400, 50034, "A message provided was too old to bulk delete")


def event_is_finished() -> ApiError:
    """Give the error for a change of a scheduled event that is over or called off."""
    return ApiError(400, 180000, "Cannot update a finished event")


def blocked_by_auto_moderation() -> ApiError:
    """Give the error for a message with words that the guild's automatic moderation blocks."""
    return ApiError(400, 200000, "Message was blocked by automatic moderation")


def title_blocked_by_auto_moderation() -> ApiError:
    """Give the error for a thread's name with words that the guild's automatic moderation blocks."""
    return ApiError(400, 200001, "Title was blocked by automatic moderation")


def poll_expired() -> ApiError:
    """Give the error for a vote in a poll that has ended, and for ending one again."""
    return ApiError(400, 520001, "Poll expired")


def cannot_edit_poll() -> ApiError:
    """Give the error for an edit of a message with a poll."""
    return ApiError(400, 520003, "Cannot edit a poll message")


def no_poll_to_expire() -> ApiError:
    """Give the error for ending the poll of a message that has none."""
    return ApiError(400, 520006, "Cannot expire a non-poll message")


def blocked_by_link_filter() -> ApiError:
    """Give the error for a message with a link that Discord knows as harmful."""
    return ApiError(400, 240000, "Message blocked by harmful links filter")
