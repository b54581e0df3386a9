"""Where an unknown word is looked up: what is near it, how frequent that is, and what stands beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from search.analysis.stems import stem
from search.analysis.stopwords import stop_words
from search.analysis.vocabulary import vocabulary
from search.engines.base import Engine, Limits, Wanted, WantedWord

#: Letters of the shortest word that may be two edits from what was meant.
LONG = 6
#: Near words whose frequency is asked for at once, and those tried together with the rest of the query.
MOST_CANDIDATES, MOST_TRIED = 8, 4
#: Letters of the shortest half of a word that is taken apart.
SHORTEST_HALF = 3
#: Other words of the query that a candidate is tried with.
MOST_COMPANIONS = 4


class Desk:
    """Remembers for one query what the engine said."""

    def __init__(self, language: str, limits: Limits, engine: Engine) -> None:
        self._language = language
        self._limits = limits
        self._engine = engine
        self._frequencies: dict[str, int] = {}

    def look_up(self, words: Iterable[str]) -> None:
        """Ask how frequent these words are, those that were not asked for yet."""
        tokens = {self._token(word) for word in words} - self._frequencies.keys()
        if tokens:
            found = self._engine.frequencies(sorted(tokens), self._limits)
            self._frequencies |= {token: found.get(token, 0) for token in tokens}

    def knows(self, word: str) -> bool:
        """Whether the word stands on some page within the limits, as far as was looked up."""
        return self._frequency(word) > 0

    def is_empty(self, word: str) -> bool:
        """Whether the word says nothing by itself."""
        return word in stop_words(self._language)

    def is_key(self, word: str, synonyms: Mapping[str, Sequence[str]]) -> bool:
        """Whether the word has synonyms, in the form it was typed or in another."""
        return word in synonyms or self._token(word) in synonyms

    def nearest(self, word: str) -> list[str]:
        """Known words as near as any, with the same first letter if there are such; most frequent first."""
        near = vocabulary.near(word, 2 if len(word) >= LONG else 1)
        for start in range(0, len(near), MOST_CANDIDATES):
            chunk = near[start : start + MOST_CANDIDATES]
            self.look_up(each for each, _ in chunk)
            known = [(edits, each[0] != word[0], each) for each, edits in chunk if self._frequency(each)]
            if known:
                best = min(known)[:2]
                return sorted((each[2] for each in known if each[:2] == best), key=self._rarity)
        return []

    def completed(self, beginning: str) -> str:
        """What an unfinished word begins: itself where the index has words that begin so, "" where no page has.

        Otherwise the most frequent of the words it begins: of "publishin" the index has only "publish".
        """
        words = vocabulary.completions(beginning, MOST_CANDIDATES)
        self.look_up(words)
        known = [word for word in words if self._frequency(word)]
        if any(self._token(word).startswith(beginning) for word in known):
            return beginning
        return min(known, key=self._rarity, default="")

    def fitting(self, candidates: list[str], companions: list[str]) -> str:
        """The candidate that stands on most pages together with the other words, else the first."""
        best = candidates[0]
        tried = list(self._distinct(candidates))[:MOST_TRIED]
        others = tuple(map(self._wanted, companions[:MOST_COMPANIONS]))
        if len(tried) < 2 or not others:
            return best
        together = [self._pages(Wanted(words=(*others, self._wanted(word)))) for word in tried]
        return tried[together.index(max(together))]

    def taken_apart(self, word: str) -> str:
        """Two words that were typed together, with a space between them: a pair that stands so on some page."""
        halves = [
            (word[:at], word[at:])
            for at in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1)
            if word[:at] in vocabulary and word[at:] in vocabulary
        ]
        self.look_up(half for pair in halves for half in pair)
        known = [pair for pair in halves if all(self._frequency(half) for half in pair)]
        known.sort(key=lambda pair: max(map(self._rarity, pair)))
        pages = {
            pair: self._pages(Wanted(phrases=(tuple(map(self._token, pair)),))) for pair in known[:MOST_TRIED]
        }
        best = max(pages, key=pages.__getitem__, default=())
        return " ".join(best) if best and pages[best] else ""

    def _distinct(self, words: list[str]) -> Iterator[str]:
        """Of words with the same stem the first."""
        seen: set[str] = set()
        for word in words:
            if self._token(word) not in seen:
                seen.add(self._token(word))
                yield word

    def _pages(self, wanted: Wanted) -> int:
        """On how many pages all of these words stand."""
        return self._engine.rank(wanted, self._limits, by_date=True).total

    def _wanted(self, word: str) -> WantedWord:
        return WantedWord(self._token(word), word)

    def _token(self, word: str) -> str:
        return stem(word, self._language)

    def _frequency(self, word: str) -> int:
        return self._frequencies.get(self._token(word), 0)

    def _rarity(self, word: str) -> int:
        return -self._frequency(word)
