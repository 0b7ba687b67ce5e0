"""Channel subscriptions in words and on pages."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import discord

from bot.catalogue.model import Series
from bot.catalogue.releases import WEEKLY, ReleaseKind
from bot.catalogue.render.names import told_apart
from bot.pages import Page
from bot.subscriptions.choices import ALL, OF_RELEASES, OPTIONS, PANEL_CHOICE_NAMES
from bot.subscriptions.model import (
    DEFAULT_LEADS,
    THE_MOMENT,
    Lead,
    PanelChoice,
    PauseReason,
    Subscription,
    Topic,
    timed_out_reason,
)
from bot.subscriptions.render.words import (
    STATED_ONLY,
    gets,
    kinds_in_words,
    of_one,
    ping_remedy,
    reason_in_words,
    remedy,
    services_in_words,
    updates_in_words,
    what,
)
from bot.ui import components
from bot.ui.components import PAGE, SNOWFLAKE, page_layout
from bot.ui.text import count, escape, length, list_words, plain, quote, relative, words_within

SUBSCRIPTIONS_PAGE_BUTTON: Final = "channel:page:{page}"
UNSUBSCRIBE_BUTTON: Final = "channel:unsubscribe:{subscription_id}"
SUBSCRIPTIONS_PAGE_TEMPLATE: Final = f"channel:page:{PAGE}"
UNSUBSCRIBE_TEMPLATE: Final = r"channel:unsubscribe:(?P<subscription_id>[0-9]{1,18})"

SUBSCRIPTION_PICK_BUTTON: Final = "channel:pick:{{series_id}}:{channel_id}:{role_id}:{lead}{publish}"
"""A suggestion: pressed, it does what `/channel subscribe` would have done with that series.

