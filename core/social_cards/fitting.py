"""Setting a title: the largest size at which it fits, in lines of about the same length.

Words are measured once; everything after that is sums.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from core.social_cards.fonts import is_tall, width

SIZES = (94, 86, 78, 72, 66, 60, 55, 50, 46, 42, 38, 35)
#: Height of a line as a multiple of the size.
LEADING, TALL_LEADING = 1.14, 1.46
#: From this size down, a word too long for a line is broken; before, the text is made smaller for it.
MAY_BREAK = 60
_MEASURED_AT = 100
ELLIPSIS = "…"
#: Written without spaces: a line may end after each of these. Korean is not among them, it has spaces.
_UNSPACED = (
    "\u2e80-\u2fff\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff9d\U00020000-\U0003ffff"
)
_UNIT = re.compile(f"[{_UNSPACED}]|[^{_UNSPACED}]+")
#: Kinds of signs no line begins with, and no line ends with: what closes, and what opens.
_CLOSING, _OPENING = frozenset({"Pe", "Pf", "Po"}), frozenset({"Ps", "Pi"})
#: Letters that belong to the one before: small kana and signs that repeat or lengthen.
_SMALL = frozenset("ー々ヽヾゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ")


@dataclass(frozen=True)
class Piece:
    """What is never parted: a word or an ideograph. ``width`` counts in heights of the letters."""

    text: str
    width: float
    spaced: bool


@dataclass(frozen=True)
class Setting:
    """A text as it is to be written; size and leading in pixels."""

    lines: list[str]
    size: int
    leading: float

    @property
    def height(self) -> float:
        """Pixels from the top of the first line to the bottom of the last."""
        return len(self.lines) * self.leading


def fit(text: str, room: tuple[int, int]) -> Setting:
    """The text at the largest size that fits into ``room``, width by height in pixels; cut short at the smallest."""
    whole = pieces(text)
    factor = TALL_LEADING if is_tall(text) else LEADING
    for size in SIZES:
        limit, most = room[0] / size, int(room[1] / (size * factor))
        if size > MAY_BREAK and max((piece.width for piece in whole), default=0) > limit:
            continue
        parts = broken(whole, limit)
        lines = wrap(parts, limit)
        if len(lines) <= most:
            return Setting([line_text(line) for line in balance(parts, limit, lines)], size, size * factor)
    lines = shorten(lines, most, limit)
    return Setting([line_text(line) for line in lines], size, size * factor)


def pieces(text: str) -> list[Piece]:
    """The text in the pieces lines are made of."""
    return [
        Piece(part, _width(part), spaced=number == 0)
        for word in text.split()
        for number, part in enumerate(_parts(word))
    ]


def _parts(word: str) -> list[str]:
    """Where a word may be parted without a hyphen: between ideographs."""
    parts: list[str] = []
    for unit in _UNIT.findall(word):
        if parts and (_begins_no_line(unit[0]) or unicodedata.category(parts[-1][-1]) in _OPENING):
            parts[-1] += unit
        else:
            parts.append(unit)
    return parts


def _begins_no_line(character: str) -> bool:
    return character in _SMALL or unicodedata.category(character) in _CLOSING


def wrap(whole: list[Piece], limit: float) -> list[list[Piece]]:
    """Lines no wider than ``limit``, each as full as can be."""
    lines: list[list[Piece]] = [[]]
    room = limit
    for piece in whole:
        needed = piece.width + (_space() if piece.spaced else 0)
        if lines[-1] and needed > room:
            lines.append([])
            room = limit
        room -= needed if lines[-1] else piece.width
        lines[-1].append(piece)
    return lines


def balance(whole: list[Piece], limit: float, lines: list[list[Piece]]) -> list[list[Piece]]:
    """As many lines, but of about the same length: the narrowest that need no line more."""
    narrow, wide = max(piece.width for piece in whole) if whole else 0, limit
    for _step in range(9):
        middle = (narrow + wide) / 2
        tried = wrap(whole, middle)
        if len(tried) <= len(lines):
            lines, wide = tried, middle
        else:
            narrow = middle
    return lines


def broken(whole: list[Piece], limit: float) -> list[Piece]:
    """The same pieces, with those wider than a line in letters."""
    found: list[Piece] = []
    for piece in whole:
        if piece.width <= limit:
            found.append(piece)
            continue
        letters = _letters(piece.text)
        found += [Piece(each, _width(each), piece.spaced and not n) for n, each in enumerate(letters)]
    return found


def shorten(lines: list[list[Piece]], most: int, limit: float) -> list[list[Piece]]:
    """The first ``most`` lines; the last ends in an ellipsis when something had to go."""
    if len(lines) <= most:
        return lines
    kept = [list(line) for line in lines[:most]]
    last, dots = kept[-1], _width(ELLIPSIS)
    while len(last) > 1 and _width(line_text(last)) + dots > limit:
        last.pop()
    last[-1] = replace(last[-1], text=last[-1].text.rstrip(" ,;:.-\u2013\u2014") + ELLIPSIS)
    return kept


def line_text(line: list[Piece]) -> str:
    """A line as it is written."""
    return "".join((" " if piece.spaced and n else "") + piece.text for n, piece in enumerate(line))


def _letters(text: str) -> list[str]:
    """Letters with the signs that stand on them."""
    found: list[str] = []
    for character in text:
        if found and unicodedata.category(character)[0] == "M":
            found[-1] += character
        else:
            found.append(character)
    return found


@lru_cache(maxsize=4096)
def _width(text: str) -> float:
    return width(text, _MEASURED_AT) / _MEASURED_AT


def _space() -> float:
    return _width("a a") - 2 * _width("a")
