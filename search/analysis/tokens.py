"""The words of a text as the index keeps them, and as people write them.

The front door of this room for whoever indexes a text. Excerpts ask :mod:`search.analysis.units`.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from search.analysis.scripts import UNSPACED
from search.analysis.stems import KEPT
from search.analysis.units import LONGEST_TOKEN, Kind, pieces, unit_tokens, units_once

#: Letters of the shortest and the longest word that others are corrected to.
SHORTEST_WORD, LONGEST_WORD = 3, 32
_VOWEL = re.compile(r"[aeiouy]")
#: Consonants as hashes have them in a row, but no language here; and a letter three times.
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


def surface_words(text: str) -> list[str]:
    """The natural words of a text, folded, not stemmed, repetitions kept: what readers might misspell.

    Words with digits, of scripts without spaces, of code, and what nobody could speak are left out.
    """
    found: list[str] = []
    for written in pieces(unicodedata.normalize("NFC", text)):
        found += _natural_words(written) if len(written) <= LONGEST_TOKEN else _look_through(written)
    return found


@lru_cache(maxsize=KEPT)
def _natural_words(written: str) -> tuple[str, ...]:
    return tuple(_look_through(written))


def _look_through(written: str) -> Iterator[str]:
    for _, unit in units_once(written, ""):
        if unit.kind in (Kind.WORD, Kind.JOINED):
            yield from (atom.token for atom in unit.words if is_natural(atom.token))


def is_natural(word: str) -> bool:
    """Whether a folded word may be one of a language, rather than a number, a hash or a drawn-out sigh."""
    if not SHORTEST_WORD <= len(word) <= LONGEST_WORD or not word[0].isalpha():
        return False
    if any(sign.isdigit() or not (sign.isalpha() or unicodedata.category(sign)[0] == "M") for sign in word):
        return False
    if not word.isascii():
        return not UNSPACED.search(word)
    return bool(_VOWEL.search(word)) and not _UNSPEAKABLE.search(word)
