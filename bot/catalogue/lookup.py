"""A series is looked up on AniList while a person waits."""

import asyncio
from collections.abc import Iterator, Sequence

from bot.catalogue.external_ids import ExternalSite, read_external_ids
from bot.catalogue.records import SourceRecord
from bot.catalogue.sources.anilist.client import MAX_WAIT, Anilist
from bot.catalogue.sources.away import SourceAway

__all__ = ["AnilistLookup", "SourceAway"]


class AnilistLookup:
    """Looks a series up on AniList, and keeps nobody waiting for longer than two seconds."""

    def __init__(self, anilist: Anilist) -> None:
        self._anilist = anilist

    async def look_up(self, typed: str) -> Sequence[SourceRecord]:
        """Look up a series as `Catalogues` has it.

        A bare number is an id on AniList, and may be a title all the same ("86").
        """
        named = {each.site: each.number for each in read_external_ids(typed)}
        if len(named) == 1 and (number := named.get(ExternalSite.MYANIMELIST)):
            return await self._anilist.by_mal_ids([number], max_wait=MAX_WAIT)
        by_id = [number] if (number := named.get(ExternalSite.ANILIST)) else []
        if len(named) == 1:
            return await self._anilist.by_ids(by_id, max_wait=MAX_WAIT)
        if not by_id:
            return await self._anilist.search(typed, max_wait=MAX_WAIT)
        found = await asyncio.gather(
            self._anilist.search(typed, max_wait=MAX_WAIT),
            self._anilist.by_ids(by_id, max_wait=MAX_WAIT),
            return_exceptions=True,
        )
        return list(_once(found))


def _once(found: Sequence[list[SourceRecord] | BaseException]) -> Iterator[SourceRecord]:
    """Give each series once. Raises what one of the questions raised."""
    seen: set[int | None] = set()
    for each in found:
        if isinstance(each, BaseException):
            raise each
        for statement in each:
            if statement.series.anilist_id not in seen:
                seen.add(statement.series.anilist_id)
                yield statement
