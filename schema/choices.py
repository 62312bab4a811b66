"""The closed lists of the schema: every field that takes one of a few words."""

from enum import StrEnum


class Role(StrEnum):
    """What a body does in an intervention; the values are those of the open data contract."""

    COORDINATING = "coordinating"
    RESPONSIBLE = "responsible"
    CONTRIBUTING = "contributing"


class OrganizationKind(StrEnum):
    """What kind of body an organization is."""

    COMMITTEE = "committee"
    COMPANY_BOARD = "company_board"
    AUTHORITY = "authority"
    EXTERNAL = "external"


class AuditKind(StrEnum):
    """What a page of the site can be tried for."""

    AXE = "axe"
    REFLOW = "reflow"
    SPACING = "spacing"
    ENLARGED = "enlarged"
    PRIVACY = "privacy"
    HTML = "html"


class PlanKind(StrEnum):
    """What kind of governing document a plan is."""

    PLAN = "plan"
    PROGRAMME = "programme"


class Continuation(StrEnum):
    """What a measure of a new plan is to the measures of the one before."""

    KEPT = "kept"
    CHANGED = "changed"
    MERGED = "merged"
    SPLIT = "split"
    NEW = "new"


class Precision(StrEnum):
    """How exactly a source gives a time."""

    YEAR = "year"
    DAY = "day"


class ModelPicture(StrEnum):
    """How the model that a starting point describes is drawn."""

    CYLINDER = "cylinder"
    PYRAMID = "pyramid"


class DocumentKind(StrEnum):
    """What kind of text a document is."""

    PLAN = "plan"
    PROGRAMME = "programme"
    GUIDELINE = "guideline"
    AGREEMENT = "agreement"
    DECLARATION = "declaration"
    REPORT = "report"
    FOLLOW_UP = "follow_up"
    PROPOSAL = "proposal"
    RESEARCH = "research"
    GUIDANCE = "guidance"
    STRATEGY = "strategy"
    LAW = "law"


class DifferenceWeight(StrEnum):
    """How much a place where the sources disagree matters to the reader."""

    WHO_DOES_WHAT = "who_does_what"
    FACTS = "facts"
    EDITORIAL = "editorial"


class DocumentStatus(StrEnum):
    """Whether a governing document was decided when the source was written."""

    DECIDED = "decided"
    PROPOSED = "proposed"
    UNDER_REVISION = "under_revision"


class StatedIn(StrEnum):
    """Where in the plan a connection is stated: as a connection of its own, or inside running text."""

    CONNECTION = "connection"
    TEXT = "text"


class Outcome(StrEnum):
    """What became of a draft intervention; the values are those of the open data contract."""

    KEPT = "kept"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    REMOVED = "removed"
    NEW = "new"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """How we know of a connection: a source says it, a source just mentions it, or we have worked it out."""

    STATED = "stated"
    MENTIONED = "mentioned"
    WORKED_OUT = "worked_out"


class Standing(StrEnum):
    """What an answer on any scale comes to: yes, yes but for a little, in part or with much left to do, or no."""

    YES = "yes"
    MOSTLY = "mostly"
    PARTLY = "partly"
    NO = "no"
