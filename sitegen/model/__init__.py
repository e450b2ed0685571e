"""Shapes only: frozen values that pass from stage to stage; imports nothing of ours."""

from sitegen.model.analysis import (
    RANKS,
    Action,
    Analysis,
    Candidate,
    Cleaned,
    Decision,
    Field,
    Image,
    Label,
    Labels,
    Mention,
    Metadata,
    Rank,
    Recognition,
    Source,
    Stamp,
)
from sitegen.model.diagnostic import Diagnostic, Level, Told, put_by
from sitegen.model.output import Artifact
from sitegen.model.paging import Part, paged
from sitegen.model.place import Span, Where
from sitegen.model.said import NOTHING, Said, said, said_by
from sitegen.model.site import Article, Body, Collection, CollectionKind, Entry, Evidence, Publish, Site, Term
from sitegen.model.source import PAGE_SUFFIXES, Block, BlockKind, Declared, Document, SourceFile

__all__ = [
    "NOTHING",
    "PAGE_SUFFIXES",
    "RANKS",
    "Action",
    "Analysis",
    "Article",
    "Artifact",
    "Block",
    "BlockKind",
    "Body",
    "Candidate",
    "Cleaned",
    "Collection",
    "CollectionKind",
    "Decision",
    "Declared",
    "Diagnostic",
    "Document",
    "Entry",
    "Evidence",
    "Field",
    "Image",
    "Label",
    "Labels",
    "Level",
    "Mention",
    "Metadata",
    "Part",
    "Publish",
    "Rank",
    "Recognition",
    "Said",
    "Site",
    "Source",
    "SourceFile",
    "Span",
    "Stamp",
    "Term",
    "Told",
    "Where",
    "paged",
    "put_by",
    "said",
    "said_by",
]
