"""What to do about each reason for which posts pause."""

from typing import Final

from bot.subscriptions.model import PauseReason

_THERE: Final = "(Edit Channel → Permissions)"
_REMEDIES: Final[dict[str, str]] = {
    PauseReason.CHANNEL_DELETED: (
        "Give another channel these posts with `/channel subscribe`, and end this subscription in `/channel list`."
    ),
    PauseReason.CHANNEL_HIDDEN: (
        f"Give me **View Channel** there {_THERE}; a private thread also has to have me as a member."
    ),
    PauseReason.SILENCED: (
        f"Give me **View Channel**, **Send Messages** (for a thread **Send Messages in Threads**) and **Embed Links** "
        f"there {_THERE}."
    ),
    PauseReason.ROLE_DELETED: "Run `/channel subscribe` again for it, with another role or none.",
    PauseReason.NOT_PUBLISHABLE: (
        "Make it an announcement channel again (Edit Channel → Overview), or run `/channel subscribe` again for it, "
        "without publishing."
    ),
    PauseReason.THREAD_ARCHIVED: "Open the thread again: write something in it.",
    PauseReason.THREAD_LOCKED: "Unlock the thread (its menu → Unlock Thread), or give me **Manage Threads** there.",
    PauseReason.REMOVED: "Add me to the server again within 30 days; after that its settings are gone.",
}
_ANY_REMEDY: Final = (
    f"Check that I have **View Channel**, **Send Messages** and **Embed Links** there {_THERE}, then try "
    "`/channel test`."
)


def remedy(reason: str) -> str:
    """Say in one sentence what to do about a subscription that is paused for `reason`, for any reason there is."""
    return _REMEDIES.get(reason, _ANY_REMEDY)
