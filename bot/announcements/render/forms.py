"""The modals in which announcements are written and moved, and what was typed in them.

The modals are not kept in memory: their custom_ids say what they are about, so that one that was opened before a
restart is answered after it.
"""

from collections.abc import Mapping
from typing import Final

import discord

from bot.announcements.model import ANNOUNCEMENT_TEXT_LENGTH, ANNOUNCEMENT_TITLE_LENGTH, Announcement, TypedAnnouncement
from bot.ui.components import SNOWFLAKE
from bot.ui.forms import label, text_input

FORM: Final = "announce:form:{draft_id}:{replaces_id}"
"""`replaces_id` is the waiting announcement that is being changed, 0 for none."""
FORM_TEMPLATE: Final = rf"announce:form:(?P<draft_id>{SNOWFLAKE}):(?P<replaces_id>{SNOWFLAKE})"
MOVE_FORM: Final = "announcements:move-form:{announcement_id}"
MOVE_FORM_TEMPLATE: Final = rf"announcements:move-form:(?P<announcement_id>{SNOWFLAKE})"

TIME_LENGTH: Final = 60
TIME_EXAMPLE: Final = "2024-01-10T16:25Z, 2024-01-10 25:25 JST or 2024-01-10 17:25 Europe/Berlin"


def announcement_form(draft_id: int, typed: TypedAnnouncement, *, replaces_id: int | None = None) -> discord.ui.Modal:
    """Make the modal in which an announcement is written, with what was typed before."""
    form = discord.ui.Modal(
        title="Edit announcement" if replaces_id else "New announcement",
        custom_id=FORM.format(draft_id=draft_id, replaces_id=replaces_id or 0),
    )
    form.add_item(
        label(
            "Title", f"Up to {ANNOUNCEMENT_TITLE_LENGTH} characters.", text_input("title", typed.title, required=True)
        )
    )
    text = text_input("text", typed.text, required=True)
    text.style = discord.TextStyle.paragraph
    form.add_item(
        label("Text", f"Up to {ANNOUNCEMENT_TEXT_LENGTH:,} characters. Markdown works. Mentions ping nobody.", text)
    )
    link = text_input("link", typed.link, placeholder="https://example.com/page")
    form.add_item(label("Link", "Optional. The page that the title links to.", link))
    image = text_input("image", typed.image, placeholder="https://example.com/poster.png")
    form.add_item(label("Image", "Optional. The address of a PNG, JPEG, GIF or WebP image.", image))
    when = text_input("when", typed.when, placeholder=TIME_EXAMPLE)
    form.add_item(
        label("When", "Optional. Leave empty to post now. Try “Friday 8pm Europe/Berlin” or “in 2 hours”.", when)
    )
    form.stop()
    return form


def move_form(announcement: Announcement, when: str) -> discord.ui.Modal:
    """Make the modal that asks for a waiting announcement's new time; `when` stands in it."""
    form = discord.ui.Modal(title="Move announcement", custom_id=MOVE_FORM.format(announcement_id=announcement.id))
    time = text_input("when", when, required=True, placeholder=TIME_EXAMPLE, most=TIME_LENGTH)
    form.add_item(label("When", "A time with a zone, such as “Friday 8pm Europe/Berlin”, or “now”.", time))
    form.stop()
    return form


def typed_in(values: Mapping[str, str]) -> TypedAnnouncement:
    """Read what a submitted announcement form says, by the fields' custom_ids."""
    return TypedAnnouncement(
        title=values.get("title", ""),
        text=values.get("text", ""),
        link=values.get("link", ""),
        image=values.get("image", ""),
        when=values.get("when", ""),
    )
