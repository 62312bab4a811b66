"""The files that the forms in the browser are sent with."""

from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[3]
FILES = {
    "plan.css": ("docs/assets/css/plan.css", "text/css"),
    "ikon.svg": ("docs/assets/bilder/ikon.svg", "image/svg+xml"),
    "forms.css": ("site_builder/templates/forms/forms.css", "text/css"),
    "forms.js": ("site_builder/templates/forms/forms.js", "text/javascript"),
}


def form_files() -> dict[str, tuple[bytes, str]]:
    """Return each file by its name: what it holds, and its kind."""
    return {name: ((PROGRAM / path).read_bytes(), kind) for name, (path, kind) in FILES.items()}
