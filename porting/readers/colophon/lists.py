"""Authors, tags, categories, series and old addresses of our own export."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

from porting.document import SourceAuthor, SourceRedirect, SourceTerm
from porting.readers.colophon.fields import Folder


def read_authors(rows: dict[str, Any], folder: Folder) -> dict[str, SourceAuthor]:
    """``authors.yml``."""
    return {str(key): _author(str(key), row, folder) for key, row in rows.items()}


def _author(key: str, row: dict[str, Any], folder: Folder) -> SourceAuthor:
    ours = row.get("colophon") or {}
    private = folder.media_address(ours["portrait"]) if ours.get("portrait") else ""
    return SourceAuthor(
        key=key,
        name=str(row.get("name", key)),
        slug=key,
        job_title=str(row.get("title", "")),
        bio=ours.get("bio", ""),
        portrait=row.get("image_url", "") or private,
        links=[(platform, address) for platform, address in ours.get("links", [])],
    )


def read_terms(rows: dict[str, Any], label: str) -> dict[str, SourceTerm]:
    """``tags.yml``, ``categories.yml`` or ``series.yml``."""
    return {
        str(key): SourceTerm(
            str(key),
            str(row.get(label, key)),
            str(key),
            row.get("description", ""),
            str(row.get("parent", "")),
        )
        for key, row in rows.items()
    }


def read_redirects(text: str, folder: Folder) -> list[SourceRedirect]:
    """``redirects.csv``. Those to posts are among the posts' aliases as well, and do no harm twice."""
    rows = csv.DictReader(StringIO(text))
    return [
        SourceRedirect(row["from"], folder.list_target(row["to"]) or _whole(row["to"], folder))
        for row in rows
    ]


def _whole(address: str, folder: Folder) -> str:
    return folder.base_url + address if address.startswith("/") else address
