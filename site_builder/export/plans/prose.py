"""Running text as plain text."""

from msgspec import Struct

from site_builder.foundation.inline import Inline
from site_builder.foundation.plain_text import plain_text
from site_builder.meaning.link import PlanIndex


class Words(Struct, frozen=True):
    """Makes plain text of running text, whose references have named their plans since they were linked."""

    index: PlanIndex

    def __call__(self, text: str) -> str:
        """Return running text as plain text."""
        return plain_text(text, self._name)

    def optional(self, text: str | None) -> str | None:
        """Return running text as plain text, and nothing for nothing."""
        return None if text is None else self(text)

    def _name(self, item: Inline) -> str:
        """Return what a reference is called; one of the site's own pages is named by its address."""
        target = self.index.targets.get((item.kind, item.name))
        if item.label or target is None:
            return item.label or item.name
        return target.name or f"/{target.address}"
