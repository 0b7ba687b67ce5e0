"""The bot of `tests.foreign.capabilities` on hikari."""

import asyncio
import os

import hikari

POSTS = int(os.environ["SANDBOX_POSTS"])
MESSAGE, LATER = hikari.ResponseType.MESSAGE_CREATE, hikari.ResponseType.DEFERRED_MESSAGE_CREATE
bot = hikari.GatewayBot(
    os.environ["SANDBOX_TOKEN"],
    banner=None,
    rest_url=os.environ["SANDBOX_API_URL"],
    intents=hikari.Intents.GUILDS | hikari.Intents.GUILD_MESSAGES,
)


@bot.listen()
async def register(_: hikari.StartedEvent) -> None:
    rest = bot.rest
    who = hikari.CommandOption(
        type=hikari.OptionType.STRING, name="who", description="Whom", is_required=True, autocomplete=True
    )
    names = [name.removeprefix("on_") for name in globals() if name.startswith("on_")]
    builders = [rest.slash_command_builder(name, f"The command {name}") for name in names]
    builders.append(rest.slash_command_builder("hello", "Greet someone").add_option(who))
    await rest.set_application_commands(await rest.fetch_application(), builders)


@bot.listen()
async def command(event: hikari.CommandInteractionCreateEvent) -> None:
    interaction = event.interaction
    if interaction.command_name == "hello":
        await interaction.create_initial_response(MESSAGE, f"Hello {interaction.options[0].value}")
    else:
        await globals()[f"on_{interaction.command_name}"](interaction)


@bot.listen()
async def suggest(event: hikari.AutocompleteInteractionCreateEvent) -> None:
    typed = str(event.interaction.options[0].value)
    choices = [hikari.impl.AutocompleteChoiceBuilder(typed.upper(), typed)]
    await event.interaction.create_response(choices)


@bot.listen()
async def component(event: hikari.ComponentInteractionCreateEvent) -> None:
    interaction = event.interaction
    if interaction.custom_id == "press":
        update = hikari.ResponseType.MESSAGE_UPDATE
        await interaction.create_initial_response(update, "Pressed", components=[])
    else:
        await interaction.create_initial_response(MESSAGE, f"Picked {interaction.values[0]}")


@bot.listen()
async def submitted(event: hikari.ModalInteractionCreateEvent) -> None:
    field = event.interaction.components[0].components[0]
    await event.interaction.create_initial_response(MESSAGE, f"Thanks, {field.value}")


@bot.listen()
async def said(event: hikari.GuildMessageCreateEvent) -> None:
    if not event.message.author.is_bot and "ping" in (event.message.content or ""):
        await event.message.respond("pong", reply=True)


async def on_later(interaction: hikari.CommandInteraction) -> None:
    await interaction.create_initial_response(LATER)
    await interaction.edit_initial_response("At last")
    await interaction.execute("And more")


async def on_secret(interaction: hikari.CommandInteraction) -> None:
    await interaction.create_initial_response(MESSAGE, "Secret", flags=hikari.MessageFlag.EPHEMERAL)
    await interaction.edit_initial_response("Secret, edited")


async def on_controls(interaction: hikari.CommandInteraction) -> None:
    button = bot.rest.build_message_action_row().add_interactive_button(
        hikari.ButtonStyle.PRIMARY, "press", label="Press"
    )
    select = bot.rest.build_message_action_row()
    select.add_text_menu("pick").add_option("One", "one").add_option("Two", "two")
    await interaction.create_initial_response(MESSAGE, "Controls", components=[button, select])


async def on_form(interaction: hikari.CommandInteraction) -> None:
    row = bot.rest.build_modal_action_row().add_text_input("name", "Name")
    await interaction.create_modal_response("Form", "form", components=[row])


async def on_layout(interaction: hikari.CommandInteraction) -> None:
    container = hikari.impl.ContainerComponentBuilder().add_text_display("# In a container")
    await interaction.create_initial_response(MESSAGE, component=container)


async def on_posts(interaction: hikari.CommandInteraction) -> None:
    await interaction.create_initial_response(LATER)
    embed = hikari.Embed(title="Title").add_field("Field", "Value").set_image("https://example.org/a.png")
    kept = await bot.rest.create_message(POSTS, "First", embed=embed)
    await kept.edit("Second")
    await (await bot.rest.create_message(POSTS, "Doomed")).delete()
    await interaction.edit_initial_response("Done")


async def on_file(interaction: hikari.CommandInteraction) -> None:
    await interaction.create_initial_response(MESSAGE, "See", attachment=hikari.Bytes(b"1,2,3", "numbers.csv"))


async def on_history(interaction: hikari.CommandInteraction) -> None:
    await interaction.create_initial_response(LATER)
    texts = [message.content or "" async for message in bot.rest.fetch_messages(POSTS).limit(5)]
    await interaction.edit_initial_response(" | ".join(texts))


async def on_thread(interaction: hikari.CommandInteraction) -> None:
    await interaction.create_initial_response(LATER)
    thread = await bot.rest.create_thread(POSTS, hikari.ChannelType.GUILD_PUBLIC_THREAD, "A thread")
    await thread.send("In the thread")
    await interaction.edit_initial_response("Done")


async def on_pin(interaction: hikari.CommandInteraction) -> None:
    await interaction.create_initial_response(LATER)
    message = await bot.rest.create_message(POSTS, "Pinned")
    await bot.rest.pin_message(POSTS, message)
    await interaction.edit_initial_response("Done")


async def on_direct(interaction: hikari.CommandInteraction) -> None:
    await interaction.create_initial_response(LATER)
    await interaction.user.send("Psst")
    await interaction.edit_initial_response("Done")


async def on_burst(interaction: hikari.CommandInteraction) -> None:
    await interaction.create_initial_response(LATER)
    await asyncio.gather(*(bot.rest.create_message(POSTS, f"Burst {number}") for number in range(8)))
    await interaction.edit_initial_response("Done")


bot.run(check_for_updates=False)
