"""`/catalogue date`: typed freely, shown back, saved; and what is posted then."""

from datetime import UTC, datetime

import pytest

from bot.catalogue.store import catalogue
from sandbox.client import Message, Reply
from tests.wire.cards import fact, facts, whole_card
from tests.wire.due_posts import looked, until
from tests.wire.guild import SandboxGuild
from tests.wire.test_dates_that_change import follow
from tests.wire.test_updates import SEVEN_DAYS, STANDS, STRUCK, WEEK, go_on

SERIES = "metallic-rouge"
AT = "2024-01-03T12:00:00Z"
PREMIERE, MOVED = "<t:1704903900:F>", "<t:1704978000:F>"

COUNTED_DOWN = datetime(2024, 1, 3, 16, 25, tzinfo=UTC)

pytestmark = pytest.mark.at(AT)


async def dated(guild: SandboxGuild, when: str, **options: str) -> Reply:
    """As far as the preview."""
    return await guild.moderator.slash("catalogue date", {"series": SERIES, "when": when, **options})


async def saved(guild: SandboxGuild, when: str, **options: str) -> Reply:
    return await guild.moderator.click(await dated(guild, when, **options), "Save")


async def test_a_date_is_shown_back_and_saved(guild: SandboxGuild) -> None:
    preview = await dated(guild, "2024-01-11 22:00 JST")

    assert "<t:1704978000:R>" in preview.content
    assert ": right?" in preview.content
    assert f"Until now: {PREMIERE}" in preview.content
    assert "Its other episodes keep their dates" in preview.content
    assert "in this server only" in preview.content
    assert [button.label for button in preview.buttons] == ["Save", "Save, don't tell channels", "Change", "Cancel"]
    assert PREMIERE in await fact(guild.member, "Premiere")

    done = await guild.moderator.click(preview, "Save")

    assert f"Premiere: {MOVED}" in done.content
    shown = await whole_card(guild.member)
    assert MOVED in facts(shown)["Premiere"]
    assert "Moved back from <t:1704903900:f>" in facts(shown)["Premiere"]
    assert "**Corrected by this server's moderators**: date of premiere" in shown
    elsewhere = await whole_card(guild.member, channel=await guild.member.direct())
    assert PREMIERE in facts(elsewhere)["Premiere"]


async def test_what_is_not_understood_is_typed_anew(guild: SandboxGuild) -> None:
    refused = await dated(guild, "someday @everyone")
    assert "I couldn't read “\u2068someday @\u200beveryone\u2069”" in refused.content
    assert [button.label for button in refused.buttons] == ["Change", "Cancel"]
    await guild.restart()

    form = await guild.moderator.click(refused, "Change")
    assert form.modal.field("When").value == "someday @everyone"
    preview = await guild.moderator.submit(form, {"when": "Spring 2024"})

    assert "Premiere: Spring 2024" in preview.content
    await guild.moderator.click(preview, "Save")
    assert (await fact(guild.member, "Premiere")).splitlines()[0] == "Spring 2024"


async def test_of_several_meanings_one_is_chosen_after_a_restart(guild: SandboxGuild) -> None:
    question = await dated(guild, "03/04/2024")
    assert "has several meanings" in question.content
    await guild.restart()

    preview = await guild.moderator.click(question, "Wed 3 April 2024")
    await guild.restart()
    await guild.moderator.click(preview, "Save")

    assert "3 April 2024" in await fact(guild.member, "Premiere")


async def test_it_is_cancelled_and_comes_back(guild: SandboxGuild) -> None:
    preview = await dated(guild, "cancelled")
    assert "is **cancelled**: right?" in preview.content
    await guild.moderator.click(preview, "Save")
    assert await fact(guild.member, "Premiere") == "Cancelled; it was due 11 January 2024."

    back = await guild.moderator.click(await dated(guild, "2024-01-11 22:00 JST"), "Back to the source's date")
    assert f"Premiere: {PREMIERE}" in back.content
    assert PREMIERE in await fact(guild.member, "Premiere")


