"""What kind of picture some bytes are, by how they begin: what a server says of them isn't asked."""

ENOUGH = 32
"""So many bytes tell every kind."""


def kind_of(start: bytes | bytearray) -> str | None:
    """Give the media type of a PNG, JPEG, GIF, WebP or AVIF by its first bytes; None for anything else."""
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if start.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if start.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "image/webp"
    if start[4:8] == b"ftyp" and start[8:12] in (b"avif", b"avis"):
        return "image/avif"
    return None
