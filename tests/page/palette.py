"""Pictures of 256 colours: a page has few, and its picture is a third of the size. The browser does the reckoning."""

import base64
import struct
import zlib
from typing import Any

from playwright.async_api import BrowserContext

REDUCE = """async encoded => {
  const bytes = Uint8Array.from(atob(encoded), each => each.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const {width, height} = bitmap;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);

  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const part = (colour, which) => (colour >>> (8 * which)) & 255;
  const apart = (a, b, which) => (part(a, which) - part(b, which)) ** 2;
  const gap = (a, b) => apart(a, b, 0) + apart(a, b, 1) + apart(a, b, 2);

  // What is missed most comes next: the colour with the most pixels times how far they are from one that is there.
  const colours = [...counts].map(([colour, count]) => ({colour, count, gap: Infinity, index: 0}));
  const palette = [];
  while (palette.length < 256) {
    const next = colours.reduce((most, each) => each.count * each.gap > most.count * most.gap ? each : most);
    if (next.gap === 0) break;
    palette.push(next.colour);
    for (const each of colours) {
      const far = gap(each.colour, next.colour);
      if (far < each.gap) Object.assign(each, {gap: far, index: palette.length - 1});
    }
  }

  const indices = new Map(colours.map(({colour, index}) => [colour, index]));
  const reader = new FileReader();
  reader.readAsDataURL(new Blob([Uint8Array.from(pixels, pixel => indices.get(pixel))]));
  await new Promise(done => reader.onload = done);
  const data = reader.result.split(",")[1];
  return {width, height, palette: palette.flatMap(each => [0, 1, 2].map(which => part(each, which))), data};
}"""


async def in_palette(context: BrowserContext, picture: bytes) -> bytes:
    """The same picture, an opaque PNG, with at most 256 colours."""
    desk = await context.new_page()
    try:
        return _png(await desk.evaluate(REDUCE, base64.b64encode(picture).decode()))
    finally:
        await desk.close()


def _png(reduced: dict[str, Any]) -> bytes:
    width, height = reduced["width"], reduced["height"]
    indices = base64.b64decode(reduced["data"])
    rows = b"".join(b"\0" + indices[start : start + width] for start in range(0, width * height, width))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", bytes(reduced["palette"])),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
