"""The bot of `tests.foreign.capabilities` on py-cord."""

import asyncio
import io
import os

import discord
from discord import ui

discord.http.Route.API_BASE_URL = os.environ["SANDBOX_API_URL"]
POSTS = int(os.environ["SANDBOX_POSTS"])
bot = discord.Bot(intents=discord.Intents(guilds=True, guild_messages=True))
Inter = discord.ApplicationContext


class Controls(ui.View):
    @ui.button(label="Press")
    async def press(self, _: ui.Button, inter: discord.Interaction) -> None:
        await inter.response.edit_message(content="Pressed", view=None)

    @ui.string_select(
        options=[discord.SelectOption(label="One", value="one"), discord.SelectOption(label="Two", value="two")]
    )
    async def pick(self, select: ui.Select, inter: discord.Interaction) -> None:
        await inter.response.send_message(f"Picked {select.values[0]}")


class Form(ui.Modal):
    def __init__(self) -> None:
        super().__init__(ui.InputText(label="Name"), title="Form")

    async def callback(self, inter: discord.Interaction) -> None:
        await inter.response.send_message(f"Thanks, {self.children[0].value}")


async def suggest(context: discord.AutocompleteContext) -> list[discord.OptionChoice]:
    return [discord.OptionChoice(context.value.upper(), context.value)]


@bot.slash_command(description="Greet someone")
@discord.option("who", str, autocomplete=suggest)
async def hello(inter: Inter, who: str) -> None:
    await inter.response.send_message(f"Hello {who}")


@bot.slash_command(description="Answer later")
async def later(inter: Inter) -> None:
    await inter.response.defer()
    await inter.interaction.edit_original_response(content="At last")
    await inter.followup.send("And more")


@bot.slash_command(description="Answer secretly")
async def secret(inter: Inter) -> None:
    await inter.response.send_message("Secret", ephemeral=True)
    await inter.interaction.edit_original_response(content="Secret, edited")


@bot.slash_command(description="Show controls")
async def controls(inter: Inter) -> None:
    await inter.response.send_message("Controls", view=Controls())


@bot.slash_command(description="Open a form")
async def form(inter: Inter) -> None:
    await inter.response.send_modal(Form())


@bot.slash_command(description="Show a layout")
async def layout(inter: Inter) -> None:
    await inter.response.send_message(view=ui.DesignerView(ui.Container(ui.TextDisplay("# In a container"))))


@bot.slash_command(description="Post, edit and delete")
async def posts(inter: Inter) -> None:
    await inter.response.defer()
    channel = bot.get_channel(POSTS)
    embed = (
        discord.Embed(title="Title").add_field(name="Field", value="Value").set_image(url="https://example.org/a.png")
    )
    kept = await channel.send("First", embed=embed)
    await kept.edit(content="Second")
    await (await channel.send("Doomed")).delete()
    await inter.interaction.edit_original_response(content="Done")


@bot.slash_command(description="Send a file")
async def file(inter: Inter) -> None:
    await inter.response.send_message("See", file=discord.File(io.BytesIO(b"1,2,3"), "numbers.csv"))


@bot.slash_command(description="Read the history")
async def history(inter: Inter) -> None:
    await inter.response.defer()
    texts = [message.content async for message in bot.get_channel(POSTS).history(limit=5)]
    await inter.interaction.edit_original_response(content=" | ".join(texts))


@bot.slash_command(description="Begin a thread")
async def thread(inter: Inter) -> None:
    await inter.response.defer()
    begun = await bot.get_channel(POSTS).create_thread(name="A thread", type=discord.ChannelType.public_thread)
    await begun.send("In the thread")
    await inter.interaction.edit_original_response(content="Done")


@bot.slash_command(description="Pin a message")
async def pin(inter: Inter) -> None:
    await inter.response.defer()
    await (await bot.get_channel(POSTS).send("Pinned")).pin()
    await inter.interaction.edit_original_response(content="Done")


@bot.slash_command(description="Send a direct message")
async def direct(inter: Inter) -> None:
    await inter.response.defer()
    await inter.author.send("Psst")
    await inter.interaction.edit_original_response(content="Done")


@bot.slash_command(description="Post a lot")
async def burst(inter: Inter) -> None:
    await inter.response.defer()
    await asyncio.gather(*(bot.get_channel(POSTS).send(f"Burst {number}") for number in range(8)))
    await inter.interaction.edit_original_response(content="Done")


@bot.event
async def on_message(message: discord.Message) -> None:
    if not message.author.bot and "ping" in message.content:
        await message.reply("pong")


bot.run(os.environ["SANDBOX_TOKEN"])
