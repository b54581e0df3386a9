"""The place of a page that answers a query best: its section and sentence."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from search.marking import Sought, first_meant, fold_text, marked

EXCERPT_LENGTH = 240
#: What a word in code weighs: code makes poor excerpts.
_CODE = 0.6
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])|\n+")  # noqa: RUF001 - Chinese and Japanese sentences end so


@dataclass(frozen=True)
class Passage:
    """A section of a page, as the index keeps it."""

    anchor: str
    heading: str
    text: str
    code: str = ""


@dataclass(frozen=True)
class Excerpt:
    """A sentence, and the section to go to, empty for the page's top.

    Sentence and heading are escaped and have the words marked.
    """

    html: SafeString
    anchor: str = ""
    heading_html: SafeString = SafeString("")


def excerpt(summary: str, passages: Sequence[Passage], what: Sought, language: str) -> Excerpt:
    """The best sentence of a page's summary and best section; its beginning when nothing has the words."""
    best = _best_passage(passages, what) if what else None
    sentence = _best_sentence(summary, best, what) if what else ""
    if not sentence and best and what.words_in(fold_text(best.heading)):
        sentence = best.text
    if not sentence:
        sentence = summary or next((passage.text for passage in passages if passage.text), "")
    html = marked(_window(" ".join(sentence.split()), what, language), what, language)
    if best is None or not best.anchor:
        return Excerpt(html)
    return Excerpt(html, best.anchor, marked(best.heading, what, language))


def _best_passage(passages: Sequence[Passage], what: Sought) -> Passage | None:
    """The section with most of the words; a word that stands in few sections says more than others."""
    if len(passages) == 1:
        return passages[0]
    texts = [fold_text(f"{passage.heading}\n{passage.text}\n{passage.code}") for passage in passages]
    words = [what.words_in(text) for text in texts]
    spread = Counter(number for found in words for number in found)
    best, most = None, 0.0
    for passage, text, found in zip(passages, texts, words, strict=True):
        heading = fold_text(passage.heading)
        score = sum(1 + 1 / spread[number] for number in found)
        score += 0.5 * len(what.words_in(heading)) + 2 * sum(phrase in text for phrase in what.phrases)
        if score > most:
            best, most = passage, score
    return best


def _best_sentence(summary: str, passage: Passage | None, what: Sought) -> str:
    """The sentence with most of the words in the paragraph with most of them; empty when none has any.

    Of equally good ones the first. Cutting into sentences takes long, so only one paragraph is cut.
    """
    best, most = "", 0.0
    for text, weight in _texts(summary, passage):
        folded = fold_text(text)
        # What the whole of it does not have, no paragraph has.
        highest = weight * what.score(folded)
        if highest <= most:
            continue
        for paragraph, told in zip(text.split("\n"), folded.split("\n"), strict=True):
            score = weight * what.score(told)
            if score > most:
                best, most = paragraph, score
            if most == highest:
                break
    return max(_SENTENCE_END.split(best), key=lambda sentence: what.score(fold_text(sentence)))


def _texts(summary: str, passage: Passage | None) -> list[tuple[str, float]]:
    """Where a sentence may come from, and what a word weighs there."""
    return [(summary, 1.0), *([(passage.text, 1.0), (passage.code, _CODE)] if passage else [])]


def _window(sentence: str, what: Sought, language: str) -> str:
    """A long sentence cut to the part around its first word that was looked for."""
    if len(sentence) <= EXCERPT_LENGTH:
        return sentence
    first = first_meant(sentence, what, language)
    start = max(0, first - EXCERPT_LENGTH // 3)
    if start:
        start = sentence.find(" ", start, first) + 1 or first
    return ("…" if start else "") + _cut(sentence[start:])


def _cut(text: str) -> str:
    """At most so many characters, the last letter with its accents or not at all."""
    if len(text) <= EXCERPT_LENGTH:
        return text
    end = EXCERPT_LENGTH - 1
    while end > 0 and unicodedata.combining(text[end]):
        end -= 1
    return f"{text[:end]}…"
