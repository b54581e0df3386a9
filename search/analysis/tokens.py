"""The words of a text as the index keeps them, and as people write them.

The front door of this room for everybody who has a text: the index, excerpts, the table of words.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from search.analysis.folding import fold
from search.analysis.scripts import UNSPACED
from search.analysis.stems import stem
from search.analysis.units import LONGEST_TOKEN, Kind, unit_tokens, units

__all__ = ["fold", "index_tokens", "same_word", "spans", "stem", "surface_words", "word_tokens"]

#: Letters of the shortest and the longest word that others are corrected to.
SHORTEST_WORD, LONGEST_WORD = 3, 32
_VOWEL = re.compile(r"[aeiouy]")
#: Five consonants in a row are rare outside hashes; the longest that English and German have are of six.
_UNSPEAKABLE = re.compile(r"[bcdfghjklmnpqrstvwxz]{7}|(.)\1\1")


def index_tokens(text: str, language: str) -> list[str]:
    """Tokens in reading order, then the other names of what is more than a word ("get_context", "nodejs").

    A token is folded and stemmed, has 1 to 64 characters, no white space and no control characters. Other
    names stand at the end so that the words around them stay neighbours, as phrases need it.
    """
    words: list[str] = []
    forms: list[str] = []
    for unit_words, unit_forms in unit_tokens(unicodedata.normalize("NFC", text), language):
        words += unit_words
        forms += unit_forms
    return words + forms


def spans(text: str, language: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Beginning, end and tokens of every place of the text that has tokens, by beginning; places may overlap.

    "get_context" is three: the whole with its names, then its parts. A place is worth marking when one of its
    tokens is one that was asked for.
    """
    for start, unit in units(text, language):
        if unit.kind is Kind.UNSPACED:
            yield from _unspaced_spans(start, unit.text)
            continue
        if unit.forms:
            yield start, start + len(unit.text), unit.forms
        for atom in unit.words:
            yield start + atom.start, start + atom.end, (atom.token,)


def _unspaced_spans(start: int, run: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for _, unit in units(run, ""):
        for atom in unit.words:
            signs = (atom.token[0],) if len(atom.token) > 1 else ()
            yield start + atom.start, start + atom.end, (atom.token, *signs)


def word_tokens(text: str, language: str) -> frozenset[str]:
    """All tokens of a word or a short piece of text: the words and the other names."""
    return frozenset(index_tokens(text, language))


def same_word(one: str, other: str, language: str) -> bool:
    """Whether the index takes two words for one: "Häuser" and "haus" in German."""
    return not word_tokens(one, language).isdisjoint(word_tokens(other, language))


def surface_words(text: str) -> list[str]:
    """The natural words of a text, folded, not stemmed, repetitions kept: what readers might misspell.

    Words with digits, of scripts without spaces, of code, and what nobody could speak are left out.
    """
    return [
        atom.token
        for _, unit in units(unicodedata.normalize("NFC", text), "")
        if unit.kind in (Kind.WORD, Kind.JOINED)
        for atom in unit.words
        if is_natural(atom.token)
    ]


@lru_cache(maxsize=1 << 15)
def is_natural(word: str) -> bool:
    """Whether a folded word may be one of a language, rather than a number, a hash or a drawn-out sigh."""
    if not SHORTEST_WORD <= len(word) <= min(LONGEST_WORD, LONGEST_TOKEN) or not word[0].isalpha():
        return False
    if any(sign.isdigit() or not (sign.isalpha() or unicodedata.category(sign)[0] == "M") for sign in word):
        return False
    if not word.isascii():
        return not UNSPACED.search(word)
    return bool(_VOWEL.search(word)) and not _UNSPEAKABLE.search(word)
