"""Posts: what a channel sees when something is due."""

import copy
import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeAlias

import discord

from bot.announcements.render.announcements import announcement_embed
from bot.catalogue.model import RelatedEntry, Service
from bot.catalogue.releases import Basis, Release, ReleaseKind
from bot.catalogue.render import release_names
from bot.catalogue.render.card import CARD_ENTRY_BUTTON
from bot.catalogue.render.facts import colour_of
from bot.catalogue.render.names import shown_title
from bot.catalogue.render.series import SERIES_BUTTON, link_button
from bot.catalogue.updates import Item
from bot.dates.facts import FactKind
from bot.delivery.model import (
    AnnouncementSubject,
    Delivery,
    EditionDaySubject,
    EditionSubject,
    FeedPostSubject,
    FeedReviewSubject,
    NewsSubject,
    PanelSubject,
    ReleaseSubject,
    Subject,
    TicketsSubject,
    UpdateSubject,
)
from bot.delivery.render.conventions import convention_embed
from bot.delivery.render.updates import trailer_lines, update_embed
from bot.feeds.render.items import item_embed, review_buttons, review_embed, written_line
from bot.ui.components import named, static_view
from bot.ui.text import EMBED_FIELD_LENGTH, escape, length, link, relative, stamp, vague_date, words_within
from bot.web.links import web_address

ABOUT_BUTTON = "post:about:{nonce}:{delivery_id}"
"""The custom_id of the button that tells why a channel got a post.

It marks the post as the one of its delivery, where nobody sees it, so that it can be found again after a crash."""
ABOUT_TEMPLATE = r"post:about:(?P<nonce>[0-9a-z]+-[0-9a-f]+):(?P<delivery_id>[0-9]{1,18})"

_INFORMATION = discord.PartialEmoji(name="ℹ️")

_Button: TypeAlias = "discord.ui.Button[Any]"


@dataclass(frozen=True, slots=True)
class PostContent:
    """A post, ready to be sent: the role it may ping is named in `content` and nowhere else.

    A trailer's has no embed: Discord shows the player of an address in `content` by itself.
    """

    content: str | None
    embed: discord.Embed | None
    view: discord.ui.View
    allowed_mentions: discord.AllowedMentions

    @property
    def embeds(self) -> list[discord.Embed]:
        """The embed, if there is one, as discord.py takes it."""
        return [] if self.embed is None else [self.embed]


def post(subject: Subject, delivery: Delivery, *, late: bool) -> PostContent:
    """Make the post of a delivery from its subject. Needs a running event loop."""
    embed, buttons = _made_once(subject, delivery.lead, late)
    role = delivery.role_id
    lines = [f"<@&{role}>"] if role else []
    if isinstance(subject, UpdateSubject):
        lines += trailer_lines(subject)
    if isinstance(subject, FeedPostSubject) and subject.post.line:
        lines.append(written_line(subject.post))
    if late and embed is None:
        lines.append(f"-# {_was_due(delivery)}")
    elif late and embed is not None:
        # A field of its own: what moderators wrote may end in the middle of a block of code.
        embed = _with_field(embed, "Posted late", _was_due(delivery))
    if delivery.told_for is not None and embed is not None:
        before = f"This was posted before, for {stamp(delivery.told_for)}: its date has moved since."
        embed = _with_field(embed, "New date", before)
    about_id = ABOUT_BUTTON.format(nonce=delivery.nonce, delivery_id=delivery.id)
    roles = [named(role)] if role else False
    return PostContent(
        content="\n".join(lines) or None,
        embed=embed,
        view=static_view(*buttons, discord.ui.Button(emoji=_INFORMATION, custom_id=about_id)),
        allowed_mentions=discord.AllowedMentions(everyone=False, users=False, roles=roles, replied_user=False),
    )


def _with_field(embed: discord.Embed, name: str, value: str) -> discord.Embed:
    """Give a copy of an embed with one field more; `Embed.copy()` would share its fields with the original."""
    own = discord.Embed.from_dict(copy.deepcopy(embed.to_dict()))
    return own.add_field(name=name, value=value, inline=False)


def _was_due(delivery: Delivery) -> str:
    return f"It was due {relative(delivery.due_at)}."


