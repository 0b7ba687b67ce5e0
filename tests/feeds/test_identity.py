"""Items are known again, in whichever order and however their feed changes them."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.identity import recognise
from bot.feeds.model import FeedEntry
from tests.feeds.documents import entry

NOON = datetime(2024, 1, 3, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Stored:
    """An item as the store has it."""

    entry: FeedEntry


ENTRIES = st.builds(
    FeedEntry,
    guid=st.sampled_from(["", "g", "h", "i"]),
    link=st.sampled_from(["", "https://a.example/", "https://b.example/", "https://c.example/"]),
    title=st.sampled_from(["", "One", "Two", "Three"]),
    published=st.sampled_from([None, NOON, NOON + timedelta(days=1)]),
)
DOCUMENTS = st.lists(ENTRIES, max_size=8)


def known(*entries: FeedEntry) -> list[Stored]:
    return [Stored(each) for each in recognise(entries, list[Stored]()).new]


@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_what_was_seen_is_never_new_again_in_whichever_order_it_is_listed(
    document: list[FeedEntry], random: object
) -> None:
    before = known(*document)
    again = [*document, *document]
    random.shuffle(again)  # type: ignore[attr-defined]

    found = recognise(again, before)

    assert found.new == []
    assert sorted(map(repr, found.again)) == sorted(repr((each, each.entry)) for each in before)


@given(DOCUMENTS, DOCUMENTS)
def test_each_item_is_either_new_or_one_that_was_known(old: list[FeedEntry], new: list[FeedEntry]) -> None:
    before = known(*old)

    found = recognise(new, before)

    assert len(found.again) + len(found.new) == len(known(*new))
    assert len({id(each) for each, _ in found.again}) == len(found.again)


def test_an_item_is_known_by_its_guid_whatever_else_changes() -> None:
    was = entry(1)

    found = recognise([replace(was, title="Anew", link="https://elsewhere.example/")], known(was))

    assert found.new == []


def test_a_site_that_gives_all_items_new_guids_posts_none_of_them_again() -> None:
    was = [replace(entry(number), guid=f"old-{number}") for number in range(3)]

    found = recognise([replace(each, guid=f"new-{each.guid}") for each in was], known(*was))

    assert found.new == []


def test_a_guid_that_all_items_share_tells_none_of_them() -> None:
    was = [replace(entry(number), guid="the site") for number in range(3)]

    found = recognise([replace(entry(9), guid="the site"), *was], known(*was))

    assert [each.link for each in found.new] == [entry(9).link]


def test_the_link_of_the_site_tells_no_item() -> None:
    was = [replace(entry(number), link="https://news.example/") for number in range(3)]

    found = recognise([replace(entry(9), link="https://news.example/"), *was], known(*was))

    assert [each.guid for each in found.new] == [entry(9).guid]


def test_a_feed_of_the_newest_item_alone_has_a_new_one_though_the_link_is_the_same() -> None:
    was, new = (replace(entry(number), link="https://news.example/latest") for number in (1, 2))

    assert recognise([new], known(was)).new == [new]


def test_without_guid_and_link_it_is_the_title_and_the_date() -> None:
    was = FeedEntry("", "", "Weekly news", published=NOON)
    new = replace(was, published=NOON + timedelta(weeks=1))

    assert recognise([new, was], known(was)).new == [new]


def test_what_is_listed_twice_counts_once() -> None:
    assert len(known(entry(1), entry(1), replace(entry(1), title="Again"))) == 1
