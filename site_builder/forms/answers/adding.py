"""The form of a thing that is to be: one for each kind that `new` makes."""

from collections.abc import Mapping, MutableMapping

from msgspec.structs import replace
from werkzeug.exceptions import NotFound

from site_builder.edge.editing.job import Done, do
from site_builder.editing.edit import CannotEditError, Value
from site_builder.editing.jobs.desk import Desk, Proposal, Refusal
from site_builder.editing.jobs.new import NEVER_NEW, new_thing
from site_builder.forms.answers.changing import Changing
from site_builder.forms.answers.kept import keep
from site_builder.forms.answers.pages import ThingFormView, thing_form
from site_builder.forms.answers.visit import Answer, Visit
from site_builder.forms.desk import committed
from site_builder.forms.fields.items import ACTIONS, reshaped
from site_builder.forms.fields.placed import Held, Note, placed
from site_builder.forms.fields.posted import Reading
from site_builder.forms.fields.sheet import Sheet, told_of
from site_builder.forms.fields.still_open import still_open
from site_builder.forms.fields.tree import Tree, tree_of
from site_builder.forms.preview import previewed
from site_builder.foundation.source import KeyPath
from site_builder.foundation.strings import Strings
from site_builder.reading.layout import kind_named
from site_builder.reading.yaml_reader import parse

NEW_KINDS = (
    "intervention", "indicator", "organization", "document", "decision", "follow_up",
    "area", "starting_point", "group", "term", "difference", "topic", "search_word", "question", "redirect",
)  # fmt: skip
IN_PLAN = ("intervention", "indicator", "area", "starting_point")


class Adding:
    """Answers for the form of one new thing."""

    def __init__(
        self, visit: Visit, name: str, plan: str, shown: MutableMapping[str, str], begun: Tree | None = None
    ) -> None:
        if name not in NEW_KINDS or (name in IN_PLAN) != (plan in visit.index.plans):
            raise NotFound
        self._visit, self._kind, self._plan, self._shown = visit, kind_named(name), plan, shown
        self._begun = begun or {}
        rows = still_open(self._kind.model, visit.index, self._begun, visit.strings)
        self._sheet = Sheet(self._kind.model, NEVER_NEW, plan, self._kind.may_mean_plan, rows)

    def answer(self) -> Answer:
        """Answer a visit: the empty form, what the checks say, or the form of what has been made."""
        visit, pressed = self._visit, self._visit.pressed
        if not pressed:
            return self._form(self._sheet.offered(self._start()))
        tree = tree_of(visit.posted())
        if pressed.partition(":")[0] in ACTIONS:
            parts = self._sheet.holds_parts(pressed.partition(":")[2])
            return self._form(reshaped(tree, pressed, holds_parts=parts), notice=visit.strings("forms.items-changed"))
        value = Reading(None).of(self._kind.model, self._sheet.meant(tree), {}, NEVER_NEW)
        if notes := self._missing(value):
            return self._form(tree, notes, fault=visit.strings("forms.refused"), status=422)
        try:
            done = do(visit.root, lambda desk: self._made(desk, value), dry_run=pressed != "save", known=visit.known)
        except Refusal as refusal:
            words = visit.strings(f"editing.refused.{refusal.key}", **refusal.values)
            fault = visit.strings("editing.refused.intro", words=words)
            return self._form(tree, fault=fault, status=422)
        except CannotEditError as problem:
            fault = visit.strings("editing.refused.place", place=str(problem))
            return self._form(tree, fault=fault, status=422)
        return self._tried(done, tree, str(value[self._kind.id_field]), pressed)

    def _made(self, desk: Desk, value: Mapping[str, Value]) -> Proposal:
        return new_thing(desk, self._kind, self._plan, value)

    def _start(self) -> Tree:
        """Return what an empty form begins with: what has been asked before, or an indicator's place in its table."""
        if self._kind.kind != "indicator":
            return self._begun
        known = self._visit.index.plans[self._plan].indicators
        return {"order": str(max((item.value.order for item in known), default=0) + 1)}

    def _missing(self, value: Mapping[str, Value]) -> tuple[Note, ...]:
        words = self._visit.strings("forms.missing")
        return tuple(Note(name, words, is_error=True) for name in self._sheet.missing(value))

    def _tried(self, done: Done, tree: Tree, identity: str, pressed: str) -> Answer:
        visit = self._visit
        notes = self._notes(done, tree)
        if done.refused:
            key = "forms.broken-before" if done.proposal is None else "forms.refused"
            return self._form(tree, notes, fault=visit.strings(key), status=422)
        path = next(iter(done.proposal.files)) if done.proposal else ""
        if pressed == "save" and visit.editor:
            words, branch = committed(visit.root, done, visit.editor, visit.strings)
            key = "forms.saved" if branch else "forms.saved-no-git"
            told = visit.strings(key, branch=branch, words=words.split("\n")[0])
            now = replace(visit)
            made = Changing(now, path, identity, self._shown)
            return made.begun(notes, told)
        address = keep(self._shown, previewed(done, path)) if pressed == "preview" else ""
        return self._form(tree, notes, notice="" if notes else visit.strings("forms.checked"), shown=address)

    def _notes(self, done: Done, tree: Tree) -> tuple[Note, ...]:
        path = next(iter(done.proposal.files), "") if done.proposal else ""
        source = parse(path, done.after.texts[path])[0] if path else None
        at: KeyPath = ()
        if source and self._kind.list_key and isinstance(source.data, dict):
            at = (self._kind.list_key, len(source.data[self._kind.list_key]) - 1)
        form = Held(self._sheet.names(self._visit, tree), self._sheet.meant(tree))
        return placed(done.findings, source, at, form, self._visit.strings)

    def _form(
        self,
        tree: Tree,
        notes: tuple[Note, ...] = (),
        *,
        notice: str = "",
        fault: str = "",
        shown: str = "",
        status: int = 200,
    ) -> Answer:
        visit, name = self._visit, named(self._kind.kind, self._visit.strings)
        plan = visit.index.plans[self._plan].plan.value.short_title if self._plan else ""
        about = visit.strings("forms.new-about") + (f" {visit.strings('forms.in-plan', plan=plan)}" if plan else "")
        view = ThingFormView(
            heading=visit.strings("forms.new-heading", name=name),
            about=about,
            token=visit.token,
            hidden=(),
            fields=self._sheet.fields(visit, tree, notes),
            told=told_of(notes),
            shown_at=shown,
        )
        return Answer(view.heading, thing_form(view, visit.strings), notice, fault, status)


def named(kind: str, strings: Strings) -> str:
    """Return what one thing of a kind is called, inside a sentence."""
    words = str(strings.find(f"forms.kinds.{kind}") or strings(f"fields.files.{kind}"))
    return words[:1].lower() + words[1:]
