"""One request and what it is about: who asks, the content as it is for them, and the page that answers."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from markupsafe import Markup
from msgspec import Struct

from site_builder.edge.editing.known import Known
from site_builder.edge.editing.proposals import Editor
from site_builder.edge.inputs import Inputs, inputs
from site_builder.export.editor.ids import Ids
from site_builder.forms.fields.shape import FormField
from site_builder.forms.guard import FormRequest
from site_builder.foundation.strings import Strings
from site_builder.meaning.link import PlanIndex


class Answer(Struct, frozen=True):
    """What a page says: its title, its text, what has just happened or gone wrong, and the code of the answer.

    An answer may be the way `to` another address.
    """

    title: str
    body: Markup
    notice: str = ""
    fault: str = ""
    status: int = 200
    to: str = ""


class Visit(Struct, frozen=True, dict=True):
    """A request, the editor, and the root of the files that are the editor's to change. `token` goes with each form.

    What is `known` from earlier visits is not worked out again.
    """

    request: FormRequest
    root: Path
    editor: Editor | None
    strings: Strings
    token: str
    known: Known

    @cached_property
    def given(self) -> Inputs:
        """The content as it is now."""
        return inputs(self.root, history=False)

    @cached_property
    def index(self) -> PlanIndex:
        """What the content means, also where it has errors."""
        return self.known.checked(self.root, self.given).index

    def ids(self, plan: str, says_plan: bool) -> Ids:
        """Return what exists to refer to, in the files of a plan or outside of them."""
        return Ids(self.index, self.strings, plan, says_plan)

    @property
    def pressed(self) -> str:
        """The button that was pressed; nothing where a form was only asked for."""
        return self.request.form.get("do", "check") if self.request.method == "POST" else ""

    def posted(self) -> Iterator[tuple[str, str]]:
        """Yield the fields of the form in their order."""
        yield from self.request.form.items(multi=True)


def names_in(fields: tuple[FormField, ...]) -> Iterator[str]:
    """Yield the names of fields and of all that they hold."""
    for field in fields:
        yield field.name
        yield from names_in(field.parts)
