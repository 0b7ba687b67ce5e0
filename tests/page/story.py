"""What happened in the guild before the pictures are taken: a week before a premiere, a countdown comes."""

from datetime import datetime

from tests.wire.announcing import ready
from tests.wire.guild import SandboxGuild

BEFORE = "2024-01-03T16:20:00Z"
AT = datetime.fromisoformat("2024-01-03T16:25:30Z")
COUNTDOWN = "premiere in 7 days"
ANNOUNCED = {
    "title": "Movie night on Friday",
    "text": "We watch **Metallic Rouge** together as soon as it is out. Until then: *Carole & Tuesday*, all of it.\n\n"
    "- Doors open at 19:00\n- Bring popcorn 🍿\n- Someone makes tea",
}


async def until_countdown(guild: SandboxGuild) -> None:
    """Let #releases get its countdown, and people talk of it."""
    await guild.moderator.slash("watchlist add", series="metallic-rouge")
    await guild.moderator.slash(
        "channel subscribe", {"channel": str(guild.channels["releases"])}, what="releases", role=str(guild.role_id)
    )
    await guild.moderator.say("releases", "Everything that airs is counted down here. Ask the bot for more: `/series`")
    await guild.jump(AT)
    post = await guild.member.wait_for_message("releases", match=lambda each: bool(each.embeds), timeout=20)
    assert COUNTDOWN in (post.embed.title or "")
    await guild.member.say("releases", "A week! メタリックルージュ at last 🎉")
    await guild.moderator.say("releases", f"Who watches it **together**? See <#{guild.channels['chat']}>")


async def until_preview(guild: SandboxGuild) -> None:
    """Let #announcements get announcements."""
    await ready(guild, role=str(guild.role_id))


def stand_still(guild: SandboxGuild) -> None:
    """Let it be the same instant in every picture, for as long as one looks."""
    guild.clock.pause()
    guild.clock.set(AT)
