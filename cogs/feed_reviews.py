"""Items of feeds that are put up for approval: approved, edited and approved, or rejected, by whoever is first."""

import re

from bot.client import Interaction, Yokoku
from bot.feeds.model import NoSuchReview, ReviewSettled
from bot.feeds.render import items as render
from bot.feeds.store import posts
from bot.feeds.store.posts import Decision
from bot.subscriptions.store import channels
from cogs.interactions import Reply, button, require_moderator


async def press_review(interaction: Interaction, said: re.Match[str]) -> None:
    """Do what a button of a card says; the card itself is brought up to date like any post that stands."""
    guild_id, post_id = require_moderator(interaction), int(said["post_id"])
    if said["act"] == "edit":
        async with interaction.client.database.read() as db:
            post = await posts.require(db, guild_id, post_id, interaction.client.clock())
        await interaction.response.send_modal(render.review_form(post))
        return
    decision = Decision(is_approved=said["act"] == "approve", by=interaction.user.id)
    await _decide(interaction, guild_id, post_id, decision)


async def take_review_form(interaction: Interaction, match: re.Match[str], values: dict[str, str]) -> None:
    """Approve an item in a moderator's own words."""
    guild_id = require_moderator(interaction)
    title, text = (values.get(name, "").strip() for name in ("title", "text"))
    decision = Decision(is_approved=True, by=interaction.user.id, title=title, text=text)
    await _decide(interaction, guild_id, int(match["post_id"]), decision)


async def _decide(interaction: Interaction, guild_id: int, post_id: int, decision: Decision) -> None:
    bot = interaction.client
    async with Reply(interaction) as reply:
        async with bot.database.change() as db:
            post = await posts.decide(db, guild_id, post_id, decision, bot.clock())
            goes_to = await channels.get(db, guild_id, post.subscription_id)
        await reply.send(render.decided_text(post, goes_to.channel_id if goes_to else None))


async def setup(bot: Yokoku) -> None:
    """Answer the buttons and forms of cards, old ones too."""
    bot.add_error_text(ReviewSettled, lambda settled: render.settled_review_text(settled.post))
    bot.add_error_text(NoSuchReview, lambda _: render.NO_REVIEW_TEXT)
    bot.add_dynamic_items(button(render.REVIEW_TEMPLATE, press_review))
    bot.add_form(render.REVIEW_FORM_TEMPLATE, take_review_form)
