"""Pictures of few colours as PNG files, written with the standard library: all that rectangles need."""

import struct
import zlib
from collections.abc import Iterable


def png(width: int, height: int, palette: bytes, lines: Iterable[bytes]) -> bytes:
    """Return a picture as a file (https://www.w3.org/TR/png/).

    `lines` are `height` rows of `width` bytes, each the number of a colour in `palette`: three bytes a colour.
    """
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + line for line in lines), 9)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def ico(picture: bytes, size: int) -> bytes:
    """Return a square PNG of at most 255 pixels as an icon file, which browsers ask for at the root of a site."""
    head = struct.pack("<HHH", 0, 1, 1)
    return head + struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(picture), len(head) + 16) + picture


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
