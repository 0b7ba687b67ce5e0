"""`/channel`, as moderators and members meet it."""

import asyncio

import pytest

from bot.subscriptions.model import DEFAULT_LEADS, Lead, Topic, read_leads
from bot.subscriptions.store import channels
from sandbox.client import SandboxRefused
from sandbox.rules.permissions import Permissions
from sandbox.world import changes
from tests.wire.guild import SandboxGuild

ODD = [
    "@everyone",
    "**bold** [link](https://example.com) <@&1> `code`",
    "مرحبا بالعالم",
    "\u202eoverridden",
    "👩‍👩‍👧‍👦🎉",
    "x" * 4000,
]


async def stored(guild: SandboxGuild) -> list[tuple[int, Topic, tuple[Lead, ...], int | None]]:
    async with guild.database.read() as db:
        found = await channels.of_guild(db, guild.id)
    return [(each.channel_id, each.topic, each.leads, each.role_id) for each in found]


async def subscribe(guild: SandboxGuild, what: str = "releases", where: str = "releases", **options: str) -> str:
    chosen = {"what": what, "channel": str(guild.channels[where]), **options}
    return (await guild.moderator.slash("channel subscribe", chosen)).content


async def test_a_channel_gets_releases_as_usual_when_nothing_else_is_said(guild: SandboxGuild) -> None:
    said = await subscribe(guild)

    releases = guild.channels["releases"]
    assert said.startswith(f"<#{releases}> now gets **releases of the watchlist**: ")
    assert "premieres, films and discs 7 days, 1 day and 1 hour before and at the moment itself" in said
    assert "episodes at the moment itself only; nobody is pinged" in said
    assert "The watchlist is empty" in said
    assert await stored(guild) == [(releases, Topic.RELEASES, DEFAULT_LEADS, None)]


async def test_leads_and_role_are_as_asked_and_changed_by_asking_again(guild: SandboxGuild) -> None:
    await guild.moderator.slash("watchlist add", series="metallic-rouge")
    first = await subscribe(guild, lead="1h, 3d 12h now")
    again = await subscribe(guild, lead="1d", role=str(guild.role_id))

    assert "3 days, 12 hours and 1 hour before and at the moment itself; nobody" in first
    assert again.startswith(f"Updated. <#{guild.channels['releases']}> gets")
    assert f"1 day before; <@&{guild.role_id}> is pinged" in again
    assert "watchlist is empty" not in again
    expected = (guild.channels["releases"], Topic.RELEASES, read_leads("1d"), guild.role_id)
    assert await stored(guild) == [expected]


async def test_the_channel_it_is_typed_in_is_the_one_that_is_meant(guild: SandboxGuild) -> None:
    reply = await guild.moderator.slash("channel subscribe", what="conventions", channel="conventions")

    assert reply.ephemeral
    assert f"<#{guild.channels['conventions']}> now gets **conventions" in reply.content


async def test_one_series_can_be_had_in_a_channel(guild: SandboxGuild) -> None:
    said = await subscribe(guild, "メタリックルージュ")

    assert "**releases of Metallic Rouge**" in said


async def test_choices_are_offered_for_what_and_lead(guild: SandboxGuild) -> None:
    anything = await guild.moderator.autocomplete("channel subscribe", focused="what", what="")
    typed = await guild.moderator.autocomplete("channel subscribe", focused="what", what="metal")
    leads = await guild.moderator.autocomplete("channel subscribe", focused="lead", what="releases", lead="")
    read = await guild.moderator.autocomplete("channel subscribe", focused="lead", what="releases", lead="2d 1h")

    assert [choice.value for choice in anything][:4] == ["releases", "season", "conventions", "announcements"]
    assert [(choice.name, choice.value) for choice in typed] == [("releases of Metallic Rouge", "metallic-rouge")]
    assert leads[0].name.startswith("as usual: 7d, 1d, 1h, now")
    assert [(choice.name, choice.value) for choice in read] == [("2 days and 1 hour before", "2d, 1h")]
    for choice in leads:
        assert "now gets" in await subscribe(guild, lead=str(choice.value)) or await stored(guild)


@pytest.mark.parametrize(("lead", "told"), [("soon", "as a lead time. Type numbers"), ("400d", "longest is 365 days")])
async def test_leads_that_mean_nothing_are_told_how(guild: SandboxGuild, lead: str, told: str) -> None:
    assert told in await subscribe(guild, lead=lead)
    assert await stored(guild) == []


