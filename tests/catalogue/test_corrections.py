from dataclasses import replace

import pytest

from bot.catalogue.corrected_dates import undo
from bot.catalogue.corrections import (
    add_alias,
    add_series,
    aliases_of,
    as_opened,
    correct,
    delete_series,
    hide_series,
    remove_alias,
    take_back,
)
from bot.catalogue.model import Origin, Titles, Trailer
from bot.catalogue.records import HIDDEN, SourceRecord, UndoneTooLate
from bot.catalogue.render.refusals import undo_problem_text
from bot.catalogue.store import aliases, catalogue, corrections, search
from bot.database.engine import Connection
from bot.errors import NotAllowed, TooLate
from bot.subscriptions.store import watchlist
from tests.catalogue.editing import (
    ELSEWHERE,
    LATER,
    MODERATOR,
    NOW,
    ONE,
    OWNER,
    anilist_says,
    dates,
    history_of,
    weekly,
)
from tests.catalogue.editing import PREMIERE as FIRST
from tests.catalogue.merging import merge_one


async def story(db: Connection, series_id: int, guild_id: int | None) -> str | None:
    found = await corrections.by_id(db, series_id, guild_id)
    assert found is not None
    return found.story


async def test_a_moderators_word_is_seen_in_their_guild_alone(store: Connection) -> None:
    series = await anilist_says(store)

    await correct(store, series.id, "story", "Ours", MODERATOR, at=NOW)

    assert [await story(store, series.id, guild) for guild in (1, 2, None)] == ["Ours", "AniList's", "AniList's"]
    (found,) = await search.find(store, "one", guild_id=1)
    assert found.story == "Ours"


async def test_an_owners_word_is_seen_everywhere_but_where_moderators_have_theirs(store: Connection) -> None:
    series = await anilist_says(store)

    await correct(store, series.id, "story", "Ours", MODERATOR, at=NOW)
    await correct(store, series.id, "story", "Everybody's", OWNER, at=LATER)
    await anilist_says(store, replace(ONE, story="Newer"))

    assert [await story(store, series.id, guild) for guild in (1, 2)] == ["Ours", "Everybody's"]
    await take_back(store, series.id, "story", OWNER, at=LATER)
    assert [await story(store, series.id, guild) for guild in (1, 2)] == ["Ours", "Newer"]
    await take_back(store, series.id, "story", MODERATOR, at=LATER)
    assert await story(store, series.id, 1) == "Newer"


async def test_what_was_known_from_the_start_comes_back_when_an_owners_word_is_taken_back(store: Connection) -> None:
    series = await catalogue.save_series(store, replace(ONE, slug="one", anilist_id=None))

    await correct(store, series.id, "story", "Everybody's", OWNER, at=NOW)
    await correct(store, series.id, "story", "Once more", OWNER, at=LATER)
    await take_back(store, series.id, "story", OWNER, at=LATER)

    assert await story(store, series.id, None) == "AniList's"


async def test_what_says_the_same_as_the_sources_is_no_correction(store: Connection) -> None:
    series = await anilist_says(store)

    assert await correct(store, series.id, "story", "AniList's", MODERATOR, at=NOW) is None
    await correct(store, series.id, "story", "Ours", MODERATOR, at=NOW)
    await correct(store, series.id, "story", "AniList's", MODERATOR, at=NOW)
    await anilist_says(store, replace(ONE, story="Newer"))

    assert await story(store, series.id, 1) == "Newer"


async def test_a_series_without_corrections_stays_the_same_object(store: Connection) -> None:
    one = await anilist_says(store)
    two = await anilist_says(store, replace(ONE, titles=Titles(english="Two"), anilist_id=6))
    await correct(store, one.id, "story", "Ours", MODERATOR, at=NOW)

    first, second = await corrections.corrected_for_guild(store, [one, two], 1)

    assert second is two
    assert (first.story, first.titles) == ("Ours", one.titles)


async def test_a_corrected_title_is_an_alias_in_that_guild_as_long_as_it_stands(store: Connection) -> None:
    series = await anilist_says(store)

    async def names() -> list[str]:
        return [each.alias for each in await aliases.of_series(store, series.id, guild_id=1)]

    await correct(store, series.id, "title_english", "Number One", MODERATOR, at=NOW)
    assert await names() == ["Number One"]
    assert await aliases_of(store, series, MODERATOR) == []

    await correct(store, series.id, "title_english", "The First", MODERATOR, at=LATER)
    assert await names() == ["The First"]
    known = await corrections.by_id(store, series.id, 1)
    assert known is not None
    assert known.titles.main == "The First"
    assert "One" in known.titles.all

    await take_back(store, series.id, "title_english", MODERATOR, at=LATER)
    assert await names() == []


