"""`/catalogue trailer`, `alias`, `remove` and `history`."""

import pytest

from bot.catalogue.model import Series, Titles
from bot.catalogue.store import aliases, catalogue
from sandbox.client import Reply
from sandbox.world import changes
from tests.wire.cards import fact, whole_card
from tests.wire.guild import SandboxGuild

SERIES = "metallic-rouge"
VIDEO = "https://www.youtube.com/watch?v=aaaaaaaaaaa"


async def trailer(guild: SandboxGuild, **options: str | bool) -> Reply:
    return await guild.moderator.slash("catalogue trailer", {"series": SERIES, **options})


async def history(guild: SandboxGuild, series: str = SERIES) -> Reply:
    return await guild.moderator.slash("catalogue history", series=series)


async def another_guild(guild: SandboxGuild) -> int:
    """A second server with the bot and the moderator in it; a channel there."""
    other = changes.create_guild(guild.sandbox.world, "Elsewhere")
    return next(int(each["id"]) for each in guild.sandbox.world.guild_channels(other.id))


async def test_a_trailer_is_previewed_added_and_played_first(guild: SandboxGuild) -> None:
    preview = await trailer(guild, url="youtube.com/watch?v=aaaaaaaaaaa&t=3", name="Trailer *3*")
    assert preview.content.splitlines()[-1] == VIDEO
    assert "Trailer \\*3\\*" in preview.content
    await guild.restart()

    done = await guild.moderator.click(preview, "Save")
    assert "**Trailers**" in done.content
    assert (await guild.member.slash("trailer", series=SERIES)).content == VIDEO

    known = await trailer(guild, url="//youtu.be/aaaaaaaaaaa?si=x")
    assert "already has this trailer" in known.content


async def test_trailers_are_offered_newest_first_by_name_and_date(guild: SandboxGuild) -> None:
    second, teaser = "https://www.youtube.com/watch?v=bbbbbbbbbbb", "https://www.youtube.com/watch?v=ccccccccccc"
    await guild.moderator.click(await trailer(guild, url=teaser, name="特報", published="May 2019"), "Save")
    preview = await trailer(guild, url=second, name="第2弾PV", published="3 May 2020")
    assert "published 3 May 2020" in preview.content
    await guild.moderator.click(preview, "Save")
    await guild.moderator.click(await trailer(guild, url=VIDEO, name="PV 3"), "Save")

    played = await guild.member.slash("trailer", series=SERIES)
    assert played.content == VIDEO
    labels = [button.label or "" for button in played.buttons]
    assert labels == ["PV 2 · 第2弾PV · 3 May 2020", "Teaser · 特報 · May 2019", "Trailer"]
    assert (await guild.member.click(played, labels[1])).content == teaser

    offered = await guild.moderator.autocomplete("catalogue trailer", focused="remove", series=SERIES, remove="2020")
    assert [choice.value for choice in offered] == [second]
    await guild.moderator.click(await trailer(guild, remove=second), "Save")
    again = await guild.member.slash("trailer", series=SERIES)
    assert [button.label for button in again.buttons] == labels[1:]


@pytest.mark.parametrize(
    ("published", "told"),
    [("3 May 2126", "I couldn't read"), ("@everyone soon", "I couldn't read"), ("31 December 2030", "still to come")],
)
async def test_no_trailer_was_published_on_a_day_to_come(guild: SandboxGuild, published: str, told: str) -> None:
    refused = await trailer(guild, url=VIDEO, published=published)

    assert refused.ephemeral
    assert told in refused.content


