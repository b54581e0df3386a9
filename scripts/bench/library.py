"""Fills an empty database with posts of many different words, and says what to search for in them.

Words are as common as in a language: the n-th word stands in proportion to 1 / (n + 3). They are made of
syllables, the same in every run.
"""

from __future__ import annotations

import datetime as dt
import random
import uuid
from collections.abc import Iterator
from itertools import accumulate

from scripts.search.collection import Entry
from scripts.search.posts import fill

WORDS_OF_A_POST = 120
WORDS_OF_A_TITLE = 6
FIRST_DAY = dt.datetime(2010, 1, 1, 12, tzinfo=dt.UTC)

_random = random.Random(20)  # noqa: S311 - the same words in every run, no secret
_SYLLABLES = [
    first + second for first in "bdfgklmnprstvz" for second in ("a", "e", "i", "o", "u", "an", "or")
]
VOCABULARY = list(
    dict.fromkeys("".join(_random.choices(_SYLLABLES, k=_random.randint(2, 4))) for _ in range(30_000))
)
_WEIGHTS = list(accumulate(1 / (place + 3) for place in range(len(VOCABULARY))))

#: Everybody's list of what breaks searches.
HOSTILE = {
    "a lone quote": '"',
    "an odd quote": 'a " b',
    "NUL": "a\0b",
    "1,200 words": " ".join(VOCABULARY[:1200]),
    "a word of 6 kB": "x" * 6000,
    "NEAR(": "NEAR(",
    "an asterisk": "*",
    "emoji": "🍞🎂",
    "Chinese": "搜索引擎的速度",
    "SQL": "'; DROP TABLE wagtailcore_page; --",
    "HTML": "<script>alert(1)</script>",
}


def make(posts: int) -> None:
    """Create a blog of so many posts, and their index."""
    fill(_entries(posts))


def _entries(posts: int) -> Iterator[Entry]:
    for number in range(posts):
        words = _random.choices(VOCABULARY, cum_weights=_WEIGHTS, k=WORDS_OF_A_TITLE + WORDS_OF_A_POST)
        title, text = " ".join(words[:WORDS_OF_A_TITLE]), " ".join(words[WORDS_OF_A_TITLE:])
        yield Entry(
            slug=f"post-{number}",
            title=title.capitalize(),
            summary="",
            body=[{"type": "paragraph", "value": f"<p>{text}.</p>", "id": str(uuid.uuid4())}],
            tags=[f"Subject {number % 40}"],
            author=f"Writer {number % 8}",
            date=FIRST_DAY + dt.timedelta(hours=6 * number),
        )


def queries() -> dict[str, list[str]]:
    """What is asked, by kind; the same at every size."""
    word = VOCABULARY.__getitem__
    chance = random.Random(4)  # noqa: S311 - the same queries in every run
    several = [" ".join(chance.choices(VOCABULARY, cum_weights=_WEIGHTS, k=size)) for size in range(2, 9)]
    return {
        "a word of every second post": [word(12), word(15)],
        "a word of every third post": [word(30), word(35)],
        "a word of some posts": [word(300), word(500), word(900)],
        "a rare word": [word(8000), word(12_000)],
        "two words of some posts": [f"{word(300)} {word(700)}", f"{word(200)} {word(1200)}"],
        "two to eight words": several,
        "a misspelt word": [f"{_misspelt(word(400))} {word(60)}", _misspelt(word(2500))],
        "a phrase": [f'"{word(30)} {word(31)}"'],
        "a word and a filter": [f"{word(100)} tag:subject-3", f"{word(40)} year:2011"],
        "a word, but not another": [f"{word(200)} -{word(10)}"],
    }


def _misspelt(word: str) -> str:
    return word[:2] + word[3] + word[2] + word[4:]