What wasn't given is left out; for a role that is 0.
"""
SUBSCRIPTION_PICK_TEMPLATE: Final = (
    rf"channel:pick:(?P<series_id>{SNOWFLAKE}):(?P<channel_id>{SNOWFLAKE}):(?P<role_id>{SNOWFLAKE}):"
    r"(?P<lead>[0-9a-z,]{0,24})(?::(?P<publish>publish|unpublish))?"
)
PICK_LEAD_LENGTH: Final = 24
"""What a custom_id, of at most 100 characters (Discord), has room for beside the ids."""

SUBSCRIPTIONS_PAGE_SIZE: Final = 5
"""A page holds at most 4,000 characters (Discord), and an entry may take 700."""

ENTRY_LEADS_LENGTH: Final = 150


@dataclass(frozen=True, slots=True)
class ListedSubscription:
    """A subscription with what its ids stand for now. `series` is its series' main title.

    `is_unpinged` tells that its role stands, but can't be pinged.
    """

    subscription: Subscription
    series: str | None
    channel_stands: bool
    role_stands: bool
    is_unpinged: bool = False


def choice_name(
    topic: Topic,
    series: str | None,
    place: str | None = None,
    *,
    of_season: bool = False,
    convention: str | None = None,
) -> str:
    """Name what a subscription brings for a list of choices, which has no markdown and at most 100 characters."""
    name = f"{of_one(topic)} {series}" if series else convention or what(topic, None, of_season=of_season)
    end = f" in {plain(place, 60)}" if place else ""
    return plain(name, 100 - len(end)) + end


def leads_in_words(
    topic: Topic, leads: Sequence[Lead], kinds: Collection[ReleaseKind] = (), *, room: int = 1000
) -> str:
    """Say when posts come: "7 days, 1 day and 1 hour before and at the moment itself".

    `kinds` are those that were chosen, and are named then; `room` is for the list of the leads.
    """
    if topic is Topic.ANNOUNCEMENTS:
        return "at their own time"
    if topic in {Topic.FEEDS, Topic.REVIEWS}:
        return "as they come out"
    every = _steps(leads, room)
    episodes = [lead for lead in leads if lead.episodes]
    if topic is Topic.CONVENTIONS:
        return every
    if len(episodes) == len(leads):
        return f"{kinds_in_words(tuple(kinds))} {every}" if kinds else every
    rare = kinds_in_words([kind for kind in kinds if kind not in WEEKLY]) if kinds else "premieres, films and discs"
    weekly = kinds_in_words([kind for kind in kinds if kind in WEEKLY]) if kinds else "episodes"
    parts = [f"{rare} {every}"] if rare else []
    if weekly:
        parts.append(f"{weekly} {_steps(episodes, room)} only" if episodes else f"no {weekly}")
    return "; ".join(parts)


def _steps(leads: Iterable[Lead], room: int) -> str:
    before = [length(lead.before) for lead in leads if lead.before > THE_MOMENT]
    parts = [f"{words_within(before, room)} before"] if before else []
    if any(lead.before == THE_MOMENT for lead in leads):
        parts.append(f"at {length(THE_MOMENT)}")
    return " and ".join(parts)


def leads_typed(leads: Sequence[Lead]) -> str:
    """Write leads as they are typed: "7d, 1d, 1h, now"."""
    return ", ".join(_lead_typed(lead) for lead in leads)


def _lead_typed(lead: Lead) -> str:
    minutes = int(lead.before.total_seconds()) // 60
    for unit, size in (("d", 1440), ("h", 60)):
        if minutes and minutes % size == 0:
            return f"{minutes // size}{unit}"
    return f"{minutes}m" if minutes else "now"


def pick_button(channel_id: int, given: Mapping[str, Any]) -> str | None:
    """Make the custom_id of a subscription's suggestions, for `render.series.picks`; None where it has no room.

    `given` are the values that were typed, by the fields of `Subscription`. There is no room for long lists of leads,
    and for choices.
    """
    leads = given.get("leads", ())
    lead = AS_USUAL if leads == DEFAULT_LEADS else leads_typed(leads).replace(" ", "")
    if len(lead) > PICK_LEAD_LENGTH or given.keys() & {*OF_RELEASES, "panels"}:
        return None
    publish = {None: "", True: ":publish", False: ":unpublish"}[given.get("publishes")]
    return SUBSCRIPTION_PICK_BUTTON.format(
        channel_id=channel_id, role_id=given.get("role_id", 0), lead=lead, publish=publish
    )


AS_USUAL: Final = "usual"
LEAD_CHOICES: Final = (
    (f"as usual: {leads_typed(DEFAULT_LEADS)} (episodes: now only)", AS_USUAL),
    ("at the moment itself only", "now"),
    ("1 day before and at the moment itself", "1d, now"),
    ("1 hour before and at the moment itself", "1h, now"),
    ("7 days, 1 day, 1 hour before and at the moment itself, episodes too", "7d, 1d, 1h, now"),
)
"""What is offered before anything is typed, as (name, value); the first stands for `DEFAULT_LEADS`."""


def unclear_text(typed: str, near: Sequence[Series]) -> str:
    """Answer what was typed that is no topic and no one series; `near` are those that may be meant."""
    names = list_words([f"**{escape(name, 80)}**" for name in told_apart(near, lambda each: each.titles.main, 80)])
    hint = f" Did you mean {names}?" if near else ""
    return (
        f"No single series matches {quote(typed)}.{hint} `what` takes `releases`, `season`, `conventions`, "
        "`announcements` or a series from its list."
    )


def unknown_services_text(unknown: Sequence[str], known: Sequence[str]) -> str:
    """Answer services that were typed and aren't known; name a few of those that are."""
    there = words_within([escape(name, 40) for name in known], 300)
    which = (
        f"There are {there}. Choose from the list of `services`, several with commas between."
        if known
        else ("There are none yet.")
    )
    return f"No service matches {list_words([quote(name, 40) for name in unknown[:3]])}. {which}"