async def test_announcements_have_no_leads(guild: SandboxGuild) -> None:
    refused = await subscribe(guild, "announcements", "announcements", lead="1d")
    taken = await subscribe(guild, "announcements", "announcements", lead="now")

    assert "Leave `lead` out" in refused
    assert "at their own time" in taken


async def test_odd_text_is_quoted_harmlessly(guild: SandboxGuild) -> None:
    for odd in ODD:
        reply = await guild.moderator.slash("channel subscribe", what=odd)
        assert reply.content.startswith("No single series matches “")
        assert len(reply.content) < 600
        assert reply.message.mention_everyone is False
        assert reply.mention_roles == []
    for odd in ODD:
        told = await guild.moderator.slash("channel subscribe", what="releases", lead=odd)
        assert "as a lead time. Type numbers" in told.content or "a list of 1 to 10" in told.content
    assert await stored(guild) == []


async def test_did_you_mean_subscribes_as_it_was_asked(guild: SandboxGuild) -> None:
    options = {"channel": str(guild.channels["releases"]), "lead": "2d, 90m", "role": str(guild.role_id)}
    question = await guild.moderator.slash("channel subscribe", {"what": "metalic rogue", **options})
    assert "Did you mean **Metallic Rouge**?" in question.content
    assert question.ephemeral
    assert await stored(guild) == []

    await guild.restart()
    done = await guild.moderator.click(question, "Metallic Rouge")

    assert "now gets **releases of Metallic Rouge**: 2 days and 1 hour 30 minutes before; " in done.content
    assert await stored(guild) == [(guild.channels["releases"], Topic.RELEASES, read_leads("2d 90m"), guild.role_id)]


async def test_did_you_mean_checks_again_what_changed_since(guild: SandboxGuild) -> None:
    role = changes.create_role(guild.sandbox.world, guild.id, "Fans", mentionable=True)
    channel = changes.create_channel(guild.sandbox.world, guild.id, "short-lived")
    question = await guild.moderator.slash(
        "channel subscribe", {"channel": str(channel.id)}, what="metalic rogue", role=str(role)
    )
    changes.delete_role(guild.sandbox.world, guild.id, role)
    roleless = await guild.moderator.click(question, "Metallic Rouge")
    changes.delete_channel(guild.sandbox.world, channel.id)
    gone = await guild.moderator.click(question, "Metallic Rouge")

    assert "The role to ping was deleted" in roleless.content
    assert f"I can't see <#{channel.id}>" in gone.content
    assert await stored(guild) == []


async def test_did_you_mean_keeps_the_usual_leads_and_has_words_alone_for_many(guild: SandboxGuild) -> None:
    many = await guild.moderator.slash("channel subscribe", what="metalic rogue", lead="9d 8d 7d 6d 5d 4d 3d 2d 1d")
    usual = await guild.moderator.slash("channel subscribe", what="metalic rogue", channel="releases")
    await guild.moderator.click(usual, "Metallic Rouge")

    assert "Did you mean **Metallic Rouge**?" in many.content
    assert many.buttons == []
    assert await stored(guild) == [(guild.channels["releases"], Topic.RELEASES, DEFAULT_LEADS, None)]


@pytest.mark.parametrize(
    ("lost", "named"),
    [
        (Permissions.VIEW_CHANNEL, "**View Channel**"),
        (Permissions.SEND_MESSAGES, "**Send Messages**"),
        (Permissions.EMBED_LINKS, "**Embed Links**"),
    ],
)
async def test_a_channel_where_the_bot_may_not_post_is_refused_with_what_to_change(
    guild: SandboxGuild, lost: Permissions, named: str
) -> None:
    changes.set_overwrite(guild.sandbox.world, guild.channels["chat"], guild.sandbox.application_id, deny=lost)

    said = await subscribe(guild, where="chat")
    assert named in said
    assert "Edit Channel → Permissions" in said
    assert await stored(guild) == []

    changes.set_overwrite(guild.sandbox.world, guild.channels["chat"], guild.sandbox.application_id)
    assert "now gets" in await subscribe(guild, where="chat")


