"""Announcements as they are posted, struck through and listed, and what is said when one is changed or can't be."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import discord

from bot.announcements.model import (
    Announcement,
    AnnouncementSettled,
    AnnouncementsPage,
    AnnouncementState,
    Checked,
    NoSuchAnnouncement,
    Settled,
    TakenBack,
    TypedAnnouncement,
)
from bot.announcements.render.drafts import ANNOUNCEMENT_BUTTONS, meant_times, repeats_words, time_problem_text
from bot.catalogue.render.dates import told_apart
from bot.dates.airdate import TOKYO
from bot.dates.reading.readings import retyped
from bot.errors import NotUnderstood
from bot.ui import components
from bot.ui.components import PAGE, SNOWFLAKE, page_layout, static_page, static_view
from bot.ui.text import count, escape, plain, quote, relative, stamp
from bot.web.links import web_address

ANNOUNCEMENT_LIST_BUTTON: Final = "announcements:{act}:{announcement_id}"
ANNOUNCEMENT_LIST_TEMPLATE: Final = (
    r"announcements:(?P<act>edit|duplicate|skip|withdraw|really|delete|strike|discard)"
    rf":(?P<announcement_id>{SNOWFLAKE})"
)
ANNOUNCEMENTS_PAGE_BUTTON: Final = "announcements:page:{page}"
ANNOUNCEMENTS_PAGE_TEMPLATE: Final = f"announcements:page:{PAGE}"
MOVE_BUTTON: Final = "announcements:move:{announcement_id}:{typed}"
"""`typed` is the time that was refused before, so that it can be corrected."""
MOVE_TEMPLATE: Final = rf"announcements:move:(?P<announcement_id>{SNOWFLAKE}):(?P<typed>(?s:.{{0,60}}))"

ANNOUNCEMENTS_PAGE_SIZE: Final = 5
"""A page holds at most 40 components (Discord), and each entry takes six."""
STRUCK_LENGTH: Final = 1500
"""How much of a withdrawn text is left to be read, in characters."""
STRUCK_LINES: Final = 60

_Button = discord.ui.Button[Any]
_Style = discord.ButtonStyle


def announcement_embed(content: Checked | TypedAnnouncement) -> discord.Embed:
    """Show an announcement as everybody sees it: its text is a moderator's own, markdown and all."""
    embed = discord.Embed(
        title=content.title.strip(),
        description=content.text.strip() or None,
        url=web_address(content.link),
        colour=components.ANNOUNCEMENT_COLOUR,
    )
    return embed.set_image(url=web_address(content.image))


def struck_embed(content: TypedAnnouncement) -> discord.Embed:
    """Show an announcement that was withdrawn: its words struck through, with no link or picture.

    Each line is struck by itself, for Discord strikes none through that begins a list or a quote in the middle.
    """
    lines = escape(content.text.strip(), STRUCK_LENGTH, lines=True).splitlines()[:STRUCK_LINES]
    struck = "\n".join(f"~~{line.strip()}~~" for line in lines if line.strip())
    return discord.Embed(
        title=f"~~{escape(content.title.strip(), 240)}~~",
        description=f"**This was withdrawn.**\n{struck}",
        colour=components.QUIET_COLOUR,
    )


def edit_button(announcement_id: int) -> discord.ui.View:
    """Make the button that opens the form to change what was posted, or refused. Needs a running event loop."""
    return static_view(_listed_button("Edit", "edit", announcement_id, _Style.primary))


def time_refused_text(typed: str, problem: NotUnderstood) -> str:
    """Say why an announcement can't be moved to what was typed."""
    return f"{time_problem_text(typed, problem)}\nThe announcement wasn't moved."


def moved_text(announcement: Announcement, at: datetime | None) -> str:
    """Say that an announcement was moved: to `at`, or to now where that is None."""
    title = quote(announcement.typed.title)
    return f"{title} is being posted now." if at is None else f"{title} was moved to {stamp(at)}."


