"""`/catalogue add`: looked up at a source, or written by hand."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.catalogue.model import Origin, Series, Titles
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.sources import AwayReason, SourceAway
from bot.dates.airdate import AirDate
from tests.patience import PATIENCE
from tests.wire.cards import whole_card
from tests.wire.guild import SandboxGuild, sandbox_guild

FRIEREN = Series(0, "", Titles("Frieren", "Sousou no Frieren", "葬送のフリーレン"), episodes=28, anilist_id=154587)
PREMIERE = Release(0, 0, ReleaseKind.PREMIERE, AirDate.instant(datetime(2030, 9, 29, 12, tzinfo=UTC)), number=1)
FOUND = SourceRecord(Origin.ANILIST, FRIEREN, (PREMIERE,))


@dataclass
class Shelf:
    """A source that knows a few series; `wait` for it to be set first, `away` is why it gives no answer."""

    known: Sequence[SourceRecord] = ()
    wait: asyncio.Event | None = None
    away: SourceAway | None = None
    asked: list[str] = field(default_factory=list)

    async def look_up(self, typed: str) -> Sequence[SourceRecord]:
        self.asked.append(typed)
        if self.wait is not None:
            await self.wait.wait()
        if self.away is not None:
            raise self.away
        return [each for each in self.known if typed.casefold() in _names(each)]


def _names(statement: SourceRecord) -> str:
    return f"{' '.join(statement.series.titles.all)} anilist:{statement.series.anilist_id}".casefold()


@asynccontextmanager
async def guild_with(tmp_path: Path, shelf: Shelf) -> AsyncIterator[SandboxGuild]:
    async with sandbox_guild(tmp_path, at="2024-01-03T12:00:00Z", start=False) as guild:
        guild.catalogues = shelf
        await guild.start()
        yield guild


async def test_one_that_the_source_knows_is_looked_at_added_and_watched(tmp_path: Path) -> None:
    async with guild_with(tmp_path, Shelf([FOUND])) as guild:
        preview = await guild.moderator.slash("catalogue add", series="frieren")
        assert preview.ephemeral
        assert preview.embed.title == "Frieren"
        assert "28 episodes" in preview.embed.field("Format")
        assert "No series matches" in (await guild.member.slash("series", series="frieren")).content

        await guild.restart()
        added = await guild.moderator.click(preview, "Add")
        assert "is in the catalogue now" in added.content
        watched = await guild.moderator.click(added, "Add to the watchlist")
        assert watched.content == "**Frieren** is on the watchlist now."

        shown = await guild.member.slash("series", series="葬送のフリーレン")
        assert "**Not out yet** · Premiere\n<t:1916913600:F>" in shown.text


async def test_of_several_one_is_chosen(tmp_path: Path) -> None:
    second = replace(FRIEREN, titles=Titles("Frieren Season 2"), anilist_id=182255, year=2026)
    shelf = Shelf([FOUND, SourceRecord(Origin.ANILIST, second)])
    async with guild_with(tmp_path, shelf) as guild:
        question = await guild.moderator.slash("catalogue add", series="Frieren")
        assert "Several series" in question.content
        await guild.restart()

        preview = await guild.moderator.click(question, "Frieren Season 2 (TV series, 2026)")
        assert preview.embed.title == "Frieren Season 2"
        await guild.moderator.click(preview, "Add")

        known = await guild.moderator.slash("catalogue add", series="anilist:182255")
        assert "is already in the catalogue" in known.content
        another = await guild.moderator.slash("catalogue add", series="Frieren Season 2")
        looked = await guild.moderator.click(another, "Look for another")
        assert "is already in the catalogue" in looked.content


async def test_where_the_source_knows_none_it_is_written_by_hand(tmp_path: Path) -> None:
    async with guild_with(tmp_path, Shelf()) as guild:
        nothing = await guild.moderator.slash("catalogue add", series="@everyone's Show")
        assert "No series on AniList matches" in nothing.content
        assert "@everyone" not in nothing.content
        await guild.restart()

        form = await guild.moderator.click(nothing, "Write it by hand")
        assert form.modal.field("English title").value == "@everyone's Show"
        refused = await guild.moderator.submit(form, {"title_english": "", "kind": "opera 3", "story": "Kept."})
        assert "needs a title" in refused.content
        assert "The format must be one of" in refused.content
        again = await guild.moderator.click(refused, "Edit")
        assert again.modal.field("Story").value == "Kept."
        fields = {"title_english": "Club Film", "kind": "ova 2"}
        preview = await guild.moderator.submit(again, fields)
        assert preview.embed.field("Format") == "OVA · 2 episodes"
        await guild.restart()

        done = await guild.moderator.click(preview, "Save")
        assert "is in the catalogue now" in done.content
        shown = await guild.member.slash("series", series="club film")
        assert "Kept." in shown.text
        assert "**Sources**: This server's moderators" in await whole_card(guild.member, "club film")
        elsewhere = await guild.member.slash("series", series="club film", channel=await guild.member.direct())
        assert "No series matches" in elsewhere.content


async def test_without_a_source_the_form_is_offered(guild: SandboxGuild) -> None:
    told = await guild.moderator.slash("catalogue add", series="Frieren")

    assert "No source is set up" in told.content
    assert [button.label for button in told.buttons] == ["Write it by hand"]
    known = await guild.moderator.slash("catalogue add", series="https://anilist.co/anime/162985")
    assert known.embed.title == "Metallic Rouge"
    assert "is already in the catalogue" in known.content


@pytest.mark.parametrize("says_so", [False, True])
async def test_a_slow_source_is_told_of_and_the_message_changes(tmp_path: Path, says_so: bool) -> None:
    answered = asyncio.Event()

    async def answer() -> list[SourceRecord]:
        await answered.wait()
        return [FOUND]

    shelf = Shelf([FOUND], wait=None if says_so else answered)
    if says_so:
        shelf.away = SourceAway(AwayReason.SLOW, coming=asyncio.ensure_future(answer()))
    async with guild_with(tmp_path, shelf) as guild:
        waiting = await guild.moderator.slash("catalogue add", series="Frieren")
        assert waiting.content == "AniList is slow. This message changes once it answers."

        answered.set()
        async with asyncio.timeout(PATIENCE):
            async for _ in guild.moderator.events():
                if (await waiting.refresh()).embeds:
                    break
        assert waiting.embed.title == "Frieren"
        added = await guild.moderator.click(waiting, "Add")
        assert "is in the catalogue now" in added.content


async def test_a_source_that_is_away_says_why_and_the_form_is_offered(tmp_path: Path) -> None:
    async with guild_with(tmp_path, Shelf(away=SourceAway(AwayReason.NO_ANSWER))) as guild:
        told = await guild.moderator.slash("catalogue add", series="Frieren")

    assert told.content.startswith("AniList isn't answering right now.")
    assert [button.label for button in told.buttons] == ["Write it by hand"]


async def test_a_title_with_signs_of_its_own_is_typed_on_in_the_form(guild: SandboxGuild) -> None:
    told = await guild.moderator.slash("catalogue add", series="x" * 3000)
    form = await guild.moderator.click(told, "Write it by hand")

    assert form.modal.field("English title").value.startswith("xxx")
