"""Other ways to say a word, as editors keep them."""

from __future__ import annotations

from collections.abc import Mapping

from search.models import Synonyms
from search.remembered import Remembered
from search.wording import search_key


def synonyms(language: str) -> Mapping[str, tuple[str, ...]]:
    """What else to look for, by what was typed, for pages in this language (such as "en" or "pt-br").

    Keys are folded (:func:`search.query.fold`), one word or several with single spaces between them; values
    are plain words in the same form, in the editors' order, not analysed yet. Cheap enough to ask for at every
    search: the table is kept in the process and read again when an editor changed it, in whatever process.
    """
    return _remembered().for_language(language.lower())


class _Table:
    """All groups, and what they make for each language that was asked for."""

    def __init__(self) -> None:
        self._groups = [
            (group.language.lower(), *_compared(group)) for group in Synonyms.objects.order_by("pk")
        ]
        self._by_language: dict[str, Mapping[str, tuple[str, ...]]] = {}

    def for_language(self, language: str) -> Mapping[str, tuple[str, ...]]:
        """Its own groups, those of "pt" for "pt-br", and those of every language."""
        if language not in self._by_language:
            self._by_language[language] = self._joined({"", language, language.split("-")[0]})
        return self._by_language[language]

    def _joined(self, languages: set[str]) -> Mapping[str, tuple[str, ...]]:
        joined: dict[str, dict[str, None]] = {}
        for language, finding, keys in self._groups:
            for word in finding if language in languages else ():
                joined.setdefault(word, {}).update(dict.fromkeys(key for key in keys if key != word))
        return {word: tuple(others) for word, others in joined.items()}


def _compared(group: Synonyms) -> tuple[list[str], list[str]]:
    """The words that find the others, and all of them, in the form searches are compared in."""
    return group.finding, [search_key(word) for word in group.listed]


_remembered = Remembered(Synonyms, _Table)
