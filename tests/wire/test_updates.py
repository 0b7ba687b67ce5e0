"""What channels hear of dates that move, of trailers and services, and what becomes of countdowns that stand."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select

from bot.catalogue.model import Format, Origin, RelatedEntry, Relation, Service, Trailer
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.dates.airdate import AirDate
from bot.subscriptions.tables import subscription_choices, subscriptions
from sandbox.client import Message
from sandbox.rest.faults import broken
from tests.catalogue.merging import merge_one, redate
from tests.wire.announcing import until_amended
from tests.wire.due_posts import looked, settled, standing
from tests.wire.guild import SandboxGuild
from tests.wire.test_amending import MESSAGE, post_in
from tests.wire.test_dates_that_change import follow, titles

PREMIERE = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
WEEK, MINUTE = timedelta(weeks=1), timedelta(minutes=1)
STANDS = timedelta(minutes=30)
SEVEN_DAYS = "premiere in 7 days"
STRUCK = "~~Metallic Rouge: premiere in 7 days~~"

pytestmark = pytest.mark.at("2024-01-03T16:24:00Z")


async def source_says(guild: SandboxGuild, premiere: datetime, **series: object) -> None:
    """AniList gives the starter's series this premiere, and perhaps more."""
    async with guild.database.write() as db:
        known = await catalogue.series_by_slug(db, "metallic-rouge")
        assert known is not None
        said = replace(known, id=0, trailers=(), services=(), **series)  # type: ignore[arg-type]
        first = Release(0, 0, ReleaseKind.PREMIERE, AirDate.instant(premiere), number=1)
        await merge_one(
            db,
            SourceRecord(Origin.ANILIST, said, (first,)),
            at=guild.clock.now(),
            settle_delay=guild.running.client.settle_delay,
        )
    guild.running.schedule.wake()


async def go_on(guild: SandboxGuild, to: datetime | timedelta) -> list[str]:
    """The clock goes on; what stands in the channel once the bot has looked and all is done."""
    since = guild.clock.now() + to if isinstance(to, timedelta) else to
    await guild.jump(to)
    await looked(guild, since)
    await until_amended(guild)
    return titles(guild)


async def counted_down(guild: SandboxGuild) -> None:
    """`#releases` follows the series, and was told that it begins in seven days."""
    await follow(guild)
    await source_says(guild, PREMIERE)
    assert await go_on(guild, PREMIERE - WEEK) == [SEVEN_DAYS]


async def test_a_delay_is_told_once_the_old_countdown_is_struck_and_a_new_one_comes(guild: SandboxGuild) -> None:
    await counted_down(guild)
    await source_says(guild, PREMIERE + WEEK)
    await source_says(guild, PREMIERE + WEEK)
    assert await go_on(guild, STANDS - MINUTE) == [SEVEN_DAYS]

    assert await go_on(guild, MINUTE) == [STRUCK, "delayed by a week"]
    later = int((PREMIERE + WEEK).timestamp())
    first, told = post_in(guild, "releases"), post_in(guild, "releases", 1)
    assert f"It moved to <t:{later}:F>" in (first.embed.description or "")
    assert f"to <t:{later}:F> · <t:{later}:R>." in (told.embed.description or "")

    await guild.restart()
    assert await go_on(guild, PREMIERE) == [STRUCK, "delayed by a week", SEVEN_DAYS]
    assert await go_on(guild, PREMIERE + WEEK - timedelta(hours=1)) == [
        STRUCK,
        "delayed by a week",
        SEVEN_DAYS,
        "premiere in 1 hour",
    ]


async def test_the_edit_of_a_countdown_pings_nobody(guild: SandboxGuild) -> None:
    assert not (await guild.moderator.slash("watchlist add", series="metallic-rouge")).failed
    asked = {"what": "releases", "channel": str(guild.channels["releases"]), "role": str(guild.role_id)}
    assert not (await guild.moderator.slash("channel subscribe", asked)).failed
    await source_says(guild, PREMIERE)
    await go_on(guild, PREMIERE - WEEK)
    await source_says(guild, PREMIERE + WEEK)
    await go_on(guild, STANDS)

    countdown, told = post_in(guild, "releases"), post_in(guild, "releases", 1)
    assert countdown.content == told.content == f"<@&{guild.role_id}>"
    assert told.mention_roles == [guild.role_id]
    edits = [each for each in guild.sandbox.recorded if each.method == "PATCH" and each.template == MESSAGE]
    assert [each.body["allowed_mentions"] for each in edits] == [{"parse": []}]


