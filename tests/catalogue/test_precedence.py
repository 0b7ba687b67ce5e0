from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.model import Format, Origin, Series, Titles, slugs_for
from bot.catalogue.precedence import corrected, merged_fields
from bot.catalogue.records import FIELDS, Correction, is_given, value_of
from bot.folding import fold

SOURCES = (Origin.ANILIST, Origin.STARTER, Origin.BANGUMI)
AT = datetime(2024, 1, 1, tzinfo=UTC)
words = st.one_of(st.none(), st.text(st.sampled_from("abc メタ"), max_size=6))
some_series = st.builds(
    Series,
    id=st.just(0),
    slug=st.just(""),
    titles=st.builds(
        Titles,
        english=words,
        romaji=words,
        native=words,
        also=st.lists(st.text("xyz", min_size=1), max_size=3).map(tuple),
    ),
    format=st.sampled_from(Format),
    episodes=st.one_of(st.none(), st.integers(1, 99)),
    story=words,
    studio=words,
    adult=st.booleans(),
    popularity=st.one_of(st.none(), st.integers(0, 10**6)),
    colour=st.one_of(st.none(), st.integers(0, 0xFFFFFF)),
    genres=st.sampled_from([(), ("Action",), ("Drama", "Music")]),
    score=st.one_of(st.none(), st.integers(1, 100)),
)
said_by_some = st.dictionaries(st.sampled_from(SOURCES), some_series, min_size=1)
KNOWN = Series(7, "known", Titles())


@given(said_by_some)
def test_each_field_is_the_highest_word_that_says_anything(said: Mapping[Origin, Series]) -> None:
    whole = merged_fields(KNOWN, said)

    for name in FIELDS:
        words = [value_of(said[origin], name) for origin in SOURCES if origin in said]
        assert value_of(whole, name) == next(filter(is_given, words), words[-1])
    assert (whole.id, whole.slug) == (7, "known")


@given(said_by_some)
def test_no_name_is_lost(said: Mapping[Origin, Series]) -> None:
    everybodys = {name for each in said.values() for name in each.titles.all if name.strip()}

    assert {fold(name) for name in everybodys} == {
        fold(name) for name in merged_fields(KNOWN, said).titles.all if name.strip()
    }


@given(said_by_some)
def test_hearing_it_again_changes_nothing(said: Mapping[Origin, Series]) -> None:
    whole = merged_fields(KNOWN, said)

    assert merged_fields(whole, said) == whole


@given(said_by_some, words)
def test_an_owners_word_counts_more_than_any_sources_and_a_guilds_in_its_guild(
    said: Mapping[Origin, Series], story: str | None
) -> None:
    theirs, own = Correction("story", story, 1, AT), Correction("story", "the guild's", 2, AT, guild_id=5)

    whole = merged_fields(KNOWN, said, [theirs, own])

    assert whole.story == story
    assert corrected(whole, [own]).story == "the guild's"


def test_a_title_that_is_corrected_can_still_be_found() -> None:
    series = replace(KNOWN, titles=Titles(english="Old"))

    after = corrected(series, [Correction("title_english", "New", 1, AT)])

    assert after.titles.main == "New"
    assert after.titles.also == ("Old",)


def test_slugs_never_end_and_never_come_twice() -> None:
    slugs = slugs_for(Series(0, "", Titles(native="メタリック ルージュ!"), year=2024))
    first = [next(slugs) for _ in range(50)]

    assert first[0] == "メタリック-ルージュ"
    assert len(set(first)) == 50


@given(st.text(max_size=300))
def test_any_title_gives_a_slug_that_a_choice_can_hold(title: str) -> None:
    slug = next(slugs_for(Series(0, "", Titles(english=title))))

    assert 0 < len(slug) <= 100
    assert slug == slug.strip()
