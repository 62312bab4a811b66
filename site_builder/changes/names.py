"""What references mean and what they are called, as a thing of some plan writes them."""

from collections.abc import Mapping

from msgspec import Struct

from site_builder.changes.change import Form
from site_builder.changes.contents import Contents
from site_builder.foundation.inline import Inline, replace_references


class Names(Struct, frozen=True):
    """The names of one time. `renames` says what is called otherwise today; a bare number means one in `plan`."""

    contents: Contents
    plan: str
    renames: Mapping[str, str]

    def target(self, kind: str, written: str) -> tuple[str, str]:
        """Return what a reference means, under today's name, and what it was called."""
        target = self.contents.reference(kind, written, self.plan)
        value = self.contents.called(target, self.plan)
        name = f"”{value.text}”" if value.form is Form.QUOTED else value.text
        return self.renames.get(target, target), name

    def meant(self, text: str) -> str:
        """Return running text whose references say what they mean under today's names."""
        return replace_references(text, lambda item: f"[[{self._today(item)}|{item.label}]]")

    def read(self, text: str) -> str:
        """Return running text as it is read: each reference by its own words, or else by the name of its target."""
        return replace_references(
            text, lambda item: item.label or self.contents.called(self._target(item), self.plan).text
        )

    def _today(self, item: Inline) -> str:
        target = self._target(item)
        return self.renames.get(target, target)

    def _target(self, item: Inline) -> str:
        return self.contents.reference(item.kind, item.name, self.plan)
