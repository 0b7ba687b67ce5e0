import asyncio
import re

import pytest
from playwright.async_api import Route

from sandbox.rules.permissions import Permissions
from sandbox.world import changes
from tests.page.browsing import Browse
from tests.page.chat_page import ChatPage
from tests.wire.guild import SandboxGuild

SENDING = re.compile(r"/channels/\d+/commands\?wait=")
READING = re.compile(r"/channels/\d+/commands$")


async def test_suggestions_come_while_one_types(page: ChatPage) -> None:
    await page.write("/ser")
    await page.is_offered("/series")

    await page.choose("/series")
    await page.write("metallic")
    await page.choose("Metallic Rouge")
    await page.press("Enter")

    await page.see_in(page.message("Metallic Rouge"), "Bones", "Streams on")


async def test_what_is_sent_before_the_commands_are_known_is_neither_said_nor_lost(page: ChatPage) -> None:
    async def never(_: Route) -> None:
        """No answer comes."""

    await page.raw.route(READING, never)
    await page.go("announcements")
    await page.type("/series")

    await page.is_told("still being loaded")
    await page.has_written("/series")


@pytest.mark.parametrize("typed", ["/", "/series metallic"])
async def test_what_is_typed_before_the_commands_are_known_is_taken_up_once_they_are(
    page: ChatPage, typed: str
) -> None:
    arrive = asyncio.Event()

    async def late(route: Route) -> None:
        await arrive.wait()
        await route.continue_()

    await page.raw.route(READING, late)
    await page.go("announcements")
    await page.write(typed)
    await page.waits("Loading the commands…")
    arrive.set()

    if typed == "/":
        await page.is_offered("/series", "/trailer")
    else:
        await page.writes_in("series")


async def test_what_one_types_while_a_command_is_on_its_way_stays(page: ChatPage) -> None:
    arrives, is_sent = asyncio.Event(), asyncio.Event()

    async def late(route: Route) -> None:
        is_sent.set()
        await arrives.wait()
        await route.continue_()

    await page.raw.route(SENDING, late)
    await page.run("/series", series="Metallic Rouge")
    await is_sent.wait()

    await page.type("Meanwhile")
    await page.see("Meanwhile")
    await page.write("Good evening")
    arrives.set()

    await page.see_in(page.message("Metallic Rouge"), "Bones", "Streams on")
    await page.has_written("Good evening")


async def test_a_command_that_is_refused_stands_in_the_box_again(page: ChatPage) -> None:
    async def refused(route: Route) -> None:
        await route.fulfill(status=400, json={"error": "No such thing"})

    page.watch.allow("status of 400")
    await page.raw.route(SENDING, refused)
    await page.begin("/series")
    await page.write("metallic")
    await page.choose("Metallic Rouge")
    await page.press("Enter")

    await page.is_told("No such thing")
    await page.is_at_the_end_of("/series")


async def test_who_is_given_rights_is_offered_what_they_are_for(guild: SandboxGuild, browse: Browse) -> None:
    page = await browse("member")
    await page.write("/")
    await page.is_not_offered("/watchlist add")
    await page.press("Escape", "Backspace")

    role = guild.sandbox.roles["Anime"]
    given = Permissions.MANAGE_GUILD
    async with page.raw.expect_response(READING):
        changes.set_role_permissions(guild.sandbox.world, guild.id, role, given)
    await page.write("/watch")

    await page.is_offered("/watchlist add")
