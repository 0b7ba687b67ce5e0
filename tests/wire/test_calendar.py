"""`/calendar`: the file, and the address that calendar programs subscribe to."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import aiohttp
import icalendar
import pytest
from multidict import CIMultiDictProxy

from sandbox.client.replies import Reply
from tests.wire.announcing import ready, write
from tests.wire.guild import SandboxGuild, sandbox_guild

AT = "2024-01-03T16:24:30Z"
PREMIERE = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)


@asynccontextmanager
async def serving(folder: Path, web_url: str = "") -> AsyncIterator[SandboxGuild]:
    """A guild whose bot serves calendars on a free port, and which watches Metallic Rouge."""
    async with sandbox_guild(folder, at=AT, web_port=0, web_url=web_url) as guild:
        await guild.moderator.slash("watchlist add", series="metallic-rouge")
        yield guild


async def file_of(guild: SandboxGuild, reply: Reply) -> list[icalendar.cal.Component]:
    """The events of the file under an answer."""
    (attached,) = reply.message.attachments
    assert attached["filename"] == "calendar.ics"
    status, content, _ = await fetched(attached["url"])
    assert status == 200
    return events_in(content)


def events_in(content: bytes) -> list[icalendar.cal.Component]:
    return sorted(icalendar.Calendar.from_ical(content).walk("VEVENT"), key=lambda event: str(event["SUMMARY"]))


def premiere_in(content: bytes) -> icalendar.cal.Component:
    (event,) = [each for each in events_in(content) if str(each["SUMMARY"]).endswith("premiere")]
    return event


async def fetched(address: str, **headers: str) -> tuple[int, bytes, CIMultiDictProxy[str]]:
    async with aiohttp.ClientSession() as session, session.get(address, headers=headers) as answer:
        return answer.status, await answer.read(), answer.headers


def address_in(reply: Reply) -> str:
    return reply.content.split("```")[1].strip()


async def moved(guild: SandboxGuild, when: str) -> None:
    preview = await guild.moderator.slash("catalogue date", {"series": "metallic-rouge", "when": when})
    await guild.moderator.click(preview, "Save")


@pytest.mark.at(AT)
async def test_everybody_gets_a_file_of_what_the_server_follows(guild: SandboxGuild) -> None:
    empty = await guild.member.slash("calendar")
    await guild.moderator.slash("watchlist add", series="metallic-rouge")
    await guild.moderator.slash("channel subscribe", {"what": "conventions"})
    reply = await guild.member.slash("calendar")

    assert "Nothing with a date is coming yet" in empty.content
    assert await file_of(guild, empty) == []
    assert reply.ephemeral
    assert not reply.buttons
    events = {str(event["SUMMARY"]): event for event in await file_of(guild, reply)}
    assert events["Metallic Rouge: premiere"].decoded("dtstart") == PREMIERE
    expo = events["AnimeJapan 2024"]
    assert (expo.decoded("dtstart"), expo.decoded("dtend")) == (date(2024, 3, 23), date(2024, 3, 27))


@pytest.mark.at(AT)
async def test_an_announcement_is_in_it_once_it_is_out_and_not_before(guild: SandboxGuild) -> None:
    await ready(guild)
    later = await write(guild, title="Secret plan", when="2024-01-04 12:00 UTC")
    await guild.moderator.click(later, "Schedule")
    now = await write(guild, title="Watch party", when="")
    await guild.moderator.click(now, "Post")
    await guild.member.wait_for_message("announcements", match=lambda message: bool(message.embeds))

    reply = await guild.member.slash("calendar")

    assert [str(event["SUMMARY"]) for event in await file_of(guild, reply)] == ["Watch party"]


async def test_programs_that_subscribe_hear_of_moves_and_of_what_is_called_off(tmp_path: Path) -> None:
    async with serving(tmp_path) as guild:
        offered = await guild.moderator.slash("calendar")
        made = await guild.moderator.click(offered, "Make an address")
        address = address_in(made)
        status, first, headers = await fetched(address)
        unchanged = await fetched(address, **{"If-None-Match": headers["ETag"]})
        await moved(guild, "2024-01-10 21:25 UTC")
        guild.clock.advance(timedelta(minutes=2))
        _, second, _ = await fetched(address, **{"If-None-Match": headers["ETag"]})
        await guild.restart()
        await guild.moderator.slash("watchlist remove", series="metallic-rouge")
        shown = await guild.member.slash("calendar")
        _, third, _ = await fetched(address_in(shown))
        guild.clock.advance(timedelta(days=31))
        _, fourth, _ = await fetched(address_in(shown))

    assert status == 200
    assert headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert unchanged[:2] == (304, b"")
    told = [premiere_in(content) for content in (first, second, third)]
    assert [(each.decoded("dtstart"), each["SEQUENCE"], str(each["STATUS"])) for each in told] == [
        (PREMIERE, 0, "CONFIRMED"),
        (PREMIERE + timedelta(hours=5), 1, "CONFIRMED"),
        (PREMIERE + timedelta(hours=5), 2, "CANCELLED"),
    ]
    assert len({str(each["UID"]) for each in told}) == 1
    assert {str(each["STATUS"]) for each in events_in(third)} == {"CANCELLED"}
    assert events_in(fourth) == []


async def test_a_revoked_address_gives_nothing_and_a_new_one_is_another(tmp_path: Path) -> None:
    async with serving(tmp_path, web_url="https://calendar.example.org/") as guild:
        public = await guild.moderator.slash("calendar")
        first = address_in(await guild.moderator.click(public, "Make an address"))
        again = await guild.moderator.slash("calendar")
        second = address_in(await guild.moderator.click(again, "Make a new address"))
        served = guild.running.client.calendars
        assert served is not None
        here = f"{served.own_url}/calendar/"
        old, new, guessed, root = [
            (await fetched(f"{here}{path}"))[0]
            for path in (first.rpartition("/")[2], second.rpartition("/")[2], "guess.ics", "../")
        ]
        revoked = await guild.moderator.click(await guild.moderator.slash("calendar"), "Revoke the address")
        gone = (await fetched(f"{here}{second.rpartition('/')[2]}"))[0]
        member = await guild.member.slash("calendar")

    assert first.startswith("https://calendar.example.org/calendar/")
    assert first != second
    assert (old, new, guessed, root) == (404, 200, 404, 404)
    assert "The address was revoked" in revoked.content
    assert gone == 404
    assert "a moderator can make one" in member.content


async def test_a_port_that_another_has_holds_up_nothing_and_is_taken_once_it_is_free(tmp_path: Path) -> None:
    async with serving(tmp_path) as guild:
        first = guild.running.client.calendars
        assert first is not None
        guild.overrides["web_port"] = int(first.own_url.rpartition(":")[2])
        async with guild.another_bot() as other:
            second = other.client.calendars
            assert second is not None
            assert not second.is_open
            await first.close()
            await second.run()
            assert second.is_open
