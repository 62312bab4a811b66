"""The form of a thing that is there."""

from collections.abc import Mapping, MutableMapping

from werkzeug.exceptions import NotFound

from site_builder.edge.editing.job import Done
from site_builder.editing.edit import CannotEditError, Value, as_read
from site_builder.forms.answers.kept import keep
from site_builder.forms.answers.pages import ThingFormView, thing_form
from site_builder.forms.answers.versions import versions
from site_builder.forms.answers.visit import Answer, Visit
from site_builder.forms.desk import EditedMeanwhileError, Thing, changed, committed, found_thing
from site_builder.forms.fields.items import ACTIONS, reshaped
from site_builder.forms.fields.placed import Held, Note, placed
from site_builder.forms.fields.posted import Reading
from site_builder.forms.fields.sheet import Sheet, told_of
from site_builder.forms.fields.still_open import still_open
from site_builder.forms.fields.tree import Tree, tree_of
from site_builder.forms.preview import previewed
from site_builder.reading.yaml_reader import parse


class Changing:
    """Answers for a form of one thing."""

    def __init__(self, visit: Visit, path: str, identity: str, shown: MutableMapping[str, str]) -> None:
        thing = found_thing(visit.given.texts, path, identity)
        if thing is None:
            raise NotFound
        self._visit, self._thing, self._shown = visit, thing, shown
        kind = thing.location.kind
        rows = still_open(thing.model, visit.index, thing.data, visit.strings)
        self._sheet = Sheet(thing.model, thing.fixed, thing.location.plan, kind.may_mean_plan, rows)

    def answer(self) -> Answer:
        """Answer a visit: the form, what the checks say, or what has been saved."""
        visit, pressed = self._visit, self._visit.pressed
        if not pressed:
            return self.begun((), "")
        tree, stamp = tree_of(visit.posted()), visit.request.form.get("stamp", "")
        if pressed.partition(":")[0] in ACTIONS:
            parts = self._sheet.holds_parts(pressed.partition(":")[2])
            changed_tree = reshaped(tree, pressed, holds_parts=parts)
            return self._form(changed_tree, stamp, notice=visit.strings("forms.items-changed"))
        given = self._sheet.meant(tree)
        value = Reading(self._thing.data).of(self._thing.model, given, self._thing.data, self._thing.fixed)
        return self._tried(tree, stamp, value, pressed)

    def _tried(self, tree: Tree, stamp: str, value: Mapping[str, Value], pressed: str) -> Answer:
        visit = self._visit
        try:
            done = changed(visit.root, self._thing, stamp, value, dry_run=pressed != "save", known=visit.known)
        except EditedMeanwhileError:
            return versions(visit, self._thing, as_read(value))
        except CannotEditError as fault:
            return self._form(tree, stamp, fault=visit.strings("editing.refused.place", place=str(fault)), status=422)
        notes = self._notes(done, tree)
        if done.refused:
            key = "forms.broken-before" if done.proposal is None else "forms.refused"
            return self._form(tree, stamp, notes, fault=visit.strings(key), status=422)
        if pressed == "save":
            return self._saved(done, notes)
        address = keep(self._shown, previewed(done, self._thing.source.path)) if pressed == "preview" else ""
        return self._form(tree, stamp, notes, notice="" if notes else visit.strings("forms.checked"), shown=address)

    def _saved(self, done: Done, notes: tuple[Note, ...]) -> Answer:
        """Commit what is written, and answer with the form of what the file says now."""
        visit = self._visit
        if done.proposal is None or not done.proposal.files or visit.editor is None:
            return self.begun((), visit.strings("forms.nothing-changed"))
        words, branch = committed(visit.root, done, visit.editor, visit.strings)
        key = "forms.saved" if branch else "forms.saved-no-git"
        told = visit.strings(key, branch=branch, words=words.split("\n")[0])
        now = found_thing(done.after.texts, self._thing.source.path, self._thing.id) or self._thing
        self._thing = now
        return self.begun(notes, told)

    def _notes(self, done: Done, tree: Tree) -> tuple[Note, ...]:
        path = self._thing.source.path
        source, _ = parse(path, done.after.texts[path])
        form = Held(self._sheet.names(self._visit, tree), self._sheet.meant(tree))
        return placed(done.findings, source, self._thing.at, form, self._visit.strings)

    def begun(self, notes: tuple[Note, ...], notice: str) -> Answer:
        """Return the form of what the file says now, with what is told of it."""
        tree = self._sheet.offered(self._thing.data)
        left = self._sheet.left_open(tree) if notice else ""
        return self._form(tree, self._thing.stamp, notes, notice=notice + left)

    def _form(  # noqa: PLR0913 - most by name
        self,
        tree: Tree,
        stamp: str,
        notes: tuple[Note, ...] = (),
        *,
        notice: str = "",
        fault: str = "",
        shown: str = "",
        status: int = 200,
    ) -> Answer:
        """Return the form, holding what a tree says."""
        visit, thing = self._visit, self._thing
        view = ThingFormView(
            heading=heading_of(thing),
            about=visit.strings("forms.about", path=thing.source.path),
            token=visit.token,
            hidden=(("stamp", stamp),),
            fields=self._sheet.fields(visit, tree, notes),
            told=told_of(notes),
            shown_at=shown,
        )
        return Answer(view.heading, thing_form(view, visit.strings), notice, fault, status)


def heading_of(thing: Thing) -> str:
    """Return what a thing is called: its own name, after its id where that is a number."""
    names = (thing.data.get(name) for name in ("short_title", "title", "name", "short_name", "term", "words"))
    name = next((name for name in names if isinstance(name, str)), "")
    number = thing.id if ":" in thing.id or thing.id.isdecimal() else ""
    return " ".join(part for part in (number, name or thing.id or thing.source.path) if part)
