"""The published contract: a plan's appendices, and the pages that explain its starting points."""

from pydantic import Field

from site_builder.export.contract.values import URL, Address, Id, Published, Section, Sources


class Appendix(Published):
    """An appendix of the plan, and where on the site its content is found."""

    number: int = Field(ge=1, title="Nummer", description="Bilagans nummer.")
    title: str = Field(title="Titel", description="Bilagans titel.")
    text: str = Field(title="Text", description="Vad bilagan innehåller, i redaktionens ord.")
    page: Address | None = Field(
        title="Sida", description="Adressen till sidan där innehållet finns, null om webbplatsen inte återger det."
    )
    sources: Sources


class Level(Published):
    """A level of a model that a starting point describes."""

    title: str = Field(title="Rubrik", description="Nivåns namn.")
    text: str = Field(title="Text", description="Vad nivån är eller vem den gäller.")
    mark: str | None = Field(title="Märkning", description="Vad som utmärker nivån i planen, null om inget gör det.")


class StartingPoint(Published):
    """A definition or starting point of the plan."""

    id: Id = Field(title="Id", description="Utgångspunktens id inom planen.")
    title: str = Field(title="Titel", description="Sidans rubrik.")
    url: Address = Field(title="Adress", description=URL)
    lead: str = Field(title="Ingress", description="Det viktigaste i ett stycke, i redaktionens ord.")
    sections: tuple[Section, ...] = Field(title="Avsnitt", description="Sidans avsnitt.")
    levels: tuple[Level, ...] = Field(title="Nivåer", description="Modellens nivåer, nedifrån och upp.")
    sources: Sources


class GoverningDocument(Published):
    """A governing document that the plan belongs together with."""

    document: Id = Field(title="Dokument", description="Id för dokumentet, i documents.")
    connection: str = Field(title="Koppling", description="Kopplingen till planen, i redaktionens ord.")
    sources: Sources
