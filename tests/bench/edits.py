"""What an editor changes, again and again: one intervention's text, and the name of the body that most texts name."""

import re
from dataclasses import dataclass
from pathlib import Path

LEAD = re.compile(r"(?m)^(lead: (?:>-\n +)?)")
NAME = re.compile(r"(?m)^(name: )")


@dataclass(frozen=True)
class Edit:
    """A file, and the place in it where a word is put in."""

    file: Path
    before: str
    after: str
    page: str  # the end of the address of the page that is about the file

    def save(self, word: str) -> None:
        """Save the file with a word in the place."""
        self.file.write_text(f"{self.before}{word} {self.after}", encoding="utf-8")

    def undo(self) -> None:
        """Save the file as it was."""
        self.file.write_text(self.before + self.after, encoding="utf-8")

    def addresses(self, site: Path, word: str) -> tuple[str, ...]:
        """Return addresses where a built site has the word: the file's own page, and the first and last of all."""
        pages = sorted(site.rglob("index.html"))
        found = [page.parent for page in pages if f"{word} " in page.read_text(encoding="utf-8").replace("\xa0", " ")]
        own = [page for page in found if page.name == self.page]
        if not own:
            raise RuntimeError(f"{self.page}: {word!r} is on none of its pages")
        chosen = dict.fromkeys((own[0], found[0], found[-1]))
        return tuple(f"{page.relative_to(site).as_posix()}/".removeprefix("./") for page in chosen)


def edits(content: Path) -> dict[str, Edit]:
    """Return the edits by name: `text` and `name`."""
    interventions = sorted(content.glob("plans/*/interventions/*.yaml"))
    bodies = [file for file in sorted(content.glob("organizations/*.yaml")) if file.stem != "groups"]
    words = re.findall(r"[\w-]+", "\n".join(file.read_text(encoding="utf-8") for file in interventions))
    most = max(bodies, key=lambda file: words.count(file.stem))
    return {"text": _edit(interventions[0], LEAD), "name": _edit(most, NAME)}


def _edit(file: Path, place: re.Pattern[str]) -> Edit:
    before, key, after = place.split(file.read_text(encoding="utf-8"), maxsplit=1)
    return Edit(file, before + key, after, file.stem)
