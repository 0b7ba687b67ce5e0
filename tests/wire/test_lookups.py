"""What AniList adds while somebody looks: titles that aren't in the catalogue, and cards that complete themselves."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web

from bot.catalogue.lookups import CARDS_OF_ONE, TITLES_OF_ONE
from bot.catalogue.model import Origin, Series, Titles
from bot.catalogue.records import SourceRecord
from bot.catalogue.sources.anilist.client import MAX_WAIT
from bot.catalogue.store import catalogue
from bot.dates.airdate import Season
from sandbox.client.messages import Message
from sandbox.client.replies import Reply
from sandbox.rules.components import THUMBNAIL
from tests.anilist.faults import Answer, held, refusing, switched_off
from tests.anilist.server import LocalAnilist, local_anilist
from tests.anilist.world import FIRST_BROADCAST, media, related, weekly
from tests.catalogue.merging import merge_one
from tests.patience import PATIENCE
from tests.wire.guild import SandboxGuild, sandbox_guild

BEFORE = "2024-01-03T12:00:00Z"
A_DAY = timedelta(hours=25)
UNASKED = "AniList couldn't be asked just now"
COVER = "https://s4.anilist.co/file/anilistcdn/media/anime/cover/medium/bx7.png"
FRIEREN = {
    "title": {"romaji": "Sousou no Frieren", "english": "Frieren: Beyond Journey's End", "native": "葬送のフリーレン"},
    "idMal": 52991,
    "episodes": 28,
    "trailer": {"id": "m7teRMkFdao", "site": "youtube"},
}
KNOWN = Series(0, "", Titles(None, "Known Show", "既知の番組"), bangumi_id=9, year=2024, season=Season.WINTER)


@asynccontextmanager
async def asking(folder: Path) -> AsyncIterator[tuple[SandboxGuild, LocalAnilist]]:
    """A guild whose bot asks a local AniList what people ask for, and nothing by itself."""
    async with (
        local_anilist() as anilist,
        sandbox_guild(folder, at=BEFORE, anilist_url=anilist.url, anilist_every=0) as guild,
    ):
        assert guild.running.client.lookups is not None
        # Its two seconds are real ones, which a slow machine needs for itself.
        guild.running.client.lookups.max_wait = timedelta(minutes=30)
        yield guild, anilist


async def until(is_so: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            if await is_so():
                return
            await asyncio.sleep(0.02)


async def titles_of(guild: SandboxGuild) -> list[str]:
    async with guild.database.read() as db:
        return [each.titles.main for each in (await catalogue.series_by_ids(db, range(1, 50))).values()]


async def stored(guild: SandboxGuild, **ids: int | None) -> Series:
    """A series that is known of bangumi-data alone, with these ids."""
    async with guild.database.write() as db:
        record = SourceRecord(Origin.BANGUMI, replace(KNOWN, **ids))  # type: ignore[arg-type]
        return (await merge_one(db, record, at=guild.clock.now())).series


def edits(guild: SandboxGuild) -> int:
    """How often the bot changed an answer."""
    return sum(each.method == "PATCH" and "@original" in each.path for each in guild.sandbox.recorded)


def poster(card: Message | Reply) -> str | None:
    """The address of the picture beside its first lines, if there is one."""
    return next((str(each["media"]["url"]) for each in card.components if each["type"] == THUMBNAIL), None)


async def until_edited(guild: SandboxGuild, reply: Reply, times: int = 1) -> None:
    async def is_edited() -> bool:
        return edits(guild) >= times

    await until(is_edited)
    await reply.refresh()


async def shown_to_one(reply: Reply) -> list[Message]:
    """What is answered in the place of what was promised to all, or at once."""

    async def is_there() -> bool:
        return not (await reply.refresh()).deferred or len(reply.followups) > 0

    await until(is_there)
    return reply.followups if reply.deferred else [reply.message]


# --- a title that isn't in the catalogue ------------------------------------------------------------------------------


async def test_what_is_not_in_the_catalogue_is_asked_of_anilist_and_answered_with_its_card(tmp_path: Path) -> None:
    async with asking(tmp_path) as (guild, anilist):
        anilist.world.add(
            media(7, "", **FRIEREN), media(8, "Unfrierened"), media(9, "Frieren 18", isAdult=True, popularity=1)
        )
        card = await guild.member.slash("series", series="frieren")
        assert card.heading == "Frieren: Beyond Journey's End"
        assert not card.ephemeral
        assert await titles_of(guild) == ["Metallic Rouge", "Frieren: Beyond Journey's End", "Frieren 18"]
        assert (await guild.member.slash("trailer", series="葬送のフリーレン")).content.endswith("m7teRMkFdao")
        adult = await guild.member.slash("series", series="Frieren 18")
        assert "age-restricted channels only" in adult.content
        assert len(anilist.requests) == 1

        anilist.world.add(media(20, "Twins: First"), media(21, "Twins: Second"))
        question = await guild.member.slash("series", series="twin")
        assert "Did you mean" in question.content
        assert {each.label for each in question.buttons} == {"Twins: First", "Twins: Second"}
        assert (await guild.member.click(question, "Twins: First")).heading == "Twins: First"
        by_address = await guild.member.slash("series", series="https://anilist.co/anime/8")
        assert by_address.heading == "Unfrierened"


async def test_the_same_text_is_asked_once_a_day_and_what_is_no_title_never(tmp_path: Path) -> None:
    async with asking(tmp_path) as (guild, anilist):
        for typed in ("Nobody's Show", " nobody's  SHOW", "https://example.com/x", "x", "\u200b", "x" * 300, "bgm:5"):
            reply = await guild.member.slash("series", series=typed)
            assert reply.ephemeral
            assert reply.content.startswith(("No series matches", "Type a title")), typed
            assert UNASKED not in reply.content
        assert [each.variables["text"] for each in anilist.requests] == ["Nobody's Show"]

        await guild.jump(A_DAY)
        anilist.world.add(media(7, "Nobody's Show"))
        assert (await guild.member.slash("series", series="nobody's show")).heading == "Nobody's Show"


async def test_an_anilist_that_is_away_is_told_of_and_what_is_known_answered(tmp_path: Path) -> None:
    async with asking(tmp_path) as (guild, anilist):
        anilist.weather = switched_off()
        unknown = await guild.member.slash("series", series="zzzz qqqq")
        near = await guild.member.slash("series", series="metalic rogue")
        assert unknown.content.startswith("No series matches")
        assert UNASKED in unknown.content
        assert "Did you mean" in near.content
        assert UNASKED in near.content
        assert (await guild.member.click(near, "Metallic Rouge")).heading == "Metallic Rouge"


async def test_one_that_is_slow_keeps_nobody_waiting_and_its_answer_is_kept(tmp_path: Path) -> None:
    async with asking(tmp_path) as (guild, anilist):
        assert guild.running.client.lookups is not None
        guild.running.client.lookups.max_wait = MAX_WAIT
        answers = asyncio.Event()
        anilist.coming.append(held(answers))
        anilist.world.add(media(7, "", **FRIEREN))
        first, second = await asyncio.gather(
            guild.member.slash("series", series="frieren"), guild.guest.slash("series", series="frieren")
        )
        for reply in (first, second):
            (shown,) = await shown_to_one(reply)
            assert shown.ephemeral
            assert UNASKED in shown.content
        assert len(anilist.requests) == 1
        answers.set()

        async def is_kept() -> bool:
            return "Frieren: Beyond Journey's End" in await titles_of(guild)

        await until(is_kept)
        assert (await guild.member.slash("series", series="frieren")).heading == "Frieren: Beyond Journey's End"


async def test_a_promised_answer_becomes_the_card_and_completes_itself_too(tmp_path: Path) -> None:
    async with asking(tmp_path) as (guild, anilist):
        answers = asyncio.Event()
        anilist.coming.append(held(answers))
        anilist.world.add(media(7, "", **FRIEREN))
        waiting = await guild.member.slash("series", series="frieren", settle=False)
        assert not waiting.content
        assert not waiting.embeds
        answers.set()
        card = await waiting.settled()
        assert card.heading == "Frieren: Beyond Journey's End"
        assert not card.ephemeral
        assert not card.followups


async def test_what_is_not_in_the_catalogue_is_followed_as_anilist_knows_it(tmp_path: Path) -> None:
    async with asking(tmp_path) as (guild, anilist):
        anilist.world.add(media(7, "", **FRIEREN))
        added = await (await guild.moderator.slash("watchlist add", series="Sousou no Frieren")).settled()
        missing = await (await guild.moderator.slash("watchlist add", series="No such show at all")).settled()
        anilist.world.add(media(8, "Unfrierened"))
        subscribed = await (await guild.moderator.slash("channel subscribe", what="Unfrierened")).settled()

    assert "is on the watchlist now" in added.content
    assert "Frieren" in added.content
    assert added.ephemeral
    assert "now gets **releases of Unfrierened**" in subscribed.content
    assert "No series matches" in missing.content
    assert missing.ephemeral


async def test_one_person_does_not_use_up_what_all_have(tmp_path: Path) -> None:
    async with asking(tmp_path) as (guild, anilist):
        for number in range(TITLES_OF_ONE):
            assert UNASKED not in (await guild.member.slash("series", series=f"unknown {'x' * number}")).content
        assert UNASKED in (await guild.member.slash("series", series="one too many")).content
        assert len(anilist.requests) == TITLES_OF_ONE
        anilist.world.add(media(7, "", **FRIEREN), media(8, "One Too Many"))
        assert (await guild.guest.slash("series", series="frieren")).heading == "Frieren: Beyond Journey's End"
        await guild.jump(timedelta(minutes=1))
        assert (await guild.member.slash("series", series="one too many")).heading == "One Too Many"


async def test_a_relative_that_only_anilist_knows_is_looked_up_and_opened_in_place(tmp_path: Path) -> None:
    async with asking(tmp_path) as (guild, anilist):
        sequel, film = media(8, "Unfrierened"), media(9, "Lost Film", format="MOVIE")
        others = (("SIDE_STORY", film), ("SEQUEL", sequel), ("SEQUEL", media(10, "For Adults", isAdult=True)))
        anilist.world.add(media(7, "", **FRIEREN, relations=related(*others)), sequel)
        card = await guild.member.slash("series", series="anilist:7")
        kin = await guild.member.select(card, ["Related"])
        assert "**Sequel** · Unfrierened" in kin.text
        assert "**Side story**" not in kin.text
        assert "**Film** · Lost Film\n-# Film" in kin.text
        assert "For Adults" not in kin.text

        film_button = next(each.custom_id for each in kin.buttons if (each.custom_id or "").startswith("card:entry:9:"))
        gone = await guild.guest.click(kin, custom_id=film_button)
        assert gone.ephemeral
        assert "isn't in the catalogue yet" in gone.content
        opened = await guild.member.click(kin, "Open")
        assert (opened.id, opened.heading) == (card.id, "Unfrierened")
        asked = len(anilist.requests)
        kin = await guild.member.select(await guild.member.slash("series", series="anilist:7"), ["Related"])
        assert (await guild.member.click(kin, "Open")).heading == "Unfrierened"
        assert len(anilist.requests) == asked


# --- a card that completes itself -------------------------------------------------------------------------------------

SHOWN = {
    "title": {"romaji": "Known Show", "native": "既知の番組"},
    "episodes": 12,
    "season": "WINTER",
    "seasonYear": 2024,
    "airingSchedule": weekly(FIRST_BROADCAST, 12),
    "coverImage": {"large": COVER},
}
IDS: tuple[dict[str, int], ...] = ({"anilist_id": 7}, {"myanimelist_id": 70}, {})


@pytest.mark.parametrize("ids", IDS, ids=["anilist", "myanimelist", "title"])
async def test_a_card_completes_itself_once_a_day_whatever_is_restarted(tmp_path: Path, ids: dict[str, int]) -> None:
    async with asking(tmp_path) as (guild, anilist):
        known = await stored(guild, **ids)
        others = (media(8, "Known Show", format="MOVIE", idMal=71), media(9, "Known Show 2", idMal=72))
        anilist.world.add(media(7, "", idMal=70, **SHOWN), *others)
        card = await guild.member.slash("series", series=known.slug)
        assert card.heading == "Known Show"
        await until_edited(guild, card)
        assert "TV series · 12 episodes" in card.text
        assert f"<t:{FIRST_BROADCAST}:F>" in card.text
        assert poster(card) == COVER
        assert await titles_of(guild) == ["Metallic Rouge", "Known Show"]

        await guild.restart()
        again = await guild.member.slash("series", series="known show")
        assert "TV series · 12 episodes" in again.text
        assert len(anilist.requests) == 1

        await guild.jump(A_DAY)
        anilist.world.change(7, popularity=5)
        await guild.member.slash("series", series="known show")
        await until_asked_and_done(guild, anilist, 2)
        assert edits(guild) == 1, "nothing on the card changed"


async def until_asked_and_done(guild: SandboxGuild, anilist: LocalAnilist, count: int) -> None:
    async def is_done() -> bool:
        running = {task.get_name() for task in asyncio.all_tasks()}
        return len(anilist.requests) >= count and not running & {"ask about a series", "complete a card"}

    await until(is_done)


async def test_what_anilist_does_not_know_is_asked_once_and_its_trouble_is_nobodys(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with asking(tmp_path) as (guild, anilist):
        known = await stored(guild, anilist_id=7)
        for count in (1, 1):
            await guild.member.slash("series", series=known.slug)
            await until_asked_and_done(guild, anilist, count)
        assert len(anilist.requests) == 1

        await guild.jump(A_DAY)
        anilist.coming.append(refusing(400, "No such field"))
        await guild.member.slash("series", series=known.slug)
        await until_asked_and_done(guild, anilist, 2)
        anilist.world.add(media(5, "Another Show"))
        anilist.coming.append(about_another)
        await guild.member.slash("series", series=known.slug)
        await until_asked_and_done(guild, anilist, 3)
        assert edits(guild) == 0
        assert await titles_of(guild) == ["Metallic Rouge", "Known Show"]
        assert "never retrieved" not in caplog.text


async def about_another(_: web.Request, answer: Answer) -> web.StreamResponse:
    """An answer about a series that wasn't asked for."""
    answer["data"]["Page"]["media"] = [{"id": 5, "type": "ANIME", "title": {"romaji": "Another Show"}}]
    return web.json_response(answer)


