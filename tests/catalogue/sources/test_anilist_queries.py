import pytest
from graphql import parse, validate

from bot.catalogue.sources.anilist import pages
from tests.anilist.schema import MOST_COMPLEX, complexity, needed_schema
from tests.anilist.server import LocalAnilist, local_anilist
from tests.anilist.world import media


@pytest.mark.parametrize("document", pages.DOCUMENTS)
def test_anilist_understands_every_document(document: str) -> None:
    parsed = parse(document)
    assert validate(needed_schema(), parsed) == []
    assert complexity(parsed) < MOST_COMPLEX / 2


def ids(anilist: LocalAnilist, query: str, **variables: object) -> list[int]:
    status, answer = anilist.execute(query, dict(variables))
    assert status == 200
    return [each["id"] for each in answer["data"]["Page"]["media"]]


async def test_the_local_anilist_filters_as_anilist_does() -> None:
    query = "query ($ids: [Int], $text: String) { Page { media(id_in: $ids, search: $text, sort: [ID_DESC]) { id } } }"
    async with local_anilist() as anilist:
        anilist.world.add(media(1, "One"), media(2, "Two"), media(3, "One more"))

        assert ids(anilist, query) == [3, 2, 1]
        assert ids(anilist, query, ids=[1, 2]) == [2, 1]
        assert ids(anilist, query, ids=None) == []
        assert ids(anilist, query, ids=[1, 2], text="one") == [1]


async def test_the_local_anilist_has_fifty_a_page_and_only_one_word_that_can_be_trusted() -> None:
    query = "{ Page(perPage: 500) { pageInfo { total perPage hasNextPage } media { id } } }"
    async with local_anilist() as anilist:
        anilist.world.add(*(media(number, "x") for number in range(1, 52)))

        _, answer = anilist.execute(query, {})
        assert answer["data"]["Page"]["pageInfo"] == {"total": 5000, "perPage": 50, "hasNextPage": True}
        assert len(answer["data"]["Page"]["media"]) == 50


async def test_the_local_anilist_refuses_what_anilist_refuses() -> None:
    async with local_anilist() as anilist:
        assert anilist.execute("{ Page { media { nonsense } } }", {})[0] == 400
        assert anilist.execute("{ Page {", {})[0] == 400
        many = " ".join(f"m{at}: media(id: {at}) {{ id idMal type format status }}" for at in range(90))
        status, answer = anilist.execute(f"{{ Page {{ {many} }} }}", {})
        assert (status, answer["errors"][0]["message"]) == (400, "Max query complexity should be 500 but got 541.")
