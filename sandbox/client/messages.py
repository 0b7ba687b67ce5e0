"""Messages and modals as a person reads them."""

from collections.abc import Iterator
from dataclasses import dataclass

from sandbox.rules.json_types import JsonObject, JsonValue

BUTTON, TEXT_INPUT, TEXT_DISPLAY, LABEL = 2, 4, 10, 18
SELECTS = frozenset({3, 5, 6, 7, 8})
EPHEMERAL, LOADING = 1 << 6, 1 << 7


@dataclass(frozen=True, slots=True)
class Choice:
    """A suggestion of an autocompletion."""

    name: str
    value: str | int | float


@dataclass(frozen=True, slots=True)
class Button:
    """A button. One that opens `url` has no `custom_id`."""

    label: str
    style: int
    url: str | None
    custom_id: str | None
    disabled: bool


@dataclass(frozen=True, slots=True)
class Select:
    """A select. `options` are (label, value), empty where users, roles or channels are chosen."""

    custom_id: str
    type: int
    placeholder: str
    options: tuple[tuple[str, str], ...]
    min_values: int
    max_values: int
    disabled: bool
    values: tuple[str, ...]


class Embed:
    """An embed; a part that is missing is an empty text."""

    def __init__(self, raw: JsonObject) -> None:
        self.raw = raw
        self.title: str = raw.get("title", "")
        self.description: str = raw.get("description", "")
        self.url: str = raw.get("url", "")
        self.color: int | None = raw.get("color")
        self.footer: str = raw.get("footer", {}).get("text", "")
        self.author: str = raw.get("author", {}).get("name", "")
        self.image: str = raw.get("image", {}).get("url", "")
        self.thumbnail: str = raw.get("thumbnail", {}).get("url", "")
        self.fields: dict[str, str] = {field["name"]: field["value"] for field in raw.get("fields", ())}

    def field(self, name: str) -> str:
        """Give a field's value. Raises `LookupError` naming the fields there are."""
        if name not in self.fields:
            raise LookupError(f"the embed has no field {name!r}, only {list(self.fields)}")
        return self.fields[name]

    @property
    def text(self) -> str:
        """All that a person reads in the embed, from top to bottom."""
        fields = [part for pair in self.fields.items() for part in pair]
        parts = [self.author, self.title, self.description, *fields, self.footer]
        return "\n".join(part for part in parts if part)


class Message:
    """A message as a person sees it. `raw` is Discord's message object."""

    def __init__(self, raw: JsonObject) -> None:
        self.raw = raw
        self.id = int(raw["id"])
        self.channel_id = int(raw["channel_id"])
        self.content: str = raw["content"]
        self.embeds = [Embed(embed) for embed in raw["embeds"]]
        self.components = list(_walk(raw["components"]))
        self.mention_roles = [int(role) for role in raw["mention_roles"]]
        self.mentions = [int(user["id"]) for user in raw["mentions"]]
        self.mention_everyone: bool = raw["mention_everyone"]
        self.edited = raw["edited_timestamp"] is not None
        self.ephemeral = bool(raw["flags"] & EPHEMERAL)
        self.loading = bool(raw["flags"] & LOADING)
        self.flags: int = raw["flags"]
        self.author: str = raw["author"]["username"]
        self.author_id = int(raw["author"]["id"])
        self.attachments: list[JsonObject] = raw["attachments"]
        self.pinned: bool = raw["pinned"]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id} by {self.author}: {self.text!r}>"

    @property
    def replied_to(self) -> "Message | None":
        """The message that it answers, as that stood then."""
        return Message(self.raw["referenced_message"]) if self.raw.get("referenced_message") else None

    @property
    def embed(self) -> Embed:
        """The only embed. Raises `LookupError` if there is none or are several."""
        if len(self.embeds) != 1:
            raise LookupError(f"the message has {len(self.embeds)} embeds: {self!r}")
        return self.embeds[0]

    @property
    def text(self) -> str:
        """All that a person reads in the message, from top to bottom: content, embeds, texts, labels of buttons."""
        displayed = [each["content"] for each in self.components if each["type"] == TEXT_DISPLAY]
        labels = [button.label for button in self.buttons]
        parts = [self.content, *(embed.text for embed in self.embeds), *displayed, *labels]
        return "\n".join(part for part in parts if part)

    @property
    def heading(self) -> str:
        """The first heading among the components' texts; empty where there is none."""
        displayed = (
            line for each in self.components if each["type"] == TEXT_DISPLAY for line in each["content"].split("\n")
        )
        return next((line.lstrip("#").strip() for line in displayed if line.startswith("#")), "")

    @property
    def buttons(self) -> list[Button]:
        """All buttons in reading order."""
        return [
            Button(
                label=each.get("label", ""),
                style=each["style"],
                url=each.get("url"),
                custom_id=each.get("custom_id"),
                disabled=bool(each.get("disabled")),
            )
            for each in self.components
            if each["type"] == BUTTON
        ]

    def button(self, label: str) -> Button:
        """Find a button by its label. Raises `LookupError` naming the buttons there are."""
        for button in self.buttons:
            if button.label == label:
                return button
        raise LookupError(f"there is no button {label!r}, only {[button.label for button in self.buttons]}")

    @property
    def selects(self) -> list[Select]:
        """All selects in reading order."""
        return [_select(each) for each in self.components if each["type"] in SELECTS]


