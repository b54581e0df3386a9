"""Asking the index itself, without the results page."""

from search.analysis.tokens import index_tokens
from search.engines import index_engine
from search.engines.base import Limits, Wanted, WantedWord
from search.models import Document


def titles(words: str, access: tuple[str, ...] = ("",), **limits) -> list[str]:
    """The titles of the pages that have any of these words, in alphabetical order."""
    tokens = index_tokens(words, "en")
    wanted = Wanted(words=tuple(WantedWord(token, token) for token in tokens))
    ids = index_engine().rank(wanted, Limits(access=access, **limits)).page_ids
    return sorted(Document.objects.filter(pk__in=ids).values_list("title", flat=True))
