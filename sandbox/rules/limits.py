"""Discord's refusals where there is too much of something: of what a place may hold, or of what is done in a time."""

from sandbox.rules.errors import ApiError


def too_many_attachments(limit: int) -> ApiError:
    """Give the error for an edit that would leave a message with more files than it may have."""
    return ApiError(400, 30015, f"Maximum number of attachments in a message reached ({limit})")


def too_many_commands(limit: int = 100) -> ApiError:
    """Give the error for one slash command more than the application may have in this scope."""
    return ApiError(400, 30032, f"Maximum number of application commands reached ({limit}).")


def too_many_pins(limit: int) -> ApiError:
    """Give the error for one pin more than a channel may have."""
    return ApiError(400, 30003, f"Maximum number of pins reached for the channel ({limit})")


def too_many_channels(limit: int) -> ApiError:
    """Give the error for one channel more than a guild may have."""
    return ApiError(400, 30013, f"Maximum number of guild channels reached ({limit})")


def too_many_command_creates(limit: int, retry_after: float) -> ApiError:
    """Give the error for one command more than may be made in a day; `retry_after` is in seconds."""
    message = f"Maximum number of daily application command creates has been reached ({limit})"
    return ApiError(429, 30034, message, retry_after=retry_after)


def too_many_events(limit: int) -> ApiError:
    """Give the error for one scheduled event more than a guild may have."""
    return ApiError(400, 30038, f"Maximum number of uncompleted guild scheduled events reached ({limit})")


def too_many_old_edits(retry_after: float) -> ApiError:
    """Give the error for one edit more of messages that are older than an hour; `retry_after` is in seconds."""
    message = "Maximum number of edits to messages older than 1 hour reached. Try again later"
    return ApiError(429, 30046, message, retry_after=retry_after)


def too_many_pinned_posts() -> ApiError:
    """Give the error for one pinned post more than a forum may have."""
    return ApiError(400, 30047, "Maximum number of pinned threads in a forum channel has been reached")


def too_many_tags() -> ApiError:
    """Give the error for one tag more than a forum may have."""
    return ApiError(400, 30048, "Maximum number of tags in a forum channel has been reached")


def too_many_overwrites(limit: int) -> ApiError:
    """Give the error for one overwrite more than a channel may have."""
    return ApiError(400, 30060, f"Maximum number of channel permission overwrites reached ({limit})")


def request_too_large() -> ApiError:
    """Give the error for a request whose files are larger than the channel takes."""
    return ApiError(413, 40005, "Request entity too large")


def too_many_followups() -> ApiError:
    """Give the error for one follow-up more than an interaction takes that only a person's installation authorizes."""
    return ApiError(400, 40094, "This interaction has hit the maximum number of follow up messages")
