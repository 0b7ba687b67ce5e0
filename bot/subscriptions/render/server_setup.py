"""`/setup`: one message that brings a server from nothing to working, and shows how it stands."""

from collections.abc import Sequence
from typing import Any, Final

import discord

from bot.subscriptions.model import OFFERED_TOPICS, Topic
from bot.subscriptions.server_setup import ServerSetup
from bot.ui.components import SERIES_COLOUR, named, static_page, static_view
from bot.ui.forms import label, text_input
from bot.ui.text import count, lines_within, list_words

SETUP_CHANNELS: Final = "setup:channels:{topic}"
"""The custom_id of the select with the channels that get a topic."""
SETUP_CHANNELS_TEMPLATE: Final = rf"setup:channels:(?P<topic>{'|'.join(topic.value for topic in OFFERED_TOPICS)})"
SETUP_ROLE: Final = "setup:role"
"""The custom_id of the select with the role to ping, and its own template."""
SETUP_NOTICES: Final = "setup:notices"
"""The custom_id of the select with the channel for notices, and its own template."""
SETUP_BUTTON: Final = "setup:do:{act}"
SETUP_TEMPLATE: Final = "setup:do:(?P<does>open|season|list|test|zone)"
BEST_KNOWN: Final = 10
"""So many of the season's best known series are added at a press."""
MOST_CHANNELS_CHOSEN: Final = 25
"""Discord: a select takes at most 25 choices."""

ZONE_FORM: Final = "setup:zone"
"""The custom_id of the form for the time zone, and its own template."""
ZONE_FIELD: Final = "zone"
ZONE_LENGTH: Final = 60

_NAMES: Final = {
    Topic.RELEASES: "Releases of the watchlist: 7 days, 1 day and 1 hour before, and when they are out",
    Topic.ANNOUNCEMENTS: "Announcements that moderators write with `/announce`",
    Topic.CONVENTIONS: "Conventions: countdowns, the day's panels, news",
}
_CHOOSE: Final = "No channel yet: choose one or more"
WELCOME_TEXT: Final = (
    "**Hello! I post when anime, conventions and your own announcements come.** "
    "A moderator can set me up in a minute: press the button, or use `/setup` at any time."
)
NO_BEST_KNOWN_TEXT: Final = (
    "I don't know yet which of this season's series are the best known. Use **Add a list**, or `/watchlist add`."
)
NOTHING_TO_TEST_TEXT: Final = "No channel gets anything yet. Choose one above first."
CHANNEL_UNSEEN_TEXT: Final = "I can't see that channel. Give me **View Channel** there, then choose it again."
_NOTICE_LENGTH: Final = 1200


def setup_page(shown: ServerSetup, *, notice: Sequence[str] = ()) -> discord.ui.LayoutView:
    """Show how a server is set up, with what changes it; `notice` says what was done just now.

    Needs a running event loop.
    """
    box: discord.ui.Container[Any] = discord.ui.Container(accent_colour=SERIES_COLOUR)
    box.add_item(discord.ui.TextDisplay("## Set up this server\n" + _state_line(shown)))
    box.add_item(discord.ui.TextDisplay(f"**1 · Which series?** {shown.watched} on the watchlist"))
    box.add_item(
        discord.ui.ActionRow(
            _button("Add a list", "list", discord.ButtonStyle.primary if not shown.watched else None),
            _button(f"Add this season's {BEST_KNOWN} best known", "season"),
        )
    )
    box.add_item(discord.ui.TextDisplay("**2 · Which channels get what?**"))
    for topic in OFFERED_TOPICS:
        box.add_item(discord.ui.TextDisplay(_NAMES[topic]))
        box.add_item(discord.ui.ActionRow(_channels_select(shown, topic)))
    box.add_item(discord.ui.TextDisplay(_role_line(shown)))
    box.add_item(discord.ui.ActionRow(_role_select(shown)))
    box.add_item(discord.ui.TextDisplay("**4 · Where do notices of trouble go?** (default: the system channel)"))
    box.add_item(discord.ui.ActionRow(_notices_select(shown)))
    box.add_item(
        discord.ui.Section(_zone_line(shown), accessory=_button("Choose" if shown.zone is None else "Change", "zone"))
    )
    if lines := [*_lacking_lines(shown), *notice]:
        box.add_item(discord.ui.TextDisplay(lines_within(lines, _NOTICE_LENGTH)))
    box.add_item(discord.ui.ActionRow(_button("Post an example", "test", discord.ButtonStyle.success)))
    return static_page(box)


def welcome_buttons() -> discord.ui.View:
    """Make the button under the greeting. Needs a running event loop."""
    return static_view(_button("Set up", "open", discord.ButtonStyle.primary))


def began_text(topic: Topic, channel_ids: Sequence[int]) -> str:
    """Say which channels get a topic from now on."""
    return f"✅ {_places(channel_ids)} {'gets' if len(channel_ids) == 1 else 'get'} {topic.value} now."


def ended_text(topic: Topic, channel_ids: Sequence[int]) -> str:
    """Say which channels don't get a topic any more."""
    return f"{_places(channel_ids)} no longer {'gets' if len(channel_ids) == 1 else 'get'} {topic.value}."


