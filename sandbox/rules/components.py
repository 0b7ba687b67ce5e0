"""The components of a message, of both generations. Source: Discord's description and its "Component Reference"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sandbox.rules.interactive import (
    BUTTON,
    SELECTS,
    Seen,
    check_button,
    check_select,
)
from sandbox.rules.values import WEB, Reader

ACTION_ROW, SECTION, TEXT_DISPLAY, THUMBNAIL, MEDIA_GALLERY, FILE, SEPARATOR, CONTAINER = 1, 9, 10, 11, 12, 13, 14, 17
IN_CONTAINER = (ACTION_ROW, SECTION, TEXT_DISPLAY, MEDIA_GALLERY, FILE, SEPARATOR)
TOP_LEVEL = (*IN_CONTAINER, CONTAINER)
IS_COMPONENTS_V2 = 1 << 15
"""The message flag that opens the second generation and closes `content` and `embeds`."""
MAX_ROWS = 5
ROW_WIDTH = 5
MAX_COMPONENTS = 40
MAX_TEXT = 4000
MEDIA = (*WEB, "attachment")


@dataclass(slots=True)
class Layout:
    """What is counted over a whole message: its components, their text and ids; and the files they may show."""

    files: Sequence[str]
    seen: Seen = field(default_factory=Seen)
    components: int = 0
    text: int = 0


def check_components(message: Reader, *, v2: bool, files: Sequence[str] = ()) -> None:
    """Note what is wrong with a message's `components`. `files` are the names of the files that come with it."""
    layout = Layout(files)
    most = None if v2 else MAX_ROWS
    for component in message.objects("components", most=most):
        _check(component, TOP_LEVEL if v2 else (ACTION_ROW,), layout)
    if layout.components > MAX_COMPONENTS:
        message.fault(
            "components",
            "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
            f"Total number of components cannot exceed {MAX_COMPONENTS}",
        )
    if layout.text > MAX_TEXT:
        message.fault(
            "components",
            "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
            f"Components displayable text size exceeds maximum size of {MAX_TEXT}",
        )


def kind_of(component: Reader, allowed: Sequence[int]) -> int | None:
    """Give a component's type; one that may not stand here is noted."""
    kind = component.value("type", required=True)
    if kind is None:
        return None
    if isinstance(kind, int) and not isinstance(kind, bool) and kind in allowed:
        return kind
    listed = ", ".join(map(str, allowed)) + ("," if len(allowed) == 1 else "")
    component.fault(None, "UNION_TYPE_CHOICES", f'Value of field "type" must be one of ({listed}).')
    return None


def _check(component: Reader, allowed: Sequence[int], layout: Layout) -> None:
    """Check a component that may stand in a place where `allowed` types may."""
    layout.components += 1
    kind = kind_of(component, allowed)
    if kind is not None:
        layout.seen.id(component)
        CHECKS[kind](component, layout)


def _check_row(row: Reader, layout: Layout) -> None:
    """Check a row: up to five buttons, or one select, which is as wide as all five."""
    width = 0
    for child in row.objects("components", least=1, most=None, required=True):
        _check(child, (BUTTON, *SELECTS), layout)
        width += 1 if child.payload.get("type") == BUTTON else ROW_WIDTH
        if width > ROW_WIDTH:
            message = "The specified component exceeds the maximum width"
            child.fault(None, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message)


def _check_section(section: Reader, layout: Layout) -> None:
    for child in section.objects("components", least=1, most=3, required=True):
        _check(child, (TEXT_DISPLAY,), layout)
    accessory = section.object("accessory", required=True)
    if accessory is not None:
        _check(accessory, (BUTTON, THUMBNAIL), layout)


def _check_text(display: Reader, layout: Layout) -> None:
    length = len(display.text("content", least=1, most=MAX_TEXT, required=True) or "")
    layout.text += length if length <= MAX_TEXT else 0  # one that is too long by itself has been noted


def _check_thumbnail(thumbnail: Reader, layout: Layout) -> None:
    _check_media(thumbnail, "media", layout)
    _check_description(thumbnail)


def _check_gallery(gallery: Reader, layout: Layout) -> None:
    for item in gallery.objects("items", least=1, most=10, required=True):
        _check_media(item, "media", layout)
        _check_description(item)


def _check_description(item: Reader) -> None:
    item.text("description", least=1, most=1024)
    item.boolean("spoiler")


def _check_file(file: Reader, layout: Layout) -> None:
    _check_media(file, "file", layout, schemes=("attachment",))
    file.boolean("spoiler")


def _check_media(holder: Reader, name: str, layout: Layout, schemes: Sequence[str] = MEDIA) -> None:
    """Check a medium's address; one that names an attachment needs that file in the same message."""
    media = holder.object(name, required=True)
    url = media.url("url", schemes=schemes, required=True) if media is not None else None
    if media is None or url is None:
        return
    attachment = url.removeprefix("attachment://")
    if attachment != url and attachment not in layout.files:
        message = "The referenced attachment was not found"
        media.fault("url", "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", message)


def _check_separator(separator: Reader, _: Layout) -> None:
    separator.boolean("divider")
    separator.choice("spacing", (1, 2))


def _check_container(container: Reader, layout: Layout) -> None:
    container.integer("accent_color", least=0, most=0xFFFFFF)
    container.boolean("spoiler")
    for child in container.objects("components", least=1, most=None, required=True):
        _check(child, IN_CONTAINER, layout)


CHECKS: dict[int, Callable[[Reader, Layout], None]] = {
    ACTION_ROW: _check_row,
    SECTION: _check_section,
    TEXT_DISPLAY: _check_text,
    THUMBNAIL: _check_thumbnail,
    MEDIA_GALLERY: _check_gallery,
    FILE: _check_file,
    SEPARATOR: _check_separator,
    CONTAINER: _check_container,
    BUTTON: lambda button, layout: check_button(button, layout.seen),
} | dict.fromkeys(SELECTS, lambda select, layout: check_select(select, layout.seen))
