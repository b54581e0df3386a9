"""Texts and queries whose words are divided by spaces, as the analysis would hand them over."""

import datetime as dt
from typing import Any

from search.engines.base import IndexText, Wanted, WantedWord

NEW_YEAR = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)


def text(page_id: int, title: str, words: str = "") -> IndexText:
    """What is indexed of a page."""
    return IndexText(page_id, tuple(title.split()), tuple(f"{title} {words}".split()))


def want(words: str = "", **fields: Any) -> Wanted:
    """``want("two words", prefix="thr", phrases=["side by side"], excluded=["never"])``."""
    synonyms = fields.pop("synonyms", {})
    for name in ("phrases", "excluded"):
        fields[name] = tuple(tuple(phrase.split()) for phrase in fields.get(name, ()))
    wanted = tuple(
        WantedWord(token, token, tuple(tuple(other.split()) for other in synonyms.get(token, ())))
        for token in words.split()
    )
    return Wanted(wanted, **fields)
