"""How much a word counts: BM25 over two fields, the title and everything (which holds the title too).

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the inverse document
frequency of Lucene, which stays above zero for words that stand in most documents of a small site.
"""

import math
from dataclasses import dataclass

from search.engines.postgresql.statistics import Lengths

#: How soon more of the same word stops to count, and how much longer texts are held back: the customary values.
K1 = 1.2
B = 0.75
#: A word in the title, beside one anywhere. See docs/search.md.
TITLE_WEIGHT = 0.5


@dataclass(frozen=True)
class Found:
    """In how many documents something stands: anywhere, and in the title."""

    documents: int = 0
    titles: int = 0


@dataclass(frozen=True)
class Weight:
    """What is multiplied with how often a word stands in a field, saturated and measured by the field's length."""

    body: float
    title: float


def rarity(documents: int, having: int) -> float:
    """Inverse document frequency. The index may have grown since its documents were counted."""
    documents = max(documents, having)
    return math.log(1 + (documents - having + 0.5) / (having + 0.5))


def weight(found: Found, lengths: Lengths, *, times: float = 1.0, titles_only: bool = False) -> Weight:
    """Of a word that is wanted ``times`` times."""
    title = rarity(lengths.documents, found.titles) * (K1 + 1) * times
    if titles_only:
        return Weight(0.0, title)
    return Weight(rarity(lengths.documents, found.documents) * (K1 + 1) * times, title * TITLE_WEIGHT)


def saturation(average: float) -> tuple[float, float]:
    """The two numbers a and b of ``tf / (tf + a + b * length)``."""
    return K1 * (1 - B), K1 * B / average


def score(times: tuple[int, int], lengths: tuple[int, int], weighed: Weight, averages: Lengths) -> float:
    """Of something that stands so many times in title and body, in fields of these lengths."""
    total = 0.0
    fields = (weighed.title, averages.title), (weighed.body, averages.body)
    for often, length, (factor, average) in zip(times, lengths, fields, strict=True):
        least, slope = saturation(average)
        total += factor * often / (often + least + slope * length) if often else 0.0
    return total
