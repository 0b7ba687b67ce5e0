"""Announcements as they are posted, previewed before that, and listed while they wait."""

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import discord

from bot.announcements.model import (
    Announcement,
    AnnouncementState,
    Checked,
    TakenBack,
    TimeProblem,
    TypedAnnouncement,
    Unfit,
    UnfitTime,
)
from bot.catalogue.render.dates import TIME_EXAMPLES, doubts_text, said_back, told_apart, unreadable_text
from bot.dates.airdate import TOKYO, AirDate, Precision
from bot.dates.reading.readings import UnreadableDate, retyped
from bot.errors import NotUnderstood
from bot.subscriptions.model import Subscription
from bot.subscriptions.render.words import ping_remedy
from bot.ui import components
from bot.ui.components import SNOWFLAKE, Page, page_layout, static_page, static_view
from bot.ui.forms import DraftButtons
from bot.ui.text import count, escape, list_words, plain, quote, relative, stamp, words_within
from bot.web.links import web_address

ANNOUNCEMENT_DRAFT_BUTTON: Final = "announce:{act}:{draft_id}"
ANNOUNCEMENT_DRAFT_TEMPLATE: Final = rf"announce:(?P<act>post|schedule|edit|cancel|again):(?P<draft_id>{SNOWFLAKE})"
CHOICE_BUTTON: Final = "announce:at:{draft_id}:{instant}"
"""`instant` is the chosen time, in seconds since 1970."""
CHOICE_TEMPLATE: Final = rf"announce:at:(?P<draft_id>{SNOWFLAKE}):(?P<instant>[0-9]{{1,12}})"
ANNOUNCEMENT_LIST_BUTTON: Final = "announcements:{act}:{number}"
ANNOUNCEMENT_LIST_TEMPLATE: Final = (
    rf"announcements:(?P<act>page|edit|withdraw|really|delete|strike|discard):(?P<number>{SNOWFLAKE})"
)
"""`number` is the announcement's id; for `page`, the page's, counted from 0."""
ANNOUNCEMENTS_PAGE_BUTTON: Final = "announcements:page:{page}"
MOVE_BUTTON: Final = "announcements:move:{announcement_id}:{typed}"
"""`typed` is the time that was refused before, so that it can be corrected."""
MOVE_TEMPLATE: Final = rf"announcements:move:(?P<announcement_id>{SNOWFLAKE}):(?P<typed>(?s:.{{0,60}}))"

ANNOUNCEMENTS_PAGE_SIZE: Final = 5
"""A page holds at most 40 components (Discord), and each entry takes six."""
CHANNELS_NAMED: Final = 10
STRUCK_LENGTH: Final = 1500
"""How much of a withdrawn text is left to be read, in characters."""
STRUCK_LINES: Final = 60
_FIELD: Final = 256

_Button = discord.ui.Button[Any]
_Style = discord.ButtonStyle
ANNOUNCEMENT_BUTTONS: Final = DraftButtons(ANNOUNCEMENT_DRAFT_BUTTON)


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


def destinations(subscriptions: Sequence[Subscription], unpinged: Collection[int] = ()) -> str:
    """Say where an announcement goes and whom it pings: "#news (pinging @Fans) and #chat".

    `unpinged` are the ids of subscriptions whose roles can't be pinged.
    """
    named = []
    for each in subscriptions[:CHANNELS_NAMED]:
        pinging = "without pinging" if each.id in unpinged else "pinging"
        notes = [f"{pinging} <@&{each.role_id}>"] if each.role_id else []
        if each.paused_reason:
            notes.append("once I can post there again")
        named.append(f"<#{each.channel_id}>" + (f" ({', '.join(notes)})" if notes else ""))
    if more := len(subscriptions) - len(named):
        named.append(f"{count(more, 'channel')} more")
    return list_words(named)


def _unpinged(subscriptions: Sequence[Subscription], unpinged: Collection[int]) -> list[str]:
    """Say which roles won't be pinged, and what to change."""
    without = [each for each in subscriptions if each.id in unpinged]
    roles = words_within(list(dict.fromkeys(f"<@&{each.role_id}>" for each in without)), _ROLES_LENGTH)
    places = words_within(list(dict.fromkeys(f"<#{each.channel_id}>" for each in without)), _ROLES_LENGTH)
    return [f"⚠️ {roles} won't be pinged in {places}. {ping_remedy('there')}"] if without else []


_ROLES_LENGTH: Final = 150
"""How much room roles, or their channels, take."""
NO_CHANNEL: Final = (
    "No channel gets announcements yet. Run `/channel subscribe what:announcements` in the channel that should."
)


