"""Embeds. Source: Discord's description of `RichEmbed`, and its documentation, "Embed Limits"."""

from sandbox.rules.values import WEB, Reader

MAX_EMBEDS = 10
MAX_FIELDS = 25
MAX_TEXT = 6000
"""Code points of all titles, descriptions, fields, footers and authors' names of one message."""
MAX_COLOR = 0xFFFFFF
MEDIA = (*WEB, "attachment")


def check_embeds(message: Reader) -> None:
    """Note what is wrong with a message's `embeds`."""
    total = 0
    for embed in message.objects("embeds", most=MAX_EMBEDS):
        total += _check_embed(embed)
    if total > MAX_TEXT:
        message.fault("embeds", "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {MAX_TEXT}")


def _check_embed(embed: Reader) -> int:
    """Check one embed and count its text."""
    title = embed.text("title", most=256, trim=True)
    description = embed.text("description", most=4096, trim=True)
    embed.url("url")
    embed.integer("color", least=0, most=MAX_COLOR)
    embed.timestamp("timestamp")
    embed.text("type")
    author, footer = _named(embed, "author", "name", 256), _named(embed, "footer", "text", 2048)
    fields = _fields(embed)
    pictures = [_picture(embed, kind) for kind in ("image", "thumbnail")]
    if not (title or description or author or footer or embed.payload.get("fields") or any(pictures)):
        _note_empty(embed)
    return sum(len(text) for text in (title, description, author, footer, *fields) if text)


def _note_empty(embed: Reader) -> None:
    if not embed.tree.has(embed.path):
        embed.fault("description", "BASE_TYPE_REQUIRED", "This field is required")


def _named(embed: Reader, kind: str, text: str, most: int) -> str | None:
    """Check an author or a footer, and give its text."""
    part = embed.object(kind)
    if part is None:
        return None
    if kind == "author":
        part.url("url")
    part.url("icon_url", schemes=MEDIA)
    return part.text(text, most=most, required=True, trim=True)


def _picture(embed: Reader, kind: str) -> bool:
    """Check an image or thumbnail, and tell whether it is there."""
    part = embed.object(kind)
    return part is not None and part.url("url", schemes=MEDIA, required=True) is not None


def _fields(embed: Reader) -> list[str | None]:
    """Check the fields, and give their texts."""
    texts = []
    for each in embed.objects("fields", most=MAX_FIELDS):
        texts.append(each.text("name", most=256, required=True, trim=True))
        texts.append(each.text("value", most=1024, required=True, trim=True))
        each.boolean("inline")
    return texts