async def test_a_source_that_flaps_says_nothing_and_edits_nothing(guild: SandboxGuild) -> None:
    await counted_down(guild)
    for _ in range(3):
        await source_says(guild, PREMIERE + WEEK)
        await go_on(guild, 20 * MINUTE)
        await source_says(guild, PREMIERE)
        await go_on(guild, 20 * MINUTE)

    assert await go_on(guild, timedelta(hours=2)) == [SEVEN_DAYS]
    assert not [each for each in guild.sandbox.recorded if each.method == "PATCH" and each.template == MESSAGE]


async def test_a_change_back_after_it_was_told_is_told_too_and_the_countdown_holds_again(guild: SandboxGuild) -> None:
    await counted_down(guild)
    await source_says(guild, PREMIERE + WEEK)
    assert (await go_on(guild, STANDS))[0] == STRUCK
    await source_says(guild, PREMIERE)

    assert await go_on(guild, STANDS) == [SEVEN_DAYS, "delayed by a week", "brought forward by a week"]
    assert f"<t:{int(PREMIERE.timestamp())}:F>" in (post_in(guild, "releases").embed.description or "")


async def test_what_changed_before_the_bot_ended_is_told_after_its_start(guild: SandboxGuild) -> None:
    await counted_down(guild)
    await source_says(guild, PREMIERE + WEEK)
    await guild.stop()
    await guild.jump(3 * STANDS)
    await guild.start()

    assert await go_on(guild, MINUTE) == [STRUCK, "delayed by a week"]
    assert "Posted late" in post_in(guild, "releases", 1).text


async def test_a_countdown_that_can_not_be_edited_just_now_is_edited_after_the_next_start(guild: SandboxGuild) -> None:
    await counted_down(guild)
    guild.sandbox.faults.add(broken(503), method="PATCH", template=MESSAGE, times=None)
    await source_says(guild, PREMIERE + WEEK)
    await guild.jump(STANDS)
    assert await settled(guild, 2) == ["sent", "sent"]
    await guild.stop()
    guild.sandbox.faults.clear()
    assert titles(guild) == [SEVEN_DAYS, "delayed by a week"]
    await guild.start()

    assert await go_on(guild, 2 * MINUTE) == [STRUCK, "delayed by a week"]


async def test_a_channel_that_switched_delays_off_is_not_told_but_its_countdown_is_true(guild: SandboxGuild) -> None:
    chat = guild.channels["chat"]
    assert not (await guild.moderator.slash("channel subscribe", {"channel": str(chat)}, what="metallic-rouge")).failed
    async with guild.database.write() as db:
        of = subscriptions.c
        (subscription_id,) = (await db.execute(select(of.id).where(of.channel_id == chat))).scalars()
        choice = {"subscription_id": subscription_id, "about": "untold", "value": "delayed"}
        await db.execute(insert(subscription_choices).values(choice))
    await counted_down(guild)
    await source_says(guild, PREMIERE + WEEK)

    assert await go_on(guild, STANDS) == [STRUCK, "delayed by a week"]
    assert standing(guild, chat) == [STRUCK]


async def test_a_date_of_the_guilds_own_is_told_and_what_others_say_of_it_is_not(guild: SandboxGuild) -> None:
    await counted_down(guild)
    async with guild.database.write() as db:
        series = await catalogue.series_by_slug(db, "metallic-rouge")
        assert series is not None
        (shared,) = (each for each in await catalogue.releases_of(db, series.id) if each.number == 1)
        (own,) = await catalogue.add_releases(db, [replace(shared, guild_id=guild.id, overrides_id=shared.id)])
        later, at = AirDate.instant(PREMIERE + 2 * WEEK), guild.clock.now()
        await redate(db, series, own, later, actor="1", at=at, settle_delay=STANDS)
    assert await go_on(guild, STANDS) == [STRUCK, "delayed by 2 weeks"]

    await source_says(guild, PREMIERE + WEEK)
    assert await go_on(guild, STANDS) == [STRUCK, "delayed by 2 weeks"]


