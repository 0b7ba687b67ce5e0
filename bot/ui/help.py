"""What `/help` shows: what people want to do, and the commands for it; members' and moderators' apart."""

import re
from collections.abc import Mapping
from typing import Any, Final

import discord

from bot.ui.components import SERIES_COLOUR, static_page

HELP_TEMPLATE: Final = "help:(?P<page>members|moderators)"
"""The custom_id of a button that shows the other page in the place of this one."""

MEMBERS_HELP: Final = """\
## What would you like to do?
**Look a series up** by any name: title, nickname, romaji, season, or its address on AniList
{/series} · {/trailer}
**See what comes out**, by hour, by day, or a whole season
{/today} · {/upcoming} · {/season}
**Find a convention**, and what is new from it
{/conventions}
**Have it in your own calendar**
{/calendar}

-# Times are shown in your own time zone. Is something wrong or missing? Tell a moderator: they can correct it."""
MODERATORS_HELP: Final = """\
## What would you like to set up?
**Begin here**: series, channels, a role and a test, in one message
{/setup}
**Choose what this server follows**
{/watchlist add} · {/watchlist import} · {/watchlist export} · {/watchlist remove} · {/watchlist show}
**Choose what a channel gets**, and see an example of it
{/channel subscribe} · {/channel list} · {/channel test} · {/channel unsubscribe}
**Tell people something**, now or later
{/announce} · {/announcements}
**Bring news in** from other sites
{/feed add} · {/feed list} · {/feed edit} · {/feed test} · {/feed remove}
**Add conventions**, and what is new from them
{/convention add} · {/convention import} · {/convention calendars} · {/convention edit} · {/convention date} · \
{/convention guests} · {/convention panel add} · {/convention panel edit} · {/convention panel remove} · \
{/convention news} · {/convention cancel} · {/convention history}
**Correct a series**, for this server alone
{/catalogue edit} · {/catalogue date} · {/catalogue trailer} · {/catalogue alias} · {/catalogue add} · \
{/catalogue remove} · {/catalogue history}
**See why a post came, or didn't**
{/channel status} · {/channel log} · {/channel notices}
**Fill the server's own list of events**
{/channel events}
**See how the bot itself is doing**, for who runs it
{/owner health}

-# A channel that gets posts has to let me in: View Channel, Send Messages and Embed Links."""
_COMMAND: Final = re.compile(r"\{/([a-z ]+)\}")


def help_page(*, for_moderators: bool, may_moderate: bool, command_ids: Mapping[str, int]) -> discord.ui.LayoutView:
    """Show what members or moderators can do; the other page is a press away for whoever moderates.

    `command_ids` are Discord's, by the commands' first words: with them a press on a command begins to type it. Needs a
    running event loop.
    """

    def pressable(found: re.Match[str]) -> str:
        command_id = command_ids.get(found[1].split()[0])
        return f"`/{found[1]}`" if command_id is None else f"</{found[1]}:{command_id}>"

    text = _COMMAND.sub(pressable, MODERATORS_HELP if for_moderators else MEMBERS_HELP)
    box: discord.ui.Container[Any] = discord.ui.Container(discord.ui.TextDisplay(text), accent_colour=SERIES_COLOUR)
    if may_moderate:
        label, page = ("For members", "members") if for_moderators else ("For moderators", "moderators")
        box.add_item(discord.ui.ActionRow(discord.ui.Button(label=label, custom_id=f"help:{page}")))
    return static_page(box)
