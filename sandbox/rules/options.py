"""Options of application commands. Source: Discord's description, and its documentation, "Application Commands"."""

import unicodedata
from collections.abc import Sequence

from sandbox.rules.interactive import CHANNEL_TYPES
from sandbox.rules.values import INT53, Reader

SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = range(1, 12)
PLAIN = (STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT)
NESTED = (SUBCOMMAND, GROUP)
CHOOSABLE = (STRING, INTEGER, NUMBER)
MAX_OPTIONS = 25
MAX_CHOICES = 25
MAX_NAME = 32
MAX_DESCRIPTION = 100
MAX_STRING = 6000
MAX_CHOICE = 100
LOCALES = frozenset(
    locale
    for locales in (
        ("ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu"),
        ("id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi"),
        ("zh-CN", "zh-TW"),
    )
    for locale in locales
)
DEFAULT_LOCALE = "en-US"
SCRIPTS = ("DEVANAGARI", "THAI")


def is_command_name(name: str) -> bool:
    r"""Tell whether Discord takes a slash command's or option's name.

    Discord: `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$`, in lower case where letters have one.
    """
    return 1 <= len(name) <= MAX_NAME and name == name.lower() and all(map(_is_name_part, name))


def check_names(holder: Reader, *, spaced: bool = False, described: bool = True) -> None:
    """Note what is wrong with a name and description and their translations. Context menus may be `spaced`."""
    name = holder.text("name", least=1, most=MAX_NAME, required=True, trim=spaced)
    if name is not None and len(name) <= MAX_NAME and not (spaced or is_command_name(name)):
        holder.fault("name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
    for locale, text in _translations(holder, "name_localizations", MAX_NAME):
        if not (spaced or is_command_name(text)):
            place = (*holder.path, "name_localizations", locale)
            holder.tree.add(place, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
    holder.text("description", least=int(described), most=MAX_DESCRIPTION, required=described)
    _translations(holder, "description_localizations", MAX_DESCRIPTION)


def check_options(holder: Reader, allowed: Sequence[int]) -> None:
    """Note what is wrong with the options of a command, group or subcommand, where only `allowed` types may stand."""
    options = holder.objects("options", most=MAX_OPTIONS)
    names: set[str] = set()
    optional_seen = False
    kinds = set()
    for option in options:
        kind = option.choice("type", allowed, required=True)
        kinds.add(kind in NESTED)
        check_names(option)
        name = str(option.payload.get("name"))
        if name in names:
            option.fault("name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists")
        names.add(name)
        required = option.boolean("required") is True
        if kind in PLAIN and required and optional_seen:
            message = "Required options must be placed before non-required options"
            option.fault(None, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message)
        optional_seen = optional_seen or not required
        if kind is not None:
            _check_kind(option, kind)
    if len(kinds) > 1:
        message = "Sub-command and sub-command group option types are mutually exclusive to all other types"
        holder.fault("options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message)


def check_choices(holder: Reader, kind: int | None) -> None:
    """Note what is wrong with choices of an option of that type; with `None` all are of the first one's."""
    names: set[str | None] = set()
    choices = holder.objects("choices", most=MAX_CHOICES)
    if kind is None and choices:
        kind = STRING if isinstance(choices[0].payload.get("value"), str) else NUMBER
    for choice in choices:
        name = choice.text("name", least=1, most=MAX_CHOICE, required=True)
        if name is not None and name in names:
            message = "Option choice name already exists"
            choice.fault("name", "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", message)
        names.add(name)
        _translations(choice, "name_localizations", MAX_CHOICE)
        _check_choice_value(choice, kind)


def _check_choice_value(choice: Reader, kind: int | None) -> None:
    choice.value("value", required=True)
    if kind == STRING:
        choice.text("value", most=MAX_CHOICE)
    elif kind == INTEGER:
        choice.integer("value", least=-INT53, most=INT53)
    else:
        choice.number("value", least=-INT53, most=INT53)


def _check_kind(option: Reader, kind: int) -> None:
    """Check what only options of one type have."""
    if kind == GROUP:
        check_options(option, (SUBCOMMAND,))
    elif kind == SUBCOMMAND:
        check_options(option, PLAIN)
    elif option.payload.get("options"):
        option.fault("options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Only sub-commands and groups have options")
    if kind == CHANNEL:
        option.choice_set("channel_types", CHANNEL_TYPES)
    _check_limits(option, kind)
    autocomplete = option.boolean("autocomplete")
    if kind in CHOOSABLE:
        check_choices(option, kind)
        if autocomplete and option.payload.get("choices"):
            message = "Choices and autocomplete are mutually exclusive"
            option.fault("choices", "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE_EXCLUSIVE", message)
    elif autocomplete or option.payload.get("choices"):
        option.fault(None, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "This type of option can't suggest values")


def _check_limits(option: Reader, kind: int) -> None:
    if kind == STRING:
        least = option.integer("min_length", least=0, most=MAX_STRING)
        most = option.integer("max_length", least=1, most=MAX_STRING)
        _check_order(option, "min_length", least, most)
    elif kind == INTEGER:
        low = option.integer("min_value", least=-INT53, most=INT53)
        _check_order(option, "min_value", low, option.integer("max_value", least=-INT53, most=INT53))
    elif kind == NUMBER:
        lower = option.number("min_value", least=-INT53, most=INT53)
        _check_order(option, "min_value", lower, option.number("max_value", least=-INT53, most=INT53))


def _check_order(option: Reader, name: str, least: float | None, most: float | None) -> None:
    if least is not None and most is not None and least > most:
        option.fault(name, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {most}.")


def _translations(holder: Reader, name: str, most: int) -> list[tuple[str, str]]:
    """Check translations, and give those that are texts of an allowed length."""
    reader = holder.object(name)
    found = []
    for locale in reader.payload if reader is not None else ():
        if locale not in LOCALES and reader is not None:
            reader.fault(locale, "BASE_TYPE_CHOICES", f"Value must be one of {tuple(sorted(LOCALES))}.")
        text = reader.text(locale, least=1, most=most) if reader is not None else None
        if text and len(text) <= most:
            found.append((locale, text))
    return found


def _is_name_part(char: str) -> bool:
    return char in "-_'" or unicodedata.category(char)[0] in "LN" or unicodedata.name(char, "").split(" ")[0] in SCRIPTS
