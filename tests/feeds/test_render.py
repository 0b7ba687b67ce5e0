"""What people see of feeds fits, whatever feeds and moderators write."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.feeds.choices import LINE_LENGTH, MOST_WORDS, WORD_LENGTH
from bot.feeds.model import (
    Feed,
    FeedChoices,
    FeedDocument,
    FeedEntry,
    FeedFailed,
    FeedItem,
    FeedPost,
    FeedPostState,
    FeedTrouble,
    FoundFeed,
)
from bot.feeds.render import feeds as render
from bot.feeds.render.items import item_embed, review_buttons, review_embed, review_form, written_line
from bot.feeds.render.refusals import feed_failed_text
from bot.feeds.render.tested import ItemReport, reported_items
from bot.pages import Page

NOW = datetime(2024, 1, 3, 12, tzinfo=UTC)
LOUD = "*_@everyone_*" * 200
ID = 1192074883893262118
ENTRY = FeedEntry("g", f"https://news.example/{'a' * 400}", LOUD[:250], LOUD[:600], "https://news.example/p.png", NOW)
CHOICES = FeedChoices(
    tuple(f"{number}{LOUD}"[:WORD_LENGTH] for number in range(MOST_WORDS)),
    tuple(f"{number}{LOUD}"[:WORD_LENGTH] for number in range(MOST_WORDS)),
    ("{title}{feed}{link}" * 20)[:LINE_LENGTH],
    ID,
)
FEED = Feed(
    1,
    f"https://news.example/{'f' * 900}",
    LOUD[:200],
    read_at=NOW,
    due_at=NOW,
    trouble=FeedTrouble.AWAY,
    why=LOUD,
    troubled_since=NOW,
)
LISTED = render.ListedFeed(ID, FEED, CHOICES, ID, publishes=True, paused_reason=LOUD, is_reviewed=False)
POST = FeedPost(1, 1, ID, FeedItem(1, 1, ENTRY, NOW), LOUD[:200], CHOICES.line, FeedPostState.WAITING, review_at=NOW)


def texts_in(components: list[dict[str, Any]]) -> str:
    found = []
    for each in components:
        found.append(str(each.get("content") or ""))
        found.append(texts_in(each.get("components") or []))
    return "".join(found)


async def test_pages_fit_however_much_was_chosen() -> None:
    page = Page([LISTED] * render.FEEDS_PAGE_SIZE, 0, 9, 50)
    states = [FeedPostState.FILTERED, *FeedPostState]
    reports = [ItemReport(ENTRY, replace(POST, state=state, reason=LOUD[:60]), None, LOUD) for state in states]
    reports += [ItemReport(ENTRY, None)] * (10 - len(reports))

    for view in (render.feed_listing(page, 1000), reported_items(LISTED, reports)):
        text = texts_in(view.to_components())  # type: ignore[no-untyped-call]  # the library has no annotations
        assert 500 < len(text) <= 4000
        assert "@everyone" not in text


async def test_the_preview_fits_a_message() -> None:
    found = FoundFeed(FEED.address, FeedDocument(FEED.title, "", (ENTRY,) * 3), (FEED.address,) * 9)
    told = render.choices_in_words(CHOICES, ID, publishes=True)

    assert len(render.preview_text(found, ID, CHOICES, told, shown=True)) <= render.MESSAGE_LENGTH
    assert len(render.followed_text(ID, FEED.title, told, is_changed=False)) <= render.MESSAGE_LENGTH
    assert render.preview_item(found, "Feed", CHOICES, NOW) == (None, None)
    line, embed = render.preview_item(found, "Feed", FeedChoices(line="{title}"), NOW)
    assert line is not None
    assert embed is not None


@pytest.mark.parametrize("state", list(FeedPostState))
async def test_posts_and_cards_fit_whatever_the_item_says(state: FeedPostState) -> None:
    post = replace(POST, state=state, decided_by=ID, decided_at=NOW, text=LOUD * 2)

    for embed in (item_embed(POST), item_embed(post), review_embed(post, ID)):
        assert len(embed) <= 6000
        assert len(embed.title or "") <= 256
        assert len(embed.description or "") <= 4096
        shown = [embed.title or "", embed.description or "", *(field.value or "" for field in embed.fields)]
        assert "@everyone" not in "".join(shown)
    assert len(written_line(POST)) <= 1500
    assert len(review_buttons(post)) == (3 if state is FeedPostState.WAITING else 0)
    assert review_form(post).to_dict()


@pytest.mark.parametrize("trouble", list(FeedTrouble))
def test_each_trouble_is_told_with_what_to_do(trouble: FeedTrouble) -> None:
    told = feed_failed_text(FeedFailed(trouble, LOUD))

    assert len(told) < 500
    assert "@everyone" not in told


def test_a_message_that_is_its_own_title_is_shown_once() -> None:
    post = replace(POST, item=replace(POST.item, entry=replace(ENTRY, title="Out now!", text="Out now!")))

    assert (item_embed(post).title, item_embed(post).description) == ("Out now!", None)


def test_a_line_takes_the_items_words_as_words() -> None:
    entry = FeedEntry("g", "https://news.example/1", "{feed} {link}")

    post = replace(POST, item=replace(POST.item, entry=entry), feed_title="Site", line="{title} | {feed} | {link}")

    assert written_line(post) == "{feed} {link} | Site | https://news.example/1"
