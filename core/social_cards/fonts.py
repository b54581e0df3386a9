"""The fonts of social cards, and which of them can write a text.

Those that come with the project write Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari and Thai. A font with
Chinese, Japanese and Korean is larger than everything else here together; where the machine has one, it is used.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from PIL import ImageFont

FOLDER = Path(__file__).parent / "fonts"
#: A title is written with the first font that has a letter; a byline prefers a lighter one.
BOLD = ("SourceSerifPro-Semibold.otf",)
REGULAR = ("SourceSerifPro-Regular.otf",)
OTHER_SCRIPTS = (
    "NotoNaskhArabic-Bold.ttf",
    "NotoSerifHebrew-Bold.ttf",
    "NotoSerifDevanagari-Bold.ttf",
    "NotoSerifThai-Bold.ttf",
)
#: Lines of these scripts reach further up and down.
TALL = OTHER_SCRIPTS
#: Joiners and direction marks say how letters beside them are written; they are no letters themselves.
INVISIBLE = frozenset("\u200c\u200d\u200e\u200f")
_SAMPLE_SIZE = 24
#: Never a character, so every font draws its empty box for it.
_NO_CHARACTER = "\U0010ffff"


class Run(NamedTuple):
    """A part of a line written with one font; the font is a place in the chain."""

    text: str
    font: int


@lru_cache(maxsize=1)
def extra_fonts() -> tuple[Path, ...]:
    """Fonts of the machine that are used for what the project's own cannot write."""
    named = (Path(name) for name in getattr(settings, "SOCIAL_CARD_FONTS", ()))
    return tuple(path for path in named if path.is_file())


@lru_cache(maxsize=2)
def chain(bold: bool = True) -> tuple[Path, ...]:
    """The font files to try, in order."""
    own = (FOLDER / name for name in (BOLD if bold else REGULAR) + OTHER_SCRIPTS)
    return tuple(path for path in own if path.is_file()) + extra_fonts()


@lru_cache(maxsize=128)
def font(place: int, size: int, bold: bool = True) -> Any:
    """One font of the chain, ``size`` pixels high. Pillow's own where no font file is left."""
    files = chain(bold)
    return ImageFont.truetype(files[place], size) if files else ImageFont.load_default(size)


def direction_of(face: Any, right_to_left: bool) -> dict[str, str]:
    """How Pillow is told where a line begins; only with Raqm, which joins letters too, can it be told."""
    if face.layout_engine != ImageFont.Layout.RAQM:
        return {}
    return {"direction": "rtl" if right_to_left else "ltr"}


@lru_cache(maxsize=8192)
def place_of(character: str) -> int | None:
    """The first font of the chain that has a character; None when none has."""
    if not chain():
        return 0 if ord(character) < 0x180 else None
    for place, path in enumerate(chain()):
        if _glyph(path, character) != _glyph(path, _NO_CHARACTER):
            return place
    return None


@lru_cache(maxsize=4096)
def _glyph(path: Path, character: str) -> tuple[tuple[int, int], bytes]:
    mask = _plain(path).getmask(character)
    return mask.size, bytes(mask)


@lru_cache(maxsize=32)
def _plain(path: Path) -> Any:
    return ImageFont.truetype(path, _SAMPLE_SIZE, layout_engine=ImageFont.Layout.BASIC)


def writable(text: str) -> str:
    """The text without emoji and signs no font has; "" when even a letter is missing.

    Half a title, or one of empty boxes, says less than none.
    """
    kept: list[str] = []
    for character in unicodedata.normalize("NFC", " ".join(text.split())):
        category = unicodedata.category(character)
        if category[0] == "Z":
            kept.append(character)
        elif category[0] == "M" or character in INVISIBLE:
            # Of an emoji that was left out, nothing stays.
            kept += [character] if kept and kept[-1] != " " else []
        elif category[0] == "C" or _is_modifier(character):
            continue
        elif place_of(character) is not None:
            kept.append(character)
        elif category[0] in "LN":
            return ""
    return " ".join("".join(kept).replace("\ufe0f", "").split())


def _is_modifier(character: str) -> bool:
    """Whether it only changes the emoji before it, such as a tone of skin."""
    return "\U0001f3fb" <= character <= "\U0001f3ff"


def runs(text: str) -> list[Run]:
    """A line in parts of one font each; spaces, signs and digits stay with the letters before them."""
    places: list[int] = []
    for character in text:
        if not places or not _stays(places[-1], character):
            places.append(place_of(character) or 0)
        else:
            places.append(places[-1])
    parts = groupby(zip(text, places, strict=True), key=lambda pair: pair[1])
    return [Run("".join(character for character, _ in pairs), place) for place, pairs in parts]


def _stays(place: int, character: str) -> bool:
    """Whether a character is written with the font of what is before it."""
    kind, files = unicodedata.category(character)[0], chain()
    if kind in "ZM" or character in INVISIBLE or not files:
        return True
    return kind != "L" and _glyph(files[place], character) != _glyph(files[place], _NO_CHARACTER)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is written from right to left."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)


def is_tall(text: str) -> bool:
    """Whether a text has letters that need more room between lines."""
    files = chain()
    return any(files and files[run.font].name in TALL for run in runs(text))


def width(text: str, size: int, bold: bool = True) -> float:
    """Pixels a line is long."""
    return sum(font(run.font, size, bold).getlength(run.text) for run in runs(text))
