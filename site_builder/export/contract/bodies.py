"""The published contract: organizations, and groups of them."""

from pydantic import Field

from schema.choices import OrganizationKind
from site_builder.export.contract.values import GENERAL, URL, Address, Id, InForce, Published, Sources, When


class FormerName(Published):
    """A name that an organization has had."""

    name: str = Field(title="Namn", description="Så som organisationen hette.")
    validity: When


class Organization(Published):
    """A body that has something to do in a plan."""

    id: Id = Field(title="Id", description="Organisationens id.")
    name: str = Field(title="Namn", description="Organisationens namn.")
    kind: OrganizationKind = Field(
        title="Slag",
        description="committee (nämnd), company_board (bolag), authority (myndighet) eller external (annan).",
    )
    url: Address = Field(title="Adress", description=URL)
    aliases: tuple[str, ...] = Field(title="Andra namn", description="Namn som källorna också använder.")
    administration: str | None = Field(title="Förvaltning", description="Förvaltningen som arbetar åt nämnden.")
    summary: str = Field(title="Sammanfattning", description="Vad organisationen är, i redaktionens ord.")
    sources: Sources
    general_explanation: bool = Field(title="Allmän förklaring", description=GENERAL)
    former_names: tuple[FormerName, ...] = Field(title="Tidigare namn", description="Vad organisationen har hetat.")
    validity: When
    in_force: InForce
    replaces: tuple[Id, ...] = Field(title="Ersätter", description="Id för dem som den här tog över efter.")
    replaced_by: tuple[Id, ...] = Field(
        title="Ersatt av", description="Id för dem som tog över efter den här. Uträknat från replaces."
    )
    short_name: str | None = Field(title="Kort namn", description="För tabellhuvuden. null om namnet självt är kort.")


class MemberPeriod(Published):
    """From or to when an organization belongs to a group."""

    body: Id = Field(title="Medlem", description="Id för organisationen, i organizations.")
    validity: When


class MemberSource(Published):
    """Where a source names a member of a group whose members no source lists."""

    body: Id = Field(title="Medlem", description="Id för organisationen.")
    named_as: str | None = Field(
        title="Nämns som", description="Vad källan nämner i stället för organisationen själv, annars null."
    )
    sources: Sources


class OrganizationGroup(Published):
    """Organizations that a plan names together."""

    id: Id = Field(title="Id", description="Gruppens id.")
    name: str = Field(title="Namn", description="Så som planen benämner gruppen.")
    members: tuple[Id, ...] = Field(title="Medlemmar", description="Id för dem som är medlemmar, i organizations.")
    url: Address = Field(title="Adress", description=URL)
    summary: str = Field(title="Sammanfattning", description="Vilka gruppen består av, i redaktionens ord.")
    sources: Sources
    note: str | None = Field(
        title="Kommentar", description="Vad listan över medlemmar är, om ingen källa räknar upp dem."
    )
    member_sources: tuple[MemberSource, ...] = Field(
        title="Var medlemmarna nämns", description="Var i källorna medlemmarna nämns, om ingen källa räknar upp dem."
    )
    member_periods: tuple[MemberPeriod, ...] = Field(
        title="Medlemskap i tiden", description="För dem vars medlemskap har en känd början eller ett känt slut."
    )
    validity: When
    in_force: InForce
    replaces: tuple[Id, ...] = Field(title="Ersätter", description="Id för dem som den här tog över efter.")
    replaced_by: tuple[Id, ...] = Field(
        title="Ersatt av", description="Id för dem som tog över efter den här. Uträknat från replaces."
    )