@functools.lru_cache(maxsize=128)
def _made_once(subject: Subject, lead: timedelta, late: bool) -> tuple[discord.Embed | None, tuple[_Button, ...]]:
    """Make what is the same in all channels that a fact goes to; whoever changes it takes a copy."""
    return _embed(subject, lead, late=late), _buttons(subject)


def _embed(subject: Subject, lead: timedelta, *, late: bool) -> discord.Embed | None:
    match subject:
        case ReleaseSubject():
            return _release_embed(subject, lead, late=late)
        case EditionSubject() | EditionDaySubject() | TicketsSubject() | PanelSubject() | NewsSubject():
            return convention_embed(subject, lead, late=late)
        case AnnouncementSubject(announcement):
            return announcement_embed(announcement.typed)
        case UpdateSubject():
            return update_embed(subject)
        case FeedPostSubject(post):
            return item_embed(post)
        case FeedReviewSubject(post, goes_to):
            return review_embed(post, goes_to)


def _release_embed(subject: ReleaseSubject, lead: timedelta, *, late: bool) -> discord.Embed:
    series, release = subject.series, subject.release
    title = _headline(shown_title(series, 150), subject, lead, late=late)
    when = "\n".join(part for part in (_when(release), _where(release)) if part)
    embed = discord.Embed(title=title, description=when or None, colour=colour_of(series), url=web_address(series.site))
    embed.set_thumbnail(url=web_address(series.picture))
    if services := list(_streaming(series.services, release)):
        embed.add_field(name="Streams on", value=words_within(services, EMBED_FIELD_LENGTH), inline=True)
    if series.studio:
        embed.add_field(name="Studio", value=escape(series.studio, 100), inline=True)
    return embed


def _headline(series: str, subject: ReleaseSubject, lead: timedelta, *, late: bool) -> str:
    """Say what comes and how soon: "X: episode 3 in 1 hour", "X: episodes 3–5 are out", "X premieres now".

    If it is late, when neither that nor "now" would be true, it says that it is near or has been.
    """
    release, together = subject.release, subject.together
    words, on = _WORDS[release.kind], release_names.on_service(release, 50)
    if release.basis is Basis.SLOT:
        soon = f" in {length(lead)}" if lead and not late else " coming up" if lead else ""
        return f"New episode of {series}{on}{soon}, usual slot"
    if release.kind is ReleaseKind.PREMIERE and not lead:
        happens = words.past + on if late else f"premieres{on} {_now_or_today(release)}"
        with_it = f" with {release_names.after_series(release, together)}" if together else ""
        return f"{series} {happens}{with_it}"
    words = _OUT if on else words
    name = f"{series}: {release_names.in_headline(release, subject.series.episodes, together)}{on}"
    if lead:
        return f"{name} coming up" if late else f"{name}{words.opening} in {length(lead)}"
    if together and words.present == _OUT.present:
        return f"{name} are out" if late or release.date.is_exact else f"{name} are out today"
    if late or (words is _OUT and release.date.is_exact):
        return f"{name} {words.past}"
    return f"{name} {words.present} {_now_or_today(release)}"


def _now_or_today(release: Release) -> str:
    return "now" if release.date.is_exact else "today"


@dataclass(frozen=True, slots=True)
class _Words:
    opening: str
    present: str
    past: str


_OUT = _Words("", "is out", "is out")
_WORDS = {
    ReleaseKind.PREMIERE: _Words("", "premieres", "has premiered"),
    ReleaseKind.EPISODE: _OUT,
    ReleaseKind.FINALE: _OUT,
    ReleaseKind.DUB: _Words("", "starts", "has started"),
    ReleaseKind.FILM: _Words(" opens", "opens", "has opened"),
    ReleaseKind.HOME_VIDEO: _Words(" out", "is out", "is out"),
}


def _streaming(services: Iterable[Service], release: Release) -> Iterator[str]:
    """Link the services that carry it by then, its own first; leave out one that starts later."""
    when = release.date
    named = (service for service in services if escape(service.name, 60))
    for service in sorted(named, key=lambda one: one.name != release.service):
        starts = service.since.earliest if service.since else None
        if service.name == release.service or starts is None or when.latest is None or starts <= when.latest:
            yield link(service.name, service.url, 60)


