"""Examples of posts, made where a moderator asks for one."""

import dataclasses

import discord

from bot.client import Interaction
from bot.domain.subscriptions import Subscription
from bot.errors import NotAllowed
from bot.posting.dispatch.trial import send_trial
from bot.render import channels as looks
from bot.render.wording import plain
from cogs.answers import Answer
from cogs.places import place_of, require_may_post


async def post_trial(interaction: Interaction, wanted: Subscription, title: str | None, *, ping: bool) -> None:
    """Post an example of what a subscription brings, and say where it stands. `title` is its series'.

    Raises `NotAllowed` where the channel is closed.
    """
    bot, place = interaction.client, place_of(interaction, wanted.channel_id)
    require_may_post(place)
    role = None if wanted.role_id is None else place.guild.get_role(wanted.role_id)
    pinged = dataclasses.replace(wanted, role_id=role.id if role and ping else None)
    async with Answer(interaction) as answer:
        try:
            message = await send_trial(bot, bot.database, pinged, now=bot.clock())
        except (discord.Forbidden, discord.NotFound) as error:
            raise NotAllowed(f"I can't post in {place.mention}: Discord says “{plain(error.text, 100)}”.") from error
        told = looks.tested_text(wanted, title, message.jump_url, role_stands=role is not None, pinged=ping)
        await answer.give(told)
