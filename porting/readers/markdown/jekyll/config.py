"""What ``_config.yml`` says: where the site is, which of its files count, its collections, fields of whole folders."""

from __future__ import annotations

import fnmatch
import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from porting.packages import Package
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import inside as joined
from porting.readers.markdown.addresses import join
from porting.readers.markdown.entry import Entry
from porting.readers.markdown.site_config import find, merged

NO_PAGES = ("posts", "drafts", "data", "authors")  # collections by name, but no pages of their own
SCOPES = {"post": "posts", "page": "pages", "draft": "drafts"}  # their old names


class _Patterns:
    """As Jekyll compares: a pattern with stars, or how the path begins."""

    def __init__(self, patterns: list[str]) -> None:
        self.begins = tuple(patterns)
        self.starred = [re.compile(fnmatch.translate(one)) for one in patterns if re.search(r"[*?[]", one)]

    def match(self, path: str) -> bool:
        return f"{path}/".startswith(self.begins) or any(one.match(path) for one in self.starred)


@dataclass(frozen=True)
class Config:
    """``top`` is the folder the site is in, ``collections`` what it lists beside its posts."""

    values: dict[str, Any]
    top: str
    collections: dict[str, dict[str, Any]]

    @classmethod
    def of(cls, package: Package) -> Config:
        """The configuration of a package; without a file of it, the site is where ``_posts`` is."""
        path = find(package, "_config.yml", "_config.yaml", "_config.toml")
        values = merged(package, [path] if path else [])
        names = package.names()
        posts = sorted((name for name in names if "_posts/" in name), key=lambda name: name.count("/"))
        top = posixpath.dirname(path) if path else posts[0].split("_posts/")[0] if posts else ""
        if path:
            top = _source(top, fields.text(values.get("source")), names)
        return cls(values, top.strip("/"), _collections(values.get("collections")))

    @property
    def base(self) -> str:
        """What all addresses begin with, without a slash at its end."""
        return join(self.text("baseurl")).rstrip("/")

    def text(self, *names: str) -> str:
        """The first of these settings that says something, as a line of text."""
        return fields.text(next((self.values[name] for name in names if self.values.get(name)), ""))

    def path(self, inside: str) -> str:
        """A path of the site as a path of the package."""
        return posixpath.join(self.top, inside) if self.top else inside

    def inside(self, path: str) -> str:
        """A path of the package as a path of the site, without the folder posts and collections share."""
        inside = path.removeprefix(f"{self.top}/") if self.top else path
        shared = self.text("collections_dir").strip("/")
        return inside.removeprefix(f"{shared}/") if inside.startswith(f"{shared}/_") else inside

    def section(self, inside: str) -> str:
        """``posts``, ``drafts``, a collection's name, or nothing, from the folders a file is in."""
        for part in inside.split("/")[:-1]:
            name = part.removeprefix("_")
            if part.startswith("_") and (name in ("posts", "drafts") or name in self.collections):
                return name
        return ""

    def makes_pages(self, section: str) -> bool:
        """Whether what is in a collection had addresses of its own."""
        return section not in self.collections or fields.truth(self.collections[section].get("output"))

    def is_included(self, part: str) -> bool:
        """Whether a file or folder of this name counts in spite of its first sign."""
        return self._included.match(part)

    def is_excluded(self, inside: str) -> bool:
        """Whether a file, or a folder it is in, is none of the site's."""
        parts = inside.split("/")
        folders = ("/".join(parts[: end + 1]) for end in range(len(parts)))
        return any(
            self._excluded.match(folder) and not self.is_included(part)
            for folder, part in zip(folders, parts, strict=True)
        )

    @cached_property
    def _included(self) -> _Patterns:
        return _Patterns(self._listed("include"))

    @cached_property
    def _excluded(self) -> _Patterns:
        included = set(self._listed("include"))
        return _Patterns([one for one in self._listed("exclude") if one not in included])

    def _listed(self, name: str) -> list[str]:
        said = (fields.text(one).lstrip("/") for one in fields.as_list(self.values.get(name)))
        return [one for one in said if one]

    def give_defaults(self, entry: Entry) -> None:
        """Values given to all files of a scope, those of the longest path first; the file's own come before them."""
        own = entry.own = set(entry.data)
        inside, section = self.inside(entry.path), entry.section or "pages"
        rows = self.values.get("defaults")
        fitting = []
        for row in map(fields.mapping, rows if isinstance(rows, list) else ()):
            scope = fields.mapping(row.get("scope"))
            if _fits(scope, inside, section):
                narrow = (len(fields.text(scope.get("path")).strip("/")), "type" in scope)
                fitting.append((narrow, fields.mapping(row.get("values"))))
        for _, values in sorted(fitting, key=lambda one: one[0]):
            given = {str(key): value for key, value in values.items() if key not in own}
            entry.kept |= {key: given.pop(key) for key in list(given) if key in fields.COVERS}
            entry.data |= given


def _source(top: str, said: str, names: list[str]) -> str:
    """The folder ``source`` names; ``.tmp/src`` is ``src`` where a build made a copy of it."""
    parts = [part for part in said.strip("/").split("/") if part]
    for at in range(len(parts)):
        below = joined(top, "/".join(parts[at:]))
        if below and any(name.startswith(f"{below}/") for name in names):
            return below
    return top


def _collections(said: Any) -> dict[str, dict[str, Any]]:
    if isinstance(said, list):
        said = {str(name): {} for name in said}
    found = {str(name): fields.mapping(data) for name, data in fields.mapping(said).items()}
    return {name: data for name, data in found.items() if name not in NO_PAGES}


def _fits(scope: dict[str, Any], inside: str, section: str) -> bool:
    path, kind = fields.text(scope.get("path")).strip("/"), fields.text(scope.get("type"))
    fits = not path or inside.startswith(f"{path}/") or inside == path or fnmatch.fnmatch(inside, path)
    sections = {section, "posts"} if section == "drafts" else {section}
    return fits and (not kind or SCOPES.get(kind, kind) in sections)
