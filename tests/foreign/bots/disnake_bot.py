"""The bot of `tests.foreign.capabilities` on disnake."""

import asyncio
import io
import os

import disnake
from disnake import ui
from disnake.ext import commands

disnake.http.Route.BASE = os.environ["SANDBOX_API_URL"]
POSTS = int(os.environ["SANDBOX_POSTS"])
bot = commands.InteractionBot(intents=disnake.Intents(guilds=True, guild_messages=True))
Inter = disnake.ApplicationCommandInteraction


class Controls(ui.View):
    @ui.button(label="Press")
    async def press(self, _: ui.Button, inter: disnake.MessageInteraction) -> None:
        await inter.response.edit_message("Pressed", view=None)

    @ui.string_select(
        options=[disnake.SelectOption(label="One", value="one"), disnake.SelectOption(label="Two", value="two")]
    )
    async def pick(self, select: ui.StringSelect, inter: disnake.MessageInteraction) -> None:
        await inter.response.send_message(f"Picked {select.values[0]}")


class Form(ui.Modal):
    def __init__(self) -> None:
        super().__init__(title="Form", components=[ui.Label("Name", ui.TextInput(custom_id="name"))])

    async def callback(self, inter: disnake.ModalInteraction) -> None:
        await inter.response.send_message(f"Thanks, {inter.text_values['name']}")


@bot.slash_command(description="Greet someone")
async def hello(inter: Inter, who: str = commands.Param(autocomplete=lambda _, typed: {typed.upper(): typed})) -> None:
    await inter.response.send_message(f"Hello {who}")


@bot.slash_command(description="Answer later")
async def later(inter: Inter) -> None:
    await inter.response.defer()
    await inter.edit_original_response("At last")
    await inter.followup.send("And more")


@bot.slash_command(description="Answer secretly")
async def secret(inter: Inter) -> None:
    await inter.response.send_message("Secret", ephemeral=True)
    await inter.edit_original_response("Secret, edited")


@bot.slash_command(description="Show controls")
async def controls(inter: Inter) -> None:
    await inter.response.send_message("Controls", view=Controls())


@bot.slash_command(description="Open a form")
async def form(inter: Inter) -> None:
    await inter.response.send_modal(Form())


@bot.slash_command(description="Show a layout")
async def layout(inter: Inter) -> None:
    await inter.response.send_message(components=[ui.Container(ui.TextDisplay("# In a container"))])


@bot.slash_command(description="Post, edit and delete")
async def posts(inter: Inter) -> None:
    await inter.response.defer()
    channel = bot.get_channel(POSTS)
    embed = disnake.Embed(title="Title").add_field("Field", "Value").set_image("https://example.org/a.png")
    kept = await channel.send("First", embed=embed)
    await kept.edit("Second")
    await (await channel.send("Doomed")).delete()
    await inter.edit_original_response("Done")


@bot.slash_command(description="Send a file")
async def file(inter: Inter) -> None:
    await inter.response.send_message("See", file=disnake.File(io.BytesIO(b"1,2,3"), "numbers.csv"))


@bot.slash_command(description="Read the history")
async def history(inter: Inter) -> None:
    await inter.response.defer()
    texts = [message.content async for message in bot.get_channel(POSTS).history(limit=5)]
    await inter.edit_original_response(" | ".join(texts))


@bot.slash_command(description="Begin a thread")
async def thread(inter: Inter) -> None:
    await inter.response.defer()
    begun = await bot.get_channel(POSTS).create_thread(name="A thread", type=disnake.ChannelType.public_thread)
    await begun.send("In the thread")
    await inter.edit_original_response("Done")


@bot.slash_command(description="Pin a message")
async def pin(inter: Inter) -> None:
    await inter.response.defer()
    await (await bot.get_channel(POSTS).send("Pinned")).pin()
    await inter.edit_original_response("Done")


@bot.slash_command(description="Send a direct message")
async def direct(inter: Inter) -> None:
    await inter.response.defer()
    await inter.author.send("Psst")
    await inter.edit_original_response("Done")


@bot.slash_command(description="Post a lot")
async def burst(inter: Inter) -> None:
    await inter.response.defer()
    await asyncio.gather(*(bot.get_channel(POSTS).send(f"Burst {number}") for number in range(8)))
    await inter.edit_original_response("Done")


@bot.event
async def on_message(message: disnake.Message) -> None:
    if not message.author.bot and "ping" in message.content:
        await message.reply("pong")


bot.run(os.environ["SANDBOX_TOKEN"])
