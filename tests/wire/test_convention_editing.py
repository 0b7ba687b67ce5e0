"""`/convention`: moderators add and correct editions, and post news from them."""

import pytest

from sandbox.client import Message, Reply
from tests.wire.due_posts import standing, until
from tests.wire.guild import SandboxGuild

NOW = "2026-12-03T12:00:00Z"
pytestmark = pytest.mark.at(NOW)
EXPO = "Anime Expo 2027"
CON = {
    "name": "Mangaka Con 2027",
    "days": "2–4 April 2027",
    "place": "Berlin, Germany",
    "venue": "Messe",
    "site": "mangaka.example/con",
}


async def added(guild: SandboxGuild, **fields: str) -> Reply:
    """Fill the form for a new edition in, as far as the preview (or the refusal)."""
    form = await guild.moderator.slash("convention add")
    return await guild.moderator.submit(form, {**CON, **fields})


async def with_con(guild: SandboxGuild, **fields: str) -> None:
    done = await guild.moderator.click(await added(guild, **fields), "Save")
    assert "**Saved**, in this server only" in done.content


async def card(guild: SandboxGuild, name: str = CON["name"]) -> Reply:
    return await guild.member.slash("conventions", name=name)


async def follow(guild: SandboxGuild, channel: str, **options: str) -> None:
    chosen = {"channel": str(guild.channels[channel]), "what": "conventions", **options}
    assert "now gets" in (await guild.moderator.slash("channel subscribe", chosen)).content


async def posts(guild: SandboxGuild, channel: str, count: int) -> list[Message]:
    """Wait until so many posts stand in a channel; the oldest first."""
    await until(guild, lambda: len(standing(guild, guild.channels[channel])) >= count)
    return sorted(await guild.member.messages(channel), key=lambda each: each.id)


async def test_an_edition_is_added_from_typed_days_counted_down_to_and_moved(guild: SandboxGuild) -> None:
    preview = await added(guild)
    await guild.moderator.click(preview, "Save")
    await follow(guild, "conventions", convention="mangaka con", lead="7d, now")
    await follow(guild, "announcements", convention="Anime Expo", lead="7d, now")

    assert "an edition of **Mangaka Con** by the clock of `Europe/Berlin`" in preview.content
    assert [button.label for button in preview.buttons] == ["Save", "Details", "Edit", "Cancel"]
    shown = (await card(guild)).embed
    assert shown.field("Dates") == "2–4 April 2027"
    assert shown.field("Place") == "Messe, Berlin, Germany"
    assert shown.footer == "Dates from this server's moderators · verified 3 December 2026"

    await guild.jump("2027-03-26T08:00:00+01:00")
    assert (await posts(guild, "conventions", 1))[0].embed.title == "Mangaka Con 2027 opens in 7 days"
    moved = await guild.moderator.slash("convention date", convention="mangaka con", days="9-11 April 2027")
    assert "**Days**: 2–4 April 2027 → 9–11 April 2027" in moved.content
    await guild.moderator.click(moved, "Save")
    await guild.jump("2027-04-02T07:00:00Z")
    assert (await posts(guild, "conventions", 2))[1].embed.description.startswith("**9–11 April 2027**")
    await guild.jump("2027-04-09T07:00:00Z")
    assert (await posts(guild, "conventions", 3))[2].embed.title == "Mangaka Con 2027 opens today"
    assert await guild.member.messages("announcements") == []