def _where(release: Release) -> str | None:
    """Name the countries in which a service has it; give None for everywhere, and where nobody says so."""
    if not release.service or not release.regions:
        return None
    return f"In {words_within([escape(region, 10) for region in release.regions], 200)} only"


def _when(release: Release) -> str | None:
    if release.date.is_exact and release.date.earliest:
        return stamp(release.date.earliest)
    return vague_date(release.date)


def _buttons(subject: Subject) -> tuple[_Button, ...]:
    match subject:
        case ReleaseSubject(_, series):
            trailer = (button for each in series.playable_trailers[:1] for button in link_button("Trailer", each.url))
            return (_series_button(series.id), *trailer)
        case UpdateSubject(update, series):
            item = update.new_item
            there = _item_links(item)
            return (_series_button(series.id), *there)
        case NewsSubject(_, _, int() as series_id):
            return (_series_button(series_id),)
        case PanelSubject(panel) if panel.series_id is not None:
            return (_series_button(panel.series_id),)
        case FeedReviewSubject(post, _):
            return review_buttons(post)
        case _:
            return ()


def _item_links(item: Item | None) -> Iterable[_Button]:
    match item:
        case Service(name, url):
            return link_button(name, url)
        case RelatedEntry(anilist_id):
            custom_id = CARD_ENTRY_BUTTON.format(anilist_id=anilist_id, asked_by=0)  # whoever presses gets a card
            return (discord.ui.Button(label="About the sequel", custom_id=custom_id),)
        case _:
            return ()


def _series_button(series_id: int) -> _Button:
    custom_id = SERIES_BUTTON.format(series_id=series_id)
    return discord.ui.Button(label="About the series", style=discord.ButtonStyle.primary, custom_id=custom_id)


UNKNOWN_POST_TEXT = "I know nothing about this post: it belongs to another server, or is older than my database."


def why_this_channel(delivery: Delivery, *, for_moderator: bool) -> str:
    """Answer the button under a post: what the post is, why it came here, and for a moderator how to change that."""
    why = f"It was posted here because moderators subscribed this channel to {_SUBSCRIBED_TO[delivery.kind]}."
    if delivery.unsubscribed:
        why += " They have unsubscribed it since then."
    how = "\nChange this with `/channel subscribe` and `/channel unsubscribe`; see `/channel list`."
    if delivery.kind in {FactKind.FEED_POST, FactKind.FEED_REVIEW}:
        how = "\nChange this with `/feed edit` and `/feed remove`; see `/feed list`."
    return f"{_what_for(delivery)} It was due {stamp(delivery.due_at)}.\n{why}{how if for_moderator else ''}"


_SUBSCRIBED_TO = {
    FactKind.RELEASE: "releases",
    FactKind.UPDATE: "releases",
    FactKind.EDITION: "conventions",
    FactKind.EDITION_DAY: "conventions",
    FactKind.TICKETS: "conventions",
    FactKind.PANEL: "conventions, with `panels`",
    FactKind.NEWS: "conventions, or to releases of the series that it is about",
    FactKind.ANNOUNCEMENT: "announcements",
    FactKind.FEED_POST: "a feed",
    FactKind.FEED_REVIEW: "items of feeds that are put up for approval",
}


def _what_for(delivery: Delivery) -> str:
    if delivery.kind is FactKind.UPDATE:
        return "This post is about a change, and was sent once the change had lasted for a while."
    if delivery.kind is FactKind.NEWS:
        return "This post is news about a convention."
    if delivery.kind is FactKind.EDITION_DAY:
        return "This post is for the morning of a convention's day."
    if delivery.kind is FactKind.TICKETS:
        return "This post is for the moment from which a convention's tickets are sold."
    if delivery.kind is FactKind.PANEL:
        return "This post is about a panel of a convention, an hour before it begins."
    if delivery.kind is FactKind.ANNOUNCEMENT:
        return "This post is an announcement by this server's moderators."
    if delivery.kind is FactKind.FEED_POST:
        return "This post is an item of a feed."
    if delivery.kind is FactKind.FEED_REVIEW:
        return "This post asks moderators whether an item of a feed may be posted."
    what = "release" if delivery.kind is FactKind.RELEASE else "convention"
    if delivery.lead:
        return f"This post is a reminder {length(delivery.lead)} before the {what}."
    return f"This post is for the moment of the {what} itself."
