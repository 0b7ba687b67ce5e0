import pytest
from playwright.async_api import expect

from tests.page.browsing import Browse
from tests.page.story import COUNTDOWN
from tests.wire.announcing import FIELDS, ready
from tests.wire.guild import SandboxGuild


@pytest.mark.at("2024-01-03T15:25:10Z")
async def test_a_countdown_comes_when_the_moderator_turns_the_clock(guild: SandboxGuild, browse: Browse) -> None:
    member = await browse("member", "releases")
    moderator = await browse("moderator", "releases")
    await moderator.run("/watchlist add", series="Metallic Rouge")
    await moderator.see("is on the watchlist now")
    await moderator.run("/channel subscribe", what="releases")
    await moderator.see("now gets releases of the watchlist")

    await moderator.turn_clock("+1 hour")

    await member.see(COUNTDOWN)
    await member.reads_time("16:2[5-9]")
    await member.click("About the series")
    await member.see("メタリックルージュ", "Only you can see this")
    await moderator.see_not("メタリックルージュ")


async def test_an_announcement_that_is_published_is_marked_for_all(guild: SandboxGuild, browse: Browse) -> None:
    await ready(guild, publish="true")
    member = await browse("member", "announcements")
    moderator = await browse("moderator", "announcements")
    await moderator.type("Not published")
    await moderator.run("/announce")
    await moderator.fill_in(Title=FIELDS["title"], Text=FIELDS["text"])
    await moderator.submit()
    await moderator.see("This is how it will look")
    await member.see_not(FIELDS["title"])

    await moderator.click("Post", exact=True)

    for page in (member, moderator):
        await page.see_in(page.message("popcorn"), "Published")
        await expect(page.message("Not published").get_by_title("Published to the channels")).to_have_count(0)