async def test_what_is_wrong_is_told_and_nothing_typed_is_lost(guild: SandboxGuild) -> None:
    for fields, told in (
        ({"days": "5-2 April 2027"}, "It would end on 2 April 2027, before it begins on 5 April 2027."),
        ({"days": "1 April 2027 to 5 May 2028"}, "is 401 days, and a convention lasts at most 31"),
        ({"days": "sometime"}, "I couldn't read"),
        ({"place": "Berlin"}, "its city and country with a comma between"),
        ({"place": "Atlantis, Atlantis"}, "as a country"),
        ({"place": "Springfield, United States"}, "Press **Details** and type it: `America/New_York`"),
        ({"site": "javascript:alert(1)"}, "The official site must begin with"),
        ({"name": "\u200b"}, "**Name** is empty"),
        ({"name": "ANIME EXPO 2027"}, "is known already. Change it with `/convention edit`"),
    ):
        refused = await added(guild, **fields)
        assert told in refused.content, fields
        assert "Nothing is lost: press **Edit** to fix it." in refused.content
        form = (await guild.moderator.click(refused, "Edit")).modal
        typed = {"Name": CON["name"], **({"Days": fields["days"]} if "days" in fields else {})}
        assert form.field("Venue").value == CON["venue"]
        assert form.field("Days").value == typed.get("Days", CON["days"])

    in_tokyo = await guild.moderator.click(await added(guild), "Details")
    contradicts = await guild.moderator.submit(in_tokyo, {"zone": "Asia/Tokyo", "status": "confirmed"})
    assert "Berlin\u2069” doesn't go by the time of `Asia/Tokyo`. Its zone is `Europe/Berlin`" in contradicts.content
    elsewhere = await guild.moderator.click(await added(guild, place="Springfield, United States"), "Details")
    known = await guild.moderator.submit(elsewhere, {"zone": "chicago"})
    assert "by the clock of `America/Chicago`" in known.content


async def test_an_edition_of_a_known_convention_begins_with_its_place(guild: SandboxGuild) -> None:
    form = await guild.moderator.slash("convention add", convention="AX")

    assert form.modal.field("Name").value == "Anime Expo 2028"
    assert form.modal.field("City and country").value == "Los Angeles, United States"
    preview = await guild.moderator.submit(form, {"days": "July 2028"})
    assert "as an edition of **Anime Expo**" in preview.content
    assert "Nothing is posted until its days are known" in preview.content
    await guild.moderator.click(preview, "Save")
    shown = (await card(guild, "AX 2028")).embed
    assert (shown.description, shown.field("Dates")) == ("**Days not announced**", "July 2028")


async def test_a_servers_word_on_a_shared_one_counts_there_alone_and_is_undone(guild: SandboxGuild) -> None:
    async def undo() -> Reply:
        return await guild.moderator.click(await guild.moderator.slash("convention history", convention=EXPO), "Undo")

    cancelled = await guild.moderator.slash("convention cancel", convention=EXPO)
    await guild.moderator.click(cancelled, "Save")
    called_off = (await card(guild, EXPO)).embed
    await undo()
    form = await guild.moderator.slash("convention edit", convention=EXPO)
    preview = await guild.moderator.submit(form, {"venue": "**Elsewhere** @everyone"})
    saved = await guild.moderator.click(preview, "Save")
    await guild.restart()
    history = await guild.moderator.slash("convention history", convention=EXPO)
    shown = (await card(guild, EXPO)).embed
    await undo()
    back = (await card(guild, EXPO)).embed

    assert "**Status**: announced → cancelled" in cancelled.content
    assert called_off.description == "**Cancelled**"
    assert called_off.field("Next").startswith("**Anime Expo 2028**: dates not announced")
    assert "- **Venue**: “\u2068Los Angeles Convention Center\u2069” →" in saved.content
    assert "\\*\\*Elsewhere\\*\\*" in shown.field("Place")
    assert "@everyone" not in shown.field("Place")
    assert history.text.index("**Venue**") < history.text.index("**Status**")
    assert f"<@{guild.moderator_id}>" in history.text
    assert back.description.endswith("days to go**")
    assert back.field("Place").startswith("Los Angeles Convention Center")
    assert back.footer.endswith("not verified"), "nothing is left of the server's own word"


