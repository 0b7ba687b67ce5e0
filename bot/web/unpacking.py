"""Bodies that were packed for the way, unpacked no further than asked: a few bytes can stand for gigabytes."""

import zlib

_EITHER = 32 + zlib.MAX_WBITS
"""zlib: gzip or zlib, by their first bytes."""


class Unpacker:
    """Unpacks a body piece by piece. Raises `ValueError` for a packing that wasn't asked for, and for garbled bytes."""

    def __init__(self, encoding: str) -> None:
        self._inflate = None
        self._began = False
        match encoding.strip().lower():
            case "" | "identity":
                pass
            case "gzip" | "x-gzip" | "deflate":
                self._inflate = zlib.decompressobj(_EITHER)
            case _:
                raise ValueError("an encoding that nobody asked for")

    def feed(self, chunk: bytes, most: int) -> bytes:
        """Unpack the next piece, and give not more than `most` bytes of it (1 or more)."""
        self._began = True
        if self._inflate is None:
            return chunk[:most]
        try:
            body = self._inflate.decompress(chunk, most)
            # A gzip body may be several, one after the other.
            while self._inflate.eof and self._inflate.unused_data and len(body) < most:
                rest = self._inflate.unused_data
                self._inflate = zlib.decompressobj(_EITHER)
                body += self._inflate.decompress(rest, most - len(body))
        except zlib.error as error:
            raise ValueError(str(error)) from None
        return body

    def finish(self) -> None:
        """Raise `ValueError` where the end of the body is missing."""
        if self._began and self._inflate is not None and not self._inflate.eof:
            raise ValueError("it is cut off")
