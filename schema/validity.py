"""When something holds: from and to when, by which decision. What is not said is unknown, not always."""

from pydantic import Field

from schema.base import Model
from schema.vocabulary import DecisionRef, Label, OrganizationRef, YearOrDay


class Validity(Model):
    """What may begin and end. All of it is optional: only what a source tells is written."""

    valid_from: YearOrDay | None = Field(
        default=None,
        title="Gäller från",
        description="Första året, ÅÅÅÅ, eller första dagen, ÅÅÅÅ-MM-DD. Utelämnas om källorna inte säger något.",
    )
    valid_to: YearOrDay | None = Field(
        default=None,
        title="Gäller till och med",
        description="Sista året, ÅÅÅÅ, eller sista dagen, ÅÅÅÅ-MM-DD. Utelämnas om källorna inte säger något.",
    )
    added_by: DecisionRef | None = Field(
        default=None, title="Tillkom genom", description="Id för beslutet som det började gälla genom, om det är känt."
    )
    ended_by: DecisionRef | None = Field(
        default=None, title="Upphörde genom", description="Id för beslutet som det upphörde genom, om det är känt."
    )


class FormerName(Model):
    """A name that a body has had, and when, as far as a source tells."""

    name: Label = Field(title="Namn", description="Så som organisationen hette.")
    valid_from: YearOrDay | None = Field(
        default=None, title="Från", description="Första året eller dagen med namnet, om källan anger det."
    )
    valid_to: YearOrDay | None = Field(
        default=None, title="Till och med", description="Sista året eller dagen med namnet, om källan anger det."
    )


class MemberPeriod(Validity):
    """From or to when an organization belongs to a group. It stands among the members too."""

    body: OrganizationRef = Field(title="Medlem", description="Id för en organisation som är eller har varit medlem.")