def subscribed_text(
    subscription: Subscription,
    series: str | None,
    *,
    before: Subscription | None = None,
    is_resumed: bool = False,
    watched: bool,
    found: "Found",
) -> str:
    """Say what a channel will get from now on, and what of that is new where it got it `before`.

    `watched` tells whether the watchlist has anything, `is_resumed` that posts had paused.
    """
    place = f"<#{subscription.channel_id}>"
    changes = [] if before is None else list(_changes(before, subscription))
    outcome = "Updated" if changes else "Nothing changed"
    verb = f"{place} now gets" if before is None else f"{outcome}. {place} gets"
    role = f"<@&{subscription.role_id}> is pinged" if subscription.role_id else "nobody is pinged"
    leads = leads_in_words(subscription.topic, subscription.leads, subscription.kinds)
    updates = f"; {told}" if (told := updates_in_words(subscription.muted)) else ""
    if subscription.panels is not PanelChoice.NONE:
        updates += f"; {PANEL_CHOICE_NAMES[subscription.panels]} an hour before"
    updates += f"; {STATED_ONLY}" if subscription.stated_only else ""
    published = "; each post is published to the servers that follow the channel" if subscription.publishes else ""
    lines = [
        f"{verb} **{gets(subscription, series)}**: {leads}{updates}; {role}{published}.",
        *changes,
    ]
    if before is None:
        lines.append("`/channel test` shows what a post looks like.")
    else:
        lines.append("Options that you leave out keep their values; `reset` restores the defaults.")
    if is_resumed:
        lines.append("Its posts were paused and resume now.")
    lines += warnings(subscription, found)
    if subscription.is_of_watchlist and not watched:
        lines.append("⚠️ The watchlist is empty, so nothing is posted yet. Add a series with `/watchlist add`.")
    return "\n".join(lines)


def _changes(before: Subscription, after: Subscription) -> Iterator[str]:
    """Yield what of a subscription is different, option by option, each with what it was."""
    for option in OPTIONS:
        old, new = _option_in_words(before, option), _option_in_words(after, option)
        if old != new:
            yield f"- `{option}`: {old} → {new}"


def _option_in_words(subscription: Subscription, option: str) -> str:
    match option:
        case "lead":
            is_usual = subscription.leads == DEFAULT_LEADS
            return LEAD_CHOICES[0][0] if is_usual else leads_typed(subscription.leads)
        case "role":
            return f"<@&{subscription.role_id}>" if subscription.role_id else "nobody"
        case "publish":
            return "yes" if subscription.publishes else "no"
        case "kinds":
            return kinds_in_words(subscription.kinds) or ALL
        case "services":
            return services_in_words(subscription.services)
        case "popularity":
            return f"{subscription.popularity or 0:,}"
        case "panels":
            return PANEL_CHOICE_NAMES[subscription.panels]
        case "stated":
            return "yes" if subscription.stated_only else "no"
        case _:
            return (updates_in_words(subscription.muted) or ALL).removeprefix("updates: ")


def unsubscribed_text(subscription: Subscription, series: str | None) -> str:
    """Say what a channel no longer gets."""
    return f"<#{subscription.channel_id}> no longer gets **{gets(subscription, series)}**."


@dataclass(frozen=True, slots=True)
class Found:
    """What a subscription's role and channel are like now; a channel that can't be seen is taken to be as it was.

    `may_show` tells whether the series, if it is for adults, may be shown there. `timed_out_until` is when the timeout
    ends that a moderator gave the bot, None where there is none.
    """

    role_stands: bool = True
    may_ping: bool = True
    may_publish: bool = True
    may_show: bool = True
    timed_out_until: datetime | None = None


def warnings(subscription: Subscription, found: Found) -> Iterator[str]:
    """Yield what is wrong with a subscription though its channel can be written to, and how to fix it."""
    if found.timed_out_until is not None:
        reason = timed_out_reason(found.timed_out_until)
        yield f"⚠️ Posts wait: {reason_in_words(reason, 200)}. {remedy(reason)}"
    if not found.role_stands:
        yield "⚠️ The role to ping was deleted. Run `/channel subscribe` again with another one."
    elif not found.may_ping:
        yield f"⚠️ I can't ping <@&{subscription.role_id}>. {ping_remedy('here')}"
    if not found.may_publish:
        yield f"⚠️ This is no longer an announcement channel, so posts are paused. {remedy(PauseReason.NOT_PUBLISHABLE)}"
    if not found.may_show:
        yield "⚠️ For adults: left out here until this is an **Age-Restricted Channel** (Edit Channel → Overview)."