async def test_roles_that_cannot_be_pinged_are_refused_with_what_to_change(guild: SandboxGuild) -> None:
    quiet = changes.create_role(guild.sandbox.world, guild.id, "Quiet")
    managed = next(key for key, role in guild.sandbox.guild.roles.items() if role["managed"])

    for role, told in [
        (guild.id, "never ping everyone"),
        (managed, "belongs to a bot"),
        (quiet, "Allow anyone to @mention this role"),
    ]:
        reply = await guild.moderator.slash("channel subscribe", what="releases", role=str(role))
        assert told in reply.content
        assert reply.mention_roles == []
    assert await stored(guild) == []


async def test_the_list_shows_what_is_there_and_ends_it(guild: SandboxGuild) -> None:
    empty = await guild.moderator.slash("channel list")
    await subscribe(guild, role=str(guild.role_id))
    await subscribe(guild, "conventions", "conventions")
    listed = await guild.moderator.slash("channel list")

    assert "No channel gets posts" in empty.text
    assert "2 subscriptions" in listed.text
    assert f"<#{guild.channels['releases']}> · **releases of the watchlist**" in listed.text
    assert f"pings <@&{guild.role_id}>" in listed.text
    assert listed.ephemeral

    ended = await guild.moderator.click(listed, "Unsubscribe")
    assert "no longer gets **releases of the watchlist**" in ended.text
    assert "1 subscription\n" in ended.text
    assert [topic for _, topic, _, _ in await stored(guild)] == [Topic.CONVENTIONS]


async def test_a_long_list_has_pages(guild: SandboxGuild) -> None:
    for number in range(7):
        channel = changes.create_channel(guild.sandbox.world, guild.id, f"more-{number}")
        await guild.moderator.slash("channel subscribe", {"channel": str(channel.id)}, what="releases")

    first = await guild.moderator.slash("channel list")
    second = await guild.moderator.click(first, "Next")
    back = await guild.moderator.click(second, "Back")

    assert first.text.count("releases of the watchlist") == 5
    assert second.text.count("releases of the watchlist") == 2
    assert back.text == first.text


async def test_unsubscribing_names_what_ends(guild: SandboxGuild) -> None:
    none = await guild.moderator.slash("channel unsubscribe", channel="releases")
    await subscribe(guild)
    wrong = await guild.moderator.slash("channel unsubscribe", what="conventions", channel="releases")
    await subscribe(guild, "conventions", "releases")
    several = await guild.moderator.slash("channel unsubscribe", channel="releases")
    one = await guild.moderator.slash("channel unsubscribe", what="releases", channel="releases")
    last = await guild.moderator.slash("channel unsubscribe", channel="releases")

    assert "gets no posts" in none.content
    assert "doesn't get conventions" in wrong.content
    assert "It gets **releases of the watchlist**" in wrong.content
    assert "Choose one with `what`" in several.content
    assert "no longer gets **releases of the watchlist**" in one.content
    assert "no longer gets **conventions" in last.content
    assert await stored(guild) == []


async def test_a_deleted_channels_subscription_is_shown_and_ended(guild: SandboxGuild) -> None:
    channel = changes.create_channel(guild.sandbox.world, guild.id, "short-lived")
    await guild.moderator.slash("channel subscribe", {"channel": str(channel.id)}, what="conventions")
    changes.delete_channel(guild.sandbox.world, channel.id)

    listed = await guild.moderator.slash("channel list")
    choices = await guild.moderator.autocomplete("channel unsubscribe", focused="what", what="")
    tested = await guild.moderator.slash("channel test", what=choices[0].value)
    ended = await guild.moderator.slash("channel unsubscribe", what=choices[0].value)
    again = await guild.moderator.slash("channel unsubscribe", what=choices[0].value)
    clicked = await guild.moderator.click(listed, "Unsubscribe")

    assert "(deleted, or hidden from me)" in listed.text
    assert choices[0].name.endswith(" in a deleted channel")
    assert f"I can't post in <#{channel.id}>: the channel was deleted" in tested.content
    assert "no longer gets" in ended.content
    assert "This subscription no longer exists" in again.content
    assert "This subscription no longer exists" in clicked.text


