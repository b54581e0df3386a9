"""Fingerprints: whether a source changed since it was imported, and whether somebody edited the page since."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from typing import Any

from porting.document import SourcePost

#: Raised when the same source becomes different blocks, so that another import brings the better ones.
VERSION = 3
_NOT_SOURCE = {"constructs", "problems"}


def of_source(post: SourcePost) -> str:
    """Changes whenever anything about the source does; what a reader counted or complained about is no part of it."""
    said = {one.name: getattr(post, one.name) for one in fields(post) if one.name not in _NOT_SOURCE}
    return _digest([VERSION, repr(said)])


def of_page(page: Any) -> str:
    """Changes whenever somebody edits what readers see, or takes the page down."""
    return _digest([page.title, page.slug, page.live, page.summary, page.body.get_prep_value()])


def _digest(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
