import re

from sandbox.rules.permissions import Permissions
from sandbox.world import changes
from tests.page.browsing import Browse
from tests.page.chat_page import ChatPage
from tests.wire.guild import SandboxGuild


async def test_suggestions_come_while_one_types(page: ChatPage) -> None:
    await page.write("/ser")
    await page.is_offered("/series")

    await page.choose("/series")
    await page.write("metallic")
    await page.choose("Metallic Rouge")
    await page.press("Enter")

    await page.see_in(page.message("Metallic Rouge"), "Bones", "Studio")


async def test_who_is_given_rights_is_offered_what_they_are_for(guild: SandboxGuild, browse: Browse) -> None:
    page = await browse("member")
    await page.write("/")
    await page.is_not_offered("/watchlist add")
    await page.press("Escape", "Backspace")

    role = guild.sandbox.roles["Anime"]
    given = Permissions.MANAGE_GUILD
    async with page.raw.expect_response(re.compile(r"/channels/\d+/commands$")):
        changes.set_role_permissions(guild.sandbox.world, guild.id, role, given)
    await page.write("/watch")

    await page.is_offered("/watchlist add")
