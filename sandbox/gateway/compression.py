"""How payloads are put on the wire: as text, or compressed in one stream for the whole connection."""

import zlib
from collections.abc import Callable
from typing import Protocol, TypeAlias

import zstandard

Frame: TypeAlias = str | bytes
"""What goes into one WebSocket message: text uncompressed, bytes compressed."""


class Encoder(Protocol):
    """Turns payloads into frames, in the order in which they are sent."""

    def encode(self, payload: str) -> Frame:
        """Turn one payload into one frame."""


class Plain:
    """No compression, or each payload by itself once the client asked for that when it identified."""

    def __init__(self) -> None:
        self.compress_payloads = False

    def encode(self, payload: str) -> Frame:
        """Turn one payload into one frame."""
        return zlib.compress(payload.encode()) if self.compress_payloads else payload


class ZlibStream:
    """`zlib-stream`: one zlib context; each frame ends with a sync flush (00 00 FF FF)."""

    def __init__(self) -> None:
        self._stream = zlib.compressobj()

    def encode(self, payload: str) -> Frame:
        """Turn one payload into one frame."""
        return self._stream.compress(payload.encode()) + self._stream.flush(zlib.Z_SYNC_FLUSH)


class ZstdStream:
    """`zstd-stream`: one zstandard frame that never ends; each message ends with a flushed block."""

    def __init__(self) -> None:
        self._stream = zstandard.ZstdCompressor().compressobj()

    def encode(self, payload: str) -> Frame:
        """Turn one payload into one frame."""
        return self._stream.compress(payload.encode()) + self._stream.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)


ENCODERS: dict[str, Callable[[], Encoder]] = {"": Plain, "zlib-stream": ZlibStream, "zstd-stream": ZstdStream}
"""The values of `?compress=`."""
