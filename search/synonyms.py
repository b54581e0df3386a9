"""Other ways to say a word, as editors keep them."""

from collections.abc import Mapping


def synonyms(language: str) -> Mapping[str, tuple[str, ...]]:
    """What else to look for, by what was typed, for pages in this language.

    Keys are folded (:func:`search.query.fold`), one word or several with single spaces between them; values
    are plain words in the same form, best first, not analysed yet. Cheap enough to ask for at every search:
    the table is kept in the process and read again when an editor changed it, in whatever process.
    """
    return {}
