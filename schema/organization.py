"""Bodies that have something to do in a plan: committees, company boards, authorities, others, and groups of them."""

from pydantic import Field

from schema.base import Model, Sources
from schema.choices import OrganizationKind
from schema.validity import FormerName, MemberPeriod, Validity
from schema.vocabulary import BodyRef, Label, OrganizationRef, Prose, ShortLabel, Slug


class Organization(Validity):
    """One body, one file in `organizations/`. Bodies only: no file describes a person."""

    id: Slug = Field(title="Id", description="Filens namn utan .yaml; blir sidans adress.")
    formerly: tuple[Slug, ...] = Field(
        default=(), title="Förr", description="Id som organisationen har haft. Gamla adresser leder hit."
    )
    name: Label = Field(title="Namn", description="Organisationens namn, så som det skrivs officiellt.")
    short_name: ShortLabel | None = Field(
        default=None,
        title="Kort namn",
        description="Högst 24 tecken, för tabellernas huvuden. Till exempel Förskola för Förskolenämnden.",
    )
    kind: OrganizationKind = Field(
        title="Slag",
        description="committee (nämnd), company_board (bolag), authority (myndighet) eller external (annan).",
    )
    aliases: tuple[Label, ...] = Field(default=(), title="Andra namn", description="Namn som källorna också använder.")
    former_names: tuple[FormerName, ...] = Field(
        default=(), title="Tidigare namn", description="Vad organisationen har hetat, och när, om källorna säger det."
    )
    replaces: tuple[OrganizationRef, ...] = Field(
        default=(),
        title="Ersätter",
        description="Id för den eller de organisationer som den här tog över efter. Flera: de slogs ihop.",
    )
    administration: Label | None = Field(
        default=None, title="Förvaltning", description="Förvaltningen som arbetar åt nämnden, om källan nämner den."
    )
    summary: Prose = Field(title="Sammanfattning", description="Några meningar om vad organisationen är och gör.")
    general_explanation: bool = Field(
        default=False,
        title="Allmän förklaring",
        description=(
            "true om redaktionen har förklarat allmänt vad organisationen är och källorna inte gör det. De gäller då "
            "resten."
        ),
    )
    sources: Sources = Field(min_length=1, title="Källor", description="Var uppgifterna är hämtade.")


class MemberSource(Model):
    """Where a source names a member of a group whose members no source lists."""

    body: OrganizationRef = Field(title="Medlem", description="Id för organisationen.")
    named_as: Label | None = Field(
        default=None,
        title="Nämns som",
        description="Vad källan nämner i stället, om den inte nämner organisationen själv. Till exempel förvaltningen.",
    )
    sources: Sources = Field(min_length=1, title="Källor", description="Var organisationen nämns.")


class OrganizationGroup(Validity):
    """Several bodies that a plan names together, such as “samtliga nämnder och styrelser”."""

    id: Slug = Field(title="Id", description="Gruppens id; blir sidans adress.")
    formerly: tuple[Slug, ...] = Field(
        default=(), title="Förr", description="Id som gruppen har haft. Gamla adresser leder hit."
    )
    name: Label = Field(title="Namn", description="Så som planen benämner gruppen.")
    summary: Prose = Field(title="Sammanfattning", description="Vilka gruppen består av och hur vi vet det.")
    members: tuple[OrganizationRef, ...] = Field(
        default=(), title="Medlemmar", description="Id för de organisationer som ingår, eller har ingått."
    )
    member_periods: tuple[MemberPeriod, ...] = Field(
        default=(),
        title="Medlemskap i tiden",
        description="För dem vars medlemskap har en början eller ett slut. De står också under members.",
    )
    replaces: tuple[BodyRef, ...] = Field(
        default=(), title="Ersätter", description="Id för den eller de grupper som den här tog över efter."
    )
    member_kinds: tuple[OrganizationKind, ...] = Field(
        default=(),
        title="Slag som ingår",
        description="Alla organisationer av dessa slag ingår, utöver dem som räknas upp under members.",
    )
    note: Prose | None = Field(
        default=None,
        title="Om listan",
        description="Vad listan över medlemmar är, om ingen källa räknar upp dem, och vad som är osäkert i den.",
    )
    member_sources: tuple[MemberSource, ...] = Field(
        default=(),
        title="Var medlemmarna nämns",
        description="För varje medlem: var i källorna den nämns, om ingen källa räknar upp dem.",
    )
    sources: Sources = Field(min_length=1, title="Källor", description="Var uppgifterna är hämtade.")


class GroupFile(Model):
    """The file `organizations/groups.yaml`."""

    groups: tuple[OrganizationGroup, ...] = Field(title="Grupper", description="Grupper av organisationer.")
