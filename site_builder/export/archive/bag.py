"""A folder by BagIt (RFC 8493): what is handed over below `data/`, and checksums that show that all of it is whole."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from site_builder.foundation.page import Artifact

PAYLOAD = "data"
DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bag(payload: Mapping[str, bytes], beside: Mapping[str, bytes], about: Mapping[str, str]) -> Iterator[Artifact]:
    """Yield every file of the folder: the payload below `data/`, what stands beside it, and what BagIt asks for.

    `about` becomes `bag-info.txt`.
    """
    held = {f"{PAYLOAD}/{path}": content for path, content in payload.items()}
    sizes = f"{sum(map(len, held.values()))}.{len(held)}"
    told = {
        **beside,
        "bagit.txt": DECLARATION.encode(),
        "bag-info.txt": "".join(_line(*pair) for pair in {**about, "Payload-Oxum": sizes}.items()).encode(),
        "manifest-sha256.txt": _checksums(held.items()),
    }
    for path, content in sorted({**held, **told, "tagmanifest-sha256.txt": _checksums(told.items())}.items()):
        yield Artifact(path, content)


def checksum(content: bytes) -> str:
    """Return the checksum that everything in the folder is held by."""
    return hashlib.sha256(content).hexdigest()


def _checksums(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the checksums as `sha256sum --check` reads them."""
    return "".join(f"{checksum(content)}  {_escaped(path)}\n" for path, content in sorted(files)).encode()


def _escaped(path: str) -> str:
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _line(name: str, value: str) -> str:
    return f"{name}: {' '.join(value.split())}\n"
