"""What the search keeps in the site's database."""

from search.models.editing import Promotion, Synonyms
from search.models.index import Document, Facet, Section, Word
from search.models.log import LoggedSearch, OpenedResult, SearchSettings

__all__ = [
    "Document",
    "Facet",
    "LoggedSearch",
    "OpenedResult",
    "Promotion",
    "SearchSettings",
    "Section",
    "Synonyms",
    "Word",
]
