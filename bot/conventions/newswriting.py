"""News of an edition as somebody writes it: read from a form, and kept for its time."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.catalogue.model import Editor
from bot.conventions.model import A_MOMENT, Edition, News
from bot.conventions.store import editions, news
from bot.database.engine import Connection
from bot.database.tables import watermark
from bot.dates.airdate import AirDate
from bot.dates.reading.read import read
from bot.errors import NotUnderstood
from bot.folding import fold
from bot.web.links import EMBED_ADDRESS_LENGTH, read_web_address

HEADLINE_LENGTH: Final = 200
NEWS_TEXT_LENGTH: Final = 1500
NEWS_FIELDS: Final = ("headline", "text", "link", "picture", "when")


class NewsProblem(enum.Enum):
    """What is wrong with news that somebody wrote."""

    NO_HEADLINE = "it has no headline"
    TOO_LONG = "a text is too long"
    SEVERAL = "the time has several meanings"
    VAGUE = "the time is no day"
    PASSED = "the time has passed"
    KNOWN = "there is such news already"


class UnreadableNews(NotUnderstood):
    """What was typed in a `field` of news can't be it."""

    def __init__(self, field: str, problem: NewsProblem, *, length: int = 0, most: int = 0) -> None:
        super().__init__(f"{field}: {problem.value}")
        self.field = field
        self.problem = problem
        self.length = length
        self.most = most


async def read_news(
    typed: Mapping[str, str], edition: Edition, *, now: datetime
) -> tuple[News, Sequence[NotUnderstood]]:
    """Read news from a form, and what of it can't be read. Without a time it is for now."""
    problems: list[NotUnderstood] = []
    headline = " ".join(typed.get("headline", "").split())
    if not fold(headline):
        problems.append(UnreadableNews("headline", NewsProblem.NO_HEADLINE))
    for field, text, most in (
        ("headline", headline, HEADLINE_LENGTH),
        ("text", typed.get("text", "").strip(), NEWS_TEXT_LENGTH),
    ):
        if len(text) > most:
            problems.append(UnreadableNews(field, NewsProblem.TOO_LONG, length=len(text), most=most))
    addresses: dict[str, str | None] = {}
    for field in ("link", "picture"):
        address = typed.get(field, "").strip()
        try:
            addresses[field] = read_web_address(field, address, EMBED_ADDRESS_LENGTH) if address else None
        except NotUnderstood as problem:
            problems.append(problem)
    published = AirDate.instant(now, zone=edition.zone)
    try:
        published = await _when(typed.get("when", "").strip(), edition, now)
    except NotUnderstood as problem:
        problems.append(problem)
    read_ = News(
        id=0,
        edition_id=edition.id,
        headline=headline,
        published=published,
        text=typed.get("text", "").strip() or None,
        url=addresses.get("link"),
        picture=addresses.get("picture"),
    )
    return read_, problems


async def _when(typed: str, edition: Edition, now: datetime) -> AirDate:
    if not typed or typed.casefold() == "now":
        return AirDate.instant(now, zone=edition.zone)
    found = (await read(typed, now=now, zone=edition.zone)).only
    if found is None:
        raise UnreadableNews("when", NewsProblem.SEVERAL)
    if found.anchor is None:
        raise UnreadableNews("when", NewsProblem.VAGUE)
    if found.anchor < now:
        raise UnreadableNews("when", NewsProblem.PASSED)
    return found


async def tell_of_move(
    db: Connection, edition: Edition, headline: str, text: str | None, editor: Editor, *, now: datetime
) -> None:
    """Keep that an edition has other days, or is cancelled, as news for now: whoever counts down to it is told once.

    What was told in the same words before is told anew, for another move has come since.
    """
    base_id = await editions.base_of(db, edition)
    told = News(0, base_id, headline[:HEADLINE_LENGTH], await _from_now(db, edition, now), text=text)
    await news.save_news(db, told, replace(edition, id=base_id), guild_id=editor.guild_id)


async def _from_now(db: Connection, edition: Edition, now: datetime) -> AirDate:
    """Give the instant of now, or that after the last scan: no scan would find what is due before it."""
    scanned = await watermark(db)
    return AirDate.instant(now if scanned is None else max(now, scanned + A_MOMENT), zone=edition.zone)


async def keep_news(
    db: Connection, new: News, edition: Edition, editor: Editor, *, series_id: int | None, now: datetime
) -> News:
    """Keep news for its time, or for the next scan where that has come.

    It stands with the edition that all share, if there is one. Raises `UnreadableNews` where there is such news.
    """
    base_id = await editions.base_of(db, edition)
    if await news.has_headline(db, base_id, new.headline, guild_id=editor.guild_id):
        raise UnreadableNews("headline", NewsProblem.KNOWN)
    if (new.published.anchor or now) <= now:
        new = replace(new, published=await _from_now(db, edition, now))
    of = replace(edition, id=base_id)
    return await news.save_news(db, new, of, series_id=series_id, guild_id=editor.guild_id)
