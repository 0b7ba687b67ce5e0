"""A bot on stock discord.py with one command for everything that the sandbox must carry."""

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import discord
from discord import app_commands, ui
from yarl import URL

from sandbox import Sandbox
from tests.patience import PATIENCE


class Survey(ui.Modal, title="Survey"):
    name: ui.TextInput["Survey"] = ui.TextInput(label="Name", max_length=10)
    why: ui.TextInput["Survey"] = ui.TextInput(label="Why", required=False, default="because")

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"{self.name.value}: {self.why.value}", ephemeral=True)


class Choices(ui.Modal, title="Choices"):
    one: ui.Label["Choices"] = ui.Label(
        text="One", component=ui.Select(options=[discord.SelectOption(label="A"), discord.SelectOption(label="B")])
    )
    channel: ui.Label["Choices"] = ui.Label(text="Where", component=ui.ChannelSelect(required=False))
    radio: ui.Label["Choices"] = ui.Label(
        text="Radio",
        component=ui.RadioGroup(options=[discord.RadioGroupOption(label="X"), discord.RadioGroupOption(label="Y")]),
    )
    boxes: ui.Label["Choices"] = ui.Label(
        text="Boxes",
        component=ui.CheckboxGroup(
            options=[discord.CheckboxGroupOption(label="P"), discord.CheckboxGroupOption(label="Q")]
        ),
    )
    box: ui.Label["Choices"] = ui.Label(text="Box", component=ui.Checkbox())

    async def on_submit(self, interaction: discord.Interaction) -> None:
        one, channel, radio, boxes, box = (
            label.component for label in (self.one, self.channel, self.radio, self.boxes, self.box)
        )
        assert isinstance(one, ui.Select)
        assert isinstance(channel, ui.ChannelSelect)
        assert isinstance(radio, ui.RadioGroup)
        assert isinstance(boxes, ui.CheckboxGroup)
        assert isinstance(box, ui.Checkbox)
        where = [each.name for each in channel.values]
        await interaction.response.send_message(f"{one.values} {where} {radio.value} {boxes.values} {box.value}")


class Buttons(ui.View):
    @ui.button(label="Change")
    async def change(self, interaction: discord.Interaction, _: ui.Button["Buttons"]) -> None:
        await interaction.response.edit_message(content="changed", view=None)

    @ui.button(label="Later")
    async def later(self, interaction: discord.Interaction, _: ui.Button["Buttons"]) -> None:
        await interaction.response.defer()
        await interaction.edit_original_response(content="changed later")

    @ui.button(label="Ask")
    async def ask(self, interaction: discord.Interaction, _: ui.Button["Buttons"]) -> None:
        await interaction.response.send_modal(Survey())

    @ui.select(placeholder="Pick", options=[discord.SelectOption(label="One"), discord.SelectOption(label="Two")])
    async def pick(self, interaction: discord.Interaction, select: ui.Select["Buttons"]) -> None:
        await interaction.response.send_message(f"picked {select.values}")


class Layout(ui.LayoutView):
    def __init__(self) -> None:
        super().__init__()
        self.add_item(ui.Container(ui.TextDisplay("# In a container"), ui.Separator(), accent_color=3))
        self.add_item(ui.Section("beside a picture", accessory=ui.Thumbnail("https://example.org/a.png")))


class StockBot(discord.AutoShardedClient):
    """`pause` holds back answers to /slow until it is set."""

    def __init__(self) -> None:
        mentions = discord.AllowedMentions.none()
        super().__init__(intents=discord.Intents(guilds=True), allowed_mentions=mentions, guild_ready_timeout=0.1)
        self.tree = app_commands.CommandTree(self)
        self.is_there = asyncio.Event()
        self.pause = asyncio.Event()
        self.heard: asyncio.Queue[str] = asyncio.Queue()
        self.too_late: asyncio.Future[discord.HTTPException] = asyncio.get_running_loop().create_future()
        add_commands(self)

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def on_ready(self) -> None:
        self.is_there.set()

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        self.heard.put_nowait(f"deleted {channel.name}")

    async def on_guild_join(self, guild: discord.Guild) -> None:
        self.heard.put_nowait(f"joined {guild.name}")

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        self.heard.put_nowait(f"removed {guild.name}")

    async def on_guild_unavailable(self, guild: discord.Guild) -> None:
        self.heard.put_nowait(f"unavailable {guild.name}")

    async def on_guild_available(self, guild: discord.Guild) -> None:
        self.heard.put_nowait(f"available {guild.name}")

    async def next_heard(self) -> str:
        return await asyncio.wait_for(self.heard.get(), PATIENCE)

    def text_channel(self, channel_id: int) -> discord.TextChannel:
        channel = self.get_channel(channel_id)
        assert isinstance(channel, discord.TextChannel)
        return channel


