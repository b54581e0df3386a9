"""Matching in SQLite: Wagtail's full-text table, asked once.

Wagtail's own backend ranks by asking the full-text index again for every matching page, which takes
seconds for a common word on a site of ten thousand pages.
"""

from search.query import Query, Term

# Smaller is better; a word in the title counts as much as several in the text. The table's columns are
# autocomplete, body, title.
MATCHES = """
SELECT CAST(entry.object_id AS INTEGER) AS page_id, bm25(wagtailsearch_indexentry_fts, 0.0, 1.0, 5.0) AS score
FROM wagtailsearch_indexentry_fts
JOIN wagtailsearch_indexentry AS entry ON entry.id = wagtailsearch_indexentry_fts.rowid
WHERE wagtailsearch_indexentry_fts MATCH %s AND entry.content_type_id IN ({types})
"""
TITLE_MATCHES = MATCHES


def expression(query: Query, *, any_word: bool) -> str:
    """The query in the language of FTS5. Every word is quoted, so none can be an operator."""
    parts = [_term(term) for term in query.terms]
    if query.prefix:
        parts[-1] += "*"
    joined = (" OR " if any_word else " AND ").join(parts)
    return f"{{title body}} : ({joined})"


def title_expression(query: Query) -> str:
    """All words, the last one perhaps only begun, in titles."""
    parts = [f'"{word}"' for word in query.words]
    if query.prefix:
        parts[-1] += "*"
    return f"{{title}} : ({' AND '.join(parts)})"


def _term(term: Term) -> str:
    return f'"{" ".join(term.words)}"'
