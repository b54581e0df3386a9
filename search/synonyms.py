"""Other ways to say a word, as editors keep them."""

from __future__ import annotations

from collections.abc import Mapping

from search.analysis.queries import synonym_key
from search.models import Synonyms
from search.remembered import Remembered
from search.wording import search_key


def synonyms(language: str) -> Mapping[str, tuple[str, ...]]:
    """What else to look for, by what was typed, for pages in this language (such as "en" or "pt-br").

    Keys are words as they are typed, folded, and the names their inflections share
    (:func:`search.analysis.queries.synonym_key`); values are what editors wrote, in their order. Cheap enough to
    ask for at every search: the table is kept in the process and read again when an editor changed it, in
    whatever process.
    """
    return _remembered().for_language(language.lower())


class _Table:
    """All groups, and what they make for each language that was asked for."""

    def __init__(self) -> None:
        self._groups = list(Synonyms.objects.order_by("pk"))
        self._by_language: dict[str, Mapping[str, tuple[str, ...]]] = {}

    def for_language(self, language: str) -> Mapping[str, tuple[str, ...]]:
        """Its own groups, those of "pt" for "pt-br", and those of every language."""
        if language not in self._by_language:
            self._by_language[language] = self._joined(language)
        return self._by_language[language]

    def _joined(self, language: str) -> Mapping[str, tuple[str, ...]]:
        counting = {"", language, language.split("-")[0]}
        joined: dict[str, dict[str, None]] = {}
        for group in self._groups:
            for word in group.finding if group.language.lower() in counting else ():
                others = dict.fromkeys(other for other in group.listed if other != word)
                for key in {search_key(word), synonym_key(word, language)} - {""}:
                    joined.setdefault(key, {}).update(others)
        return {key: tuple(others) for key, others in joined.items()}


_remembered = Remembered(Synonyms, _Table)