def add_commands(bot: StockBot) -> None:
    tree = bot.tree

    @tree.command(description="Say a text back")
    async def echo(
        interaction: discord.Interaction,
        text: app_commands.Range[str, 1, 20],
        times: app_commands.Range[int, 1, 3] = 1,
        secret: bool = False,
    ) -> None:
        embed = discord.Embed(title=text).add_field(name="Times", value=str(times))
        await interaction.response.send_message(text * times, embed=embed, ephemeral=secret)

    @echo.autocomplete("text")
    async def suggest(_: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=typed.upper(), value=typed)]

    @tree.command(description="Answer late")
    async def slow(interaction: discord.Interaction, secret: bool = False) -> None:
        await interaction.response.defer(ephemeral=secret, thinking=True)
        await bot.pause.wait()
        await interaction.edit_original_response(content="at last")
        await interaction.followup.send("and more")

    @tree.command(description="Never answer in time")
    async def never(interaction: discord.Interaction) -> None:
        await bot.pause.wait()
        try:
            await interaction.response.send_message("too late")
        except discord.HTTPException as error:
            bot.too_late.set_result(error)

    @tree.command(description="Show buttons")
    async def buttons(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("press", view=Buttons())

    add_commands_with_more_to_them(bot)


def add_commands_with_more_to_them(bot: StockBot) -> None:
    tree = bot.tree

    @tree.command(description="Show a layout")
    async def layout(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(view=Layout())

    @tree.command(description="Open a modal")
    async def survey(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Survey())

    @tree.command(description="Open a modal of choices")
    async def choices(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Choices())

    @tree.command(description="Send a file")
    async def file(interaction: discord.Interaction) -> None:
        shown = discord.File(io.BytesIO(b"1,2,3"), "numbers.csv", description="some numbers")
        await interaction.response.send_message("see", file=shown)

    add_group(bot)


def add_group(bot: StockBot) -> None:
    group = app_commands.Group(
        name="channel",
        description="What a channel gets",
        guild_only=True,
        default_permissions=discord.Permissions(manage_guild=True),
    )

    @group.command(description="Subscribe")
    @app_commands.choices(what=[app_commands.Choice(name="Releases", value="releases")])
    async def subscribe(
        interaction: discord.Interaction,
        what: app_commands.Choice[str],
        where: discord.TextChannel | None = None,
        role: discord.Role | None = None,
        who: discord.Member | None = None,
    ) -> None:
        assert isinstance(interaction.user, discord.Member)
        may = interaction.permissions.manage_guild
        await interaction.response.send_message(f"{what.value} in {where} for {role} by {who}, {may}")

    bot.tree.add_command(group)


@asynccontextmanager
async def running(sandbox: Sandbox) -> AsyncIterator[StockBot]:
    """Run the bot against a sandbox, as a bot is run against Discord behind a proxy."""
    before = discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY
    discord.http.Route.BASE = sandbox.api_url
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = URL(sandbox.gateway_url)
    bot = StockBot()
    task = asyncio.create_task(bot.start(sandbox.token))
    try:
        ready = asyncio.create_task(bot.is_there.wait())
        await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED, timeout=PATIENCE)
        if task.done():
            await task
        assert bot.is_there.is_set()
        assert (await bot.next_heard()).startswith("available")
        yield bot
    finally:
        await bot.close()
        await task
        discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = before