def no_channel(wanted: int) -> str:
    """Say that no channel can get an announcement, though `wanted` were chosen to."""
    if not wanted:
        return NO_CHANNEL
    deleted = "The channel that got announcements was" if wanted == 1 else "All channels that got announcements were"
    return f"{deleted} deleted. Choose another with `/channel subscribe what:announcements`."


def _deleted(wanted: int, standing: int) -> list[str]:
    if standing == wanted:
        return []
    deleted = "1 other channel was" if wanted - standing == 1 else f"{wanted - standing} other channels were"
    return [f"⚠️ {deleted} deleted. Unsubscribe with `/channel list`."]


def not_taken(refusal: str) -> str:
    """Describe the problem where Discord itself doesn't take an announcement that looked well."""
    return f"Discord refuses it: {quote(refusal, 300)}."


def amended_preview_text(*, stands: bool = True, refused: bool = False) -> str:
    """Write what stands above the preview of changes to what was posted, or was to be.

    `stands` tells that a post stands anywhere, `refused` that Discord refused one.
    """
    if refused and not stands:
        return "**Preview.** Discord refused this as it was. **Post** posts it like this."
    again = " Where Discord refused it, it is posted like this." if refused else ""
    return (
        "**Preview.** This has already been posted. **Save** updates the posts and pings nobody again. "
        f"The time can't be changed any more.{again}"
    )


def amended_buttons(draft_id: int, *, stands: bool = True) -> discord.ui.View:
    """Make the buttons Save (Post, where no post stands), Edit and Cancel. Needs a running event loop."""
    label = "Save" if stands else "Post"
    return ANNOUNCEMENT_BUTTONS.preview(draft_id, ANNOUNCEMENT_BUTTONS.button(label, "post", draft_id, _Style.primary))


def edit_button(announcement_id: int) -> discord.ui.View:
    """Make the button that opens the form to change what was posted, or refused. Needs a running event loop."""
    return static_view(_listed_button("Edit", "edit", announcement_id, _Style.primary))


AMENDED_TEXT: Final = "**Saved.** The posts are being updated. Nobody is pinged again."


def preview_text(
    checked: Checked,
    subscriptions: Sequence[Subscription],
    wanted: int,
    *,
    replaces: bool,
    unpinged: Collection[int] = (),
) -> str:
    """Write what stands above a preview.

    `wanted` is how many channels were chosen, the deleted ones too; `unpinged` as for `destinations`.
    """
    if subscriptions:
        lines = [f"**Preview.** This is how it will look in {destinations(subscriptions, unpinged)}."]
        lines += _unpinged(subscriptions, unpinged)
        lines += _deleted(wanted, len(subscriptions))
    else:
        lines = ["**Preview.** This is how it will look.", f"⚠️ {no_channel(wanted)}"]
    if replaces:
        saves = "**Post**" if checked.at is None else "**Schedule** or **Post**"
        lines.append(f"Nothing changes until you press {saves}.")
    if checked.at is not None:
        lines.append(f"**Schedule** posts it {stamp(checked.at)}, **Post** posts it now.")
    return "\n".join(lines)


def preview_buttons(draft_id: int, *, timed: bool) -> discord.ui.View:
    """Make the buttons Post, Schedule (where a time was given), Edit and Cancel. Needs a running event loop."""
    first, second = (_Style.secondary, _Style.primary) if timed else (_Style.primary, _Style.secondary)
    scheduling = [ANNOUNCEMENT_BUTTONS.button("Schedule", "schedule", draft_id, second)] if timed else []
    return ANNOUNCEMENT_BUTTONS.preview(
        draft_id, ANNOUNCEMENT_BUTTONS.button("Post", "post", draft_id, first), *scheduling
    )


def refused_buttons(draft_id: int, problem: NotUnderstood | None = None) -> discord.ui.View:
    """Make the times to choose from where there are some, Edit and Cancel. Needs a running event loop."""
    choices = [
        discord.ui.Button[Any](
            label=plain(told_apart(choice), 80),
            custom_id=CHOICE_BUTTON.format(draft_id=draft_id, instant=int(choice.earliest.timestamp())),
        )
        for choice in _choices(problem)
        if choice.earliest is not None
    ]
    return ANNOUNCEMENT_BUTTONS.refused(draft_id, *choices)


def _choices(problem: NotUnderstood | None) -> Sequence[AirDate]:
    """List the instants that a refused time may mean."""
    is_choice = isinstance(problem, UnfitTime) and problem.problem in {TimeProblem.SEVERAL, TimeProblem.NO_ZONE}
    return problem.readings.dates if is_choice and isinstance(problem, UnfitTime) else ()


