"""The picture above a page of Hugo's: a field, one of its resources, or a file beside it with a telling name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from porting.document import Picture
from porting.readers.markdown import fields
from porting.readers.markdown.entry import Entry
from porting.readers.markdown.hugo.config import lowered

COVER_FILE = re.compile(
    r"^(?:.*[-_.])?(?:featured?|cover|thumbnail|banner|hero)[\w-]*\.(?:png|jpe?g|webp|gif|avif)$",
    re.IGNORECASE,
)


def cover_of(entry: Entry, names: Iterable[str]) -> Picture | None:
    """The picture of a page; ``names`` are the files of the package."""
    found = fields.cover(entry.data) or fields.cover(lowered(entry.data.get("params")))
    if found:
        return found
    for resource in fields.as_list(entry.data.get("resources")):
        if isinstance(resource, dict) and re.search(
            r"feature|cover|thumb|header|hero", fields.text(resource.get("name")), re.IGNORECASE
        ):
            return Picture(fields.text(resource.get("src")), fields.text(resource.get("title")))
    if not entry.bundle:
        return None
    files = [
        name
        for name in names
        if posixpath.dirname(name) == entry.folder and COVER_FILE.match(posixpath.basename(name))
    ]
    return Picture(posixpath.basename(files[0])) if files else None