def withdrawn_text(announcement: Announcement, how: TakenBack | None = None) -> str:
    """Say that an announcement was withdrawn, and `how` its posts are taken back, where it was posted."""
    title = quote(announcement.typed.title)
    if how is None:
        return f"{title} was withdrawn and won't be posted."
    return f"{title} was withdrawn. Its posts are being {_TAKEN_BACK[how]}."


_TAKEN_BACK: Final = {TakenBack.DELETE: "deleted", TakenBack.STRIKE: "struck through"}


def skipped_text(announcement: Announcement) -> str:
    """Say that one of a repeated announcement is left out, and when the next one comes."""
    due = f" The next one is posted {stamp(announcement.due_at)}." if announcement.due_at else ""
    return f"This one of {quote(announcement.typed.title)} is left out.{due}"


def discarded_text(draft: Announcement) -> str:
    """Say that a draft was discarded."""
    return f"The draft {quote(draft.typed.title)} was discarded."


@dataclass(frozen=True, slots=True)
class ListedOutcome:
    """What became of an announcement that was to be posted.

    `stands` tells that it stands anywhere, `lines` say where it doesn't, or not as it should, and why: the first is
    shown, for pages are full of entries.
    """

    stands: bool = True
    lines: Sequence[str] = ()


def listing(
    listed: AnnouncementsPage, outcomes: Mapping[int, ListedOutcome], *, notice: str | None = None
) -> discord.ui.LayoutView:
    """Show a page of what waits, what was left unfinished, and what was posted of late, or was to be.

    `outcomes` has what became of the latter, by their ids. Needs a running event loop.
    """
    blocks: list[discord.ui.Item[Any]] = [] if notice is None else [discord.ui.TextDisplay(notice)]
    for row in listed.page.rows:
        entry = row.announcement
        outcome = outcomes.get(entry.id, ListedOutcome()) if row.is_posted else None
        blocks += [
            discord.ui.Separator(),
            discord.ui.TextDisplay(_entry(entry, outcome)),
            _entry_buttons(entry, is_posted=row.is_posted),
        ]
    if not listed.page.rows:
        blocks.append(discord.ui.TextDisplay("Write one with `/announce`."))
    numbers = [f"{listed.waiting} scheduled"] if listed.waiting else []
    if listed.drafts:
        numbers.append(f"{count(listed.drafts, 'draft')} of yours")
    title = ["Announcements", *numbers] if numbers else ["Nothing scheduled"]
    return page_layout(
        " · ".join([*title, f"{listed.posted} posted recently"] if listed.posted else title),
        blocks,
        colour=components.ANNOUNCEMENT_COLOUR,
        page=listed.page,
        button=ANNOUNCEMENTS_PAGE_BUTTON,
    )


def _entry(entry: Announcement, outcome: ListedOutcome | None) -> str:
    title = escape(entry.typed.title, 100) or "(no title)"
    if entry.state is AnnouncementState.DRAFT:
        when = "-# Unsaved changes to an announcement" if entry.replaces_id else "-# Draft"
    elif outcome is not None and entry.due_at:
        at = relative(entry.due_at)
        posted = f"Posted {at}{', edited' if entry.version else ''}"
        stands = posted if outcome.stands else f"Not posted; it was due {at}"
        when = "\n".join([f"-# {stands}", *outcome.lines[:1]])
        if more := len(outcome.lines[1:]):  # who reads of one channel takes all others for well
            when += f" And {count(more, 'more problem')}: see `/channel log`."
    else:
        when = stamp(entry.due_at) if entry.due_at else ""
        if entry.repeat is not None:
            when = f"{when}\n-# Repeats {repeats_words(entry.repeat)}"
    words = escape(entry.typed.text, 160)
    return "\n".join(line for line in (f"**{title}**", when, words) if line)


