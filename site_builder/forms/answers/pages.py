"""The pages of the forms: a view and a template for each, in a frame that all have."""

from markupsafe import Markup
from msgspec import Struct

from site_builder.forms.fields.shape import FormField
from site_builder.foundation.strings import Strings
from site_builder.render.environment import render_template


class Way(Struct, frozen=True):
    """A link, and what stands small beside it."""

    address: str
    words: str
    beside: str = ""


class Group(Struct, frozen=True):
    """The things of a kind, and the way to a new one where there is a form for it."""

    title: str
    ways: tuple[Way, ...]
    new: Way | None = None


class Told(Struct, frozen=True):
    """A finding as it stands above the form, with the way to its field."""

    anchor: str
    words: str
    is_error: bool


class Proposed(Struct, frozen=True):
    """What a job would change, or has changed: sentences, files, lines, and what a person should look at.

    `stamp` is the fingerprint of what was shown: nothing else is saved.
    """

    sentences: tuple[str, ...]
    files: tuple[str, ...]
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    stamp: str
    is_saved: bool


class Difference(Struct, frozen=True):
    """A field that two versions have differently."""

    title: str
    theirs: str
    mine: str


class FormFrameView(Struct, frozen=True):
    """What all pages have: who edits, what has not been sent yet, and what has just happened."""

    title: str
    body: Markup
    token: str
    editor: str
    unsent: tuple[str, ...]
    notice: str
    fault: str


class ThingListView(Struct, frozen=True):
    """The start: everything that can be edited, and the jobs that touch many files."""

    groups: tuple[Group, ...]
    jobs: tuple[Way, ...]


class ThingFormView(Struct, frozen=True):
    """A form. `hidden` are fields that go along unseen, `shown_at` is the address of the page as it would be.

    The form of a job (`way`) shows what it would change before it can be saved; one that asks before the form of a
    thing can be made (`begin`) saves nothing.
    """

    heading: str
    about: str
    token: str
    hidden: tuple[tuple[str, str], ...]
    fields: tuple[FormField, ...]
    told: tuple[Told, ...]
    shown_at: str
    way: str = "thing"
    proposed: Proposed | None = None


class TwoVersionsView(Struct, frozen=True):
    """What somebody else has written meanwhile, and what was to be saved."""

    address: str
    differences: tuple[Difference, ...]


class ShownPageView(Struct, frozen=True):
    """A page of the site as it would be, alone in a frame."""

    title: str
    body: Markup


def _whole(name: str, view: Struct, strings: Strings) -> str:
    """Return a template filled in; what the house gives in pieces is put together."""
    return "".join(render_template(name, view, strings))


def framed(frame: FormFrameView, strings: Strings) -> str:
    """Return a whole page."""
    return _whole("forms/form_frame.html.j2", frame, strings)


def thing_list(view: ThingListView, strings: Strings) -> Markup:
    """Return the start."""
    return Markup(_whole("forms/thing_list.html.j2", view, strings))  # noqa: S704 - our own template


def thing_form(view: ThingFormView, strings: Strings) -> Markup:
    """Return a form."""
    return Markup(_whole("forms/thing_form.html.j2", view, strings))  # noqa: S704 - our own template


def two_versions(view: TwoVersionsView, strings: Strings) -> Markup:
    """Return two versions of a thing."""
    return Markup(_whole("forms/two_versions.html.j2", view, strings))  # noqa: S704 - our own template


def shown_page(view: ShownPageView, strings: Strings) -> str:
    """Return a page of the site for a frame."""
    return _whole("forms/shown_page.html.j2", view, strings)
