"""The bot of `tests.foreign.capabilities` on nextcord."""

import asyncio
import io
import os

import nextcord
from nextcord import ui

nextcord.http.Route.BASE = os.environ["SANDBOX_API_URL"]
POSTS = int(os.environ["SANDBOX_POSTS"])
bot = nextcord.Client(intents=nextcord.Intents(guilds=True, guild_messages=True))
Inter = nextcord.Interaction


class Controls(ui.View):
    @ui.button(label="Press")
    async def press(self, _: ui.Button, inter: Inter) -> None:
        await inter.response.edit_message(content="Pressed", view=None)

    @ui.string_select(
        options=[nextcord.SelectOption(label="One", value="one"), nextcord.SelectOption(label="Two", value="two")]
    )
    async def pick(self, select: ui.StringSelect, inter: Inter) -> None:
        await inter.response.send_message(f"Picked {select.values[0]}")


class Form(ui.Modal):
    def __init__(self) -> None:
        super().__init__("Form")
        self.name = ui.TextInput("Name")
        self.add_item(self.name)

    async def callback(self, inter: Inter) -> None:
        await inter.response.send_message(f"Thanks, {self.name.value}")


@bot.slash_command(description="Greet someone")
async def hello(inter: Inter, who: str = nextcord.SlashOption(autocomplete=True)) -> None:
    await inter.response.send_message(f"Hello {who}")


@hello.on_autocomplete("who")
async def suggest(inter: Inter, typed: str) -> None:
    await inter.response.send_autocomplete({typed.upper(): typed})


@bot.slash_command(description="Answer later")
async def later(inter: Inter) -> None:
    await inter.response.defer()
    await inter.edit_original_message(content="At last")
    await inter.followup.send("And more")


@bot.slash_command(description="Answer secretly")
async def secret(inter: Inter) -> None:
    await inter.response.send_message("Secret", ephemeral=True)
    await inter.edit_original_message(content="Secret, edited")


@bot.slash_command(description="Show controls")
async def controls(inter: Inter) -> None:
    await inter.response.send_message("Controls", view=Controls())


@bot.slash_command(description="Open a form")
async def form(inter: Inter) -> None:
    await inter.response.send_modal(Form())


@bot.slash_command(description="Post, edit and delete")
async def posts(inter: Inter) -> None:
    await inter.response.defer()
    channel = bot.get_channel(POSTS)
    embed = nextcord.Embed(title="Title").add_field(name="Field", value="Value").set_image("https://example.org/a.png")
    kept = await channel.send("First", embed=embed)
    await kept.edit(content="Second")
    await (await channel.send("Doomed")).delete()
    await inter.edit_original_message(content="Done")


@bot.slash_command(description="Send a file")
async def file(inter: Inter) -> None:
    await inter.response.send_message("See", file=nextcord.File(io.BytesIO(b"1,2,3"), "numbers.csv"))


@bot.slash_command(description="Read the history")
async def history(inter: Inter) -> None:
    await inter.response.defer()
    texts = [message.content async for message in bot.get_channel(POSTS).history(limit=5)]
    await inter.edit_original_message(content=" | ".join(texts))


@bot.slash_command(description="Begin a thread")
async def thread(inter: Inter) -> None:
    await inter.response.defer()
    begun = await bot.get_channel(POSTS).create_thread(name="A thread", type=nextcord.ChannelType.public_thread)
    await begun.send("In the thread")
    await inter.edit_original_message(content="Done")


@bot.slash_command(description="Pin a message")
async def pin(inter: Inter) -> None:
    await inter.response.defer()
    await (await bot.get_channel(POSTS).send("Pinned")).pin()
    await inter.edit_original_message(content="Done")


@bot.slash_command(description="Send a direct message")
async def direct(inter: Inter) -> None:
    await inter.response.defer()
    await inter.user.send("Psst")
    await inter.edit_original_message(content="Done")


@bot.slash_command(description="Post a lot")
async def burst(inter: Inter) -> None:
    await inter.response.defer()
    await asyncio.gather(*(bot.get_channel(POSTS).send(f"Burst {number}") for number in range(8)))
    await inter.edit_original_message(content="Done")


@bot.event
async def on_message(message: nextcord.Message) -> None:
    if not message.author.bot and "ping" in message.content:
        await message.reply("pong")


bot.run(os.environ["SANDBOX_TOKEN"])
