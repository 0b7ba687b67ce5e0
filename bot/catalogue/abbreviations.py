"""Abbreviations by which people know a series ("AoT"), which no source has."""

import functools
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from importlib import resources

from bot.catalogue.store import aliases
from bot.database.engine import Connection
from bot.folding import fold


@functools.cache
def known() -> Mapping[int, Sequence[str]]:
    """Give the abbreviations by the AniList id of the series that they mean."""
    read = json.loads(resources.files("bot.catalogue").joinpath("abbreviations.json").read_text("utf-8"))
    return {int(anilist_id): abbreviations for anilist_id, abbreviations in read.items()}


async def add_missing(db: Connection, at: datetime) -> int:
    """Let the series that are in the store go by their abbreviations, and give how many of these were new.

    Of several series with one AniList id (the arcs of a long one) the first goes by them.
    """
    short = known()
    series_ids = await aliases.series_by_anilist_ids(db, short.keys())
    rows = [
        (series_ids[anilist_id], abbreviation, fold(abbreviation))
        for anilist_id, abbreviations in short.items()
        if anilist_id in series_ids
        for abbreviation in abbreviations
    ]
    return await aliases.add_shared(db, rows, at=at)
