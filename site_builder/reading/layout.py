"""Which file holds what: the one table of the content folder."""

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from pydantic import BaseModel

from schema.background import Background, Draft, DraftFile
from schema.document import Decision, DecisionFile, Difference, DifferenceFile, Document, DocumentFile
from schema.finished_site import Accessibility, PublicVersion, PublicVersionFile
from schema.follow_up import FollowUp
from schema.indicator import Indicator
from schema.intervention import Intervention
from schema.organization import GroupFile, Organization, OrganizationGroup
from schema.plan import FocusArea, Plan, StartingPoint
from schema.site import HelpFile, HelpLine, Published, Redirect, RedirectFile, Site, Waivers
from schema.topic import Summary, Topic
from schema.words import (
    Compounds,
    GlossaryFile,
    GlossaryTerm,
    PageQuestions,
    QuestionFile,
    SearchWord,
    SearchWordFile,
)

CONTENT = "content/"
DOCS = "docs/"
REQUIRED_FILES = ("content/decisions.yaml", "content/documents.yaml", "content/site.yaml")
REQUIRED_FOLDERS = ("content/organizations", "content/plans")
REQUIRED_IN_PLAN = ("plan.yaml",)
REQUIRED_PLAN_FOLDERS = ("focus_areas", "interventions")


class FileKind(Struct, frozen=True, dict=True):
    """A kind of file: the pattern of its path, the kind of thing in it and the model of that thing.

    A file with a `list_key` holds many things under that key; any other file is one thing, and its name is its id.
    A file that `may_mean_plan` says with `plan:` which plan its bare numbers mean.
    """

    pattern: str
    kind: str
    model: type[BaseModel]
    id_field: str = "id"
    list_key: str = ""
    list_model: type[BaseModel] | None = None
    may_mean_plan: bool = False

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern as a regular expression with the groups `plan` and `name`."""
        return re.compile(re.escape(CONTENT + self.pattern).replace(r"\{", "(?P<").replace(r"\}", ">[^/]+)"))


FILE_KINDS = (
    FileKind("site.yaml", "site", Site, id_field=""),
    FileKind("accessibility.yaml", "accessibility", Accessibility, id_field=""),
    FileKind("organizations/groups.yaml", "group", OrganizationGroup, "id", "groups", GroupFile),
    FileKind("organizations/{name}.yaml", "organization", Organization),
    FileKind("documents.yaml", "document", Document, "id", "documents", DocumentFile),
    FileKind("decisions.yaml", "decision", Decision, "id", "decisions", DecisionFile),
    FileKind("glossary.yaml", "term", GlossaryTerm, "id", "terms", GlossaryFile, may_mean_plan=True),
    FileKind("search_words.yaml", "search_word", SearchWord, "id", "search_words", SearchWordFile, may_mean_plan=True),
    FileKind("questions.yaml", "question", PageQuestions, "page", "questions", QuestionFile, may_mean_plan=True),
    FileKind("compounds.yaml", "compounds", Compounds, id_field=""),
    FileKind("differences.yaml", "difference", Difference, "id", "differences", DifferenceFile, may_mean_plan=True),
    FileKind("help.yaml", "help", HelpLine, "id", "help", HelpFile),
    FileKind("redirects.yaml", "redirect", Redirect, "old", "redirects", RedirectFile),
    FileKind("published.yaml", "published", Published, id_field=""),
    FileKind("public_versions.yaml", "public_version", PublicVersion, "id", "public_versions", PublicVersionFile),
    FileKind("waivers.yaml", "waivers", Waivers, id_field=""),
    FileKind("follow_ups/{name}.yaml", "follow_up", FollowUp, may_mean_plan=True),
    FileKind("topics/{name}.yaml", "topic", Topic),
    FileKind("summaries/{name}.yaml", "summary", Summary, may_mean_plan=True),
    FileKind("plans/{plan}/plan.yaml", "plan", Plan),
    FileKind("plans/{plan}/drafts.yaml", "draft", Draft, "id", "drafts", DraftFile),
    FileKind("plans/{plan}/background.yaml", "background", Background, id_field=""),
    FileKind("plans/{plan}/focus_areas/{name}.yaml", "area", FocusArea, "number"),
    FileKind("plans/{plan}/interventions/{name}.yaml", "intervention", Intervention, "number"),
    FileKind("plans/{plan}/indicators/{name}.yaml", "indicator", Indicator),
    FileKind("plans/{plan}/starting_points/{name}.yaml", "starting_point", StartingPoint),
)

BY_PATTERN = {kind.pattern: kind for kind in FILE_KINDS}


class Location(Struct, frozen=True):
    """What a path says about its file: the kind, the plan it belongs to and the id that its name stands for."""

    kind: FileKind
    plan: str = ""
    id: str = ""


def locate_file(path: str) -> Location | None:
    """Return what the path of a content file says, or None where no kind of file belongs."""
    if not path.startswith(CONTENT):
        return None
    *folders, file = path.removeprefix(CONTENT).split("/")
    plan = folders[1] if folders[1:] and folders[0] == "plans" else ""
    above = ["plans", "{plan}", *folders[2:]] if plan else folders
    name = file.removesuffix(".yaml") if file.endswith(".yaml") else ""
    with_name = BY_PATTERN.get("/".join((*above, "{name}.yaml"))) if name else None
    kind = BY_PATTERN.get("/".join((*above, file)), with_name)
    return Location(kind, plan, id_of(kind, name if "{name}" in kind.pattern else plan)) if kind else None


def kinds_below(path: str) -> Iterator[tuple[str, str]]:
    """Yield the kinds, each with its plan, whose files are at or below a path; the plan is empty for every plan."""
    parts = path.split("/")
    plan = parts[2] if path.startswith(f"{CONTENT}plans/") else ""
    for kind in FILE_KINDS:
        place = (CONTENT + kind.pattern).replace("{plan}", plan or "{plan}")
        if place == path or place.startswith(f"{path}/"):
            yield kind.kind, plan


def id_of(kind: FileKind, name: str) -> str:
    """Return the id that a file name stands for: an intervention's `1-4` is 1:4."""
    return name.replace("-", ":", 1) if kind.kind == "intervention" else name


def kind_named(name: str) -> FileKind:
    """Return the kind of file of a kind of thing."""
    return next(kind for kind in FILE_KINDS if kind.kind == name)


def name_of(kind: FileKind, identity: str) -> str:
    """Return the file name that an id asks for: the inverse of `id_of`."""
    return identity.replace(":", "-", 1) if kind.kind == "intervention" else identity
