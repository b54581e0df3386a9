"""Which folders of a Docusaurus site are blogs, where the configuration does not say."""

from __future__ import annotations

import posixpath

from porting.readers.markdown.entry import is_text

BLOG_FILES = ("authors.yml", "authors.yaml", "authors.json", "tags.yml", "tags.yaml")


def guess_folders(names: list[str]) -> list[str]:
    """Folders called ``blog`` with posts, or with a file of authors, the topmost ones."""
    folders = {posixpath.dirname(name) for name in names if posixpath.basename(name) in BLOG_FILES}
    for name in names:
        parts = name.split("/")
        if "blog" in parts[:-1] and is_text(name):
            folders.add("/".join(parts[: parts.index("blog") + 1]))
    if not folders and any(is_text(name) for name in names):
        folders = {""}
    folders = {
        path
        for path in folders
        if any(is_text(name) and name.startswith(f"{path}/" if path else "") for name in names)
    }
    return sorted(
        path
        for path in folders
        if not any(path.startswith(f"{other}/") for other in folders if other != path)
    )
