"""What a reference may say in a file: every id that exists now, as it is written there, and what it stands for."""

from collections.abc import Iterator

from msgspec import Struct

from site_builder.foundation.inline import PLAN_KINDS, word_of
from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.strings import Strings
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.targets import Target

ANY = "target"  # a reference to whatever running text can refer to
WITHOUT_PLAN = ("category", "draft")  # kinds that only their own plan's files name


class Choice(Struct, frozen=True):
    """What can be written, and what that is."""

    written: str
    means: str


class Ids(Struct, frozen=True):
    """The ids that exist, for the files of a plan, or for files outside plans where `plan` is empty.

    `says_plan` is true of files that may say which plan their bare numbers mean.
    """

    index: PlanIndex
    strings: Strings
    plan: str = ""
    says_plan: bool = False

    def of(self, kind: str) -> tuple[Choice, ...]:
        """Return what a reference of a kind may say; nothing where a broken file keeps anybody from knowing."""
        kinds = ("intervention", *spoken().prefixes.values()) if kind == ANY else (kind,)
        if any(found in kinds for found, _ in self.index.targets.unreadable):
            return ()
        found: dict[str, Choice] = {}
        for choice in (choice for name in kinds for choice in self._of_kind(name, prefixed=kind == ANY)):
            found.setdefault(choice.written, choice)
        return tuple(found.values())

    def _of_kind(self, kind: str, prefixed: bool) -> Iterator[Choice]:
        word = word_of(kind) if prefixed else ""
        head = f"{word}:" if word else ""
        for target in (target for target in self.index.targets.values() if target.kind == kind):
            yield from (Choice(head + name, self._means(target)) for name in self._names(target))

    def _names(self, target: Target) -> Iterator[str]:
        """Yield how a thing is named in the files: without its plan where that is clear, and with it."""
        plan, slash, name = target.key.partition("/")
        if not slash or (target.kind not in PLAN_KINDS and plan not in self.index.plans):
            yield target.key
            return
        if plan == self.plan or (self.says_plan and not self.plan):
            yield name
        if target.kind not in WITHOUT_PLAN:
            yield target.key

    def _means(self, target: Target) -> str:
        title = self.strings(target.words) if target.words else target.whole_title or target.key
        content = self.index.plans.get(target.key.partition("/")[0])
        if not content or target.kind == "plan" or content.plan.value.id == self.plan:
            return title
        return f"{title} ({content.plan.value.short_title})"
