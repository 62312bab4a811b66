"""Spreadsheets as somebody fills them in: cells written into the file itself, and saved again by LibreOffice."""

import io
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from html import escape
from pathlib import Path
from zipfile import ZipFile

import pytest

OFFICE = shutil.which("soffice")
with_office = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice (soffice) is not on this machine: apt install libreoffice-calc-nogui"
)


def filled(data: bytes, cells: Mapping[str, str | float], sheet: str = "sheet1") -> bytes:
    """Return an XLSX file with some cells of its first sheet filled in, as Excel would."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(made, "w") as new:
        for part in old.infolist():
            text = old.read(part)
            if part.filename == f"xl/worksheets/{sheet}.xml":
                text = _with_cells(text.decode(), cells).encode()
            new.writestr(part, text)
    return made.getvalue()


def part_of(data: bytes, name: str) -> str:
    """Return one of the files that an XLSX file is packed of."""
    with ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name).decode()


def saved_by_office(form: str, *files: Path) -> list[Path]:
    """Return spreadsheets of one folder as LibreOffice saves them in a format, all in one run: its start is slow."""
    assert OFFICE
    above = files[0].parent
    folder, profile = above / f"as-{form}", f"-env:UserInstallation={(above / 'office').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", form, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300, env={**os.environ, "HOME": str(above)})
    return [folder / f"{file.stem}.{form}" for file in files]


def _with_cells(text: str, cells: Mapping[str, str | float]) -> str:
    for place, value in cells.items():
        inside = (
            f't="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is>'
            if isinstance(value, str)
            else f"><v>{value}</v>"
        )
        cell = re.compile(rf'<c r="{place}"( s="\d+")?(?: t="s")?(?:/>|><v>[^<]*</v></c>)')
        found = cell.search(text)
        assert found, place
        text = f'{text[: found.start()]}<c r="{place}"{found[1] or ""} {inside}</c>{text[found.end() :]}'
    return text
