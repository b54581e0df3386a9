"""Data files of Eleventy: of folders (``posts/posts.11tydata.js``), of single posts (``a.11tydata.json``), of the site.

https://www.11ty.dev/docs/data-template-dir/. Those in JavaScript are read where their values are written out, and
never run.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from porting.packages import Package, PackageError
from porting.readers.markdown import fields
from porting.readers.markdown.decoding import decode
from porting.readers.markdown.eleventy.layouts import Layouts
from porting.readers.markdown.entry import load_data
from porting.readers.markdown.js_literal import LONGEST, exported

# Most other data of a folder is for its templates.
READ = (
    "permalink",
    "draft",
    "published",
    "author",
    "authors",
    "lang",
    "layout",
    "tags",
    "category",
    "categories",
    "series",
    "eleventyExcludeFromCollections",
)
COMPUTED = "eleventyComputed"
# Names that starters give to the collection of all posts; Eleventy calls them tags.
COLLECTIONS = re.compile(
    r"(?:all|nav|(?:blog)?posts?|blogs?|articles?|entry|entries|notes?|pages?)", re.IGNORECASE
)
# ``data => `/posts/${data.page.fileSlug}/` `` is as good as a template.
OF_SITE = re.compile(r"(?:^|/)_data/([\w/-]+)\.(?:json|ya?ml|toml|[cm]?js)$")
MOST_OF_SITE = 200  # files
ARROW = re.compile(r"(?:\(\s*\w+\s*\)|\w+)\s*=>\s*`([^`]*)`\Z")
PLACE = re.compile(r"\$\{\s*\w+\.((?:page\.)?\w+)\s*\}")

Report = Callable[[str, str, str], None]


class FolderData:
    """What the data files of a package say; ``report`` is told what only running a program would tell."""

    def __init__(self, package: Package, report: Report) -> None:
        self.package, self.report = package, report
        self.known: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {"": ({}, {})}
        self.layouts = Layouts(package)

    def of(self, folder: str, name: str = "") -> tuple[dict[str, Any], dict[str, Any]]:
        """Values below a file's own, and computed ones that come before them; ``name`` is the file's, without ending.

        The innermost folder is on top, and the file's own data above it. Tags are those of all of them.
        """
        around = self._of_folder(folder)
        return self._add(around, posixpath.join(folder, name), ()) if name else around

    @cached_property
    def of_site(self) -> dict[str, str]:
        """What any text may ask for, as it asks: ``site.title`` is ``title`` in ``_data/site.json``."""
        found: dict[str, str] = {}
        for path in [name for name in self.package.names() if OF_SITE.search(name)][:MOST_OF_SITE]:
            named = OF_SITE.search(path)
            if path.endswith("js"):
                try:
                    written = exported(decode(self.package.read(path, LONGEST))[0])
                except PackageError:
                    continue
                values: Any = written.values if written else {}
            else:
                values = load_data(self.package, path)
            above = named.group(1).replace("/", ".") if named else ""
            found |= fields.flattened({above: values} if isinstance(values, dict) else {})
        return found

    def _of_folder(self, folder: str) -> tuple[dict[str, Any], dict[str, Any]]:
        if folder not in self.known:
            around = self._of_folder(posixpath.dirname(folder))
            name = posixpath.basename(folder)
            self.known[folder] = self._add(
                around, f"{folder}/{name}", (name, name.removesuffix("s")), ".json"
            )
        return self.known[folder]

    def _add(
        self,
        around: tuple[dict[str, Any], dict[str, Any]],
        path: str,
        collections: tuple[str, ...],
        *more: str,
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        values, computed = around
        for end in (*more, ".11tydata.json", ".11tydata.js", ".11tydata.cjs", ".11tydata.mjs"):
            data = self._load(path + end) if self.package.exists(path + end) else {}
            found = {name: data[name] for name in READ if name in data}
            said = fields.as_list(found.pop("tags", None))
            tags = [
                one
                for one in said
                if not COLLECTIONS.fullmatch(fields.text(one)) and fields.text(one) not in collections
            ]
            for one in (one for one in said if one not in tags):
                sentence = _(
                    "“%(name)s” is what the site called all posts of the folder; it was taken for no tag."
                )
                self.report(path + end, "tags", sentence % {"name": fields.text(one)})
            values = values | found
            if tags:
                values = values | {"tags": fields.unique([*fields.as_list(values.get("tags")), *tags])}
            computed = computed | {
                name: value for name, value in fields.mapping(data.get(COMPUTED)).items() if name in READ
            }
        return values, computed

    def _load(self, path: str) -> dict[str, Any]:
        if path.endswith(".json"):
            return fields.mapping(load_data(self.package, path))
        try:
            found = exported(decode(self.package.read(path, LONGEST))[0])
        except PackageError:
            found = None
        if found is None:
            self.report(
                path, "unreadable", _("The file is a program; what it says of its posts was not read.")
            )
            return {}
        values = found.values
        for name, program in found.programs.items():
            template = ARROW.match(program)
            if template and name == f"{COMPUTED}.permalink" and "${" not in PLACE.sub("", template.group(1)):
                made = PLACE.sub(r"{{ \1 }}", template.group(1))
                values = values | {COMPUTED: fields.mapping(values.get(COMPUTED)) | {"permalink": made}}
            elif name.removeprefix(f"{COMPUTED}.") in (*READ, "…"):
                sentence = _(
                    "“%(name)s” is made by a program in this file, which was not run; please check it."
                )
                self.report(path, "unreadable", sentence % {"name": name})
        return values
