"""A wanted query as the words to look up, each with its weight."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from django.db import connection

from search.engines.base import Wanted, WantedWord
from search.engines.postgresql import completions, statistics
from search.engines.postgresql.phrases import Search
from search.engines.postgresql.statistics import Lengths
from search.engines.postgresql.tables import plain
from search.engines.postgresql.weights import Found, Weight, score, weight

#: More words than this say nothing more about what is wanted.
MOST_WORDS = 64
#: A synonym says it a little less well than the searcher's own word.
SYNONYM_WEIGHT = 0.8
#: Words that begin with a word that is there itself: most likely that one is meant.
COMPLETION_WEIGHT = 0.5

# OFFSET 0: each word is looked up by itself, see `statement.py`.
FREQUENCIES = """
SELECT wanted.token, posting.documents, posting.titles
FROM unnest(%s::text[]) AS wanted (token) CROSS JOIN LATERAL (
    SELECT count(*) AS documents, count(*) FILTER (WHERE title_tf > 0) AS titles
    FROM search_posting WHERE search_posting.token = wanted.token OFFSET 0) AS posting
WHERE posting.documents > 0
"""


@dataclass(frozen=True)
class Term:
    """A token to look up; a weight of nothing in the body: in titles only.

    Those of one ``group`` are ways to say the same; ``own``: it is the searcher's own word.
    """

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
    """Everything one query looks for. ``words``: the different tokens of its own, each a group of its number."""

    lengths: Lengths
    words: tuple[str, ...]
    phrases: Search
    titles_only: bool = False
    terms: list[Term] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    #: How many groups there are.
    groups: int = 0

    def add(
        self, group: int, tokens: Collection[str], found: Found, *, times: float = 1.0, own: bool = False
    ) -> None:
        """Look for any of these tokens, which together stand in so many documents."""
        weighed = weight(
            found, self.lengths, times=times, titles_only=self.titles_only or not found.documents
        )
        self.terms += [Term(group, token, own, weighed) for token in tokens]

    def add_phrase(self, group: int, phrase: Sequence[str], *, times: float = 1.0) -> None:
        """Look for words side by side, as rare as they are among the documents that were looked at."""
        occurrences = self.phrases.occurrences(phrase)
        found = occurrences.by_document
        titles = sum(1 for occurrence in found.values() if occurrence.times[0])
        everywhere = Found(round(len(found) / occurrences.share), round(titles / occurrences.share))
        weighed = weight(everywhere, self.lengths, times=times, titles_only=self.titles_only)
        for document_id, occurrence in found.items():
            scored = score(occurrence.times, occurrence.lengths, weighed, self.lengths)
            self.hits.append(Hit(group, document_id, scored))


def collect(wanted: Wanted, phrases: Search) -> Terms:
    """Look up how rare everything in ``wanted`` is."""
    times = Counter(plain(word.token) for word in wanted.words[:MOST_WORDS])
    words = {plain(word.token): word for word in wanted.words[:MOST_WORDS]}
    terms = Terms(statistics.lengths(), tuple(times), phrases, wanted.titles_only, groups=len(times))
    found = _frequencies(times.keys() | _single_synonyms(words.values()))
    for group, (token, often) in enumerate(times.items()):
        if token in found:
            terms.add(group, [token], found[token], times=often, own=True)
        for way in words[token].synonyms:
            _add_synonym(terms, group, way, found, often * SYNONYM_WEIGHT)
    if wanted.prefix:
        _add_completions(terms, wanted, found)
    elif not words:
        phrases.all_of(wanted.phrases)
        for phrase in wanted.phrases:
            terms.add_phrase(terms.groups, phrase)
            terms.groups += 1
    return terms


def _single_synonyms(words: Collection[WantedWord]) -> set[str]:
    return {plain(way[0]) for word in words for way in word.synonyms if len(way) == 1}


def _frequencies(tokens: Collection[str]) -> dict[str, Found]:
    """In how many documents each token stands, whoever may read them."""
    with connection.cursor() as cursor:
        cursor.execute(FREQUENCIES, [list(tokens)])
        return {token: Found(documents, titles) for token, documents, titles in cursor.fetchall()}


def _add_synonym(terms: Terms, group: int, way: Sequence[str], found: dict[str, Found], times: float) -> None:
    if len(way) > 1:
        terms.add_phrase(group, way, times=times)
    elif plain(way[0]) in found:
        terms.add(group, [plain(way[0])], found[plain(way[0])], times=times)


def _add_completions(terms: Terms, wanted: Wanted, found: dict[str, Found]) -> None:
    """All words that begin so: ways to say the last word, if that is the one being typed."""
    last = wanted.words[-1] if wanted.words else None
    typed = plain(last.token) if last and last.surface == wanted.prefix else None
    group = terms.words.index(typed) if typed in terms.words else terms.groups
    terms.groups = max(terms.groups, group + 1)
    begun, together = completions.beginning_with(plain(wanted.prefix), titles_only=wanted.titles_only)
    tokens = [token for token in begun if token != typed]
    terms.add(group, tokens, together, times=COMPLETION_WEIGHT if typed in found else 1.0)