async def test_a_weekly_run_is_dated_in_one_go_and_listed_before(guild: SandboxGuild) -> None:
    preview = await dated(guild, "2024-02-01 22:00 JST", what="2-13 weekly")
    assert "Episode 2: <t:1706792400:f>" in preview.content
    assert "and 7 more" in preview.content
    assert "Finale: episode 13: <t:1713445200:f>" in preview.content

    done = await guild.moderator.click(preview, "Save")
    assert "12 episodes" in done.content
    assert await fact(guild.member, "Episodes") == "Weekly until <t:1713445200:D>"
    together = await guild.moderator.click(await dated(guild, "2024-05-01 22:00 JST", what="12-13"), "Save")
    assert "2 episodes" in together.content
    assert await fact(guild.member, "Episodes") == "Weekly until <t:1714568400:D>"


@pytest.mark.parametrize(
    ("what", "when", "why"),
    [
        ("5-2", "2024-02-01", "first and the last"),
        ("2-13 weekly", "January 2024", "needs the day of its first episode"),
    ],
)
async def test_a_run_that_dates_nothing_is_refused(guild: SandboxGuild, what: str, when: str, why: str) -> None:
    assert why in (await dated(guild, when, what=what)).content


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({"what": "episode 5"}, "Episode 5"),
        ({"what": "episode 0"}, "Episode 0"),
        ({"what": "13.5"}, "Episode 13.5"),
        ({"what": "special"}, "Special"),
        ({"what": "5"}, "Episode 5"),
        ({"what": "finale"}, "Finale: episode 13"),
        ({"what": "Home Video", "service": "Somewhere *else*"}, "Home video on Somewhere \\*else\\*"),
        ({"what": "dub", "service": "Crunchyroll"}, "Dub on Crunchyroll"),
    ],
)
async def test_any_release_is_dated(guild: SandboxGuild, options: dict[str, str], name: str) -> None:
    preview = await dated(guild, "2024-03-02", **options)
    assert f"**Metallic Rouge**, {name}: " in preview.content
    assert "2 March 2024" in preview.content

    done = await guild.moderator.click(preview, "Save")
    assert f"{name}: 2 March 2024." in done.content
    again = await dated(guild, "2024-03-03", **options)
    assert "Until now: 2 March 2024." in again.content


@pytest.mark.parametrize("what", ["the last one", "episode -1", "dub 0", "episode 99999", "x" * 3000])
async def test_a_release_that_nobody_can_mean_is_refused(guild: SandboxGuild, what: str) -> None:
    refused = await dated(guild, "2024-03-02", what=what)

    assert "This isn't a release. Type" in refused.content


async def test_the_film_of_what_is_no_film_is_refused_and_nothing_moves(guild: SandboxGuild) -> None:
    refused = await dated(guild, "2024-03-02", what="film")

    assert "This series isn't a film" in refused.content
    assert PREMIERE in await fact(guild.member, "Premiere")
    offered = await guild.moderator.autocomplete("catalogue date", focused="what", series=SERIES, what="fil")
    assert [choice.value for choice in offered] == []


async def test_what_is_not_known_cannot_be_cancelled(guild: SandboxGuild) -> None:
    refused = await dated(guild, "cancelled", what="home video")

    assert "nothing to cancel" in refused.content
    assert [button.label for button in refused.buttons] == ["Change", "Cancel"]


async def test_the_releases_that_are_known_are_offered_with_their_dates(guild: SandboxGuild) -> None:
    offered = await guild.moderator.autocomplete("catalogue date", focused="what", series=SERIES, what="")
    names = [choice.name for choice in offered]

    assert names[0] == "premiere · 11 January 2024"
    assert "episode 5 · 8 February 2024" in names
    assert "dub" in names
    narrowed = await guild.moderator.autocomplete("catalogue date", focused="what", series=SERIES, what="Epi")
    assert {choice.name.split()[0] for choice in narrowed} == {"episode"}
    services = await guild.moderator.autocomplete("catalogue date", focused="service", series=SERIES, service="crunch")
    assert [choice.value for choice in services] == ["Crunchyroll"]


async def test_who_saves_second_is_told_of_the_firsts_date(guild: SandboxGuild) -> None:
    first, second = await dated(guild, "2024-02-01"), await dated(guild, "2024-03-01")
    await guild.moderator.click(first, "Save")

    warned = await guild.moderator.click(second, "Save")
    assert "has changed this since you began: **Premiere**" in warned.content
    assert "1 February 2024" in await fact(guild.member, "Premiere")
    await guild.moderator.click(warned, "Save")
    assert "1 March 2024" in await fact(guild.member, "Premiere")


