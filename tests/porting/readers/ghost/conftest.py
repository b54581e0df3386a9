"""Small exports written for these tests, read from real files."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from porting.document import SourceBlog, SourcePost
from porting.packages import Package
from porting.readers.ghost import GhostReader
from porting.readers.options import ReadOptions

PUBLIC = {
    "id": "64a1",
    "title": "A day out",
    "slug": "a-day-out",
    "status": "published",
    "visibility": "public",
    "type": "post",
    "published_at": "2024-05-06T07:08:09.000Z",
}


def export(posts: list[dict[str, Any]], version: str = "5.130.6", **tables: Any) -> str:
    """An export with these posts (each completed) and tables."""
    rows = [PUBLIC | {"id": f"64a{at}"} | post for at, post in enumerate(posts, 1)]
    return json.dumps({"db": [{"meta": {"version": version}, "data": {"posts": rows, **tables}}]})


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., SourceBlog]:
    """Read an export with these posts and tables; ``files`` puts it in a zip beside other files."""

    def read_export(
        posts: list[dict[str, Any]],
        *,
        files: dict[str, str] | None = None,
        options: ReadOptions | None = None,
        **more: Any,
    ) -> SourceBlog:
        path = tmp_path / "my.ghost.2026-11-22.json"
        path.write_text(export(posts, **more), encoding="utf-8")
        if files is not None:
            whole = tmp_path / "export.zip"
            with zipfile.ZipFile(whole, "w") as archive:
                archive.write(path, f"data/{path.name}")
                for name, content in files.items():
                    archive.writestr(name, content)
            path = whole
        with Package.open(path) as package:
            return GhostReader().read(package, options or ReadOptions())

    return read_export


@pytest.fixture
def post(read: Callable[..., SourceBlog]) -> Callable[..., SourcePost]:
    """The one post of an export with these columns."""

    def read_post(**columns: Any) -> SourcePost:
        return read([columns]).posts[0]

    return read_post


@pytest.fixture
def lexical(post: Callable[..., SourcePost]) -> Callable[..., SourcePost]:
    """A post whose text is these Lexical nodes."""

    def read_nodes(*nodes: dict[str, Any], **columns: Any) -> SourcePost:
        return post(lexical=json.dumps({"root": {"type": "root", "children": list(nodes)}}), **columns)

    return read_nodes


@pytest.fixture
def mobiledoc(post: Callable[..., SourcePost]) -> Callable[..., SourcePost]:
    """A post whose text is this Mobiledoc."""

    def read_document(sections: list, **parts: Any) -> SourcePost:
        whole = {"version": "0.3.1", "atoms": [], "cards": [], "markups": [], "sections": sections} | parts
        return post(mobiledoc=json.dumps(whole))

    return read_document
