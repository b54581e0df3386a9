"""Old addresses of what is public, for a server that only hands out files."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from porting.exporters.collect import OwnBlog
from porting.exporters.markdown.redirects import as_netlify, rows_of


def moved_pages(blog: OwnBlog, visible: Callable[[str], bool]) -> dict[str, str]:
    """Where each old address leads, as rooted paths or addresses elsewhere. Nothing leads to what is not public."""
    found = {}
    for key, path in blog.posts.paths.items():
        if visible(path):
            found |= dict.fromkeys(blog.posts.former.get(key, ()), path)
    for old, target in rows_of(blog.redirects, blog.base_path + "/"):
        inside = target.removeprefix(blog.root)
        if not inside.startswith("/") or visible(inside):
            found.setdefault(old, inside)
    return {urlsplit(old).path if "://" in old else old: target for old, target in found.items() if target}


def netlify(moved: dict[str, str], folder: str) -> str:
    """``_redirects`` for hosts that obey it."""
    rows = [(folder + old, folder + new if new.startswith("/") else new) for old, new in moved.items()]
    return as_netlify(rows)