def _entry_buttons(entry: Announcement, *, is_posted: bool) -> discord.ui.ActionRow[Any]:
    if entry.state is AnnouncementState.DRAFT:
        return discord.ui.ActionRow(
            ANNOUNCEMENT_BUTTONS.button("Continue", "edit", entry.id),
            _listed_button("Discard", "discard", entry.id, _Style.danger),
        )
    # A page has no room for both (Discord): what waits can be duplicated once it is out.
    further = _listed_button("Duplicate", "duplicate", entry.id) if is_posted else _move_button("Move", entry.id)
    return discord.ui.ActionRow(
        _listed_button("Edit", "edit", entry.id),
        further,
        _listed_button("Withdraw", "withdraw", entry.id, _Style.danger),
    )


def posted_confirmation(announcement: Announcement) -> discord.ui.LayoutView:
    """Ask what becomes of the posts that stand when an announcement is withdrawn. Needs a running event loop."""
    return static_page(
        discord.ui.TextDisplay(
            f"Withdraw {quote(announcement.typed.title)}? It has already been posted. "
            "Choose what happens to the posts: **Delete them**, or **Strike them through** so that everyone sees it. "
            "Channels that haven't got it yet won't get it."
        ),
        discord.ui.ActionRow(
            _listed_button("Delete them", "delete", announcement.id, _Style.danger),
            _listed_button("Strike them through", "strike", announcement.id, _Style.danger),
            _keep_button(),
        ),
    )


def confirmation(announcement: Announcement) -> discord.ui.LayoutView:
    """Ask before a waiting announcement is withdrawn. Needs a running event loop."""
    due = f", due {stamp(announcement.due_at)}" if announcement.due_at else ""
    asked = f"Withdraw {quote(announcement.typed.title)}{due}? It won't be posted."
    if announcement.repeat is None:
        buttons = [_listed_button("Withdraw it", "really", announcement.id, _Style.danger)]
    else:
        asked = f"{asked} It repeats {repeats_words(announcement.repeat)}: choose whether only this one is left out."
        buttons = [
            _listed_button("Skip this one", "skip", announcement.id, _Style.primary),
            _listed_button("Stop repeating", "really", announcement.id, _Style.danger),
        ]
    return static_page(discord.ui.TextDisplay(asked), discord.ui.ActionRow(*buttons, _keep_button()))


def refused_time_buttons(announcement_id: int, typed: str, problem: NotUnderstood) -> discord.ui.View:
    """Make buttons that open the form for moving again.

    Each opens it with one of the times that may be meant, or with the time that was refused. Needs a running event
    loop.
    """
    choices = [
        _move_button(plain(told_apart(choice), 80), announcement_id, retyped(choice, zone=TOKYO))
        for choice in meant_times(problem)
    ]
    return static_view(*choices, _move_button("Move again", announcement_id, typed))


def _listed_button(
    label: str, act: str, announcement_id: int, style: discord.ButtonStyle = _Style.secondary
) -> _Button:
    custom_id = ANNOUNCEMENT_LIST_BUTTON.format(act=act, announcement_id=announcement_id)
    return discord.ui.Button(label=label, style=style, custom_id=custom_id)


def _keep_button() -> _Button:
    return discord.ui.Button(label="Keep it", custom_id=ANNOUNCEMENTS_PAGE_BUTTON.format(page=0))


def _move_button(label: str, announcement_id: int, typed: str = "") -> _Button:
    custom_id = MOVE_BUTTON.format(announcement_id=announcement_id, typed=typed[:60])
    return discord.ui.Button(label=label, custom_id=custom_id)


def time_as_typed(announcement: Announcement) -> str:
    """Give a waiting announcement's time as its moderator wrote it, or as ISO in UTC where none was written."""
    if announcement.typed.when.strip() or announcement.due_at is None:
        return announcement.typed.when
    return f"{announcement.due_at.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


def with_time(announcement: Announcement) -> TypedAnnouncement:
    """Give what to change in the form: the announcement as it was written, with the time that it waits for."""
    return dataclasses.replace(announcement.typed, when=time_as_typed(announcement))


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