def tested_text(subscription: Subscription, series: str | None, address: str, found: Found, *, pinged: bool) -> str:
    """Say where the example stands, whom it pinged or would have, and what is still wrong."""
    lines = [f"Posted an example of **{gets(subscription, series)}** in <#{subscription.channel_id}>: {address}"]
    if subscription.role_id is not None and found.role_stands and found.may_ping:
        role = f"<@&{subscription.role_id}>"
        lines.append(
            f"{role} was pinged." if pinged else f"Real posts ping {role}. With `ping:True` the example does, too."
        )
    lines += warnings(subscription, found)
    if subscription.paused_reason and found.role_stands and found.may_publish:
        lines.append(
            f"Its posts were paused ({reason_in_words(subscription.paused_reason, 200)}). They resume by themselves."
        )
    return "\n".join(lines)


UNREACHED: Final = "Discord isn't accepting posts right now, so posts wait. Try again in a few minutes."


def refused_text(channel_id: int, reason: str, *, is_closed: bool) -> str:
    """Say why Discord refused a post, and what to do.

    `is_closed` tells that it was for the channel, not for the post.
    """
    if is_closed:
        return f"I can't post in <#{channel_id}>: {reason_in_words(reason, 300)}. {remedy(reason)}"
    return (
        f"Discord refuses this example in <#{channel_id}>: {escape(reason, 300)}. "
        "`/channel log` shows whether it accepts real posts."
    )


def listing(page: Page[ListedSubscription], *, notice: str | None = None) -> discord.ui.LayoutView:
    """Show a page of a guild's subscriptions. Needs a running event loop."""
    blocks: list[discord.ui.Item[Any]] = [] if notice is None else [discord.ui.TextDisplay(notice)]
    blocks += [_entry(entry) for entry in page.rows]
    if any(entry.is_unpinged for entry in page.rows):  # once: a page has little room
        blocks.append(discord.ui.TextDisplay(f"⚠️ {ping_remedy('in its channel')}"))
    if not page.total:
        blocks.append(discord.ui.TextDisplay("Choose what is posted where with `/channel subscribe`."))
    title = f"Channels · {count(page.total, 'subscription')}" if page.total else "No channel gets posts"
    return page_layout(title, blocks, colour=components.WATCHLIST_COLOUR, page=page, button=SUBSCRIPTIONS_PAGE_BUTTON)


def _entry(entry: ListedSubscription) -> discord.ui.Section[Any]:
    custom_id = UNSUBSCRIBE_BUTTON.format(subscription_id=entry.subscription.id)
    button: discord.ui.Button[Any] = discord.ui.Button(label="Unsubscribe", custom_id=custom_id)
    return discord.ui.Section(discord.ui.TextDisplay("\n".join(_lines(entry))), accessory=button)


def _lines(entry: ListedSubscription) -> Iterator[str]:
    subscription = entry.subscription
    gone = "" if entry.channel_stands else " (deleted, or hidden from me)"
    yield f"<#{subscription.channel_id}>{gone} · **{gets(subscription, entry.series)}**"
    leads = leads_in_words(subscription.topic, subscription.leads, subscription.kinds, room=ENTRY_LEADS_LENGTH)
    if subscription.role_id is None:
        yield f"{leads[0].upper()}{leads[1:]}"
    elif entry.is_unpinged:
        yield f"{leads[0].upper()}{leads[1:]} · ⚠️ can't ping <@&{subscription.role_id}>"
    elif entry.role_stands:
        yield f"{leads[0].upper()}{leads[1:]} · pings <@&{subscription.role_id}>"
    else:
        yield f"{leads[0].upper()}{leads[1:]} · ⚠️ its role was deleted, nobody is pinged"
    if updates := updates_in_words(subscription.muted):
        yield f"{updates[0].upper()}{updates[1:]}"
    if subscription.panels is not PanelChoice.NONE:
        yield f"{PANEL_CHOICE_NAMES[subscription.panels].capitalize()}, an hour before"
    if subscription.stated_only:
        yield f"{STATED_ONLY[0].upper()}{STATED_ONLY[1:]}"
    if subscription.publishes:
        yield "Published to the servers that follow it"
    if subscription.paused_reason:
        since = f" {relative(subscription.paused_at)}" if subscription.paused_at else ""
        yield f"⏸️ Paused{since}: {reason_in_words(subscription.paused_reason, 100)}"
