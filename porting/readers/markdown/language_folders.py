"""Folders that hold the same texts in several languages: ``blog/en/mill.md`` beside ``blog/fa/mill.md``."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable

from porting.readers.markdown.entry import is_text, split_language

_FRONT = {"index", "_index", "readme"}


def language_folders(names: Iterable[str]) -> dict[str, str]:
    """The language of each such folder, by its path. One of them is English, and a text is in two at least.

    ``cs`` and ``ts`` may be programs; so a folder alone, or one with but a first page like another's, says nothing.
    """
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name in filter(is_text, names):
        parts = posixpath.splitext(name)[0].split("/")
        for at, part in enumerate(parts[:-1]):
            if part and split_language(f"x.{part.lower()}")[1]:
                found["/".join(parts[:at])][part].add("/".join(parts[at + 1 :]))
    folders: dict[str, str] = {}
    for above, languages in found.items():
        english = [texts for part, texts in languages.items() if part.lower().split("-")[0] == "en"]
        for part, texts in languages.items() if english else ():
            others = set().union(*(other for name, other in languages.items() if name != part))
            if any(text.lower() not in _FRONT for text in texts & others):
                folders[posixpath.join(above, part)] = part
    return folders


def language_of(path: str, folders: dict[str, str]) -> str:
    """The language of the folder a file is in; empty when it is in none of these."""
    folder = posixpath.dirname(path)
    while folder and folder not in folders:
        folder = posixpath.dirname(folder)
    return folders.get(folder, "")
