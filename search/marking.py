"""Finding the words of a query in texts as authors wrote them, and marking them.

The index holds stems; a text holds words. To compare every word of a long text by its stem would cost more
than the search itself, so texts are folded as a whole and asked for the beginnings that all forms of a word
share. Only the few words of what is shown are stemmed and compared exactly.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from os.path import commonprefix

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.analysis.folding import fold
from search.analysis.scripts import UNSPACED
from search.analysis.units import Kind, signs, units
from search.engines.base import Wanted, WantedWord
from search.query import Query

_STROKES = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss"}
_ACCENTS = re.compile(f"[\u0300-\u036f{''.join(_STROKES)}]")
#: A stem of so few letters begins many other words: what may follow it is an ending.
_SHORT, _ENDING = 3, 3


@dataclass(frozen=True)
class Sought:
    """What to look for in a text.

    ``tokens`` as the index has them, ``runs`` are several side by side; ``beginnings`` has one tuple for each
    word of the query: what its forms and synonyms begin with, folded. ``phrases`` are folded; ``prefix`` begins
    a word that is still being typed.
    """

    tokens: frozenset[str] = frozenset()
    runs: tuple[tuple[str, ...], ...] = ()
    beginnings: tuple[tuple[str, ...], ...] = ()
    phrases: tuple[str, ...] = ()
    prefix: str = ""

    def __bool__(self) -> bool:
        return bool(self.beginnings)

    def words_in(self, folded: str) -> list[int]:
        """Which of the query's words a folded text seems to have, by their numbers."""
        found = []
        # Loops and no any(): this is asked of every line of every page that is shown.
        for number, patterns in enumerate(self._patterns):
            for letters, pattern in patterns:
                # A plain look for the letters is many times faster than the pattern, and mostly says no.
                if letters in folded and pattern.search(folded):
                    found.append(number)
                    break
        return found

    def score(self, folded: str) -> int:
        """How much of the query a folded text has: one for each word, two more for each phrase."""
        phrases = 2 * sum([phrase in folded for phrase in self.phrases]) if self.phrases else 0
        return len(self.words_in(folded)) + phrases

    @cached_property
    def signs(self) -> frozenset[str]:
        """Those tokens that are one sign of a script without spaces."""
        return frozenset(token for token in self.tokens if UNSPACED.match(token) and len(signs(token)) == 1)

    @cached_property
    def _patterns(self) -> list[list[tuple[str, re.Pattern[str]]]]:
        return [[(each, re.compile(self._pattern(each))) for each in group] for group in self.beginnings]

    def _pattern(self, beginning: str) -> str:
        letters = re.escape(beginning)
        if UNSPACED.search(beginning):
            return letters
        is_short = len(beginning) <= _SHORT and beginning != self.prefix
        # That a word begins here is asked behind the letters: a pattern that starts with letters is found faster.
        return rf"{letters}(?<!\w{letters})" + (rf"\w{{0,{_ENDING}}}(?!\w)" if is_short else "")


def sought(query: Query, wanted: Wanted) -> Sought:
    """What to look for in texts for a query that was analysed."""
    groups: dict[str, tuple[str, ...]] = {}
    tokens = {token for phrase in wanted.phrases for token in phrase}
    groups |= {token: (fold_text(token),) for token in tokens if UNSPACED.search(token)}
    runs: list[tuple[str, ...]] = []
    for word in wanted.words:
        runs += [synonym for synonym in word.synonyms if len(synonym) > 1]
        tokens.update([word.token, *(synonym[0] for synonym in word.synonyms if len(synonym) == 1)])
        others = (_stub(max(synonym, key=len)) for synonym in word.synonyms)
        groups[word.token] = tuple(dict.fromkeys(map(fold_text, [_beginning(word), *others])))
    if wanted.prefix:
        groups[f"{wanted.prefix}*"] = (fold_text(wanted.prefix),)
    return Sought(
        tokens=frozenset(tokens),
        runs=tuple(dict.fromkeys(runs)),
        beginnings=tuple(groups.values()),
        phrases=tuple(fold_text(term.text) for term in query.terms if term.phrase),
        prefix=wanted.prefix,
    )


def fold_text(text: str) -> str:
    """A long text without case and accents, a good deal faster than ``search.analysis.folding`` folds a word."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub(_without_accent, unicodedata.normalize("NFKD", text.casefold()))


def marked(text: str, what: Sought, language: str) -> SafeString:
    """The text with the words looked for in ``<mark>``. It is escaped piece by piece, and only then marked."""
    pieces, end = [], 0
    for start, stop in _spans(text, what, language):
        pieces += [escape(text[end:start]), f"<mark>{escape(text[start:stop])}</mark>"]
        end = stop
    pieces.append(escape(text[end:]))
    return mark_safe("".join(pieces))  # noqa: S308 - every piece is escaped on its way in


def first_meant(text: str, what: Sought, language: str) -> int:
    """Where the first word looked for begins; 0 when there is none."""
    return next((start for start, _stop in _meant(text, what, language)), 0) if what else 0


def _spans(text: str, what: Sought, language: str) -> Iterator[tuple[int, int]]:
    """Where the words looked for stand, in order; what overlaps or touches is one."""
    begin, end = 0, -1
    for start, stop in _meant(text, what, language) if what else ():
        if start > end:
            if end > begin:
                yield begin, end
            begin = start
        end = max(end, stop)
    if end > begin:
        yield begin, end


def _meant(text: str, what: Sought, language: str) -> Iterator[tuple[int, int]]:
    """Every place of a word looked for, by where it begins."""
    found = _meant_words(text, what, language)
    return merge(found, _meant_signs(text, what.signs)) if what.signs else found


def _meant_signs(text: str, wanted: Collection[str]) -> Iterator[tuple[int, int]]:
    """Every place of a sign looked for alone, in a script without spaces."""
    for run in UNSPACED.finditer(text):
        for sign in signs(run[0]):
            if sign.token in wanted:
                yield run.start() + sign.start, run.start() + sign.end


def _meant_words(text: str, what: Sought, language: str) -> Iterator[tuple[int, int]]:
    words = _words(text, what, language)
    # Only runs ask what stands beside a word; without them one may stop at the first that is meant.
    beside = list(words) if what.runs else []
    for number, (start, end, token) in enumerate(beside or words):
        if token in what.tokens or (what.prefix and fold(text[start:end]).startswith(what.prefix)):
            yield start, end
        for run in what.runs:
            if token == run[0] and run == tuple(found[2] for found in beside[number : number + len(run)]):
                yield start, beside[number + len(run) - 1][1]


def _words(text: str, what: Sought, language: str) -> Iterator[tuple[int, int, str]]:
    """Every word with its place; a unit that is looked for as a whole is one."""
    tokens = what.tokens
    for place, unit in units(text, language):
        # The forms of a run without spaces are its signs, of which one is not the whole.
        if unit.forms and unit.kind is not Kind.UNSPACED and not tokens.isdisjoint(unit.forms):
            yield place, place + len(unit.text), next(iter(tokens.intersection(unit.forms)))
        else:
            for atom in unit.words:
                yield place + atom.start, place + atom.end, atom.token


def _without_accent(match: re.Match[str]) -> str:
    return _STROKES.get(match[0], "")


def _beginning(word: WantedWord) -> str:
    """What a word as it was typed and its stem have in common: "happ" of "happy" and "happi"."""
    return commonprefix([word.token, word.surface]) or word.token


def _stub(token: str) -> str:
    """The part of a stem that surely begins its words; Snowball makes "happi" of "happy"."""
    return token[:-1] if len(token) > _SHORT and token.endswith("i") else token
