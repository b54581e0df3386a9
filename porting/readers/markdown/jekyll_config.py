"""What ``_config.yml`` says: where the site is, its collections, its people, and fields of whole folders."""

from __future__ import annotations

import fnmatch
import posixpath
from dataclasses import dataclass
from typing import Any

from porting.packages import Package
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import join
from porting.readers.markdown.entry import Entry, load_data
from porting.readers.markdown.site_config import find, merged


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
        posts = sorted(
            (name for name in package.names() if "_posts/" in name), key=lambda name: name.count("/")
        )
        top = posixpath.dirname(path) if path else posts[0].split("_posts/")[0] if posts else ""
        values = merged(package, [path] if path else [])
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
        """A path of the package as a path of the site."""
        return path.removeprefix(f"{self.top}/") if self.top else path

    def section(self, inside: str) -> str:
        """``posts``, ``drafts``, a collection's name, or nothing, from the folders a file is in."""
        for part in inside.split("/")[:-1]:
            name = part.removeprefix("_")
            if part.startswith("_") and (name in ("posts", "drafts") or name in self.collections):
                return name
        return ""

    def people(self, package: Package) -> dict[Any, Any]:
        """Who writes, by short names: from ``_data/authors.yml``, else from the settings."""
        for end in ("yml", "yaml", "json"):
            data = load_data(package, self.path(f"_data/authors.{end}"))
            if data:
                break
        return fields.mapping(data if isinstance(data, dict) else self.values.get("authors"))

    def give_defaults(self, entry: Entry) -> None:
        """Values given to all files of a scope; the file's own come first."""
        own = entry.own = set(entry.data)
        rows = self.values.get("defaults")
        for default in map(fields.mapping, rows if isinstance(rows, list) else ()):
            if _fits(fields.mapping(default.get("scope")), self.inside(entry.path), entry.section or "pages"):
                values = fields.mapping(default.get("values"))
                given = {key: value for key, value in values.items() if key not in own}
                entry.kept |= {key: given.pop(key) for key in list(given) if key in fields.COVERS}
                entry.data |= given


def _collections(said: Any) -> dict[str, dict[str, Any]]:
    if isinstance(said, list):
        said = {str(name): {} for name in said}
    found = {str(name): fields.mapping(data) for name, data in fields.mapping(said).items()}
    return {name: data for name, data in found.items() if name not in ("posts", "drafts", "data", "authors")}


def _fits(scope: dict[str, Any], inside: str, section: str) -> bool:
    path, kind = fields.text(scope.get("path")).strip("/"), scope.get("type")
    fits = not path or inside.startswith(f"{path}/") or inside == path or fnmatch.fnmatch(inside, path)
    return fits and (not kind or kind == section)
