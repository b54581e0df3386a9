"""Reads a test collection: documents as JSON, one a line, in ``docs*.jsonl``."""

import datetime as dt
import html
import json
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.text import slugify

SOME_DAY = "2000-01-01"


@dataclass(frozen=True)
class Entry:
    """A document as a post."""

    slug: str
    title: str
    summary: str
    body: list[dict]
    tags: list[str]
    author: str
    date: dt.datetime


def entries(folder: Path) -> Iterator[Entry]:
    """The documents, in order; FileNotFoundError when the folder has none."""
    files = sorted(folder.glob("docs*.jsonl"))
    if not files:
        raise FileNotFoundError(f"{folder} has no docs*.jsonl")
    for file in files:
        with file.open(encoding="utf-8") as lines:
            yield from (_entry(json.loads(line)) for line in lines)


def _entry(document: dict[str, Any]) -> Entry:
    title = str(document.get("title") or "")[:255]
    return Entry(
        slug=_slug(str(document["id"]), title),
        title=title,
        summary=str(document.get("summary") or ""),
        body=_body(str(document.get("body") or "")),
        tags=list(dict.fromkeys(str(tag)[:100] for tag in document.get("tags") or ())),
        author=str(document.get("author") or "")[:100],
        date=_date(str(document.get("date") or SOME_DAY)),
    )


def _slug(name: str, title: str) -> str:
    """An address from which the scorer can tell the document: title and id, or the id alone."""
    return f"{slugify(title)[:60]}-{name}" if re.fullmatch(r"[\w-]+", name) else slugify(name)


def _body(text: str) -> list[dict]:
    paragraphs = (part.strip() for part in re.split(r"\n\s*\n", text))
    values = (f"<p>{html.escape(part, quote=False)}</p>" for part in paragraphs if part)
    return [{"type": "paragraph", "value": value, "id": str(uuid.uuid4())} for value in values]


def _date(text: str) -> dt.datetime:
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        found = dt.datetime.fromisoformat(SOME_DAY)
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)
