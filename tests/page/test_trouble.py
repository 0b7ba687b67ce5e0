"""Trouble that is rehearsed in the panel: the bot meets it, and the post stands there once when it is over."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.page.browsing import Browse
from tests.page.chat_page import ChatPage
from tests.page.long import LONG
from tests.page.panel_page import PanelPage
from tests.page.parts import named
from tests.page.story import COUNTDOWN
from tests.wire.guild import SandboxGuild

pytestmark = pytest.mark.at("2024-01-03T16:20:00Z")
POST = "Metallic Rouge: premiere, 7 days before"
ASKED = r"POST .*/channels/#releases/messages"


@pytest_asyncio.fixture(loop_scope="session")
async def before(guild: SandboxGuild, browse: Browse) -> ChatPage:
    """The moderator's page, five minutes before a post."""
    await guild.moderator.slash("watchlist add", series="metallic-rouge")
    await guild.moderator.slash("channel subscribe", {"channel": str(guild.channels["releases"])}, what="releases")
    return await browse("moderator", "releases")


@pytest_asyncio.fixture(loop_scope="session")
async def page(guild: SandboxGuild, before: ChatPage) -> AsyncIterator[ChatPage]:
    """The same. When the test ends, the post stands there once."""
    yield before
    await before.see(COUNTDOWN)
    posts = [each for each in await guild.moderator.messages("releases") if each.embeds]
    assert [COUNTDOWN in (each.embed.title or "") for each in posts] == [True]
    await expect(before.parts.messages().filter(has_text=COUNTDOWN)).to_have_count(1)


@pytest.fixture
def panel(page: ChatPage) -> PanelPage:
    return PanelPage(page.raw)


async def test_a_channel_that_is_deleted_is_left_and_gets_no_post(guild: SandboxGuild, before: ChatPage) -> None:
    panel = PanelPage(before.raw)
    await panel.show("Trouble")
    await panel.choose("Channel", "#releases")
    await panel.button("Delete #releases…").click()
    await before.parts.dialog().get_by_role("button", name="Delete channel").click()

    await panel.is_told("#releases is deleted.")
    await expect(before.parts.channel("releases")).to_have_count(0)
    await expect(before.parts.place()).not_to_have_accessible_name(named("releases"))
    await before.type("Where did it go?")
    await before.see("Where did it go?")
    await guild.jump("2024-01-03T16:26:00Z")
    await panel.has_delivered("Waiting", POST, why="The channel was deleted")


@pytest.mark.parametrize(
    ("play", "logged"),
    [
        pytest.param("503: Discord is down", "503 Unavailable", marks=LONG),
        ("500, but posted: Discord is down", "500 Server error"),
        pytest.param("This channel's: Rate limit", "429 Rate limited", marks=LONG),
        ("After: Connection reset", ""),
    ],
)
async def test_a_post_that_meets_trouble_is_there_once(panel: PanelPage, play: str, logged: str) -> None:
    await panel.play(play)
    await panel.to_next_post()

    await panel.has_asked(f"{ASKED}.*{logged}")
    await panel.has_delivered("Posted", POST)


async def test_an_outage_of_the_server_holds_the_post_up(page: ChatPage, panel: PanelPage) -> None:
    await panel.turn("Outage of the server", on=True)
    await panel.to_next_post()
    await panel.has_delivered("Waiting", POST)
    await page.see_not(COUNTDOWN)

    await panel.turn("Outage of the server", on=False)

    await panel.has_delivered("Posted", POST)


async def test_a_lost_permission_pauses_the_channel_until_it_is_given_back(page: ChatPage, panel: PanelPage) -> None:
    await panel.show("Trouble")
    await panel.choose("Channel", "#releases")
    await panel.turn("Take Send Messages", on=True)
    await panel.to_next_post()
    await panel.has_delivered("Waiting", POST)
    await page.see_not(COUNTDOWN)

    await panel.turn("Take Send Messages", on=False)

    await panel.has_delivered("Posted", POST)


async def test_a_gateway_that_drops_loses_no_post(guild: SandboxGuild, panel: PanelPage) -> None:
    await panel.play("Reconnect: Lost connection")
    await panel.is_told("Reconnect: done.")
    await panel.to_next_post()

    await panel.has_asked(ASKED)
    await panel.has_delivered("Posted", POST)
