"""The README's pictures. `make screenshots` takes them into docs/; every other run looks whether it could."""

import os
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue.store import catalogue
from bot.feeds.model import FeedChoices, FeedEntry
from bot.subscriptions.following import WantedFeed
from tests.page.browsing import Browse
from tests.page.chat_page import ChatPage
from tests.page.story import (
    ANNOUNCED,
    BEFORE,
    CONVENTION,
    COUNTDOWN,
    MORNING,
    stand_still,
    until_convention,
    until_countdown,
    until_preview,
)
from tests.wire.guild import SandboxGuild
from tests.wire.stored_feeds import put_up_in_store

pytestmark = pytest.mark.at(BEFORE)
SHARP = 2 if "YOKOKU_PICTURES" in os.environ else 1
"""Pixels of the picture for each of the page: two make letters crisp on any screen, and one shows that it works."""
DESK = {"width": 1200, "height": 800}
TALL = {"width": 1180, "height": 1600}
PHONE = {"width": 390, "height": 844}
NEXT = "premiere, 1 day before"
AS_ANILIST_SAYS: dict[str, Any] = {
    "picture": "https://covers.example/162985.png",
    "colour": 0xE4355D,
    "genres": ("Action", "Sci-Fi"),
    "score": 69,
}


NEWS = FeedEntry(
    "1",
    "https://news.example/1",
    "Metallic Rouge reveals its second trailer",
    "The official site of the original anime by Bones has the trailer, its theme song, and the date of the premiere.",
)


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where the pictures go: a folder that passes, unless `YOKOKU_PICTURES` names one."""
    return Path(os.environ.get("YOKOKU_PICTURES") or tmp_path)


def size(picture: Path) -> tuple[int, int]:
    """A PNG's width and height, on the page."""
    head = picture.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", head[16:])
    return width // SHARP, height // SHARP


async def test_a_picture_of_a_card(guild: SandboxGuild, browse: Browse, pictures: Path) -> None:
    async with guild.database.write() as db:
        series = await catalogue.series_by_slug(db, "metallic-rouge")
        assert series is not None
        await catalogue.save_series(db, replace(series, **AS_ANILIST_SAYS))
    stand_still(guild)
    page = await browse("member", viewport=TALL, device_scale_factor=SHARP)
    await page.run("/series", series="Metallic Rouge")
    await page.see("is an android")

    await page.picture(pictures / "card.png", page.message("is an android"))

    width, height = size(pictures / "card.png")
    assert 300 < width < 900
    assert 300 < height < 1000

    phone = await browse("member", viewport=PHONE, is_mobile=True, has_touch=True, device_scale_factor=SHARP)
    await phone.see("is an android")
    await phone.picture(pictures / "card-phone.png")
    box = await phone.message("is an android").bounding_box()
    assert box is not None
    assert box["height"] < PHONE["height"]


async def test_a_picture_of_an_announcements_preview(guild: SandboxGuild, browse: Browse, pictures: Path) -> None:
    await until_preview(guild)
    stand_still(guild)
    page = await browse("moderator", "announcements", viewport=TALL, device_scale_factor=SHARP)
    await page.run("/announce")
    await page.fill_in(Title=ANNOUNCED["title"], Text=ANNOUNCED["text"])
    await page.submit()
    await page.see(ANNOUNCED["title"], "This is how it will look")

    await page.picture(pictures / "announcement.png", page.message(ANNOUNCED["title"]))

    width, height = size(pictures / "announcement.png")
    assert 300 < width < 900
    assert 100 < height < 900


async def test_a_picture_of_an_item_that_waits_for_approval(
    guild: SandboxGuild, browse: Browse, pictures: Path
) -> None:
    choices = FeedChoices(review_channel_id=guild.channels["announcements"])
    chat = guild.channels["chat"]
    wanted = WantedFeed("https://news.example/rss", "News of Anime", "", chat, None, publishes=False, choices=choices)
    await put_up_in_store(guild, wanted, NEWS)
    stand_still(guild)
    page = await browse("moderator", "announcements", viewport=TALL, device_scale_factor=SHARP)
    await page.see(NEWS.title, "For approval")

    await page.picture(pictures / "feed-review.png", page.message(NEWS.title))

    width, height = size(pictures / "feed-review.png")
    assert 300 < width < 900
    assert 100 < height < 500


async def test_pictures_of_a_convention(guild: SandboxGuild, browse: Browse, pictures: Path) -> None:
    await until_convention(guild)
    page = await browse("moderator", "conventions", viewport=TALL, device_scale_factor=SHARP)
    await page.see(MORNING, "Bones panel")
    await page.picture(pictures / "convention-morning.png", page.message(MORNING))

    await page.run("/conventions", name=CONVENTION)
    await page.see("Messe, Hall 7")
    await page.picture(pictures / "convention-card.png", page.message("Messe, Hall 7"))
    await page.click("Programme")
    await page.see("Friday", "Opening", "Marina Inoue")
    await page.picture(pictures / "convention-programme.png", page.message("Marina Inoue"))
    await page.click("13 January 2024")
    await page.see("Saturday", "Cosplay contest")

    for name in ("morning", "card", "programme"):
        width, height = size(pictures / f"convention-{name}.png")
        assert 300 < width < 900
        assert 100 < height < 900


async def test_pictures_of_a_channel_and_its_countdown(guild: SandboxGuild, browse: Browse, pictures: Path) -> None:
    await until_countdown(guild)
    stand_still(guild)
    page = await shown(browse, viewport=TALL)
    await page.picture(pictures / "countdown.png", page.message(COUNTDOWN))
    width, height = size(pictures / "countdown.png")
    assert 300 < width < 900
    assert 80 < height < 500

    page = await shown(browse, viewport=PHONE, is_mobile=True, has_touch=True)
    await page.picture(pictures / "sandbox-phone.png")
    assert size(pictures / "sandbox-phone.png") == (PHONE["width"], PHONE["height"])

    page = await shown(browse, viewport=DESK)
    await page.sees_first("Due next", NEXT)
    for look in ("Dark", "Light"):
        await page.wear(look)
        await page.picture(pictures / f"sandbox-{look.lower()}.png")
        assert size(pictures / f"sandbox-{look.lower()}.png") == (DESK["width"], DESK["height"])


async def test_a_picture_is_the_same_whenever_it_is_taken(guild: SandboxGuild, browse: Browse) -> None:
    await until_countdown(guild)
    stand_still(guild)
    pages = [await shown(browse, viewport=DESK) for _ in range(2)]
    for page in pages:
        await page.sees_first("Due next", NEXT)

    first, second = [await page.seen() for page in pages]

    assert first == second


async def shown(browse: Browse, **differences: object) -> ChatPage:
    """#releases after the countdown, as the member has it open."""
    page = await browse("member", "releases", device_scale_factor=SHARP, **differences)
    await page.see(COUNTDOWN, "together")
    return page


async def test_a_picture_of_a_server_being_set_up(guild: SandboxGuild, browse: Browse, pictures: Path) -> None:
    await guild.moderator.slash("watchlist add", series="metallic-rouge")
    for what, place in (("releases", "releases"), ("announcements", "announcements")):
        await guild.moderator.slash("channel subscribe", {"channel": str(guild.channels[place])}, what=what)
    stand_still(guild)
    page = await browse("moderator", "chat", viewport=TALL, device_scale_factor=SHARP)
    await page.run("/setup")
    await page.see("Everything is set up")

    await page.picture(pictures / "setup.png", page.message("Everything is set up"))

    width, height = size(pictures / "setup.png")
    assert 300 < width < 900
    assert 300 < height < 1200