async def test_posts_come_at_the_corrected_date_with_the_corrected_words(guild: SandboxGuild) -> None:
    await guild.moderator.slash("channel subscribe", {"channel": str(guild.channels["releases"])}, what=SERIES)
    form = await guild.moderator.slash("catalogue edit", series=SERIES)
    await guild.moderator.click(await guild.moderator.submit(form, {"studio": "Our Studio"}), "Save")
    await saved(guild, "2024-01-05 22:00 JST")

    await guild.jump("2024-01-05T13:00:01Z")
    posts = guild.sandbox.world.channels[guild.channels["releases"]].log
    await until(guild, lambda: any("premieres now" in Message(each).embed.title for each in posts))
    post = next(Message(each) for each in posts if "premieres now" in Message(each).embed.title)
    assert post.embed.field("Studio") == "Our Studio"

    await guild.jump("2024-01-10T16:25:01Z")
    await looked(guild, datetime(2024, 1, 10, 16, 25, 1, tzinfo=UTC))
    assert len([each for each in posts if "premieres now" in Message(each).embed.title]) == 1


async def test_an_owners_date_is_everybodys(guild: SandboxGuild) -> None:
    asked = {"series": SERIES, "when": "2024-01-11 22:00 JST", "everywhere": True}
    preview = await guild.owner.slash("catalogue date", asked)
    assert "for **all servers**" in preview.content
    await guild.owner.click(preview, "Save")

    elsewhere = await whole_card(guild.member, channel=await guild.member.direct())
    assert MOVED in facts(elsewhere)["Premiere"]
    async with guild.database.read() as db:
        (series,) = await catalogue.series_by_slugs(db, [SERIES])
        found = await catalogue.own_releases(db, series.id, None)
    assert found[0].date.earliest == datetime(2024, 1, 11, 13, tzinfo=UTC)


async def counted_down(guild: SandboxGuild) -> None:
    """`#releases` follows the series, and was told that it begins in seven days."""
    await follow(guild)
    assert await go_on(guild, COUNTED_DOWN) == [SEVEN_DAYS]


async def test_a_moderators_date_is_told_once_and_its_countdown_is_struck(guild: SandboxGuild) -> None:
    await counted_down(guild)
    done = await saved(guild, "2024-01-18 01:25 JST")
    assert "Channels that get its releases hear of the change in 30 minutes." in done.content
    assert await go_on(guild, STANDS) == [STRUCK, "delayed by a week"]

    changed_back = await guild.moderator.click(await dated(guild, "2024-01-18 01:25 JST"), "Back to the source's date")
    assert "hear of the change in 30 minutes" in changed_back.content
    assert await go_on(guild, STANDS) == [SEVEN_DAYS, "delayed by a week", "brought forward by a week"]


async def test_a_date_that_is_saved_quietly_is_told_to_nobody_and_followed(guild: SandboxGuild) -> None:
    await counted_down(guild)
    done = await guild.moderator.click(await dated(guild, "2024-01-18 01:25 JST"), "Save, don't tell channels")
    assert "No channel is told of the change." in done.content
    assert await go_on(guild, STANDS) == [SEVEN_DAYS]
    assert await go_on(guild, COUNTED_DOWN + WEEK) == [SEVEN_DAYS, SEVEN_DAYS]


async def test_an_owners_date_is_told_as_a_sources_is(guild: SandboxGuild) -> None:
    await counted_down(guild)
    preview = await guild.people["owner"].slash(
        "catalogue date", {"series": SERIES, "when": "July 2024", "everywhere": True}
    )
    await guild.people["owner"].click(preview, "Save")
    assert await go_on(guild, STANDS) == [STRUCK, "delayed to July 2024"]


async def test_a_moderators_date_that_is_taken_back_in_time_is_told_to_nobody(guild: SandboxGuild) -> None:
    await counted_down(guild)
    await saved(guild, "2024-01-18 01:25 JST")
    await guild.moderator.click(await dated(guild, "2024-01-18 01:25 JST"), "Back to the source's date")
    assert await go_on(guild, STANDS) == [SEVEN_DAYS]