def problems_of(typed: TypedAnnouncement, unfit: Unfit) -> list[str]:
    """Write a sentence for each thing to correct, the time's last."""
    return [*unfit.problems, *([] if unfit.time is None else [time_problem_text(typed.when, unfit.time)])]


def time_problem_text(typed: str, problem: NotUnderstood) -> str:
    """Say why what was typed can't be the time of an announcement, and what to type instead."""
    if isinstance(problem, UnfitTime):
        return _unfit_time_text(typed, problem)
    if isinstance(problem, UnreadableDate):
        return unreadable_text(typed, problem, what="time", examples=TIME_EXAMPLES)
    return str(problem)


def _unfit_time_text(typed: str, problem: UnfitTime) -> str:
    dates = problem.readings.dates
    shown = " or ".join(said_back(date) for date in dates)
    match problem.problem:
        case TimeProblem.PASSED:
            return f"{quote(typed)} is in the past: I read {shown}. Try a later time, such as `in 2 hours`."
        case TimeProblem.TOO_FAR:
            return f"{quote(typed)} is more than three years away: I read {shown}. Try a nearer one: `in 2 weeks`."
        case TimeProblem.NO_TIME_OF_DAY:
            first = dates[0].local_start
            day = f"{first:%Y-%m-%d}" if first and dates[0].precision is Precision.DAY else "2024-01-10"
            return f"{quote(typed)} has no time of day: I read {shown}. Try `{day} 8pm Europe/Berlin`."
        case TimeProblem.NO_ZONE:
            stamps = " or ".join(stamp(date.earliest) for date in dates if date.earliest is not None)
            return (
                f"{quote(typed)} has no time zone. In Tokyo, it is {shown}: {stamps} for you. "
                "Choose that, or add a zone, such as `8pm Europe/Berlin`."
            )
        case TimeProblem.SEVERAL:
            *others, last = (f"`{retyped(date, zone=TOKYO)}`" for date in dates)
            why = doubts_text(problem.readings.questions)
            return f"{quote(typed)} has several meanings. {why} Choose one, or type {', '.join(others)} or {last}."


def nowhere_to_post_text(wanted: int) -> str:
    """Say that a draft can't be posted while no channel gets it; `wanted` as for `no_channel`."""
    return f"{no_channel(wanted)} What you wrote is kept."


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


def discarded_text(draft: Announcement) -> str:
    """Say that a draft was discarded."""
    return f"The draft {quote(draft.typed.title)} was discarded."


ANNOUNCEMENT_CANCELLED_TEXT: Final = "**Cancelled.** Nothing was posted."


def typed_embed(typed: TypedAnnouncement) -> discord.Embed:
    """Show what was typed and isn't kept (any more, or yet), to be copied.

    The text is whole; overlong lines are cut.
    """
    embed = discord.Embed(description=typed.text if typed.text.strip() else "(no text)", colour=components.QUIET_COLOUR)
    named = {"Title": typed.title, "Link": typed.link, "Image": typed.image, "When": typed.when}
    for name, value in named.items():
        if value.strip():
            embed.add_field(name=name, value=escape(value, _FIELD), inline=False)
    return embed


def settled_text(
    at: datetime | None,
    subscriptions: Sequence[Subscription],
    wanted: int,
    others: Sequence[int],
    *,
    unpinged: Collection[int] = (),
) -> str:
    """Say what becomes of an announcement that was posted (`at` is None) or scheduled.

    `wanted` and `unpinged` are as for the preview.
    `others` are those who changed it while this was written, and whose changes it takes the place of.
    """
    if at is None:
        lines = [f"**Posting now** in {destinations(subscriptions, unpinged)}."]
    else:
        lines = [
            f"**Scheduled** for {stamp(at)} in {destinations(subscriptions, unpinged)}.",
            "Use `/announcements` to edit, move or withdraw it.",
        ]
    lines += _unpinged(subscriptions, unpinged)
    if others:
        names = list_words([f"<@{each}>" for each in others[:5]])
        lines.append(f"⚠️ {names} changed it after you opened the form. Your version has replaced theirs.")
    return "\n".join([*lines, *_deleted(wanted, len(subscriptions))])


@dataclass(frozen=True, slots=True)
class ListedOutcome:
    """What became of an announcement that was to be posted.

    `stands` tells that it stands anywhere, `lines` say where it doesn't, or not as it should, and why: the first is
    shown, for pages are full of entries.
    """

    stands: bool = True
    lines: Sequence[str] = ()