async def test_an_alias_of_the_same_letters_outlives_a_corrected_title(store: Connection) -> None:
    series = await anilist_says(store)

    await add_alias(store, series.id, "Uno", MODERATOR, at=NOW)
    await correct(store, series.id, "title_english", "Uno", MODERATOR, at=LATER)
    await take_back(store, series.id, "title_english", MODERATOR, at=LATER)

    assert [each.alias for each in await aliases_of(store, series, MODERATOR)] == ["Uno"]
    assert await add_alias(store, series.id, "UNO!", MODERATOR, at=LATER) is None
    assert await add_alias(store, series.id, "one", MODERATOR, at=LATER) is None
    assert await remove_alias(store, series.id, "uno", ELSEWHERE, at=LATER) is None
    assert await remove_alias(store, series.id, "uno", MODERATOR, at=LATER) is not None
    assert await aliases_of(store, series, MODERATOR) == []


async def test_a_hidden_series_is_found_completed_and_listed_nowhere_in_its_guild(store: Connection) -> None:
    series = await anilist_says(store)
    for guild_id in (1, 2):
        await watchlist.add(store, guild_id, series.id, by=7, at=NOW)
    await hide_series(store, series.id, MODERATOR, at=NOW)

    for guild_id, count in ((1, 0), (2, 1)):
        assert len(await search.find(store, "one", guild_id=guild_id)) == count
        assert len(await search.complete(store, "on", guild_id=guild_id)) == count
        assert len(await search.complete(store, "", guild_id=guild_id)) == count
        assert len(await search.suggest(store, "onee", guild_id=guild_id)) == count
        assert (await watchlist.page(store, guild_id, adult=True, number=0, size=9)).page.total == count
        assert (await corrections.by_id(store, series.id, guild_id) is not None) == bool(count)
        assert await catalogue.series_by_slug(store, "one", guild_id=guild_id) == (series if count else None)
    await take_back(store, series.id, HIDDEN, MODERATOR, at=LATER)
    assert await search.find(store, "one", guild_id=1) == [series]


async def test_what_an_owner_hides_is_seen_nowhere_and_no_source_brings_it_back(store: Connection) -> None:
    series = await anilist_says(store)

    await hide_series(store, series.id, OWNER, at=NOW)
    await anilist_says(store, replace(ONE, story="Newer"))

    for guild_id in (1, None):
        assert await search.find(store, "one", guild_id=guild_id) == []
        assert await corrections.by_id(store, series.id, guild_id) is None


async def test_another_number_of_episodes_makes_another_finale_and_no_dates(store: Connection) -> None:
    series = await anilist_says(store)

    for episodes, finales in ((6, []), (3, [3])):
        await correct(store, series.id, "episodes", episodes, OWNER, at=NOW)
        found = await catalogue.releases_of(store, series.id)
        assert [each.date.earliest for each in found] == weekly(FIRST)
        assert [each.number for each in found if each.kind == "finale"] == finales


async def test_a_guilds_own_series_is_changed_itself_and_goes_with_all_that_was_its(store: Connection) -> None:
    series = await add_series(store, replace(ONE, anilist_id=None), MODERATOR, at=NOW)
    twin = await add_series(store, replace(ONE, anilist_id=None), MODERATOR, at=NOW)
    assert (series.slug, twin.slug) == ("one", "one-tv")

    await correct(store, series.id, "story", "Ours", MODERATOR, at=NOW)
    assert await story(store, series.id, 1) == "Ours"
    assert await corrections.by_id(store, series.id, 2) is None
    with pytest.raises(TooLate):
        await correct(store, series.id, "story", "Theirs", ELSEWHERE, at=NOW)
    with pytest.raises(TooLate):
        await correct(store, series.id, "story", "Everybody's", OWNER, at=NOW)

    await delete_series(store, series.id, MODERATOR, at=NOW)
    assert await search.find(store, "one", guild_id=1) == [twin]
    shared = await anilist_says(store)
    with pytest.raises(NotAllowed):
        await delete_series(store, shared.id, MODERATOR, at=NOW)


