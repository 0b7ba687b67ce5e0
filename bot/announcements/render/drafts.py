"""Announcements while they are written: the forms, the preview, what is wrong with one, and what becomes of it.

The modals in which announcements are written and moved are not kept in memory: their custom_ids say what they are
about, so that one that was opened before a restart is answered after it.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import discord

from bot.announcements.model import (
    ANNOUNCEMENT_TEXT_LENGTH,
    ANNOUNCEMENT_TITLE_LENGTH,
    IMAGE_ENDINGS,
    Announcement,
    Checked,
    ContentProblem,
    FieldProblem,
    TimeProblem,
    TooLong,
    TypedAnnouncement,
    Unfit,
    UnfitTime,
)
from bot.announcements.repeats import Every, Repeat
from bot.catalogue.render.dates import TIME_EXAMPLES, doubts_text, said_back, told_apart, unreadable_text
from bot.dates.airdate import TOKYO, AirDate, Precision
from bot.dates.reading.readings import UnreadableDate, retyped
from bot.errors import NotUnderstood
from bot.subscriptions.model import Subscription
from bot.subscriptions.render.words import ping_remedy
from bot.ui import components
from bot.ui.components import SNOWFLAKE
from bot.ui.forms import DraftButtons, label, text_input
from bot.ui.text import (
    address_problem_text,
    calendar_day,
    count,
    escape,
    list_words,
    over_length_text,
    plain,
    quote,
    stamp,
    words_within,
)
from bot.web.links import UnreadableAddress

ANNOUNCEMENT_DRAFT_BUTTON: Final = "announce:{act}:{draft_id}"
ANNOUNCEMENT_DRAFT_TEMPLATE: Final = rf"announce:(?P<act>post|schedule|edit|cancel|again):(?P<draft_id>{SNOWFLAKE})"
CHOICE_BUTTON: Final = "announce:at:{draft_id}:{instant}"
"""`instant` is the chosen time, in seconds since 1970."""
CHOICE_TEMPLATE: Final = rf"announce:at:(?P<draft_id>{SNOWFLAKE}):(?P<instant>[0-9]{{1,12}})"
FORM: Final = "announce:form:{draft_id}:{replaces_id}"
"""`replaces_id` is the waiting announcement that is being changed, 0 for none."""
FORM_TEMPLATE: Final = rf"announce:form:(?P<draft_id>{SNOWFLAKE}):(?P<replaces_id>{SNOWFLAKE})"
MOVE_FORM: Final = "announcements:move-form:{announcement_id}"
MOVE_FORM_TEMPLATE: Final = rf"announcements:move-form:(?P<announcement_id>{SNOWFLAKE})"

TIME_LENGTH: Final = 60
TIME_EXAMPLE: Final = "2024-01-10T16:25Z, 2024-01-10 25:25 JST or 2024-01-10 17:25 Europe/Berlin"
CHANNELS_NAMED: Final = 10
_FIELD: Final = 256
_ROLES_LENGTH: Final = 150
"""How much room roles, or their channels, take."""

_Style = discord.ButtonStyle
ANNOUNCEMENT_BUTTONS: Final = DraftButtons(ANNOUNCEMENT_DRAFT_BUTTON)


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
    name = "Save" if stands else "Post"
    return ANNOUNCEMENT_BUTTONS.preview(draft_id, ANNOUNCEMENT_BUTTONS.button(name, "post", draft_id, _Style.primary))


AMENDED_TEXT: Final = "**Saved.** The posts are being updated. Nobody is pinged again."


def preview_text(
    checked: Checked,
    subscriptions: Sequence[Subscription],
    wanted: int,
    *,
    replaces: bool,
    unpinged: Collection[int] = (),
    repeat: Repeat | None = None,
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
        if repeat is not None:
            lines.append(repeat_line(checked.at, repeat))
    return "\n".join(lines)


REPEAT_SELECT: Final = "announce:repeat:{draft_id}"
"""The custom_id of the select under a preview that says how often it comes."""
REPEAT_TEMPLATE: Final = rf"announce:repeat:(?P<draft_id>{SNOWFLAKE})"
ONCE: Final = "once"
_REPEATS_SHOWN: Final = 5
_EVERY: Final = {Every.WEEK: "every week", Every.FORTNIGHT: "every two weeks", Every.MONTH: "every month"}


def repeats_words(repeat: Repeat) -> str:
    """Say how often something comes, and by whose clock: "every week at 20:00 Europe/Berlin"."""
    return f"{_EVERY[repeat.every]} at {repeat.wall:%H:%M} {repeat.zone}"


def repeat_line(first: datetime, repeat: Repeat) -> str:
    """Say when what is scheduled comes again."""
    coming = ", ".join(calendar_day(at) for at in repeat.coming(first, _REPEATS_SHOWN))
    return f"It repeats {repeats_words(repeat)}: {coming}, and so on."


def _repeat_select(draft_id: int, repeat: Repeat | None) -> discord.ui.Select[Any]:
    every = None if repeat is None else repeat.every
    options = [discord.SelectOption(label="Once", value=ONCE, default=every is None)]
    options += [
        discord.SelectOption(label=words.capitalize(), value=each.value, default=each is every)
        for each, words in _EVERY.items()
    ]
    return discord.ui.Select(custom_id=REPEAT_SELECT.format(draft_id=draft_id), options=options)


def preview_buttons(
    draft_id: int, *, timed: bool, repeats: bool = False, repeat: Repeat | None = None
) -> discord.ui.View:
    """Make the buttons Post, Schedule (where a time was given), Edit and Cancel. Needs a running event loop.

    What `repeats` may come again, and comes by the rule `repeat` so far.
    """
    first, second = (_Style.secondary, _Style.primary) if timed else (_Style.primary, _Style.secondary)
    scheduling = [ANNOUNCEMENT_BUTTONS.button("Schedule", "schedule", draft_id, second)] if timed else []
    further = [_repeat_select(draft_id, repeat)] if timed and repeats else []
    post = ANNOUNCEMENT_BUTTONS.button("Post", "post", draft_id, first)
    return ANNOUNCEMENT_BUTTONS.preview(draft_id, post, *scheduling, further=further)


def refused_buttons(draft_id: int, problem: NotUnderstood | None = None) -> discord.ui.View:
    """Make the times to choose from where there are some, Edit and Cancel. Needs a running event loop."""
    choices = [
        discord.ui.Button[Any](
            label=plain(told_apart(choice), 80),
            custom_id=CHOICE_BUTTON.format(draft_id=draft_id, instant=int(choice.earliest.timestamp())),
        )
        for choice in meant_times(problem)
        if choice.earliest is not None
    ]
    return ANNOUNCEMENT_BUTTONS.refused(draft_id, *choices)


def meant_times(problem: NotUnderstood | None) -> Sequence[AirDate]:
    """List the instants that a refused time may mean."""
    is_choice = isinstance(problem, UnfitTime) and problem.problem in {TimeProblem.SEVERAL, TimeProblem.NO_ZONE}
    return problem.readings.dates if is_choice and isinstance(problem, UnfitTime) else ()


def problems_of(typed: TypedAnnouncement, unfit: Unfit) -> list[str]:
    """Write a sentence for each thing to correct, the time's last."""
    told = [_content_problem_text(problem) for problem in unfit.problems]
    return told if unfit.time is None else [*told, time_problem_text(typed.when, unfit.time)]


