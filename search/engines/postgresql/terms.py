"""A wanted query as the words to look up, each with its weight."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from django.db import connection

from search.engines.base import Wanted, WantedWord
from search.engines.postgresql import phrases, statistics
from search.engines.postgresql.phrases import Occurrence
from search.engines.postgresql.statistics import Lengths
from search.engines.postgresql.tables import plain
from search.engines.postgresql.weights import Found, Weight, score, weight

#: More words than this say nothing more about what is wanted.
MOST_WORDS = 64
#: A synonym says it a little less well than the searcher's own word.
SYNONYM_WEIGHT = 0.8
#: A beginning of fewer letters is looked for in titles only: it stands in nearly every text.
SHORT_PREFIX = 3
#: Words that may complete a beginning, the most frequent ones, and postings looked through to find them.
MOST_COMPLETIONS = 50
MOST_POSTINGS = 20000

FREQUENCIES = """
SELECT token, count(*), count(*) FILTER (WHERE title_tf > 0)
FROM unnest(%s::text[]) AS wanted (token) JOIN search_posting USING (token) GROUP BY token
"""
COMPLETIONS = """
SELECT token, count(*), count(*) FILTER (WHERE title_tf > 0) FROM (
    SELECT token, title_tf FROM search_posting WHERE token >= %s AND token < %s {where} LIMIT %s
) AS begun GROUP BY token ORDER BY count(*) DESC, token LIMIT %s
"""


@dataclass(frozen=True)
class Term:
    """A token to look up. Of those of one ``group`` only the best counts; ``own``: it is the searcher's own word."""

    group: int
    token: str
    own: bool
    weight: Weight


@dataclass(frozen=True)
class Hit:
    """A document that is found already, as a phrase stands in it."""

    group: int
    document_id: int
    score: float


@dataclass
class Terms:
    """Everything one query looks for. ``groups``: how many there are; ``words``: the different words of its own."""

    lengths: Lengths
    terms: list[Term] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    words: tuple[str, ...] = ()
    groups: int = 0


def collect(wanted: Wanted) -> Terms:
    """Look up how rare everything in ``wanted`` is."""
    lengths = statistics.lengths()
    words = _words(wanted)
    times = Counter(plain(word.token) for word in wanted.words[:MOST_WORDS])
    singles = {plain(token) for word in words for way in word.synonyms if len(way) == 1 for token in way}
    found = frequencies(times.keys() | singles)
    terms = Terms(lengths, words=tuple(times))
    for word in words:
        token = plain(word.token)
        _add(terms, token, found, times[token], own=True, titles_only=wanted.titles_only)
        for way in word.synonyms:
            _add_synonym(terms, way, found, times[token], titles_only=wanted.titles_only)
        terms.groups += 1
    if wanted.prefix:
        _add_completions(terms, plain(wanted.prefix), titles_only=wanted.titles_only)
        terms.groups += 1
    if not words and not wanted.prefix:
        for phrase in wanted.phrases:
            _add_phrase(
                terms, phrases.occurrences(phrase, titles_only=wanted.titles_only), 1.0, wanted.titles_only
            )
            terms.groups += 1
    return terms


def frequencies(tokens: Collection[str]) -> dict[str, Found]:
    """In how many documents each token stands, whoever may read them."""
    with connection.cursor() as cursor:
        cursor.execute(FREQUENCIES, [list(tokens)])
        return {token: Found(documents, titles) for token, documents, titles in cursor.fetchall()}


def _words(wanted: Wanted) -> list[WantedWord]:
    return list({plain(word.token): word for word in wanted.words[:MOST_WORDS]}.values())


def _add(
    terms: Terms, token: str, found: dict[str, Found], times: float, *, own: bool, titles_only: bool
) -> None:
    if counted := found.get(token):
        weighed = weight(counted, terms.lengths, times=times, titles_only=titles_only)
        terms.terms.append(Term(terms.groups, token, own, weighed))


def _add_synonym(
    terms: Terms, way: tuple[str, ...], found: dict[str, Found], times: float, *, titles_only: bool
) -> None:
    times *= SYNONYM_WEIGHT
    if len(way) == 1:
        _add(terms, plain(way[0]), found, times, own=False, titles_only=titles_only)
    else:
        _add_phrase(terms, phrases.occurrences(way, titles_only=titles_only), times, titles_only)


def _add_phrase(terms: Terms, found: dict[int, Occurrence], times: float, titles_only: bool) -> None:
    titles = sum(1 for occurrence in found.values() if occurrence.times[0])
    weighed = weight(Found(len(found), titles), terms.lengths, times=times, titles_only=titles_only)
    for document_id, occurrence in found.items():
        scored = score(occurrence.times, occurrence.lengths, weighed, terms.lengths)
        terms.hits.append(Hit(terms.groups, document_id, scored))


def _add_completions(terms: Terms, prefix: str, *, titles_only: bool) -> None:
    """All words that begin so, as one word: together they are as rare as they are frequent together."""
    completions = dict(_completions(prefix, titles_only=titles_only or len(prefix) < SHORT_PREFIX))
    together = Found(
        sum(found.documents for found in completions.values()),
        sum(found.titles for found in completions.values()),
    )
    weighed = weight(together, terms.lengths, titles_only=titles_only)
    terms.terms += [Term(terms.groups, token, False, weighed) for token in completions]


def _completions(prefix: str, *, titles_only: bool) -> Iterator[tuple[str, Found]]:
    if not prefix:
        return
    # Every character sorts before the last one of Unicode, byte by byte.
    bounds = prefix, prefix + "\U0010ffff"
    statement = COMPLETIONS.format(where="AND title_tf > 0" if titles_only else "")
    with connection.cursor() as cursor:
        cursor.execute(statement, [*bounds, MOST_POSTINGS, MOST_COMPLETIONS])
        for token, documents, titles in cursor.fetchall():
            yield token, Found(documents, titles)
