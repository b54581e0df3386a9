"""The words readers may have meant: those of the index, kept in the memory of each process.

They are read when a query first has a word that stands nowhere, and from then on only those that were added
since, by any process. Once in a while all are read anew, so that nothing that was missed stays missing.
"""

import threading
import time
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import Any, cast

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.models import Word

#: Words kept at most; those that were added first.
MOST_WORDS = 200_000
#: Seconds after which all words are read anew.
LONGEST_AGE = 600


class Vocabulary:
    """Words by length and first letter, so that few have to be compared."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._empty()

    def _empty(self) -> None:
        self._words: set[str] = set()
        self._shelves: dict[tuple[int, str], list[str]] = defaultdict(list)
        self._last: tuple[int, str] = (0, "")
        self._read_at = time.monotonic()

    def refresh(self) -> None:
        """Take in what was added. One small question to the database."""
        with self._lock:
            if time.monotonic() - self._read_at > LONGEST_AGE:
                self._empty()
            rows = self._rows_since(self._last[0])
            if self._last[0] and (not rows or rows[0] != self._last):
                # The last word is gone: this is another table than the one these words came from.
                self._empty()
                rows = self._rows_since(0)
            self._take(rows)

    def _rows_since(self, pk: int) -> list[tuple[int, str]]:
        """All rows from this one on, itself too."""
        room = MOST_WORDS - len(self._words) + 1
        return list(Word.objects.filter(pk__gte=pk).order_by("pk").values_list("pk", "text")[:room])

    def _take(self, rows: list[tuple[int, str]]) -> None:
        for _, word in rows:
            if word and word not in self._words:
                self._words.add(word)
                self._shelves[len(word), word[0]].append(word)
        if rows:
            self._last = rows[-1]

    def __len__(self) -> int:
        return len(self._words)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def completions(self, beginning: str, most: int) -> list[str]:
        """Longer words that begin so, the shortest first."""
        shelves = [
            words
            for (length, first), words in sorted(self._shelves.items())
            if length > len(beginning) and beginning.startswith(first)
        ]
        found = (word for words in shelves for word in words if word.startswith(beginning))
        return list(islice(found, most))

    def near(self, word: str, budget: int) -> list[tuple[str, int]]:
        """Words at most so many edits away, with the number of edits, nearest first.

        An edit adds, drops or changes a letter or swaps two neighbours (optimal string alignment). Of equally
        near ones those with the same first letter come first. People rarely miss the first letter, so words
        that begin otherwise are looked at only if none is one edit away.
        """
        found = self._compared(word, budget, same_first=True)
        if not found or found[0][1] > 1:
            found += self._compared(word, budget, same_first=False)
        return sorted(found, key=lambda each: each[1])

    def _compared(self, word: str, budget: int, *, same_first: bool) -> list[tuple[str, int]]:
        lengths = range(len(word) - budget, len(word) + budget + 1)
        shelves = (
            words
            for (length, first), words in list(self._shelves.items())
            if length in lengths and (first == word[0]) is same_first
        )
        found = [pair for words in shelves for pair in _within(word, words, budget)]
        return sorted(found, key=lambda each: each[1])


def _within(word: str, words: Iterable[str], budget: int) -> list[tuple[str, int]]:
    scorer = cast(Any, OSA.distance)  # its stubs say less than it takes
    near = process.extract(word, words, scorer=scorer, score_cutoff=budget, limit=None)
    return [(text, int(distance)) for text, distance, _ in near]


vocabulary = Vocabulary()
