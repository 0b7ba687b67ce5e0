"""The further pages of a series' card: its story, dates and episodes, people, services, trailers, kin and sources."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import discord

from bot.catalogue.card import MOST_RELATIVES, Card, CardPage, Relative
from bot.catalogue.model import RelatedEntry, Relation, Series, Service
from bot.catalogue.releases import Release
from bot.catalogue.render import release_names
from bot.catalogue.render.airing import (
    disputes_text,
    episode_list,
    episodes_field,
    evidence_field,
    expected_field,
    first_release_lines,
    first_releases,
    next_field,
)
from bot.catalogue.render.facts import credit_lines, format_words, service_line, services_of
from bot.catalogue.render.history import corrected_words
from bot.catalogue.render.names import FORMATS, shown_title
from bot.catalogue.render.series import TRAILER_BUTTON, trailer_date, trailer_title
from bot.ui.text import cut_at_sentence, escape, lines_within, link, words_within

# A card's texts may have 4,000 characters together; those of a page add up to fewer.
STORY_LENGTH: Final = 3000
STAFF_LENGTH, STREAMING_LENGTH, NAMES_LENGTH = 2500, 2200, 400
EPISODES_LENGTH, DATES_LENGTH = 2600, 250
TRAILERS_SHOWN: Final = 8
_NAMES_SHOWN = 8

_Items = list[discord.ui.Item[Any]]


def _text(text: str) -> _Items:
    return [discord.ui.TextDisplay(text)] if text else []


def _story(card: Card) -> _Items:
    return _text(cut_at_sentence(card.series.story or "", STORY_LENGTH))


def episodes(card: Card, shown: Mapping[str, Sequence[Release]]) -> _Items:
    """Make the page of episodes: when it begins and ends, how that changed, and those that are `shown`."""
    lines = []
    for release in first_releases(card.releases)[:3]:
        first, *details = first_release_lines(release, card.changes)
        heading = f"**{release_names.heading(release.kind)}**: {first}"
        lines.append(lines_within([heading, *details], DATES_LENGTH))
    told = episodes_field(card.releases, card.series.episodes, card.now)
    if told := told or expected_field(card.series, card.releases, card.now):
        lines.append(f"**{told[0]}**: {told[1]}")
    whole = episode_list(shown, card.reader_in).splitlines()
    return _text("\n".join(lines)) + _text(lines_within(whole, EPISODES_LENGTH))


def _streaming(card: Card) -> _Items:
    coming = next_field(card.releases, card.series.episodes, card.now, reader_in=card.reader_in)
    lines = [_service(one, card) for one in services_of(card.series, card.releases, card.reader_in)]
    return _text(coming or "") + _text(lines_within([line for line in lines if line], STREAMING_LENGTH, most=15))


def _service(service: Service, card: Card) -> str:
    """Write a service with the regions that it is offered in."""
    line = service_line(service, card.now)
    regions = words_within([escape(region, 10) for region in service.regions], 60)
    return f"{line} · {regions} only" if line and regions else line


def _trailers(card: Card) -> _Items:
    items: _Items = []
    for position, trailer in enumerate(card.series.playable_trailers[:TRAILERS_SHOWN]):
        small = [part for part in (trailer_date(trailer), escape(trailer.note or "", 150)) if part]
        note = f"\n-# {' · '.join(small)}" if small else ""
        custom_id = TRAILER_BUTTON.format(series_id=card.series.id, position=position)
        play = discord.ui.Button[Any](label="Play", custom_id=custom_id)
        items.append(
            discord.ui.Section(f"{link(trailer_title(trailer), trailer.url, 80) or 'Trailer'}{note}", accessory=play)
        )
    left = len(card.series.playable_trailers) - TRAILERS_SHOWN
    return items + _text(f"-# and {left} more" if left > 0 else "")


_RELATIONS: Final[Mapping[Relation, str]] = {
    Relation.PREQUEL: "Prequel",
    Relation.SEQUEL: "Sequel",
    Relation.PARENT: "Main series",
    Relation.SERIES: "Series",
    Relation.FILM: "Film",
    Relation.SIDE_STORY: "Side story",
    Relation.SPIN_OFF: "Spin-off",
    Relation.ALTERNATIVE: "Alternative version",
    Relation.SUMMARY: "Summary",
    Relation.SPECIAL: "Special",
    Relation.SAME_TITLE: "Same title",
}


def related(card: Card, found: Mapping[int, Series], button: str, entry_button: str) -> _Items:
    """Make a row for each relative, with a `button` that opens its card in the place of this one.

    Those of the catalogue are among the `found`; another has an `entry_button`, by which AniList is asked for it.
    """
    items: _Items = []
    for each in card.relatives[:MOST_RELATIVES]:
        series = found.get(each.series_id or 0)
        if series is not None:
            shown, custom_id = _relative(each, series), button.format(series_id=series.id)
        elif each.series_id is None and each.entry is not None:
            shown, custom_id = _entry(each.relation, each.entry), entry_button.format(anilist_id=each.entry.anilist_id)
        else:
            continue
        items.append(discord.ui.Section(shown, accessory=discord.ui.Button[Any](label="Open", custom_id=custom_id)))
    left = len(card.relatives) - MOST_RELATIVES
    return items + _text(f"-# and {left} more" if left > 0 else "")


def _relative(relative: Relative, series: Series) -> str:
    numbers = [f"season {relative.season}"] if relative.season else []
    numbers += [f"part {relative.part}"] if relative.part else []
    facts = (format_words(series), str(series.year or ""), ", ".join(numbers))
    known = " · ".join(fact for fact in facts if fact)
    return f"**{_RELATIONS[relative.relation]}** · {shown_title(series, 100)}\n-# {known}"


def _entry(relation: Relation, entry: RelatedEntry) -> str:
    facts = (FORMATS[entry.format], str(entry.year or ""), "18+" if entry.adult else "")
    known = " · ".join(fact for fact in facts if fact)
    return f"**{_RELATIONS[relation]}** · {escape(entry.title, 100) or 'Untitled'}\n-# {known}"


def source_lines(card: Card) -> list[str]:
    """Tell its other names, where its facts and its next date are from, and who corrected what."""
    series = card.series
    names = [escape(name, 60) for name in series.titles.all if name not in (series.titles.main, series.titles.native)]
    sources = [link(source.name, source.url, 60) for source in series.sources[:5]]
    why = evidence_field(card.releases, card.now, card.confirmed)
    corrected = words_within(corrected_words(card.corrections, card.releases), 200)
    parts = (
        ("Also called", words_within([name for name in names if name][:_NAMES_SHOWN], NAMES_LENGTH)),
        ("Sources", " · ".join(source for source in sources if source)),
        ("Next date from", why or ""),
        ("Corrected by this server's moderators", f"{corrected} · `/catalogue history`" if corrected else ""),
        ("Sources differ", disputes_text(card.disputed) if card.disputed else ""),
    )
    return [f"**{name}**: {told}" for name, told in parts if told]


def _sources(card: Card) -> _Items:
    return _text("\n".join(source_lines(card)))


PAGES: Final[Mapping[CardPage, Callable[[Card], _Items]]] = {
    CardPage.STORY: _story,
    CardPage.STAFF: lambda card: _text(lines_within(list(credit_lines(card.series.credits)), STAFF_LENGTH)),
    CardPage.STREAMING: _streaming,
    CardPage.TRAILERS: _trailers,
    CardPage.SOURCES: _sources,
}
"""The pages that are made of the card alone."""
