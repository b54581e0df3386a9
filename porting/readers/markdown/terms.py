"""Tags, categories and series of a blog, collected while its posts are read."""

from __future__ import annotations

import unicodedata
from typing import Any

from porting.document import SourceTerm
from porting.readers.markdown.addresses import slugify
from porting.readers.markdown.fields import as_list, first, text

DEEPEST = 20  # lists in each other


def single_words(value: Any, depth: int = 0) -> list[Any]:
    """The terms of lists in lists; a table with a label is one term.

    Other tables are slips: ``- C++: the good parts`` was meant as the words it is written with.
    """
    if depth > DEEPEST:
        return []
    if isinstance(value, list | tuple):
        return [word for item in value for word in single_words(item, depth + 1)]
    if not isinstance(value, dict) or text(first(value, "label", "name", "title")):
        return [value]
    words: list[Any] = []
    for key, inner in value.items():
        if isinstance(inner, dict | list | tuple):
            words += [str(key), *single_words(inner, depth + 1)]
        else:
            words.append(str(key) if inner in (None, "") else f"{key}: {inner}")
    return words


class Terms:
    """One list of terms. The same name in other letters' cases is the same term; the first spelling stays."""

    def __init__(self, into: dict[str, SourceTerm]) -> None:
        self.terms = into

    def add(self, name: object, slug: str = "", description: str = "") -> str:
        """The key of a term, made when it is new; empty for an empty name."""
        shown = text(name) if not isinstance(name, bool) else str(name)
        key = unicodedata.normalize("NFC", shown).casefold()
        if not key:
            return ""
        term = self.terms.setdefault(key, SourceTerm(key=key, name=shown, slug=slug or slugify(shown) or key))
        term.description = term.description or description
        return key

    def declare(self, call: str, data: Any) -> None:
        """A term from a file of terms (``tags.yml``): posts use ``call``, readers see its label."""
        data = data if isinstance(data, dict) else {}
        name = text(first(data, "label", "name", "title")) or call
        slug = text(first(data, "permalink", "slug")).strip("/").split("/")[-1] or slugify(name)
        key = call.casefold()
        self.terms[key] = SourceTerm(key, name, slug, text(data.get("description")))
        self.terms.setdefault(name.casefold(), self.terms[key])

    def keys(self, value: Any, separators: str = "") -> list[str]:
        """The keys of the terms a post names: a list, text with separators, or mappings with a label."""
        keys: dict[str, None] = {}
        for item in single_words(as_list(value, separators)):
            if isinstance(item, dict):
                slug = text(first(item, "permalink", "slug")).strip("/").split("/")[-1]
                key = self.add(first(item, "label", "name", "title"), slug)
            else:
                key = self.add(item)
            key = self.terms[key].key if key else ""
            if key:
                keys[key] = None
        return list(keys)

    def finish(self) -> None:
        """Forget the second names under which ``declare`` made terms findable."""
        for key in [key for key, term in self.terms.items() if term.key != key]:
            del self.terms[key]
