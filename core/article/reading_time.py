"""How long a body takes to read.

Prose is counted in words at the average silent reading speed of its language; signs of Chinese and Japanese
are counted one by one. Pictures cost 12 seconds, then 11, and so on down to 3. Code is not prose: it is
neither read word by word nor skipped. A line that is not blank costs one second, and one listing at most a
minute, because longer ones are skimmed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wagtail.blocks import StreamValue
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from core.article.plain_text import is_code, text_of
from core.article.walk import leaves, stored

WORDS_PER_MINUTE = {
    "en": 238, "de": 260, "fr": 214, "es": 278, "it": 285, "nl": 228,
    "ar": 181, "zh": 260, "he": 224, "ko": 226, "fi": 195, "sv": 218,
}  # fmt: skip
DEFAULT_LANGUAGE = "en"
SECONDS_PER_CODE_LINE = 1
SECONDS_PER_LISTING = 60
FIRST_IMAGE_SECONDS = 12
LEAST_IMAGE_SECONDS = 3

_SIGN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f]")
_WORD = re.compile(r"\w+(?:['\u2019.\-]\w+)*")


@dataclass(frozen=True)
class Measure:
    """What there is to read in a body."""

    words: int = 0
    code_seconds: int = 0
    images: int = 0

    def minutes(self, language: str = DEFAULT_LANGUAGE, *, more_images: int = 0) -> int:
        """Whole minutes, rounded, at least 1. ``more_images`` counts pictures outside the body, a cover."""
        speed = WORDS_PER_MINUTE.get(_base(language), WORDS_PER_MINUTE[DEFAULT_LANGUAGE])
        seconds = self.words * 60 / speed + self.code_seconds + image_seconds(self.images + more_images)
        return max(1, int(seconds / 60 + 0.5))


def count_words(text: str) -> int:
    """Words as readers count them: "don't" and "3.11" are one, each Chinese or Japanese sign is one."""
    signs = len(_SIGN.findall(text))
    return signs + len(_WORD.findall(_SIGN.sub(" ", text)))


def image_seconds(number: int) -> int:
    """Seconds spent on ``number`` pictures: 12 for the first, one less for each next, never under 3."""
    return sum(max(LEAST_IMAGE_SECONDS, FIRST_IMAGE_SECONDS - position) for position in range(number))


def measure(stream: StreamValue) -> Measure:
    """Count a body. No query; does not touch the objects it points at."""
    words = code_seconds = images = 0
    for leaf in leaves(stream.stream_block, stored(stream)):
        if is_code(leaf):
            lines = sum(1 for line in leaf.value.splitlines() if line.strip())
            code_seconds += min(SECONDS_PER_LISTING, lines * SECONDS_PER_CODE_LINE)
        elif isinstance(leaf.block, ImageChooserBlock | ImageBlock):
            images += 1
        else:
            words += count_words(text_of(leaf))
    return Measure(words, code_seconds, images)


def _base(language: str) -> str:
    return re.split(r"[-_]", language.lower())[0]