async def test_an_example_is_posted_at_once_and_pings_only_when_asked(guild: SandboxGuild) -> None:
    await subscribe(guild, "metallic-rouge", role=str(guild.role_id))

    quiet = await guild.moderator.slash("channel test", channel="releases")
    first = await guild.member.wait_for_message("releases")
    loud = await guild.moderator.slash("channel test", channel="releases", ping=True)
    second = await guild.member.wait_for_message("releases", after=first.id)

    assert "With `ping:True` the example does, too." in quiet.content
    told = [embed.title for embed in first.embeds]
    assert told == ["Metallic Rouge: premiere in 7 days", "Metallic Rouge: delayed by a week"]
    assert "This is an example" in first.content
    assert first.mention_roles == []
    assert "was pinged" in loud.content
    assert second.mention_roles == [guild.role_id]


@pytest.mark.parametrize("what", ["releases", "conventions", "announcements"])
async def test_every_topic_has_an_example(guild: SandboxGuild, what: str) -> None:
    await subscribe(guild, what, "chat", lead="now")

    reply = await guild.moderator.slash("channel test", channel="chat")
    post = await guild.member.wait_for_message("chat", match=lambda message: bool(message.embeds))

    assert "Posted an example of" in reply.content
    assert all(embed.title for embed in post.embeds)


async def test_a_test_tells_of_a_deleted_role_and_a_closed_channel(guild: SandboxGuild) -> None:
    role = changes.create_role(guild.sandbox.world, guild.id, "Fans", mentionable=True)
    await subscribe(guild, role=str(role))
    changes.delete_role(guild.sandbox.world, guild.id, role)

    roleless = await guild.moderator.slash("channel test", channel="releases", ping=True)
    listed = await guild.moderator.slash("channel list")
    denied = Permissions.SEND_MESSAGES
    changes.set_overwrite(guild.sandbox.world, guild.channels["releases"], guild.sandbox.application_id, deny=denied)
    closed = await guild.moderator.slash("channel test", channel="releases")

    assert "The role to ping was deleted" in roleless.content
    assert "its role was deleted, nobody is pinged" in listed.text
    assert "I lack **Send Messages**" in closed.content


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("channel subscribe", {"what": "releases"}),
        ("channel list", {}),
        ("channel unsubscribe", {}),
        ("channel test", {}),
    ],
)
async def test_a_member_is_told_no(guild: SandboxGuild, command: str, options: dict[str, str]) -> None:
    with pytest.raises(SandboxRefused):
        await guild.member.slash(command, options)

    forced = await guild.member.slash(command, options, force=True)

    assert forced.ephemeral
    assert "Manage Server" in forced.content
    assert await stored(guild) == []


async def test_a_member_learns_nothing_from_the_choices(guild: SandboxGuild) -> None:
    await subscribe(guild)

    assert await guild.member.autocomplete("channel unsubscribe", focused="what", what="", force=True) == []


async def test_the_same_wish_four_times_at_once_is_one_subscription(guild: SandboxGuild) -> None:
    said = await asyncio.gather(*(subscribe(guild) for _ in range(4)))

    assert sum("now gets" in each for each in said) == 1
    assert sum("Nothing changed." in each for each in said) == 3
    assert len(await stored(guild)) == 1


async def test_the_list_still_answers_after_a_restart(guild: SandboxGuild) -> None:
    await subscribe(guild)
    listed = await guild.moderator.slash("channel list")
    await guild.restart()

    ended = await guild.moderator.click(listed, "Unsubscribe")

    assert "no longer gets" in ended.text
    assert await stored(guild) == []


async def test_channels_of_one_name_and_deleted_ones_are_told_apart(guild: SandboxGuild) -> None:
    """Discord shows no choices at all where two have one name."""
    world = guild.sandbox.world
    first, second = (changes.create_channel(world, guild.id, name, kind=4) for name in ("Anime", "Manga"))
    general = [changes.create_channel(world, guild.id, "general", parent_id=each.id) for each in (first, second)]
    alone = [changes.create_channel(world, guild.id, "lounge") for _ in range(2)]
    gone = [changes.create_channel(world, guild.id, name) for name in ("old", "older")]
    for channel in (*general, *alone, *gone):
        await guild.moderator.slash("channel subscribe", {"channel": str(channel.id)}, what="releases")
    for channel in gone:
        changes.delete_channel(world, channel.id)

    offered = await guild.moderator.autocomplete("channel unsubscribe", focused="what", what="")

    names = [choice.name for choice in offered]
    assert len(set(names)) == len(names) == 6
    assert all(any(end in name for name in names) for end in ("#general (Anime)", "#general (Manga)"))
    assert all(any(f"(ID {each.id})" in name for name in names) for each in (*alone, *gone))