def _content_problem_text(problem: ContentProblem) -> str:
    match problem:
        case FieldProblem.EMPTY_TITLE:
            return "The title is empty."
        case FieldProblem.NO_PICTURE:
            endings = f"{', '.join(IMAGE_ENDINGS[:-1])} or {IMAGE_ENDINGS[-1]}"
            return f"The image's address must end in {endings}, such as `https://example.com/poster.png`."
        case TooLong(field, length, most):
            return over_length_text(f"The {field}", length, most)
        case UnreadableAddress():
            return address_problem_text(f"The {problem.of}", problem)


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
                "Choose that, or add a zone, such as `8pm Europe/Berlin`. A zone chosen in `/setup` needn't be typed."
            )
        case TimeProblem.SEVERAL:
            *others, last = (f"`{retyped(date, zone=TOKYO)}`" for date in dates)
            why = doubts_text(problem.readings.questions)
            return f"{quote(typed)} has several meanings. {why} Choose one, or type {', '.join(others)} or {last}."


def nowhere_to_post_text(wanted: int) -> str:
    """Say that a draft can't be posted while no channel gets it; `wanted` as for `no_channel`."""
    return f"{no_channel(wanted)} What you wrote is kept."


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
            "Use `/announcements` to edit, move or withdraw it, and to see where it was posted.",
        ]
    lines += _unpinged(subscriptions, unpinged)
    if others:
        names = list_words([f"<@{each}>" for each in others[:5]])
        lines.append(f"⚠️ {names} changed it after you opened the form. Your version has replaced theirs.")
    return "\n".join([*lines, *_deleted(wanted, len(subscriptions))])


NO_TIME_TEXT: Final = "This draft has no time. Press **Edit** to give it one, or **Post** to post it now."
FORGOTTEN_TEXT: Final = "I no longer have this draft. Copy your text from the message into `/announce`."