async def test_a_trailer_is_taken_off(guild: SandboxGuild) -> None:
    await guild.moderator.click(await trailer(guild, url=VIDEO, name="Third"), "Save")
    offered = await guild.moderator.autocomplete("catalogue trailer", focused="remove", series=SERIES, remove="thi")
    assert [choice.name.split(" · ")[0] for choice in offered] == ["Third"]

    await guild.moderator.click(await trailer(guild, remove="third"), "Save")

    assert (await guild.member.slash("trailer", series=SERIES)).content != VIDEO
    assert "Corrected" not in await whole_card(guild.member)  # it says what the source says again


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"url": "ftp://example.com/a"}, "must begin with `https://` or `http://`"),
        ({"url": "https://[/x"}, "not an address"),
        ({"url": f"https://example.com/{'a' * 600}"}, "620 characters"),
        ({"url": VIDEO, "name": "n" * 101}, "101 characters"),
        ({"remove": "@everyone **no**"}, "has no trailer called"),
        ({}, "Give the video's address"),
        ({"url": VIDEO, "remove": "Teaser"}, "Give the video's address"),
    ],
)
async def test_what_is_no_trailer_is_refused(guild: SandboxGuild, options: dict[str, str], told: str) -> None:
    refused = await trailer(guild, **options)

    assert refused.ephemeral
    assert told in refused.content
    assert "@everyone" not in refused.content


async def test_an_alias_is_given_listed_and_taken_off(guild: SandboxGuild) -> None:
    async def alias(**options: str | bool) -> Reply:
        return await guild.moderator.slash("catalogue alias", {"series": SERIES, **options})

    assert "has no aliases yet" in (await alias()).content
    assert "can now be found as “\u2068Red\u2069”" in (await alias(alias="  Red ")).content
    assert "already" in (await alias(alias="RED!")).content
    assert "already" in (await alias(alias="Metallic Rouge")).content
    assert "An alias must have 1 to 200 characters" in (await alias(alias="\u200b")).content
    await alias(alias="@everyone `x`")
    listed = await alias()
    assert "@everyone" not in listed.content
    async with guild.database.read() as db:
        (series,) = await catalogue.series_by_slugs(db, [SERIES])
        assert [each.alias for each in await aliases.of_series(db, series.id, guild_id=guild.id)] == [
            "Red",
            "@everyone `x`",
        ]

    await guild.restart()
    left = await guild.moderator.click(listed, "✕ Red")
    assert "Red" not in left.content
    assert "can no longer be found" in (await alias(alias="@everyone `x`", remove=True)).content
    assert "has no such alias here" in (await alias(alias="Red", remove=True)).content


async def test_a_shared_series_is_hidden_after_a_question_and_shown_again(guild: SandboxGuild) -> None:
    question = await guild.moderator.slash("catalogue remove", series=SERIES)
    assert "Hide **Metallic Rouge** from this server?" in question.content
    kept = await guild.moderator.click(question, "Keep it")
    assert kept.content == "Nothing was changed."

    shown = await guild.member.slash("series", series="metalic rogue")
    question = await guild.moderator.slash("catalogue remove", series=SERIES)
    await guild.restart()
    await guild.moderator.click(question, "Hide it")

    assert "No series matches" in (await guild.member.slash("series", series=SERIES)).content
    assert "no longer in the catalogue" in (await guild.member.click(shown, "Metallic Rouge")).content
    assert await guild.member.autocomplete("series", focused="series", series="metallic") == []
    elsewhere = await guild.member.slash("series", series=SERIES, channel=await guild.member.direct())
    assert elsewhere.heading == "Metallic Rouge"

    page = await history(guild, "Metallic Rouge")
    assert "**Hidden from this server**" in page.text
    await guild.moderator.click(page, "Undo")
    assert (await guild.member.slash("series", series=SERIES)).heading == "Metallic Rouge"


