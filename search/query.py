"""What a searcher typed, made safe for every engine. Pure: no database, no request.

Whatever comes in (a lone quote, NUL, a thousand words, one word of six thousand letters, an engine's own
operators), a :class:`Query` comes out whose terms are plain words and phrases of a bounded size.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MAX_LENGTH = 200
MAX_TERMS = 12
MAX_WORD_LENGTH = 64

_WORD = re.compile(r"\w+")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


@dataclass(frozen=True)
class Term:
    """One word, or several that must stand side by side: ``words`` holds letters, digits and _ only."""

    words: tuple[str, ...]
    phrase: bool = False

    def __str__(self) -> str:
        return " ".join(self.words)


@dataclass(frozen=True)
class Query:
    """A parsed query: ``text`` as it may be shown and put into addresses, ``terms`` as engines want them.

    ``prefix`` says that the last term is a word still being typed, so its beginning is enough.
    """

    text: str
    terms: tuple[Term, ...] = ()
    prefix: bool = False

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def words(self) -> tuple[str, ...]:
        """Every word of every term, in order, each once."""
        return tuple(dict.fromkeys(word for term in self.terms for word in term.words))


def parse(raw: str) -> Query:
    """Parse anything a searcher, or somebody with worse intentions, may send. Never raises."""
    text = clean(raw)
    found: list[Term] = []
    prefix = False
    # Every second piece stands between two quotes, but the last one: its quote has no partner.
    pieces = text.translate(_QUOTES).split('"')
    for number, piece in enumerate(pieces):
        if number % 2 and number < len(pieces) - 1:
            words = _words(piece)
            found += [Term(words, phrase=True)] if words else []
            prefix = prefix and not words
        else:
            # "get_context" stays one word, "C++" becomes "C", "and/or" two words side by side.
            plain = [Term(words) for words in map(_words, piece.split()) if words]
            found += plain
            prefix = len(plain[-1].words) == 1 if plain else prefix
    terms = _bounded(found)
    return Query(text, terms, prefix=prefix and len(terms) == len(found))


def clean(raw: str) -> str:
    """One line of at most ``MAX_LENGTH`` characters, without control characters, in one spelling (NFC)."""
    # Cut first: normalising may make a text many times longer, and nobody needs more than this.
    text = "".join(" " if _is_control(sign) else sign for sign in raw[: MAX_LENGTH * 4])
    return " ".join(unicodedata.normalize("NFC", text).split())[:MAX_LENGTH].strip()


def fold(word: str) -> str:
    """A word without case and accents, for comparing."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in letters if not unicodedata.combining(sign))


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}


def _words(piece: str) -> tuple[str, ...]:
    """The words of a piece of text; underscores alone are no word."""
    found = (word[:MAX_WORD_LENGTH] for word in _WORD.findall(piece))
    return tuple(word for word in found if word.strip("_"))


def _bounded(terms: list[Term]) -> tuple[Term, ...]:
    """As many whole terms as have ``MAX_TERMS`` words together."""
    kept: list[Term] = []
    room = MAX_TERMS
    for term in terms:
        words = term.words[:room]
        if words:
            kept.append(Term(words, term.phrase))
        room -= len(words)
    return tuple(kept)