# --- history ----------------------------------------------------------------------------------------------------------


async def test_the_history_tells_who_when_from_and_to(store: Connection) -> None:
    series = await anilist_says(store)
    await anilist_says(store, replace(ONE, studio="Bones"))
    await anilist_says(store, replace(ONE, studio="Trigger"))
    await correct(store, series.id, "studio", "Ours", MODERATOR, at=NOW)
    await correct(store, series.id, "studio", "Theirs", ELSEWHERE, at=NOW)

    told = [
        (each.actor, each.old and each.old.value, each.new and each.new.value)
        for each in await history_of(store, series.id, 1)
    ]

    assert told == [("7", "Trigger", "Ours"), ("anilist", "Bones", "Trigger")]


async def test_the_latest_change_is_undone_to_the_one_before_and_that_to_the_sources_word(store: Connection) -> None:
    series = await anilist_says(store)
    first = await correct(store, series.id, "story", "First", MODERATOR, at=NOW)
    second = await correct(store, series.id, "story", "Second", MODERATOR, at=LATER)
    assert first is not None
    assert second is not None

    with pytest.raises(TooLate):
        await undo(store, first.id, MODERATOR, at=LATER)
    for editor in (ELSEWHERE, OWNER):
        with pytest.raises(UndoneTooLate) as refused:  # it is the guild's own
            await undo(store, second.id, editor, at=LATER)
        assert undo_problem_text(refused.value).startswith("This change is no longer known")
    await undo(store, second.id, MODERATOR, at=LATER)
    assert await story(store, series.id, 1) == "First"

    undone = (await history_of(store, series.id, 1))[0]
    assert undone.new == first.new
    await undo(store, undone.id, MODERATOR, at=LATER)
    assert await story(store, series.id, 1) == "Second"
    with pytest.raises(TooLate):
        await undo(store, 12345, MODERATOR, at=LATER)


async def test_the_only_correction_is_undone_to_what_the_source_says_by_now(store: Connection) -> None:
    series = await anilist_says(store)
    change = await correct(store, series.id, "trailers", (Trailer("Ours", "https://example.com/2"),), MODERATOR, at=NOW)
    assert change is not None
    newer = (Trailer("Newer", "https://example.com/3"),)
    await anilist_says(store, replace(ONE, trailers=newer))

    await undo(store, change.id, MODERATOR, at=LATER)

    known = await corrections.by_id(store, series.id, 1)
    assert known is not None
    assert [(each.name, each.url) for each in known.trailers] == [(each.name, each.url) for each in newer]


async def test_hiding_and_aliases_are_undone_and_done_again(store: Connection) -> None:
    series = await anilist_says(store)
    await hide_series(store, series.id, MODERATOR, at=NOW)
    await add_alias(store, series.id, "Uno", MODERATOR, at=LATER)

    async def undo_latest(field: str) -> None:
        changes = await history_of(store, series.id, 1)
        await undo(store, next(each.id for each in changes if each.field.startswith(field)), MODERATOR, at=LATER)

    for stands in (False, True):
        await undo_latest("hidden")
        await undo_latest("alias")
        assert bool(await search.find(store, "one", guild_id=1)) is not stands
        assert bool(await aliases_of(store, series, MODERATOR)) is stands


async def test_a_form_knows_what_was_changed_since_it_was_opened(store: Connection) -> None:
    series = await anilist_says(store)
    await correct(store, series.id, "studio", "Before", MODERATOR, at=NOW)

    await correct(store, series.id, "story", "Other's", MODERATOR, at=LATER)
    await correct(store, series.id, "studio", "Owner's", OWNER, at=LATER)
    opened, since = await as_opened(store, series.id, ("story", "studio"), MODERATOR, NOW)

    assert (opened.story, opened.studio) == ("AniList's", "Before")
    assert set(since) == {"story"}


async def test_a_source_that_only_adds_to_what_is_known_changes_nothing(store: Connection) -> None:
    series = await anilist_says(store)
    await merge_one(store, SourceRecord(Origin.ANILIST, replace(ONE, studio="Bones", popularity=5)), at=NOW)

    assert await history_of(store, series.id, None) == []
    assert await dates(store, series, None) == weekly(FIRST)
