"""The base of every model: frozen, and refusing keys that it does not know."""

from pydantic import BaseModel, ConfigDict, Field

from schema.vocabulary import DocumentRef, Label


class Model(BaseModel):
    """A part of the content. Instances never change; an unknown key is an error, not a comment."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class SourceReference(Model):
    """Where a fact stands: a document of ours, and the heading (and page) inside it."""

    document: DocumentRef = Field(title="Dokument", description="Id för dokumentet i documents.yaml.")
    section: Label = Field(title="Avsnitt", description="Rubriken i dokumentet där uppgiften står.")
    page: int | None = Field(default=None, ge=1, title="Sida", description="Sidnummer, om dokumentet har sidnummer.")


Sources = tuple[SourceReference, ...]
