"""The bot of `tests.foreign.capabilities` on interactions.py."""

import asyncio
import io
import os

import interactions
from interactions import slash_command
from interactions.api.events import Component, MessageCreate, ModalCompletion
from interactions.api.http.route import Route

Route.BASE = os.environ["SANDBOX_API_URL"]
POSTS = int(os.environ["SANDBOX_POSTS"])
Context = interactions.SlashContext
bot = interactions.Client(
    intents=interactions.Intents.GUILDS | interactions.Intents.GUILD_MESSAGES, send_command_tracebacks=False
)


@slash_command("hello", description="Greet someone")
@interactions.slash_option("who", "Whom", opt_type=interactions.OptionType.STRING, required=True, autocomplete=True)
async def hello(ctx: Context, who: str) -> None:
    await ctx.send(f"Hello {who}")


@hello.autocomplete("who")
async def suggest(ctx: interactions.AutocompleteContext) -> None:
    await ctx.send(choices=[{"name": ctx.input_text.upper(), "value": ctx.input_text}])


@slash_command("later", description="Answer later")
async def later(ctx: Context) -> None:
    await ctx.defer()
    await ctx.send("At last")  # the first after a deferral fills the answer in
    await ctx.send("And more")


@slash_command("secret", description="Answer secretly")
async def secret(ctx: Context) -> None:
    await ctx.send("Secret", ephemeral=True)
    await ctx.edit(content="Secret, edited")


@slash_command("controls", description="Show controls")
async def controls(ctx: Context) -> None:
    button = interactions.Button(style=interactions.ButtonStyle.PRIMARY, label="Press", custom_id="press")
    options = [interactions.StringSelectOption(label=name.title(), value=name) for name in ("one", "two")]
    select = interactions.StringSelectMenu(*options, custom_id="pick")
    await ctx.send("Controls", components=[interactions.ActionRow(button), interactions.ActionRow(select)])


@interactions.listen(Component)
async def used(event: Component) -> None:
    if event.ctx.custom_id == "press":
        await event.ctx.edit_origin(content="Pressed", components=[])
    else:
        await event.ctx.send(f"Picked {event.ctx.values[0]}")


@slash_command("form", description="Open a form")
async def form(ctx: Context) -> None:
    name = interactions.ShortText(label="Name", custom_id="name")
    await ctx.send_modal(interactions.Modal(name, title="Form", custom_id="form"))


@interactions.listen(ModalCompletion)
async def submitted(event: ModalCompletion) -> None:
    await event.ctx.send(f"Thanks, {event.ctx.responses['name']}")


@slash_command("layout", description="Show a layout")
async def layout(ctx: Context) -> None:
    await ctx.send(components=[interactions.ContainerComponent(interactions.TextDisplayComponent("# In a container"))])


@slash_command("posts", description="Post, edit and delete")
async def posts(ctx: Context) -> None:
    await ctx.defer()
    channel = await bot.fetch_channel(POSTS)
    embed = interactions.Embed(title="Title", images=["https://example.org/a.png"]).add_field("Field", "Value")
    kept = await channel.send("First", embed=embed)
    await kept.edit(content="Second")
    await (await channel.send("Doomed")).delete()
    await ctx.edit(content="Done")


@slash_command("file", description="Send a file")
async def file(ctx: Context) -> None:
    await ctx.send("See", file=interactions.File(io.BytesIO(b"1,2,3"), file_name="numbers.csv"))


@slash_command("history", description="Read the history")
async def history(ctx: Context) -> None:
    await ctx.defer()
    texts = [message.content async for message in (await bot.fetch_channel(POSTS)).history(limit=5)]
    await ctx.edit(content=" | ".join(texts))


@slash_command("thread", description="Begin a thread")
async def thread(ctx: Context) -> None:
    await ctx.defer()
    begun = await (await bot.fetch_channel(POSTS)).create_public_thread("A thread")
    await begun.send("In the thread")
    await ctx.edit(content="Done")


@slash_command("pin", description="Pin a message")
async def pin(ctx: Context) -> None:
    await ctx.defer()
    await (await (await bot.fetch_channel(POSTS)).send("Pinned")).pin()
    await ctx.edit(content="Done")


@slash_command("direct", description="Send a direct message")
async def direct(ctx: Context) -> None:
    await ctx.defer()
    await ctx.author.send("Psst")
    await ctx.edit(content="Done")


@slash_command("burst", description="Post a lot")
async def burst(ctx: Context) -> None:
    await ctx.defer()
    channel = await bot.fetch_channel(POSTS)
    await asyncio.gather(*(channel.send(f"Burst {number}") for number in range(8)))
    await ctx.edit(content="Done")


@interactions.listen(MessageCreate)
async def said(event: MessageCreate) -> None:
    if not event.message.author.bot and "ping" in event.message.content:
        await event.message.reply("pong")


bot.start(os.environ["SANDBOX_TOKEN"])
