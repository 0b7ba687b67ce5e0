"""AnimeSchedule, asked with a token by a bot that has one: what its dubs and delays come to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.catalogue.sources.test_animeschedule import anime, row
from tests.patience import PATIENCE
from tests.web.servers import served
from tests.wire.cards import fact
from tests.wire.guild import SandboxGuild, sandbox_guild

BEFORE = "2024-01-15T12:00:00Z"
TOKEN = "a-token-of-theirs"
DELAYED = {"delayedFrom": "2024-01-17T00:00:00Z", "delayedUntil": "2024-01-31T00:00:00Z"}


@dataclass
class Timetables:
    """A local AnimeSchedule. `asked` are the paths with their queries; `rows` are what is in each timetable."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def anime(self, request: web.Request) -> web.StreamResponse:
        return self._answer(request, {"page": 1, "totalAmount": 1, "anime": [anime()]})

    async def timetable(self, request: web.Request) -> web.StreamResponse:
        rows = self.rows.get(request.match_info["air"], []) if request.query["week"] == "3" else None
        return web.Response(status=404) if rows is None else self._answer(request, rows)

    def _answer(self, request: web.Request, answer: object) -> web.StreamResponse:
        self.asked.append(request.path_qs)
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return web.json_response({"error": "unauthorized"}, status=401)
        return web.json_response(answer)


@asynccontextmanager
async def both(folder: Path, token: str | None) -> AsyncIterator[tuple[SandboxGuild, Timetables]]:
    timetables = Timetables({"raw": [row(**DELAYED)], "dub": [row(airType="dub", episodeNumber=1)]})
    routes = {"/api/v3/anime": timetables.anime, "/api/v3/timetables/{air}": timetables.timetable}
    async with (
        served(routes) as origin,
        sandbox_guild(
            folder, at=BEFORE, start=False, animeschedule_token=token, animeschedule_url=f"{origin}/api/v3"
        ) as guild,
    ):
        await guild.start()
        await guild.moderator.slash("watchlist add", series="metallic-rouge")
        await guild.restart()
        yield guild, timetables


async def until_sources_say(guild: SandboxGuild, words: str) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            if words in (await guild.owner.slash("owner health")).embed.fields["Sources"]:
                return
            await asyncio.sleep(0.05)


async def test_its_dubs_are_known_and_its_delays_are_told_beside_what_others_say(tmp_path: Path) -> None:
    async with both(tmp_path, TOKEN) as (guild, timetables):
        await until_sources_say(guild, "AnimeSchedule, last answered")

        assert (await fact(guild.member, "Dub")).startswith("<t:1705508700:F>")
        assert "/api/v3/anime?anilist-ids=162985" in timetables.asked
        assert "/api/v3/timetables/dub?year=2024&week=3&tz=UTC" in timetables.asked


async def test_a_token_that_is_refused_is_told_to_the_owners_and_without_one_it_is_not_asked(tmp_path: Path) -> None:
    async with both(tmp_path, "another") as (guild, _):
        await until_sources_say(guild, "check ANIMESCHEDULE")
    (tmp_path / "off").mkdir()
    async with both(tmp_path / "off", None) as (guild, timetables):
        assert (await guild.member.slash("series", series="metallic-rouge")).heading == "Metallic Rouge"
        assert timetables.asked == []
