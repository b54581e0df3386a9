"""Small blogs written to a folder, and read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from porting.document import SourceBlog, SourcePost
from porting.packages import Package
from porting.readers import reader
from porting.readers.options import ReadOptions


def package(folder: Path, files: dict[str, str | bytes]) -> Package:
    """A package of these files."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Package.open(folder)


def read(folder: Path, format_name: str, files: dict[str, str | bytes], **options: Any) -> SourceBlog:
    """A blog of these files as its reader sees it."""
    return reader(format_name).read(package(folder, files), ReadOptions(**options))


def only(blog: SourceBlog) -> SourcePost:
    """Its one post."""
    assert len(blog.posts) == 1, [post.source_id for post in blog.posts]
    return blog.posts[0]


def by_id(blog: SourceBlog) -> dict[str, SourcePost]:
    """Its posts by their files."""
    return {post.source_id: post for post in blog.posts}


def kinds(post: SourcePost) -> set[str]:
    """What the reader had to say about a post, in single words."""
    return {problem.kind for problem in post.problems}
