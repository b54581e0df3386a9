"""Matching in PostgreSQL: Wagtail's text vectors."""

from search.query import Query, Term

# Smaller is better, as in SQLite. The first condition is the one Wagtail's index is made for.
MATCHES = """
SELECT entry.object_id::bigint AS page_id,
       -(5 * ts_rank(entry.title, wanted, 1) + ts_rank(entry.body, wanted, 1)) AS score
FROM wagtailsearch_indexentry AS entry, to_tsquery(%s) AS wanted
WHERE (entry.title || entry.body) @@ wanted AND entry.content_type_id IN ({types})
"""
TITLE_MATCHES = """
SELECT entry.object_id::bigint AS page_id, -ts_rank(entry.title, wanted, 1) AS score
FROM wagtailsearch_indexentry AS entry, to_tsquery(%s) AS wanted
WHERE entry.title @@ wanted AND entry.content_type_id IN ({types})
"""


def expression(query: Query, *, any_word: bool) -> str:
    """The query in the language of ``to_tsquery``. Every word is quoted, so none can be an operator."""
    parts = [_term(term) for term in query.terms]
    if query.prefix:
        parts[-1] += ":*"
    return (" | " if any_word else " & ").join(parts)


def title_expression(query: Query) -> str:
    """All words, the last one perhaps only begun."""
    return expression(query, any_word=False)


def _term(term: Term) -> str:
    words = " <-> ".join(f"'{word}'" for word in term.words)
    return f"({words})" if len(term.words) > 1 else words
