"""Words that stand side by side: read from the places kept with each posting."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from search.engines.base import Limits, Wanted
from search.engines.postgresql.limits import among, documents_within
from search.engines.postgresql.positions import times_side_by_side, unpack
from search.engines.postgresql.tables import plain

#: Rows of places read for all phrases of one query, which bounds what it may cost: 12,000 documents that may be found
#: and have both words of a phrase of two, the newest first.
MOST_PLACES = 24_000
#: Documents looked at for each phrase, however many phrases there are.
LEAST_LOOKED_AT = 1000
# Documents with every word are found in the index alone; only of those that may be found the places are read, each by
# one look into the primary key, document by document (OFFSET 0 keeps PostgreSQL from reading all of their words).
PLACES = """
WITH {within},
all_there AS MATERIALIZED (
    SELECT document_id FROM unnest(%s::text[], %s::bool[], %s::bool[]) AS wanted (token, part, candidate)
    CROSS JOIN LATERAL (
        SELECT document_id FROM search_posting
        WHERE search_posting.token = wanted.token AND {anywhere} OFFSET 0) AS posting
    GROUP BY document_id HAVING count(*) FILTER (WHERE part) = %s AND bool_or(candidate)),
looked_at AS MATERIALIZED (
    SELECT document_id FROM all_there WHERE {allowed} AND {only} ORDER BY document_id DESC LIMIT %s)
SELECT posting.*, (SELECT count(*) FROM all_there) FROM looked_at CROSS JOIN LATERAL (
    SELECT word.* FROM unnest(%s::text[]) AS wanted (token) CROSS JOIN LATERAL (
        SELECT document_id, token, title_tf, title_length, body_length, positions FROM search_posting
        WHERE search_posting.token = wanted.token AND document_id = looked_at.document_id OFFSET 0) AS word
    OFFSET 0) AS posting
"""


@dataclass(frozen=True)
class Occurrence:
    """How often a phrase stands in title and body of a document, and how long these are."""

    times: tuple[int, int]
    lengths: tuple[int, int]


@dataclass(frozen=True)
class Occurrences:
    """The documents a phrase stands in, by id. ``share``: how many of all with its words were looked at."""

    by_document: dict[int, Occurrence] = field(default_factory=dict)
    share: float = 1.0


def search(wanted: Wanted, limits: Limits) -> "Search":
    """For the phrases of one query."""
    number = sum(len(phrase) > 1 for phrase in (*wanted.phrases, *wanted.excluded))
    return Search(limits, wanted.titles_only, number)


@dataclass
class Search:
    """What is looked at for the phrases of one query: documents within ``limits``, so many for each of ``phrases``.

    What was found for a phrase is remembered for as long as this lives.
    """

    limits: Limits
    titles_only: bool = False
    phrases: int = 1
    _found: dict[tuple, Occurrences] = field(default_factory=dict)

    def occurrences(
        self,
        phrase: Sequence[str],
        *,
        only: Collection[int] | None = None,
        candidates: Collection[str] = (),
    ) -> Occurrences:
        """Where a phrase stands: among the documents ``only``, and among those with any of the ``candidates``.

        Neither narrows a phrase that was looked for before; None and nothing: among all within the limits.
        """
        tokens = tuple(plain(token) for token in phrase)
        if tokens not in self._found:
            nowhere = only is not None and not only
            self._found[tokens] = Occurrences() if nowhere else self._look(tokens, only, candidates)
        return self._found[tokens]

    def all_of(self, phrases: Iterable[Sequence[str]]) -> set[int] | None:
        """The documents each of the phrases stands in; None: there are no phrases."""
        found: set[int] | None = None
        for phrase in phrases:
            having = self.occurrences(phrase, only=found).by_document.keys()
            found = set(having) if found is None else found & having
        return found

    def any_of(
        self, phrases: Iterable[Sequence[str]], only: Collection[int] | None, candidates: Collection[str]
    ) -> set[int]:
        """The documents any of the phrases stands in, see :meth:`occurrences`."""
        found: set[int] = set()
        for phrase in phrases:
            found |= self.occurrences(phrase, only=only, candidates=candidates).by_document.keys()
        return found

    def _look(
        self, tokens: tuple[str, ...], only: Collection[int] | None, candidates: Collection[str]
    ) -> Occurrences:
        parts = list(dict.fromkeys(tokens))
        most = max(MOST_PLACES // max(self.phrases, 1) // len(parts), LEAST_LOOKED_AT)
        within, allowed, values = documents_within(self.limits, "all_there.document_id")
        wanted = list(dict.fromkeys([*parts, *candidates]))
        statement = PLACES.format(
            within=within,
            allowed=allowed,
            anywhere="title_tf > 0" if self.titles_only else "TRUE",
            only="TRUE" if only is None else among("all_there.document_id"),
        )
        those: list[Any] = [] if only is None else [list(only)]
        columns: list[Any] = [
            wanted,
            [token in parts for token in wanted],
            [not candidates or token in candidates for token in wanted],
        ]
        with connection.cursor() as cursor:
            cursor.execute(statement, [*values, *columns, len(parts), *those, most, parts])
            return _read(cursor.fetchall(), tokens, self.titles_only)


def _read(rows: Iterable[tuple], tokens: Sequence[str], titles_only: bool) -> Occurrences:
    documents: dict[int, dict[str, tuple[int, bytes]]] = {}
    lengths: dict[int, tuple[int, int]] = {}
    there = 0
    for document_id, token, title_tf, title_length, body_length, packed, there in rows:  # noqa: B007 - the same in all
        documents.setdefault(document_id, {})[token] = title_tf, packed
        lengths[document_id] = title_length, body_length
    counted = ((document_id, _times(tokens, places)) for document_id, places in documents.items())
    found = {
        document_id: Occurrence(times, lengths[document_id])
        for document_id, times in counted
        if times[0] or (times[1] and not titles_only)
    }
    return Occurrences(found, len(documents) / there if there else 1.0)


def _times(tokens: Sequence[str], places: dict[str, tuple[int, bytes]]) -> tuple[int, int]:
    """How often the tokens stand side by side in the title, and anywhere."""
    counts = [places[token][0] for token in tokens]
    everything = [unpack(places[token][1]) for token in tokens]
    if not any(counts):
        return 0, times_side_by_side(everything)
    pairs = list(zip(everything, counts, strict=True))
    titles = times_side_by_side([those[:count] for those, count in pairs]) if all(counts) else 0
    return titles, times_side_by_side([those[count:] for those, count in pairs])
