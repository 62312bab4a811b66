"""The form of a job that touches many files: what would change is shown first, and saved when it has been seen."""

from collections.abc import Mapping
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace
from werkzeug.exceptions import NotFound

from site_builder.edge.editing.job import Done, do
from site_builder.edge.editing.proposals import ensure_clean, in_git
from site_builder.edge.editing.told import difference_of, files_of, notes_of
from site_builder.editing.edit import CannotEditError, Value
from site_builder.editing.jobs.desk import Desk, Proposal, Refusal
from site_builder.forms.answers.pages import Proposed, ThingFormView, thing_form
from site_builder.forms.answers.visit import Answer, Visit
from site_builder.forms.desk import committed, sentences
from site_builder.forms.fields.items import ACTIONS, reshaped
from site_builder.forms.fields.placed import Held, Note, placed
from site_builder.forms.fields.posted import Reading
from site_builder.forms.fields.shape import FormField
from site_builder.forms.fields.sheet import Sheet, told_of
from site_builder.forms.fields.tree import Tree, tree_of
from site_builder.forms.jobs.table import JOBS


class NotAsShownError(Exception):
    """What would be written is not what was shown."""


class Doing(Struct, frozen=True):
    """Answers for the form of one job."""

    visit: Visit
    name: str

    def answer(self) -> Answer:
        """Answer a visit: the empty form, what would change, or what has been saved."""
        if self.name not in JOBS:
            raise NotFound
        visit, pressed = self.visit, self.visit.pressed
        if not pressed:
            return self._form({})
        tree = tree_of(visit.posted())
        if pressed.partition(":")[0] in ACTIONS:
            parts = self._sheet.holds_parts(pressed.partition(":")[2])
            return self._form(reshaped(tree, pressed, holds_parts=parts), notice=visit.strings("forms.items-changed"))
        given = Reading(None).of(self._sheet.model, tree, {})
        if notes := tuple(self._missing(given)):
            return self._form(tree, notes, fault=visit.strings("forms.refused"), status=422)
        try:
            return self._tried(tree, given, is_save=pressed == "save")
        except Refusal as refusal:
            words = visit.strings(f"editing.refused.{refusal.key}", **refusal.values)
            return self._form(tree, fault=visit.strings("editing.refused.intro", words=words), status=422)
        except CannotEditError as problem:
            words = visit.strings("editing.refused.place", place=str(problem))
            return self._form(tree, fault=words, status=422)

    @property
    def _sheet(self) -> Sheet:
        return Sheet(JOBS[self.name].asked, (), "", says_plan=False)

    def _missing(self, given: Mapping[str, Value]) -> list[Note]:
        """Return what has to be answered; of a thing that has been begun, its fields."""
        found = list(self._sheet.missing(given))
        return [Note(name, self.visit.strings("forms.missing"), is_error=True) for name in found]

    def _tried(self, tree: Tree, given: Mapping[str, Value], *, is_save: bool) -> Answer:
        visit, form, stamp = self.visit, JOBS[self.name], self.visit.request.form.get("stamp", "")

        def asked(desk: Desk) -> Proposal:
            return form.job(desk, given, visit.strings)

        def job(desk: Desk) -> Proposal:
            proposal = asked(desk)
            if is_save and stamp_of(proposal) != stamp:
                raise NotAsShownError
            if is_save and in_git(visit.root):
                ensure_clean(visit.root, proposal.files)
            return proposal

        try:
            done = do(visit.root, job, dry_run=not is_save, repairs=form.repairs, known=visit.known)
        except NotAsShownError:
            done = do(visit.root, asked, dry_run=True, repairs=form.repairs, known=visit.known)
            return self._shown(done, tree, visit.strings("forms.jobs.not-as-shown"))
        if is_save and not done.refused and visit.editor:
            words, branch = committed(visit.root, done, visit.editor, visit.strings)
            key = "forms.saved" if branch else "forms.saved-no-git"
            told = visit.strings(key, branch=branch, words=words.split("\n")[0])
            return self._form({}, notice=told, proposed=self._proposed(done, is_saved=True))
        return self._shown(done, tree, visit.strings("forms.jobs.shown"))

    def _shown(self, done: Done, tree: Tree, notice: str) -> Answer:
        visit = self.visit
        notes = placed(done.findings, None, (), Held(), visit.strings)
        if done.refused or done.proposal is None:
            key = "forms.broken-before" if done.proposal is None else "forms.refused"
            return self._form(tree, notes, fault=visit.strings(key), status=422)
        if not done.proposal.files:
            left = self._proposed(done, is_saved=True) if done.notes else None
            return self._form(tree, notes, notice=visit.strings("forms.nothing-changed"), proposed=left)
        return self._form(tree, notes, notice=notice, proposed=self._proposed(done, is_saved=False))

    def _proposed(self, done: Done, *, is_saved: bool) -> Proposed:
        strings = self.visit.strings
        return Proposed(
            sentences=tuple(sentences(done, strings)),
            files=tuple(words.strip() for words in files_of(done, strings)),
            lines=() if is_saved else tuple(difference_of(done)),
            notes=tuple(notes_of(done, strings)),
            stamp=stamp_of(done.proposal) if done.proposal else "",
            is_saved=is_saved,
        )

    def _form(
        self,
        tree: Tree,
        notes: tuple[Note, ...] = (),
        *,
        notice: str = "",
        fault: str = "",
        proposed: Proposed | None = None,
        status: int = 200,
    ) -> Answer:
        visit, key = self.visit, f"forms.jobs.{self.name}"
        view = ThingFormView(
            heading=visit.strings(f"{key}.title"),
            about=visit.strings(f"{key}.about"),
            token=visit.token,
            hidden=(("stamp", proposed.stamp),) if proposed else (),
            fields=tuple(self._worded(field) for field in self._sheet.fields(visit, tree, notes)),
            told=told_of(notes),
            shown_at="",
            way="job",
            proposed=proposed,
        )
        return Answer(view.heading, thing_form(view, visit.strings), notice, fault, status)

    def _worded(self, field: FormField) -> FormField:
        """Return a field with the words of the job; its parts have those of the schema."""
        key = f"forms.jobs.{self.name}.fields.{field.name}"
        title, about = self.visit.strings(f"{key}.title"), str(self.visit.strings.find(f"{key}.help") or "")
        parts = field.parts
        if field.kind == "list":
            parts = tuple(replace(part, title=f"{title} {part.place}") for part in parts)
        return replace(field, title=title, help=about, parts=parts)


def stamp_of(proposal: Proposal) -> str:
    """Return what files are to be, as a fingerprint."""
    return sha256(repr(sorted(proposal.files.items())).encode()).hexdigest()