async def test_followers_are_told_once_that_it_moved_and_that_it_is_cancelled(
    guild: SandboxGuild,
) -> None:
    await with_con(guild)
    await follow(guild, "conventions", convention="mangaka con")
    await follow(guild, "announcements", convention="Otakon")
    await guild.jump("2026-12-03T12:05:00Z")

    moved = await guild.moderator.slash("convention date", convention="mangaka con", days="9-11 April 2027")
    told = await guild.moderator.click(moved, "Save and tell channels")
    (first,) = await posts(guild, "conventions", 1)
    cancelled = await guild.moderator.slash("convention cancel", convention="mangaka con")
    await guild.moderator.click(cancelled, "Save and tell channels")
    await guild.restart()
    (_, second) = await posts(guild, "conventions", 2)

    assert "are told now, once each" in told.content
    assert first.embed.title == "Mangaka Con 2027 has moved to 9–11 April 2027"
    assert first.embed.description == "It was to be on 2–4 April 2027."
    assert second.embed.title == "Mangaka Con 2027 is cancelled"
    assert await guild.member.messages("announcements") == []
    assert len(await guild.member.messages("conventions")) == 2


async def test_two_moderators_who_change_one_edition_hear_of_each_other(guild: SandboxGuild) -> None:
    await with_con(guild)
    mine = await guild.moderator.slash("convention date", convention="mangaka con", days="9-11 April 2027")
    await guild.jump("2026-12-03T12:05:00Z")
    theirs = await guild.owner.slash("convention date", convention="mangaka con", days="16-18 April 2027")
    await guild.owner.click(theirs, "Save")

    again = await guild.moderator.click(mine, "Save")
    assert "⚠️ " in again.content
    assert "has changed this since you began: **Days**: 2–4 April 2027 → 16–18 April 2027" in again.content
    assert (await card(guild)).embed.field("Dates") == "16–18 April 2027"
    await guild.moderator.click(again, "Save")
    assert (await card(guild)).embed.field("Dates") == "9–11 April 2027"


async def test_the_owners_change_it_for_everybody_and_nobody_else_may(guild: SandboxGuild) -> None:
    refused = await guild.moderator.slash("convention date", convention="AX", days="3-6 July 2027", everywhere=True)
    days = await guild.owner.slash("convention date", convention="AX", days="3-6 July 2027", everywhere=True)
    await guild.owner.click(days, "Save")
    shown = (await card(guild, "AX")).embed

    assert "Only the owners of this bot" in refused.content
    assert shown.field("Dates") == "3–6 July 2027"
    assert shown.footer.startswith("Dates from the bot's owners")


async def test_who_takes_the_first_word_back_reads_what_stands_for_everybody_by_now(guild: SandboxGuild) -> None:
    for who, days, everywhere in ((guild.moderator, "4-7 July 2027", False), (guild.owner, "3-6 July 2027", True)):
        said = await who.slash("convention date", convention="AX", days=days, everywhere=everywhere)
        await who.click(said, "Save")
    ours = (await card(guild, "AX")).embed.field("Dates")
    await guild.moderator.click(await guild.moderator.slash("convention history", convention="AX"), "Undo")
    undone = (await card(guild, "AX")).embed.field("Dates")

    assert ours == "4–7 July 2027"
    assert undone == "3–6 July 2027"


async def test_a_convention_may_have_the_name_of_a_series(guild: SandboxGuild) -> None:
    await with_con(guild, name="Metallic Rouge")

    assert (await card(guild, "Metallic Rouge")).embed.field("Dates") == "2–4 April 2027"
    assert (await guild.member.slash("series", series="Metallic Rouge")).heading == "Metallic Rouge"