async def test_a_servers_own_series_is_deleted_with_what_goes_with_it(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        await catalogue.save_series(db, Series(0, "ours", Titles(english="Ours"), guild_id=guild.id))
    await guild.moderator.click(await guild.moderator.slash("catalogue date", series="ours", when="2030-01"), "Save")
    await guild.moderator.slash("watchlist add", series="ours")
    await guild.moderator.slash("channel subscribe", what="ours")

    question = await guild.moderator.slash("catalogue remove", series="ours")
    expected = "This also deletes its 1 date, its place on the watchlist and 1 channel subscription."
    assert expected in question.content
    done = await guild.moderator.click(question, "Delete it")

    assert done.content == "**Ours** was deleted."
    assert "No series matches" in (await guild.member.slash("series", series="ours")).content
    assert "empty" in (await guild.moderator.slash("watchlist show")).text


async def test_another_server_sees_nothing_of_it(guild: SandboxGuild) -> None:
    there = await another_guild(guild)
    form = await guild.moderator.slash("catalogue edit", series=SERIES)
    await guild.moderator.click(await guild.moderator.submit(form, {"title_english": "Ours", "studio": "X"}), "Save")
    await guild.moderator.click(
        await guild.moderator.slash("catalogue date", series=SERIES, when="2030", channel=None), "Save"
    )

    assert (await guild.member.slash("series", series=SERIES)).heading == "Ours"
    shown = await guild.moderator.slash("series", series=SERIES, channel=there)
    assert shown.heading == "Metallic Rouge"
    assert " · Bones · " in shown.text
    assert "2030" not in shown.text
    page = await guild.moderator.slash("catalogue history", series=SERIES, channel=there)
    assert "Ours" not in page.text
    assert "2030" not in page.text


# --- history ----------------------------------------------------------------------------------------------------------


@pytest.mark.at("2024-01-03T12:00:00Z")
async def test_the_history_says_who_when_from_and_to_and_undoes(guild: SandboxGuild) -> None:
    form = await guild.moderator.slash("catalogue edit", series=SERIES)
    await guild.moderator.click(await guild.moderator.submit(form, {"studio": "Ours"}), "Save")
    await guild.moderator.click(await guild.moderator.slash("catalogue date", series=SERIES, when="2030"), "Save")

    page = await history(guild)
    by = f"<@{guild.moderator_id}>"
    assert page.ephemeral
    assert f"**Premiere**: 2030\n-# Corrected in this server by {by}" in page.text
    assert "**Studio**: “\u2068Bones\u2069” → “\u2068Ours\u2069”\n-# " + by in page.text
    assert "**Premiere**: January 2024 → <t:1704903900:F>" in page.text  # what the source changed

    await guild.restart()
    undo = [button.custom_id for button in page.buttons if button.label == "Undo"]
    assert len(undo) == 2
    undone = await guild.moderator.click(page, custom_id=undo[0])
    assert "**Undone**: **Premiere**" in undone.text
    assert "<t:1704903900:F>" in await fact(guild.member, "Premiere")
    taken = await guild.moderator.click(undone, "Revert")
    assert "**Reverted**: **Studio**" in taken.text
    assert " · Bones · " in (await guild.member.slash("series", series=SERIES)).text


async def test_of_two_presses_the_second_is_told_that_it_is_undone(guild: SandboxGuild) -> None:
    form = await guild.moderator.slash("catalogue edit", series=SERIES)
    await guild.moderator.click(await guild.moderator.submit(form, {"studio": "Ours"}), "Save")
    one, other = await history(guild), await history(guild)

    await guild.moderator.click(one, "Undo")
    refused = await guild.moderator.click(other, "Undo")
    assert "changed again since" in refused.text
    late = await guild.moderator.click(other, "Revert")
    assert "already been reverted" in late.text


async def test_a_long_history_is_read_page_by_page(guild: SandboxGuild) -> None:
    for number in range(9):
        await guild.moderator.slash("catalogue alias", series=SERIES, alias=f"Alias {number}")

    first = await history(guild)
    second = await guild.moderator.click(first, "Next")

    assert "Alias 8" in first.text
    assert "Alias 0" not in first.text
    assert "Alias 0" in second.text


async def test_only_owners_undo_what_is_everybodys(guild: SandboxGuild) -> None:
    form = await guild.owner.slash("catalogue edit", series=SERIES, everywhere=True)
    await guild.owner.click(await guild.owner.submit(form, {"studio": "Everybody's"}), "Save")
    page = await guild.owner.slash("catalogue history", series=SERIES)
    assert "for all servers" in page.text
    await guild.stop()
    guild.overrides["owner_ids"] = frozenset({1})
    await guild.start()

    refused = await guild.owner.click(page, "Undo")
    assert "Only the owners" in refused.text
    assert "Undo" not in [button.label for button in (await history(guild)).buttons]
    assert " · Everybody's · " in (await guild.member.slash("series", series=SERIES)).text
