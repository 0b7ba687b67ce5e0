"""Another library than ours: hikari, told only where Discord is."""

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest

from sandbox import Sandbox
from sandbox.client import SandboxUser
from tests.patience import PATIENCE

if TYPE_CHECKING:
    import hikari  # to import it takes half a second, which every worker would spend


@pytest.fixture
async def hikari_bot(sandbox: Sandbox) -> AsyncIterator["hikari.GatewayBot"]:
    import hikari

    bot = hikari.GatewayBot(
        sandbox.token, banner=None, logs=None, rest_url=sandbox.api_url, intents=hikari.Intents.GUILDS
    )
    logging.getLogger("hikari").setLevel(logging.ERROR)
    await bot.start(check_for_updates=False)
    yield bot
    await bot.close()


async def test_hikari_logs_in_and_answers(
    hikari_bot: "hikari.GatewayBot", sandbox: Sandbox, member: SandboxUser
) -> None:
    import hikari

    rest = hikari_bot.rest
    application = await rest.fetch_application()
    builder = rest.slash_command_builder("greet", "Greet someone").add_option(
        hikari.CommandOption(type=hikari.OptionType.STRING, name="who", description="Whom", is_required=True)
    )
    await rest.set_application_commands(application, [builder])

    @hikari_bot.listen()
    async def greet(event: hikari.InteractionCreateEvent) -> None:
        interaction = event.interaction
        assert isinstance(interaction, hikari.CommandInteraction)
        assert interaction.options is not None
        text = f"Hello {interaction.options[0].value}"
        await interaction.create_initial_response(hikari.ResponseType.MESSAGE_CREATE, text)
        await interaction.edit_initial_response(text + "!")

    reply = await member.slash("greet", who="Rouge")
    edited = await member.wait_for_message("chat", match=lambda message: message.edited)
    assert (reply.id, edited.content) == (edited.id, "Hello Rouge!")


async def test_hikari_reads_and_writes(hikari_bot: "hikari.GatewayBot", sandbox: Sandbox) -> None:
    import hikari

    rest = hikari_bot.rest
    guild = await rest.fetch_guild(sandbox.guild_id)
    assert guild.name == "Yokoku Sandbox"
    channel = await rest.fetch_channel(sandbox.channels["releases"])
    assert isinstance(channel, hikari.GuildTextChannel)
    embed = hikari.Embed(title="t").add_field("a", "b").set_image("https://example.org/i.png")
    sent = await channel.send("hi", embed=embed)
    history = await asyncio.wait_for(channel.fetch_history(), PATIENCE)
    assert [(message.id, message.embeds[0].title) for message in history] == [(sent.id, "t")]
    with pytest.raises(hikari.NotFoundError):
        await rest.fetch_message(channel, 1)
    assert {role.name for role in await rest.fetch_roles(guild)} >= {"Anime", "Moderator"}
    assert (await rest.fetch_member(guild, sandbox.owner_id)).username == "owner"