async def test_a_new_trailer_plays_and_a_new_service_is_linked_to(guild: SandboxGuild) -> None:
    await counted_down(guild)
    trailer, service = Trailer("PV 9", "https://youtu.be/abc_DEF"), Service("Elsewhere", "https://example.com/mr")
    async with guild.database.write() as db:
        series = await catalogue.series_by_slug(db, "metallic-rouge")
        assert series is not None
        said = replace(series, id=0, trailers=(*series.trailers, trailer), services=(*series.services, service))
        await merge_one(db, SourceRecord(Origin.ANILIST, said), at=guild.clock.now(), settle_delay=STANDS)
    await guild.jump(STANDS)
    await settled(guild, 3)

    played = next(each for each in _all(guild) if not each.embeds)
    linked = next(each for each in _all(guild) if each.embeds and "Elsewhere" in (each.embed.title or ""))
    assert played.content.splitlines() == ["**Metallic Rouge**: new trailer · PV 9", "https://youtu.be/abc_DEF"]
    assert linked.embed.title == "Metallic Rouge: on Elsewhere"
    assert linked.button("Elsewhere").url == "https://example.com/mr"
    card = await guild.member.click(linked, label="About the series")
    assert card.heading == "Metallic Rouge"


async def test_a_sequel_that_is_announced_is_told_once_and_not_what_was_known_at_first(guild: SandboxGuild) -> None:
    await follow(guild)
    known = RelatedEntry(8, Relation.SEQUEL, "Known before", Format.TV, is_ahead=True)
    out = RelatedEntry(7, Relation.SEQUEL, "Out already", Format.TV)
    new = RelatedEntry(9, Relation.SEQUEL, "Metallic Rouge 2", Format.TV, 2026, is_ahead=True)
    other = RelatedEntry(10, Relation.SPIN_OFF, "Beside it", Format.TV, is_ahead=True)

    await source_says(guild, PREMIERE, relations=(known,))
    first = await go_on(guild, STANDS)
    await source_says(guild, PREMIERE, relations=(known, new, out, other))
    second = await go_on(guild, STANDS)
    await source_says(guild, PREMIERE, relations=(known, replace(new, title="Metallic Rouge II"), out, other))
    third = await go_on(guild, STANDS)

    assert not any("sequel" in each for each in first)
    assert [each for each in second if "sequel" in each] == ["a sequel is announced"]
    assert third == second
    told = next(each for each in _all(guild) if each.embeds and "sequel" in (each.embed.title or ""))
    assert "**Metallic Rouge 2** (TV series, 2026)" in (told.embed.description or "")
    missing = await guild.member.click(told, label="About the sequel")
    assert missing.ephemeral


def _all(guild: SandboxGuild) -> list[Message]:
    return [Message(each) for each in guild.sandbox.world.channels[guild.channels["releases"]].log]


async def test_status_log_test_and_the_button_know_of_updates(guild: SandboxGuild) -> None:
    await counted_down(guild)
    await source_says(guild, PREMIERE + WEEK)
    assert "Metallic Rouge: delayed by a week" in (await guild.moderator.slash("channel status")).text
    await go_on(guild, STANDS)

    assert "Metallic Rouge: delayed by a week" in (await guild.moderator.slash("channel log")).text
    why = await guild.member.click(post_in(guild, "releases", 1), custom_id=_about(post_in(guild, "releases", 1)))
    assert "once the change had lasted for a while" in why.content

    assert not (await guild.moderator.slash("channel test", {"channel": str(guild.channels["releases"])})).failed
    example = await guild.member.wait_for_message("releases", match=lambda message: "example" in message.content)
    assert [each["title"] for each in example.raw["embeds"]][1] == "Metallic Rouge: delayed by a week"


def _about(message: Message) -> str:
    return next(
        each.custom_id for each in message.buttons if each.custom_id and each.custom_id.startswith("post:about")
    )