def _walk(components: list[JsonObject]) -> Iterator[JsonObject]:
    for component in components:
        yield component
        yield from _walk(component.get("components", []))
        if "accessory" in component:
            yield from _walk([component["accessory"]])


def _select(raw: JsonObject) -> Select:
    options = raw.get("options") or ()
    preset = [option["value"] for option in options if option.get("default")]
    return Select(
        custom_id=raw["custom_id"],
        type=raw["type"],
        placeholder=raw.get("placeholder", ""),
        options=tuple((option["label"], option["value"]) for option in options),
        min_values=raw.get("min_values", 1),
        max_values=raw.get("max_values", 1),
        disabled=bool(raw.get("disabled")),
        values=(*preset, *(value["id"] for value in raw.get("default_values") or ())),
    )


@dataclass(frozen=True, slots=True)
class ModalField:
    """An input of a modal. `value` is what stands in it when the modal opens."""

    custom_id: str
    label: str
    description: str
    value: str
    placeholder: str
    required: bool
    min_length: int
    max_length: int
    raw: JsonObject


class Modal:
    """A modal that is open before the person. `interaction_id` is the interaction that it answers."""

    def __init__(self, raw: JsonObject, interaction_id: int) -> None:
        self.raw = raw
        self.interaction_id = interaction_id
        self.title: str = raw["title"]
        self.custom_id: str = raw["custom_id"]
        self.fields = list(_fields(raw["components"]))

    def field(self, name: str) -> ModalField:
        """Find a field by label or custom_id. Raises `LookupError` naming the labels there are."""
        for field in self.fields:
            if name in (field.label, field.custom_id):
                return field
        raise LookupError(f"the modal has no field {name!r}, only {[field.label for field in self.fields]}")

    @property
    def text(self) -> str:
        """All that a person reads in the modal."""
        displayed = [each["content"] for each in self.raw["components"] if each["type"] == TEXT_DISPLAY]
        fields = [part for field in self.fields for part in (field.label, field.description, field.placeholder)]
        return "\n".join(part for part in [self.title, *displayed, *fields] if part)


def _fields(components: list[JsonObject]) -> Iterator[ModalField]:
    for component in components:
        if component["type"] == LABEL:
            yield _field(component["component"], component["label"], component.get("description") or "")
        for inner in component.get("components", ()):
            yield _field(inner, inner.get("label") or "", "")


def _field(raw: JsonObject, label: str, description: str) -> ModalField:
    value: JsonValue = raw.get("value")
    return ModalField(
        custom_id=raw["custom_id"],
        label=label,
        description=description,
        value=value if isinstance(value, str) else "",
        placeholder=raw.get("placeholder") or "",
        required=raw.get("required", True) is not False,
        min_length=raw.get("min_length") or 0,
        max_length=raw.get("max_length") or 4000,
        raw=raw,
    )
