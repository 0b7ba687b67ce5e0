"""What happened in the guild before the pictures are taken: a week before a premiere, a countdown comes."""

from datetime import datetime

from tests.wire.announcing import ready
from tests.wire.due_posts import until
from tests.wire.feed_server import titles
from tests.wire.guild import SandboxGuild
from tests.wire.test_convention_editing import follow
from tests.wire.test_convention_season import saved

BEFORE = "2024-01-03T16:20:00Z"
AT = datetime.fromisoformat("2024-01-03T16:25:30Z")
COUNTDOWN = "premiere in 7 days"
ANNOUNCED = {
    "title": "Movie night on Friday",
    "text": "We watch **Metallic Rouge** together as soon as it is out. Until then: *Carole & Tuesday*, all of it.\n\n"
    "- Doors open at 19:00\n- Bring popcorn 🍿\n- Someone makes tea",
}

CONVENTION = "Mangaka Con 2024"
CONVENTION_TYPED = {
    "name": CONVENTION,
    "days": "12-14 January 2024",
    "place": "Berlin, Germany",
    "venue": "Messe, Hall 7",
    "site": "https://mangaka.example/",
}
PANELS = (
    {"title": "Opening", "begins": "Friday 10:00", "room": "Hall 1"},
    {"title": "Bones panel", "begins": "Friday 14:00", "ends": "15:30", "room": "Hall 2", "guests": "Marina Inoue"},
    {"title": "Cosplay contest", "begins": "Saturday 18:00", "room": "Hall 1"},
    {"title": "Farewell", "begins": "Sunday 16:00", "room": "Hall 1"},
)
NEWS_TYPED = {"headline": "Metallic Rouge's first episode is shown on Friday, with its director"}
OPENS = datetime.fromisoformat("2024-01-12T09:00:00+01:00")
MORNING = f"{CONVENTION} opens today"


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


async def until_convention(guild: SandboxGuild) -> None:
    """Let a convention of the server's own begin, and #conventions be told of it in the morning."""
    form = await guild.moderator.slash("convention add")
    await saved(guild, await guild.moderator.submit(form, CONVENTION_TYPED))
    await follow(guild, "conventions", convention=CONVENTION)
    for panel in PANELS:
        form = await guild.moderator.slash("convention panel add", convention=CONVENTION)
        await saved(guild, await guild.moderator.submit(form, panel))
    form = await guild.moderator.slash("convention news", convention=CONVENTION)
    await guild.moderator.click(await guild.moderator.submit(form, NEWS_TYPED), "Save")
    guild.clock.pause()
    await guild.jump(OPENS)
    await until(guild, lambda: MORNING in titles(guild, "conventions"))


async def until_preview(guild: SandboxGuild) -> None:
    """Let #announcements get announcements."""
    await ready(guild, role=str(guild.role_id))


def stand_still(guild: SandboxGuild) -> None:
    """Let it be the same instant in every picture, for as long as one looks."""
    guild.clock.pause()
    guild.clock.set(AT)
