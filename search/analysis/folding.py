"""Words without case and accents, so that "Café", "CAFE" and "cafe" are one.

Marks go only where they are accents: on Latin, Greek, Arabic and Hebrew letters. In Devanagari, Thai and
their like they are vowels, in kana they are consonants, and Cyrillic й is a letter of its own; they stay.
"""

import unicodedata
from functools import lru_cache

#: Letters that Unicode takes for whole, but that people type without their stroke.
_WHOLE = "ø:o ł:l đ:d ð:d ħ:h \u0131:i ŧ:t ŋ:n ĸ:k æ:ae œ:oe þ:th ƒ:f ə:e ё:\u0435 \u2019:' \u02bc:' \u2010:- \u2011:-"
#: The sign that stretches Arabic words, and signs that are not seen at all: soft hyphens, joiners.
_UNSEEN = "\u0640\xad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_STROKES = {pair[0]: pair[2:] for pair in _WHOLE.split()} | dict.fromkeys(_UNSEEN, "")
#: First and last code point of the marks that are accents, points and variation selectors.
_ACCENTS = (
    *((0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F)),
    *((0x0670, 0x0670), (0x06D6, 0x06ED), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF)),
    *((0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0xE0100, 0xE01EF)),
)


class _Letters(dict[int, str]):
    """What becomes of each character; filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold_letter(chr(code))
        return self[code]


@lru_cache(maxsize=1 << 15)
def _fold_short(text: str) -> str:
    return _fold(text)


def fold(text: str) -> str:
    """The text in lower case without accents, digits of every script as 0-9. Folding twice changes nothing."""
    if text.isascii():
        return text.lower()
    return _fold_short(text) if len(text) <= 32 else _fold(text)


def is_accent(sign: str) -> bool:
    """Whether this is a mark that folding takes away."""
    return any(first <= ord(sign) <= last for first, last in _ACCENTS)


def _fold(text: str) -> str:
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", composed.translate(_LETTERS))


def _fold_letter(letter: str) -> str:
    if letter in _STROKES:
        return _STROKES[letter]
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    if "\u0400" <= letter <= "\u052f":
        return letter
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", letter) if not is_accent(sign))
    return unicodedata.normalize("NFC", "".join(_STROKES.get(sign, sign) for sign in bare))


_LETTERS = _Letters()
