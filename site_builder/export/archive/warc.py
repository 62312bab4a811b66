"""The built site as a WARC file (ISO 28500), which archives keep web sites in.

Each file is a `resource`: what stood at its address. It is none of a server's answers, since no server was asked.
"""

import uuid
from collections.abc import Mapping
from datetime import date
from io import BytesIO

from warcio.warcwriter import WARCWriter

from site_builder.export.archive.bag import checksum
from site_builder.export.archive.kinds import kind_of

ABOUT = "application/warc-fields"


def warc(name: str, base: str, files: Mapping[str, bytes], day: date, about: Mapping[str, str]) -> bytes:
    """Return the files of a site as the WARC file `name`: each by its path below the address `base`, dated `day`.

    `about` is what the first record says of the whole. Not compressed: the same files give the same bytes with
    any version of any library, and can be read with any editor.
    """
    out = BytesIO()
    writer = WARCWriter(out, gzip=False, warc_version="1.1")
    lines = "".join(f"{key}: {value}\r\n" for key, value in about.items()).encode()
    _write(writer, ("warcinfo", ""), lines, day, {"WARC-Filename": name, "Content-Type": ABOUT})
    for path, content in sorted(files.items()):
        _write(writer, ("resource", base + address(path)), content, day, {"Content-Type": kind_of(path)})
    return out.getvalue()


def address(path: str) -> str:
    """Return the address, from the site's root, that a file of the built site is shown at."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/" if folder and name == "index.html" else "" if path == "index.html" else path


def _write(writer: WARCWriter, what: tuple[str, str], content: bytes, day: date, headers: dict[str, str]) -> None:
    kind, uri = what
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{day} {uri} {checksum(content)}")
    fixed = {"WARC-Record-ID": f"<urn:uuid:{name}>", "WARC-Date": f"{day}T00:00:00Z", **headers}
    writer.write_record(
        writer.create_warc_record(
            uri,
            kind,
            payload=BytesIO(content),
            length=len(content),
            warc_content_type=headers["Content-Type"],
            warc_headers_dict=fixed,
        )
    )
