import pytest

from bot.catalogue.fields import UnreadableField, UnreadableRelease, read_field, read_outing
from bot.catalogue.model import Series, Titles
from bot.catalogue.records import CannotUndo, UndoProblem
from bot.catalogue.render.refusals import (
    field_address_text,
    field_problem_text,
    release_problem_text,
    undo_problem_text,
)
from bot.catalogue.services import read_video
from bot.errors import NotUnderstood
from bot.web.links import UnreadableAddress

SERIES = Series(0, "one", Titles("One"))


def told(problem: NotUnderstood) -> str:
    match problem:
        case UnreadableField():
            return field_problem_text(problem)
        case UnreadableAddress():
            return field_address_text(problem)
        case UnreadableRelease():
            return release_problem_text(problem)
    raise AssertionError(problem)


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("title_english", "x" * 201, "The English title has 201 characters: 1 more than the 200 that fit."),
        (
            "title_romaji",
            "x" * 1300,
            "The title in Latin letters has 1,300 characters: 1,100 more than the 200 that fit.",
        ),
        ("title_native", "x" * 201, "The native title has 201 characters: 1 more than the 200 that fit."),
        ("story", "x" * 3001, "The story has 3,001 characters: 1 more than the 3,000 that fit."),
        ("studio", "x" * 101, "The studio has 101 characters: 1 more than the 100 that fit."),
        (
            "episodes",
            "none",
            "The number of episodes must be a whole number from 1 to 10,000, or empty if it isn't known.",
        ),
        (
            "anilist_id",
            "0",
            "The AniList id must be a whole number from 1 to 2,147,483,647, or empty if it isn't known.",
        ),
        (
            "myanimelist_id",
            "5000000000",
            "The MyAnimeList id must be a whole number from 1 to 2,147,483,647, or empty if it isn't known.",
        ),
        ("site", "ftp://example.com", "The official site must begin with `https://` or `http://`."),
        (
            "site",
            "https://me@example.com/",
            "The official site has a user's name in it, before the `@`. Give the address without that.",
        ),
        (
            "site",
            "https://example.com/" + "(" * 200,
            "The official site has 620 characters: 108 more than the 512 that fit.",
        ),
        (
            "picture",
            "https://nodots",
            "The picture is not an address. It looks like `https://example.com/page`.",
        ),
        ("format", "opera", "The format must be one of `tv`, `film`, `ova`, `ona`, `special`."),
        ("adult", "perhaps", "Whether it is for adults must be `yes` or `no`."),
        (
            "credits",
            "Nobody",
            "Each line of the credits must have a role and a name: `Director: Motonobu Hori`.",
        ),
        ("credits", f"Role: {'n' * 101}", "A part of a credit has 101 characters: 1 more than the 100 that fit."),
        ("credits", "Role: Name\n" * 41, "The credits have 41 lines: at most 40 fit."),
        (
            "services",
            "https://example.com/",
            "Each line of the services must have a name: `Crunchyroll https://www.crunchyroll.com/…`.",
        ),
        ("services", "n" * 101, "A service's name has 101 characters: 1 more than the 100 that fit."),
        ("services", "Some TV ftp://example.com/", "A service's address must begin with `https://` or `http://`."),
        ("services", "Name\n" * 41, "The services have 41 lines: at most 40 fit."),
    ],
)
def test_what_is_wrong_with_a_field_is_told_in_one_sentence(name: str, typed: str, sentence: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_field(SERIES, name, typed)

    assert told(refused.value) == sentence


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("pilot", "This isn't a release. Type `premiere`, `episode 5`, `finale`, `film`, `home video` or `dub`."),
        ("dub 0", "This isn't a release. Type `premiere`, `episode 5`, `finale`, `film`, `home video` or `dub`."),
        ("finale", "The number of episodes isn't known. Type that of the last one, such as `episode 12`."),
    ],
)
def test_a_release_that_is_none_is_told_with_those_that_are(typed: str, sentence: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_outing(SERIES, typed, None)

    assert told(refused.value) == sentence


def test_a_trailer_that_is_no_address_is_told() -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_video("javascript:x")

    assert told(refused.value) == "The trailer must begin with `https://` or `http://`."


@pytest.mark.parametrize("why", UndoProblem)
def test_every_reason_not_to_undo_has_its_sentence(why: UndoProblem) -> None:
    assert undo_problem_text(CannotUndo(why)).endswith(".")
