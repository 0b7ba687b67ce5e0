"""What is answered where an edition can't be read, saved or undone as somebody asked."""

from typing import Final

from bot.catalogue.render.dates import EXAMPLES, unreadable_text
from bot.conventions.days import MOST_EDITION_DAYS, DaysProblem, UnreadableDays
from bot.conventions.editing import CannotUndoEdition
from bot.conventions.fields import CANCELLED, EditionFieldProblem, UnreadableEditionField
from bot.conventions.places import country_name, zones_of
from bot.conventions.render.fields import EDITION_FIELD_NAMES, STATUS_NAMES
from bot.dates.reading.readings import UnreadableDate
from bot.errors import NotUnderstood
from bot.ui.text import address_problem_text, day, list_words, over_length_text, quote, words_within
from bot.web.links import UnreadableAddress

DAYS_EXAMPLES: Final = "`2–5 July 2027`, `30 October to 1 November 2027`, `2027-07-02` or `July 2027`"
PLACE_EXAMPLE: Final = "`Los Angeles, United States`"


def days_problem_text(problem: UnreadableDays) -> str:
    """Say why typed days can't be an edition's, and what to type instead."""
    typed = quote(problem.typed)
    match problem.problem:
        case DaysProblem.ENDS_FIRST if problem.first and problem.last:
            return f"It would end on {day(problem.last)}, before it begins on {day(problem.first)}."
        case DaysProblem.TOO_LONG if problem.first and problem.last:
            count = (problem.last - problem.first).days + 1
            return f"{typed} is {count:,} days, and a convention lasts at most {MOST_EDITION_DAYS}."
        case DaysProblem.NO_YEAR:
            return f"{typed} doesn't say when. Type at least the year, such as `2027`."
        case DaysProblem.SEVERAL:
            return f"{typed} has several meanings. Type it like {DAYS_EXAMPLES}."
        case _:
            return f"I couldn't read {typed} as days. Type them like {DAYS_EXAMPLES}."


def edition_problem_text(problem: NotUnderstood, typed: str = "") -> str:
    """Say what is wrong with one of the fields of an edition, in which `typed` was typed."""
    match problem:
        case UnreadableDays():
            return days_problem_text(problem)
        case UnreadableDate():
            return unreadable_text(typed, problem, examples=f"{DAYS_EXAMPLES}, or for tickets {EXAMPLES}")
        case UnreadableAddress():
            return address_problem_text("The official site", problem)
        case UnreadableEditionField():
            return _field_text(problem)
        case _:
            return str(problem)


_STATUSES: Final = list_words([f"`{each}`" for each in (*STATUS_NAMES.values(), CANCELLED)])
_PROBLEMS: Final = {
    EditionFieldProblem.MISSING: "**{name}** is empty.",
    EditionFieldProblem.TOO_MANY: "**{name}** has {length} lines, and at most {most} fit.",
    EditionFieldProblem.NO_PLACE: (
        f"Type the place as its city and country with a comma between, such as {PLACE_EXAMPLE}."
    ),
    EditionFieldProblem.NO_COUNTRY: f"I couldn't read {{typed}} as a country. Try {PLACE_EXAMPLE}.",
    EditionFieldProblem.NO_ZONE: "I couldn't read {typed} as a time zone. Try `Europe/Berlin` or a large city.",
    EditionFieldProblem.OTHER_ZONE: "{city} doesn't go by the time of `{zone}`. Its zone is `{other}`, or one like it.",
    EditionFieldProblem.NO_STATUS: f"I couldn't read {{typed}} as a status. There are {_STATUSES}.",
    EditionFieldProblem.NOT_WITHIN: "The last public day isn't one of its days.",
}
_TYPED: Final = ("typed", "city")
"""The values that somebody typed, and that are quoted."""


def _field_text(of: UnreadableEditionField) -> str:
    name, values = EDITION_FIELD_NAMES[of.field], of.values
    if of.problem is EditionFieldProblem.TOO_LONG:
        return over_length_text(f"**{name}**", int(str(values["length"])), int(str(values["most"])))
    if of.problem is EditionFieldProblem.WHICH_ZONE:
        return _which_zone_text(str(values["city"]), str(values["country"]))
    told = {key: quote(str(value)) if key in _TYPED else value for key, value in values.items()}
    return _PROBLEMS[of.problem].format(name=name, **told)


def _which_zone_text(city_typed: str, country: str) -> str:
    some = words_within([f"`{zone}`" for zone in zones_of(country)[:8]], 300)
    return (
        f"{country_name(country)} has several time zones, and I don't know that of {quote(city_typed)}. Press "
        f"**Details** and type it: {some}."
    )


def known_already_text(name: str) -> str:
    """Say that an edition of this name is there already."""
    return f"{quote(name)} is known already. Change it with `/convention edit`."


def undo_edition_text(problem: CannotUndoEdition) -> str:
    """Say why a change of an edition can't be undone."""
    if problem.is_overtaken:
        return "This field has been changed again since. Undo the latest change first."
    return "This change is no longer known, or is another's to undo."
