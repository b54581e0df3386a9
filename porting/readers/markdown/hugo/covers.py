"""The picture above a page of Hugo's: a field, one of its resources, or a file beside it with a telling name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from fnmatch import fnmatch

from porting.document import Picture
from porting.readers.markdown import fields
from porting.readers.markdown.entry import Entry
from porting.readers.markdown.hugo.config import lowered

NAMED = re.compile(r"feature|cover|thumb|header|hero", re.IGNORECASE)
COVER_FILE = re.compile(
    r"^(?:.*[-_.])?(?:featured?|cover|thumbnail|banner|hero)[\w-]*\.(?:png|jpe?g|webp|gif|avif)$",
    re.IGNORECASE,
)


def cover_of(entry: Entry, names: Iterable[str]) -> Picture | None:
    """The picture of a page; ``names`` are the files of the package."""
    found = fields.cover(entry.data) or fields.cover(lowered(entry.data.get("params")))
    if found:
        return found
    beside = [name for name in names if name.startswith(f"{entry.folder}/")] if entry.bundle else []
    found = _resource(entry, beside) or _file(entry, beside)
    if found:
        alt, caption = fields.picture_words(entry.data)
        found.alt, found.caption = alt or found.alt, caption or found.caption
    return found


def _resource(entry: Entry, beside: list[str]) -> Picture | None:
    """The file that the page's own list calls its cover; the list may say which by a pattern: ``src: "*cover*"``."""
    for one in fields.as_list(entry.data.get("resources")):
        if not (isinstance(one, dict) and NAMED.search(fields.text(one.get("name")))):
            continue
        said = fields.text(one.get("src"))
        files = (name.removeprefix(f"{entry.folder}/") for name in beside)
        address = next((name for name in files if fnmatch(name, said)), said) if "*" in said else said
        alt, caption = fields.picture_words(lowered(one.get("params")))
        return Picture(address, alt or fields.text(one.get("title")), caption)
    return None


def _file(entry: Entry, beside: list[str]) -> Picture | None:
    files = (posixpath.basename(name) for name in beside if posixpath.dirname(name) == entry.folder)
    return next((Picture(name) for name in files if COVER_FILE.match(name)), None)