def listing(
    entries: Sequence[Announcement],
    number: int,
    *,
    posted: Sequence[Announcement] = (),
    outcomes: Mapping[int, ListedOutcome] | None = None,
    notice: str | None = None,
) -> discord.ui.LayoutView:
    """Show a page of what waits, what was left unfinished, and what was `posted` of late, or was to be.

    `outcomes` has by their ids what became of those. Needs a running event loop.
    """
    became = {each.id: (outcomes or {}).get(each.id, ListedOutcome()) for each in posted}
    page = Page.of([*entries, *posted], number, ANNOUNCEMENTS_PAGE_SIZE)
    blocks: list[discord.ui.Item[Any]] = [] if notice is None else [discord.ui.TextDisplay(notice)]
    for entry in page.rows:
        is_posted = entry in posted
        blocks += [
            discord.ui.Separator(),
            discord.ui.TextDisplay(_entry(entry, became.get(entry.id))),
            _entry_buttons(entry, is_posted=is_posted),
        ]
    if not page.rows:
        blocks.append(discord.ui.TextDisplay("Write one with `/announce`."))
    title = _listing_title(entries, sum(each.stands for each in became.values()))
    return page_layout(
        title, blocks, colour=components.ANNOUNCEMENT_COLOUR, page=page, button=ANNOUNCEMENTS_PAGE_BUTTON
    )


def _listing_title(entries: Sequence[Announcement], posted: int) -> str:
    drafts = sum(entry.state is AnnouncementState.DRAFT for entry in entries)
    waiting = len(entries) - drafts
    numbers = ([f"{waiting} scheduled"] if waiting else []) + ([f"{count(drafts, 'draft')} of yours"] if drafts else [])
    title = ["Announcements", *numbers] if numbers else ["Nothing scheduled"]
    return " · ".join([*title, f"{posted} posted recently"] if posted else title)


def _entry(entry: Announcement, outcome: ListedOutcome | None) -> str:
    title = escape(entry.typed.title, 100) or "(no title)"
    if entry.state is AnnouncementState.DRAFT:
        when = "-# Unsaved changes to an announcement" if entry.replaces_id else "-# Draft"
    elif outcome is not None and entry.due_at:
        at = relative(entry.due_at)
        posted = f"Posted {at}{', edited' if entry.version else ''}"
        when = "\n".join([f"-# {posted if outcome.stands else f'Not posted; it was due {at}'}", *outcome.lines[:1]])
    else:
        when = stamp(entry.due_at) if entry.due_at else ""
    words = escape(entry.typed.text, 160)
    return "\n".join(line for line in (f"**{title}**", when, words) if line)


def _entry_buttons(entry: Announcement, *, is_posted: bool) -> discord.ui.ActionRow[Any]:
    if entry.state is AnnouncementState.DRAFT:
        return discord.ui.ActionRow(
            ANNOUNCEMENT_BUTTONS.button("Continue", "edit", entry.id),
            _listed_button("Discard", "discard", entry.id, _Style.danger),
        )
    moving = [] if is_posted else [_move_button("Move", entry.id)]
    return discord.ui.ActionRow(
        _listed_button("Edit", "edit", entry.id),
        *moving,
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
            _listed_button("Keep it", "page", 0),
        ),
    )


def confirmation(announcement: Announcement) -> discord.ui.LayoutView:
    """Ask before a waiting announcement is withdrawn. Needs a running event loop."""
    due = f", due {stamp(announcement.due_at)}" if announcement.due_at else ""
    return static_page(
        discord.ui.TextDisplay(f"Withdraw {quote(announcement.typed.title)}{due}? It won't be posted."),
        discord.ui.ActionRow(
            _listed_button("Withdraw it", "really", announcement.id, _Style.danger),
            _listed_button("Keep it", "page", 0),
        ),
    )


def refused_time_buttons(announcement_id: int, typed: str, problem: NotUnderstood) -> discord.ui.View:
    """Make buttons that open the form for moving again.

    Each opens it with one of the times that may be meant, or with the time that was refused. Needs a running event
    loop.
    """
    choices = [
        _move_button(plain(told_apart(choice), 80), announcement_id, retyped(choice, zone=TOKYO))
        for choice in _choices(problem)
    ]
    return static_view(*choices, _move_button("Move again", announcement_id, typed))


def _listed_button(label: str, act: str, number: int, style: discord.ButtonStyle = _Style.secondary) -> _Button:
    return discord.ui.Button(
        label=label, style=style, custom_id=ANNOUNCEMENT_LIST_BUTTON.format(act=act, number=number)
    )


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
