"""What the search keeps in the site's database."""

from search.models.index import Document, Facet, Section, Word

__all__ = ["Document", "Facet", "Section", "Word"]
