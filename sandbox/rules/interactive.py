"""Buttons and selects. Source: Discord's description of its API, and its documentation, "Component Reference"."""

from dataclasses import dataclass, field

from sandbox.rules.values import WEB, Reader

BUTTON, STRING_SELECT, TEXT_INPUT = 2, 3, 4
USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT = 5, 6, 7, 8
SELECTS = (STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT)
LINK, PREMIUM = 5, 6
STYLES = (1, 2, 3, 4, LINK, PREMIUM)
MAX_CUSTOM_ID = 100
MAX_SELECT_VALUES = 25
CHANNEL_TYPES = (0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16)
DEFAULT_KINDS = {
    USER_SELECT: ("user",),
    ROLE_SELECT: ("role",),
    MENTIONABLE_SELECT: ("user", "role"),
    CHANNEL_SELECT: ("channel",),
}


@dataclass(slots=True)
class Seen:
    """The ids that a message or modal has used, none of which may come twice."""

    custom_ids: set[str] = field(default_factory=set)
    ids: set[int] = field(default_factory=set)

    def custom_id(self, component: Reader) -> None:
        """Check a component's `custom_id`, which it must have."""
        value = component.text("custom_id", least=1, most=MAX_CUSTOM_ID, required=True)
        if value is None:
            return
        if value in self.custom_ids:
            component.fault("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
        self.custom_ids.add(value)

    def id(self, component: Reader) -> None:
        """Check a component's own number; 0 and none mean that Discord numbers it."""
        value = component.integer("id", least=0, most=(1 << 31) - 1)
        if value and value in self.ids:
            component.fault("id", "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated")
        self.ids.add(value or 0)


def check_button(button: Reader, seen: Seen) -> None:
    """Note what is wrong with a button. Its style decides what it must and mustn't have."""
    style = button.choice("style", STYLES, required=True)
    label = button.text("label", most=80)
    button.boolean("disabled")
    check_emoji(button)
    if style in (LINK, PREMIUM):
        if button.value("custom_id") is not None:
            _note_exclusive(button, "custom_id", "url" if style == LINK else "sku_id")
    elif style is not None:
        _check_custom_button(button, seen)
    if style == LINK:
        button.url("url", most=512, schemes=(*WEB, "discord"), required=True)
    if style == PREMIUM:
        button.snowflake("sku_id", required=True)
        if label or button.value("emoji") or button.value("url"):
            button.fault(None, "BUTTON_COMPONENT_INVALID", "A premium button has neither label, url nor emoji")
    elif not label and not button.value("emoji"):
        button.fault(None, "BUTTON_COMPONENT_INVALID", "A button must have a label or an emoji")


def _check_custom_button(button: Reader, seen: Seen) -> None:
    if button.value("url") is not None:
        _note_exclusive(button, "custom_id", "url")
    if not button.value("custom_id"):
        button.fault("custom_id", "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required")
    else:
        seen.custom_id(button)


def _note_exclusive(button: Reader, one: str, other: str) -> None:
    names = f"{one.replace('_', ' ')} and {other.replace('_', ' ')}"
    button.fault(one, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", f"A {names} cannot both be specified")


def check_emoji(holder: Reader) -> None:
    """Note what is wrong with the emoji of a button or option: one of its own, by id, or a Unicode one, by itself."""
    emoji = holder.object("emoji")
    if emoji is None:
        return
    identity = emoji.snowflake("id")
    name = emoji.text("name", most=32, required=True)
    emoji.boolean("animated")
    if identity is None and name is not None and name.isascii():
        emoji.fault("name", "BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji")


def check_poll_emoji(media: Reader) -> None:
    """Note what is wrong with the emoji of a poll's answer: an id or a Unicode emoji, of which either is enough."""
    emoji = media.object("emoji")
    if emoji is not None:
        identity, name = emoji.snowflake("id"), emoji.text("name", most=32)
        emoji.boolean("animated")
        if identity is None and (not name or name.isascii()):
            emoji.fault("name", "BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji")


def check_select(select: Reader, seen: Seen, *, in_modal: bool = False) -> None:
    """Note what is wrong with a select of any kind."""
    kind = select.payload["type"]
    seen.custom_id(select)
    select.text("placeholder", most=150)
    least = select.integer("min_values", least=0, most=MAX_SELECT_VALUES)
    most = select.integer("max_values", least=1, most=MAX_SELECT_VALUES)
    disabled = select.boolean("disabled")
    select.boolean("required")
    if in_modal and disabled:
        select.fault("disabled", "BASE_TYPE_CHOICES", "Value must be one of (False,).")
    least, most = 1 if least is None else least, 1 if most is None else most
    if least > most:
        select.fault("min_values", "NUMBER_TYPE_MAX", f"int value should be less than or equal to {most}.")
    elif kind == STRING_SELECT:
        _check_options(select, least, most)
    else:
        _check_defaults(select, DEFAULT_KINDS[kind], least, most)
        if kind == CHANNEL_SELECT:
            select.choice_set("channel_types", CHANNEL_TYPES)


def _check_options(select: Reader, least: int, most: int) -> None:
    """Check a string select's options: there are at least as many as may be chosen."""
    options = select.objects("options", least=max(1, least, most), most=MAX_SELECT_VALUES, required=True)
    values: set[str] = set()
    chosen = 0
    for option in options:
        option.text("label", least=1, most=100, required=True)
        value = option.text("value", least=1, most=100, required=True)
        option.text("description", most=100)
        chosen += option.boolean("default") is True
        check_emoji(option)
        if value in values:
            message = "The specified option value is already used"
            option.fault("value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message)
        values.add(value or "")
    if chosen > most:
        select.fault("options", "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")


def _check_defaults(select: Reader, kinds: tuple[str, ...], least: int, most: int) -> None:
    """Check which entities a select begins with: none, or as many as may be chosen."""
    defaults = select.objects("default_values", most=MAX_SELECT_VALUES)
    for each in defaults:
        each.snowflake("id", required=True)
        each.choice("type", kinds, required=True)
    if defaults and not least <= len(defaults) <= most:
        select.fault("default_values", "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
