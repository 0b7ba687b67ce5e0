"""What is answered, whatever the subject, when something can't be done: for whom it is, and what went wrong."""

from typing import Final

SERVER_ONLY_TEXT: Final = "This works in servers only."
NOT_INSTALLED_TEXT: Final = (
    "I'm not a member of this server, so I can't do this here. Ask someone with **Manage Server** to add me to it."
)
MODERATORS_ONLY_TEXT: Final = "Only moderators can do this: you need the **Manage Server** permission."
MODERATORS_IN_SERVERS_TEXT: Final = "This is for moderators (**Manage Server**), and works in servers only."
HEALTH_OWNERS_ONLY_TEXT: Final = "Only the owners of this bot, named in `OWNER_IDS`, can see this."
UNKNOWN_BUTTON_TEXT: Final = "This button no longer works. Run the command that showed it again."
UNKNOWN_FORM_TEXT: Final = "This form no longer works. Run the command that opened it again."
CHANGED_COMMAND_TEXT: Final = "This command has changed since Discord loaded it. Reload Discord (Ctrl+R) and try again."
LOST_ANSWER_TEXT: Final = "Discord lost my answer. Check whether it was done all the same, and try again if not."


def store_away_text(incident: str) -> str:
    """Say that the database can't be used, under the id that the log has it."""
    return (
        f"I can't load or save anything right now. Nothing was changed; try again in a minute (incident `{incident}`)."
    )


def unexpected_text(incident: str) -> str:
    """Say that something went wrong in the bot, under the id that the log has it."""
    return f"Something went wrong on my side. Try again later; if it happens again, report incident `{incident}`."
