"""A small blog as a reader would hand it over, and the way through the importer."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PIL import Image

from porting.document import SourceAuthor, SourceBlog, SourcePost
from porting.importer import source as sources
from porting.importer.analysis import analyse
from porting.importer.options import ImportOptions
from porting.importer.report import Report
from porting.importer.run import import_source
from porting.models import ImportRun
from porting.packages import Package


def day(number: int, hour: int = 12) -> datetime:
    """A day of March 2020."""
    return datetime(2020, 3, number, hour, 30, tzinfo=UTC)


def post(name: str, **fields: Any) -> SourcePost:
    """A post named by its slug, at ``/2020/<slug>/`` on the old site."""
    given = {"source_id": name, "title": name.replace("-", " ").capitalize(), "slug": name, "date": day(1)}
    given |= {"html": f"<p>The text of {name}.</p>", "addresses": [f"/2020/{name}/"]}
    return SourcePost(**{**given, **fields})


def blog(*posts: SourcePost, **fields: Any) -> SourceBlog:
    """A blog of old.example."""
    found = SourceBlog(**{"key": "old", "format": "fake", "title": "Old", "hosts": {"old.example"}, **fields})
    found.posts = list(posts)
    found.authors.setdefault("jane", SourceAuthor("jane", "Jane Doe", "jane-doe"))
    return found


def bring_in(
    source: SourceBlog, folder: Path, options: ImportOptions | None = None, media: Path | None = None
) -> Report:
    """Import a blog whose files are in ``folder``."""
    chosen = options or ImportOptions()
    uploads = Package.open(media) if media else None
    ready = sources.prepared(source, Package.open(folder), chosen, uploads)
    return import_source(ImportRun(source="test"), ready, chosen, lambda *progress: None)


def look_at(source: SourceBlog, folder: Path) -> Report:
    """Analyse a blog without importing it."""
    ready = sources.prepared(source, Package.open(folder), ImportOptions())
    return analyse(ready, ImportOptions(), lambda *progress: None)


def kinds(report: Report, source_id: str) -> set[str]:
    """What the report says about one post."""
    return {item["kind"] for item in report.items if item["source"] == source_id}


def picture(colour: str = "red", kind: str = "PNG", size: tuple[int, int] = (40, 30), **save: Any) -> bytes:
    """A picture file."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind, **save)
    return out.getvalue()