async def test_news_reaches_who_follows_the_convention_or_the_series_once(guild: SandboxGuild) -> None:
    await follow(guild, "conventions", convention="AX")
    await follow(guild, "announcements")
    releases = {"channel": str(guild.channels["releases"])}
    await guild.moderator.slash("channel subscribe", {**releases, "what": "releases"})
    await guild.moderator.slash("channel subscribe", {**releases, "what": "conventions", "role": str(guild.role_id)})
    await guild.moderator.slash("watchlist add", series="metallic-rouge")
    await follow(guild, "chat", convention="Otakon")

    form = await guild.moderator.slash("convention news", convention="AX", series="metallic-rouge")
    typed = {"headline": "A *new* trailer", "text": "<@1> said so.", "link": "rouge.example", "when": "yesterday"}
    refused = await guild.moderator.submit(form, typed)
    again = await guild.moderator.click(refused, "Edit")
    preview = await guild.moderator.submit(again, {"when": "", "picture": "rouge.example/1.png"})
    done = await guild.moderator.click(preview, "Save")

    assert "The time to post has passed" in refused.content
    assert again.modal.field("Headline").value == typed["headline"]
    assert "to channels that get Anime Expo or all conventions, and to those that get releases of" in preview.content
    assert "is being posted" in done.content
    pings: dict[str, str] = {}
    for channel in ("conventions", "announcements", "releases"):
        (post,) = await posts(guild, channel, 1)
        pings[channel] = post.content
        assert post.embed.title == "A \\*new\\* trailer"
        assert post.embed.description == "\\<@1\\> said so."
    assert pings["releases"] == "", (
        "the watchlist's subscription is narrower than that for all conventions, which pings"
    )
    assert await guild.member.messages("chat") == []
    shown = (await card(guild, "AX")).embed
    assert any("A \\*new\\* trailer" in value for value in shown.fields.values())


@pytest.mark.parametrize(
    ("sold_from", "at", "words"),
    [
        ("1 February 2027 10:00", "2027-02-01T10:00:00+01:00", "are on sale now"),
        ("1 February 2027", "2027-02-01T09:00:00+01:00", "go on sale today"),
    ],
)
async def test_followers_are_told_when_tickets_go_on_sale(
    guild: SandboxGuild, sold_from: str, at: str, words: str
) -> None:
    details = await guild.moderator.click(await added(guild), "Details")
    preview = await guild.moderator.submit(details, {"tickets": sold_from})
    await guild.moderator.click(preview, "Save")
    await follow(guild, "conventions", convention="mangaka con", lead="now")
    await follow(guild, "announcements", convention="Anime Expo", lead="now")
    await follow(guild, "chat", convention="mangaka con", lead="7d")
    assert "Mangaka Con 2027: tickets" in (await guild.moderator.slash("channel status")).text

    await guild.jump(at)

    (post,) = await posts(guild, "conventions", 1)
    assert post.embed.title == f"Mangaka Con 2027: tickets {words}"
    assert post.embed.description == "**2–4 April 2027**\nMesse, Berlin, Germany"
    assert post.embed.url == "https://mangaka.example/con"
    about = await guild.member.click(post, "")
    assert "the moment from which a convention's tickets are sold" in about.content
    assert await guild.member.messages("announcements") == []
    assert await guild.member.messages("chat") == []


async def test_tickets_that_are_sold_later_than_was_said_are_told_then(guild: SandboxGuild) -> None:
    details = await guild.moderator.click(await added(guild), "Details")
    await guild.moderator.click(await guild.moderator.submit(details, {"tickets": "1 February 2027"}), "Save")
    await follow(guild, "conventions", convention="mangaka con", lead="now")
    form = await guild.moderator.slash("convention edit", convention="mangaka con", what="details")
    await guild.moderator.click(await guild.moderator.submit(form, {"tickets": "8 February 2027 12:00"}), "Save")

    await guild.jump("2027-02-01T09:00:00+01:00")
    await guild.jump("2027-02-08T12:00:00+01:00")

    (post,) = await posts(guild, "conventions", 1)
    assert post.embed.title == "Mangaka Con 2027: tickets are on sale now"