def role_text(role_id: int | None, channels: int) -> str:
    """Say whom posts ping from now on, in so many channels."""
    if not channels:
        return "No channel gets anything yet. Choose channels first, then the role."
    return f"✅ Posts ping <@&{role_id}> now." if role_id else "Posts ping nobody now."


def best_known_text(found: int, added: int) -> str:
    """Say how many of the season's best known series were found, and how many of them are new on the watchlist."""
    if not found:
        return NO_BEST_KNOWN_TEXT
    return f"✅ Added {added} series to the watchlist." if added else "These are on the watchlist already."


def zone_form(zone: str | None) -> discord.ui.Modal:
    """Make the modal that asks for the server's time zone; `zone` is the one by now."""
    form = discord.ui.Modal(title="Time zone", custom_id=ZONE_FORM)
    about = "A city or zone: Berlin, PT, Asia/Tokyo. Leave empty to have a zone typed each time."
    form.add_item(label("Where is this server at home?", about, text_input(ZONE_FIELD, zone or "", most=ZONE_LENGTH)))
    form.stop()
    return form


def zone_text(zone: str | None) -> str:
    """Say by whose clocks what moderators type is read from now on."""
    if zone is None:
        return "Times without a zone are asked about now."
    return f"✅ Times without a zone are read by the clocks of `{zone}` now."


def notices_text(channel_id: int | None) -> str:
    """Say where notices go from now on."""
    return f"✅ Notices go to <#{channel_id}> now." if channel_id else "Notices go to the system channel now."


def _state_line(shown: ServerSetup) -> str:
    if shown.is_working and not shown.lacking:
        return "Everything is set up. Open this again with `/setup` at any time."
    if shown.plain and not shown.watched and not shown.is_working:
        return "Nearly there: the watchlist is empty, so there is nothing to post yet."
    return "Choose below; everything is kept at once."


def _role_line(shown: ServerSetup) -> str:
    several = len(shown.role_ids) > 1
    return "**3 · Whom may posts ping?** " + (
        "Channels differ: see `/channel list`." if several else "(default: nobody)"
    )


def _zone_line(shown: ServerSetup) -> str:
    now = (
        f"`{shown.zone}`: `Friday 8pm` in `/announce` is by its clocks" if shown.zone else "(default: asked each time)"
    )
    return f"**5 · Which time zone?** {now}"


def _lacking_lines(shown: ServerSetup) -> list[str]:
    return [
        f"⚠️ I can't post in <#{channel_id}>: give me {list_words([f'**{name}**' for name in names])} there "
        "(Edit Channel → Permissions)."
        for channel_id, names in shown.lacking.items()
    ]


def _places(channel_ids: Sequence[int]) -> str:
    named = [f"<#{channel_id}>" for channel_id in channel_ids[:MOST_CHANNELS_CHOSEN]]
    more = len(channel_ids) - len(named)
    return list_words([*named, *([count(more, "more channel")] if more else [])])


def _button(label: str, act: str, style: discord.ButtonStyle | None = None) -> discord.ui.Button[Any]:
    custom_id = SETUP_BUTTON.format(act=act)
    return discord.ui.Button(label=label, custom_id=custom_id, style=style or discord.ButtonStyle.secondary)


_Kinds, _Default = discord.ChannelType, discord.SelectDefaultValue
_POSTABLE: Final = [
    _Kinds.text,
    _Kinds.news,
    _Kinds.voice,
    _Kinds.stage_voice,
    _Kinds.public_thread,
    _Kinds.news_thread,
]


def _channels_select(shown: ServerSetup, topic: Topic) -> discord.ui.ChannelSelect[Any]:
    chosen = shown.channels_of(topic)[:MOST_CHANNELS_CHOSEN]
    return discord.ui.ChannelSelect(
        custom_id=SETUP_CHANNELS.format(topic=topic.value),
        channel_types=_POSTABLE,
        placeholder=_CHOOSE,
        min_values=0,
        max_values=MOST_CHANNELS_CHOSEN,
        default_values=[_Default.from_channel(named(each)) for each in chosen],
    )


def _role_select(shown: ServerSetup) -> discord.ui.RoleSelect[Any]:
    chosen = [role_id for role_id in shown.role_ids if role_id is not None] if len(shown.role_ids) == 1 else []
    return discord.ui.RoleSelect(
        custom_id=SETUP_ROLE,
        placeholder="Nobody: choose a role",
        min_values=0,
        max_values=1,
        default_values=[_Default.from_role(named(each)) for each in chosen],
    )


def _notices_select(shown: ServerSetup) -> discord.ui.ChannelSelect[Any]:
    chosen = [] if shown.notices_channel_id is None else [shown.notices_channel_id]
    return discord.ui.ChannelSelect(
        custom_id=SETUP_NOTICES,
        channel_types=[_Kinds.text, _Kinds.news],
        placeholder="The system channel: choose another",
        min_values=0,
        max_values=1,
        default_values=[_Default.from_channel(named(each)) for each in chosen],
    )
