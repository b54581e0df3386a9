"""Who writes a Jekyll site: the places its themes and its own tutorial keep people in."""

from __future__ import annotations

import posixpath
from typing import Any

from porting.packages import Package, PackageError
from porting.readers.markdown import fields
from porting.readers.markdown.decoding import decode
from porting.readers.markdown.entry import is_text, load_data
from porting.readers.markdown.front import split
from porting.readers.markdown.jekyll.config import Config

FILES = ("authors", "members", "people")
KEYS = ("slug", "short_name", "username", "id", "key", "nickname")
LARGEST = 200_000  # bytes of a text about somebody


def people(package: Package, config: Config) -> dict[str, Any]:
    """What is known about people, by the names posts call them by."""
    for name in FILES:
        found = _from_data(package, config, name)
        if found:
            return found
    return _from_texts(package, config.path("_authors/")) or fields.mapping(config.values.get("authors"))


def _from_data(package: Package, config: Config, name: str) -> dict[str, Any]:
    """One file with all of them, by name or in a list, or a folder with a file each."""
    folder = config.path(fields.text(config.values.get("data_dir")) or "_data")
    for end in (".yml", ".yaml", ".json"):
        data = load_data(package, f"{folder}/{name}{end}")
        if isinstance(data, dict):
            return {str(key): about for key, about in data.items()}
        if isinstance(data, list):
            listed = (
                (_key(about) or fields.text(about.get("name")), about)
                for about in data
                if isinstance(about, dict)
            )
            return {key: about for key, about in listed if key}
    files = (path for path in package.names() if posixpath.dirname(path) == f"{folder}/{name}")
    found = {posixpath.splitext(posixpath.basename(path))[0]: load_data(package, path) for path in files}
    return {key: about for key, about in found.items() if isinstance(about, dict)}


def _from_texts(package: Package, folder: str) -> dict[str, Any]:
    """The collection ``_authors``: a text each."""
    found = {}
    for path in (name for name in package.names() if name.startswith(folder) and is_text(name)):
        try:
            about = split(decode(package.read(path, LARGEST))[0])
        except (PackageError, ValueError):
            continue
        bio = {"bio": about.body.strip()} if about.body.strip() else {}
        found[_key(about.data) or posixpath.splitext(posixpath.basename(path))[0]] = bio | about.data
    return found


def _key(about: dict[str, Any]) -> str:
    return fields.text(fields.first(about, *KEYS))
