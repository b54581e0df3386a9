"""A corrected query as it is shown: with the words marked that were not typed so."""

import re
from collections.abc import Collection

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.analysis.correction import changed_words
from search.query import Query

_WORD = re.compile(r"(\w+)")


def reworded_html(typed: Query, corrected: Query) -> SafeString:
    """``corrected`` as HTML. Only words are ever corrected, so what is excluded and the conditions stay plain."""
    changed = changed_words(typed, corrected)
    words = (_marked(str(term), changed) for term in corrected.terms)
    rest = str(corrected.with_terms(()))
    return format_html_join(" ", "{}", ((part,) for part in (*words, rest) if part))


def _marked(text: str, changed: Collection[str]) -> SafeString:
    parts = (
        format_html("<strong>{}</strong>", part) if part in changed else part for part in _WORD.split(text)
    )
    return format_html_join("", "{}", ((part,) for part in parts))
