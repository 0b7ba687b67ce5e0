"""Why an announcement or a draft of one can't be acted on any more."""

from typing import Final

from bot.announcements.model import AnnouncementSettled, NoSuchAnnouncement, Settled

NO_TIME_TEXT: Final = "This draft has no time. Press **Edit** to give it one, or **Post** to post it now."
FORGOTTEN_TEXT: Final = "I no longer have this draft. Copy your text from the message into `/announce`."
_SETTLED: Final = {
    Settled.POSTED: "This announcement has already been posted, so its time can't change any more.",
    Settled.WITHDRAWN: "This announcement has already been withdrawn.",
    Settled.REPLACED_POSTED: (
        "The announcement has been posted meanwhile, so its time can't change any more. "
        "Press **Post** to update the posts."
    ),
    Settled.REPLACED_WITHDRAWN: (
        "The announcement has been withdrawn meanwhile. What you typed is kept: press **Edit** and submit the form "
        "to make it a new announcement."
    ),
    Settled.DRAFT_SENT: "This has already been posted or scheduled. See `/announcements`.",
    Settled.DRAFT_CANCELLED: "This draft has already been cancelled. Start a new one with `/announce`.",
    Settled.CHANGES_SETTLED: "These changes have already been saved or discarded. See `/announcements`.",
}


def settled_problem_text(settled: AnnouncementSettled) -> str:
    """Say why an announcement or a draft can't be changed any more."""
    return _SETTLED[settled.why]


def no_such_text(problem: NoSuchAnnouncement) -> str:
    """Say that there is no such announcement or draft, and where the others are."""
    if problem.is_draft:
        return "There is no such draft here. Start a new one with `/announce`."
    return "There is no such announcement here. See `/announcements`."
