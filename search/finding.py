"""Asking the engine for a query, and again less strictly when nothing matches."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import cast

from search.analysis.correction import correct
from search.analysis.queries import wanted as analysed
from search.engines.base import Engine, Limits, Ranking, Wanted, WantedWord
from search.query import Query


@dataclass(frozen=True)
class Found:
    """What an engine was asked in the end, and its answer.

    ``left_out`` are words that stand nowhere, as they were typed. ``by_date`` is false where newest first was
    asked for and only some of the words are found.
    """

    query: Query
    wanted: Wanted
    ranking: Ranking
    left_out: tuple[str, ...] = ()
    without_phrases: bool = False
    by_date: bool = False


class Finder:
    """Finds for one searcher in one language. ``synonyms`` as ``search.synonyms`` has them."""

    def __init__(
        self, engine: Engine, language: str, limits: Limits, synonyms: Mapping[str, Sequence[str]]
    ) -> None:
        # It only asks; the rest of an engine is not wanted here.
        self.engine = cast(Engine, Remembering(engine))
        self.language = language
        self.limits = limits
        self._everywhere = replace(limits, facets=(), after=None, before=None)
        self._analysed = partial(analysed, language=language, synonyms=synonyms)
        self._correct = partial(
            correct, language=language, limits=limits, engine=self.engine, synonyms=synonyms
        )

    def better(self, query: Query) -> Query | None:
        """The query with its misspelt words put right, if there are any."""
        return self._correct(query)

    def find(self, query: Query, *, by_date: bool = False) -> Found:
        """The pages that match; those with some of the words where none has all that was asked for."""
        wanted = self._analysed(replace(query, prefix=False))
        missing = self._missing(wanted.words)
        if query.prefix and wanted.words and wanted.words[-1].token in missing:
            # A last word that stands nowhere may be the beginning of one.
            begun = self._analysed(query)
            is_one = begun.prefix and self.rank(Wanted(prefix=begun.prefix)).total
            wanted = begun if is_one else wanted
        words = wanted.words
        known = tuple(word for word in wanted.words if word.token not in missing)
        if by_date and (known or wanted.prefix):
            # Newest first are the pages with all the words, and no page has all of these.
            wanted = replace(wanted, words=known)
        found = Found(query, wanted, self.rank(wanted, by_date=by_date), by_date=by_date)
        if not found.ranking.total:
            found = self._less_strictly(found)
        return replace(found, left_out=_left_out(words, missing, wanted.prefix))

    def rank(self, wanted: Wanted, limits: Limits | None = None, *, by_date: bool = False) -> Ranking:
        """The engine's answer within these limits, else within those of the search."""
        return self.engine.rank(wanted, limits or self.limits, by_date=by_date)

    def _less_strictly(self, found: Found) -> Found:
        if found.wanted.phrases:
            wanted = replace(found.wanted, phrases=())
            ranking = self.rank(wanted, by_date=found.by_date)
            found = replace(found, wanted=wanted, ranking=ranking, without_phrases=ranking.total > 0)
        if found.by_date and not found.ranking.total and len(found.wanted.words) > 1:
            found = replace(found, ranking=self.rank(found.wanted), by_date=False)
        return found

    def _missing(self, words: Collection[WantedWord]) -> set[str]:
        """The tokens on no page this searcher may find; a word with synonyms may be found by those."""
        tokens = dict.fromkeys(word.token for word in words if not word.synonyms)
        return set(tokens) - set(self.engine.frequencies(tokens, self._everywhere)) if tokens else set()


class Remembering:
    """An engine that is asked for the frequency of a word once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[Limits, dict[str, int]] = {}
        self.rank = engine.rank

    def frequencies(self, tokens: Collection[str], limits: Limits) -> dict[str, int]:
        known = self._known.setdefault(limits, {})
        new = [token for token in tokens if token not in known]
        if new:
            known |= dict.fromkeys(new, 0) | self._engine.frequencies(new, limits)
        return {token: known[token] for token in tokens if known[token]}


def _left_out(words: Collection[WantedWord], missing: Collection[str], prefix: str) -> tuple[str, ...]:
    """The words that stand nowhere, but for one that is the beginning of others."""
    gone = dict.fromkeys(word.surface for word in words if word.token in missing)
    return tuple(surface for surface in gone if surface != prefix)
