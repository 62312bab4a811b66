"""What each job asks for, as a model: so its form is made, read and answered like that of any thing.

The words stand below `forms.jobs` in the catalogue; those of a new organization are the schema's own.
"""

from pydantic import create_model

from schema.base import Model
from schema.organization import Organization
from schema.vocabulary import (
    BodyRef,
    DecisionRef,
    InterventionRef,
    IsoDate,
    Label,
    Number,
    OrganizationRef,
    PlanRef,
    Slug,
)
from site_builder.editing.jobs.new import NEVER_NEW

LEFT = ("valid_from", "added_by", *NEVER_NEW)  # what the merger itself says of the new organization


class Withdrawal(Model):
    """`withdraw`."""

    measure: InterventionRef
    decision: DecisionRef
    last_day: IsoDate


class Renumbering(Model):
    """`renumber`."""

    measure: InterventionRef
    number: Number


class Renaming(Model):
    """`rename organization`."""

    body: BodyRef
    id: Slug


NewBody = create_model(
    "NewBody",
    __base__=Model,
    **{  # type: ignore[call-overload]  # a field each, as the schema has it
        name: (info.annotation, info) for name, info in Organization.model_fields.items() if name not in LEFT
    },
)


class Merging(Model):
    """`merge organizations`: into one that there is, or a new one."""

    old: tuple[OrganizationRef, ...]
    into: OrganizationRef | None = None
    new: NewBody | None = None
    first_day: IsoDate
    decision: DecisionRef | None = None


class Qualifying(Model):
    """`qualify`, which asks for nothing."""


class NextPlan(Model):
    """`new plan`."""

    before: PlanRef
    id: Slug
    title: Label | None = None