async def test_anilist_is_asked_about_a_series_as_all_know_it_whatever_a_servers_moderators_say(tmp_path: Path) -> None:
    async with asking(tmp_path) as (guild, anilist):
        known = await stored(guild)
        form = await guild.moderator.slash("catalogue edit", series=known.slug, what="titles")
        await guild.moderator.click(await guild.moderator.submit(form, title_native="別の番組"), "Save")
        anilist.world.add(media(8, "", title={"native": "別の番組"}, season="WINTER", seasonYear=2024))
        shown = await guild.member.slash("series", series=known.slug)
        assert "別の番組" in shown.text
        await until_asked_and_done(guild, anilist, 1)
        assert [each.variables["text"] for each in anilist.requests] == ["既知の番組"]
        async with guild.database.read() as db:
            assert (await catalogue.series_by_ids(db, [known.id]))[known.id].anilist_id is None


@pytest.mark.parametrize("what", ["deleted", "too late", "stopped", "no poster"])
async def test_nothing_is_lost_and_nobody_hears_of_it_where_a_card_cannot_be_completed(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, what: str
) -> None:
    caplog.set_level(logging.WARNING, "bot")
    async with asking(tmp_path) as (guild, anilist):
        known = await stored(guild, anilist_id=7)
        cover = "javascript:alert(1)" if what == "no poster" else COVER
        anilist.world.add(media(7, "", **(SHOWN | {"coverImage": {"large": cover}})))
        answers = asyncio.Event()
        anilist.coming.append(held(answers))
        card = await guild.member.slash("series", series=known.slug)

        async def is_asked() -> bool:
            return len(anilist.requests) > 0

        await until(is_asked)
        if what == "deleted":
            await guild.moderator.delete(card.message)
        elif what == "too late":
            await guild.jump(timedelta(minutes=16))
        elif what == "stopped":
            await guild.restart()
            again = await guild.member.slash("series", series=known.slug)
            await until_edited(guild, again)
        answers.set()
        await until_asked_and_done(guild, anilist, 1)

        shown = await guild.member.slash("series", series=known.slug)
        assert "TV series · 12 episodes" in shown.text
        assert poster(shown) == (None if what == "no poster" else COVER)
        assert edits(guild) == (0 if what in {"deleted", "too late"} else 1)
        assert not [each for each in caplog.records if each.name.startswith("bot")]


