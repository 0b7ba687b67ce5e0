"""`/trailer`, as a member uses it."""

from dataclasses import replace
from urllib.parse import unquote_plus

from bot.catalogue.model import Series, Titles, Trailer
from bot.catalogue.store import catalogue
from tests.wire.guild import SandboxGuild

FIRST = "https://www.youtube.com/watch?v=m7teRMkFdao"
SECOND = "https://www.youtube.com/watch?v=aaaaaaaaaaa"


async def test_a_trailer_is_the_bare_address_so_that_it_plays(guild: SandboxGuild) -> None:
    reply = await guild.member.slash("trailer", series="metallic-rouge")

    assert reply.content == FIRST
    assert not reply.embeds
    assert not reply.buttons


async def test_a_further_trailer_has_a_button_that_plays_it(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        series = await catalogue.series_by_slug(db, "metallic-rouge")
        assert series is not None
        await catalogue.save_series(db, replace(series, trailers=(*series.trailers, Trailer("Trailer 3", SECOND))))

    reply = await guild.member.slash("trailer", series="metallic-rouge")
    played = await guild.member.click(reply, "Trailer 3")

    assert reply.content == FIRST
    assert played.content == SECOND
    assert played.ephemeral


async def test_a_button_for_a_trailer_that_is_gone_says_so(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        series = await catalogue.series_by_slug(db, "metallic-rouge")
        assert series is not None
        await catalogue.save_series(db, replace(series, trailers=(*series.trailers, Trailer("Trailer 3", SECOND))))
    reply = await guild.member.slash("trailer", series="metallic-rouge")
    async with guild.database.write() as db:
        await catalogue.save_series(db, series)

    played = await guild.member.click(reply, "Trailer 3")

    assert played.ephemeral
    assert "This trailer is no longer in the catalogue" in played.content


async def test_a_series_without_a_trailer_leads_to_its_site(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        titles = Titles(english="Quiet *Series*")
        await catalogue.save_series(db, Series(0, "quiet", titles, site="https://example.com/quiet"))

    reply = await guild.member.slash("trailer", series="quiet")

    assert reply.content == (
        "No trailer for **Quiet \\*Series\\*** is known yet. The buttons search YouTube and open its official site."
    )
    assert reply.button("Official site").url == "https://example.com/quiet"
    search = "https://www.youtube.com/results?search_query="
    assert reply.button("Search YouTube").url == f"{search}Quiet+%2ASeries%2A+trailer"


async def test_a_title_in_another_script_is_searched_for_as_its_makers_name_trailers(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        await catalogue.save_series(db, Series(0, "cuckoo", Titles(native="静かな" * 60)))

    reply = await guild.member.slash("trailer", series="cuckoo")

    url = reply.button("Search YouTube").url or ""
    assert len(url) <= 512
    assert unquote_plus(url).endswith(" PV")
    assert "静かな静かな" in unquote_plus(url)


async def test_trailers_that_cannot_be_linked_are_named(guild: SandboxGuild) -> None:
    async with guild.database.write() as db:
        trailers = (Trailer("Teaser", note="shown in a hall"),)
        await catalogue.save_series(db, Series(0, "quiet", Titles(english="Quiet"), trailers=trailers))

    reply = await guild.member.slash("trailer", series="quiet")

    assert "Known trailers: Teaser (shown in a hall)." in reply.content
    assert [button.label for button in reply.buttons] == ["Search YouTube"]


async def test_did_you_mean_plays_the_trailer(guild: SandboxGuild) -> None:
    question = await guild.member.slash("trailer", series="metalic rogue")

    played = await guild.member.click(question, "Metallic Rouge")

    assert played.content == FIRST