async def test_a_card_that_was_turned_meanwhile_stays_at_its_page(tmp_path: Path) -> None:
    async with asking(tmp_path) as (guild, anilist):
        known = await stored(guild, anilist_id=7)
        async with guild.database.write() as db:
            story = SourceRecord(Origin.STARTER, replace(KNOWN, anilist_id=7, story="Once upon a time. " * 40))
            await merge_one(db, story, at=guild.clock.now())
        anilist.world.add(media(7, "", **SHOWN))
        answers = asyncio.Event()
        anilist.coming.append(held(answers))
        card = await guild.member.slash("series", series=known.slug)
        turned = await guild.member.select(card, ["story"])
        read = turned.text
        answers.set()
        await until_asked_and_done(guild, anilist, 1)

        assert (await turned.refresh()).text == read
        assert edits(guild) == 0
        assert "12 episodes" in (await guild.member.click(turned, "Overview")).text


async def test_cards_of_one_person_leave_something_for_others(tmp_path: Path) -> None:
    async with asking(tmp_path) as (guild, anilist):
        async with guild.database.write() as db:
            for number in range(CARDS_OF_ONE + 1):
                series = Series(0, "", Titles(english=f"Show {'x' * number}y"), anilist_id=100 + number)
                await merge_one(db, SourceRecord(Origin.BANGUMI, series), at=guild.clock.now())
        anilist.weather = held(asyncio.Event())
        for number in range(CARDS_OF_ONE + 1):
            await guild.member.slash("series", series=f"anilist:{100 + number}")
        lookups = [task for task in asyncio.all_tasks() if task.get_name() == "ask about a series"]
        assert len(lookups) == CARDS_OF_ONE
