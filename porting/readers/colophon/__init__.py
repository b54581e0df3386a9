"""Our own Markdown export, read back with everything it holds."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import yaml
from django.utils.translation import gettext as _

from porting.document import Problem, SourceBlog, SourceMedia
from porting.packages import Package, PackageError
from porting.readers import ReadError
from porting.readers.colophon.fields import Folder, to_post
from porting.readers.colophon.lists import own_lists, read_authors, read_redirects, read_series, read_terms
from porting.readers.markdown.front import load_yaml, split
from porting.readers.options import ReadOptions

MANIFEST = "manifest.json"
#: Folders of posts and of what they show.
FOR_READERS = ("static/", "blog/", "pages/")


@dataclass
class ColophonBlog(SourceBlog):
    """``callouts`` has kind and HTML of each shared note by its title."""

    callouts: dict[str, tuple[str, str]] = field(default_factory=dict)


class ColophonReader:
    """Reads a folder or zip that ``export_blog --format markdown`` wrote."""

    name = "colophon"
    label = "Colophon"

    def recognises(self, package: Package) -> float:
        """Certain when the list of contents says so; never otherwise."""
        try:
            return 1.0 if _json(package, MANIFEST).get("format") == self.name else 0.0
        except (PackageError, ValueError, AttributeError):
            return 0.0

    def read(self, package: Package, options: ReadOptions) -> SourceBlog:
        """Everything in it. A file that cannot be read is a problem of its own and the rest goes on."""
        try:
            manifest, site = _json(package, MANIFEST), _json(package, "site.json")
        except (PackageError, ValueError) as error:
            raise ReadError(_("This export is not complete: %(error)s") % {"error": error}) from error
        # Lists, comments nobody approved yet, changes nobody published: files of posts are elsewhere.
        package.private.update(name for name in package.names() if not name.startswith(FOR_READERS))
        folder = Folder(package, options.base_url or str(manifest.get("base_url", "")), site["blog"]["path"])
        blog = ColophonBlog(
            key=folder.host + folder.blog_path,
            format=self.name,
            title=site["blog"]["title"],
            description=site["blog"]["description"],
            language=site["blog"]["language"],
            hosts={folder.host.removeprefix("www.")},
            base_path=folder.blog_path.rstrip("/"),
            media_roots=["static"],
            callouts={note["title"]: (note["kind"], note["html"]) for note in site["callouts"]},
        )
        _read_lists(blog, package, folder)
        for name in package.names():
            if name.endswith("/index.md") and name.startswith(("blog/", "pages/")):
                _read_post(blog, folder, name)
        blog.redirects += own_lists(blog, folder)
        _check(blog, manifest)
        return blog


def _read_lists(blog: SourceBlog, package: Package, folder: Folder) -> None:
    def values(name: str) -> dict[str, Any]:
        try:
            found = load_yaml(package.read(name).decode())
            return found if isinstance(found, dict) else {}
        except (PackageError, ValueError, yaml.YAMLError) as error:
            blog.problems.append(Problem(name, "unreadable", str(error)))
            return {}

    blog.authors = read_authors(values("blog/authors.yml"), folder)
    blog.tags = read_terms(values("blog/tags.yml"), "label")
    blog.categories = read_terms(values("categories.yml"), "name")
    blog.series = read_series(values("series.yml"), folder)
    blog.redirects = read_redirects(package.read("redirects.csv").decode(), folder)
    for entry in _json(package, "media.json"):
        address = folder.media_address(entry["file"])
        blog.media[address] = SourceMedia(
            url=address, source_id=entry["id"], path=entry["file"], alt=entry["alt"], title=entry["title"]
        )


def _read_post(blog: SourceBlog, folder: Folder, name: str) -> None:
    try:
        front = split(folder.package.read(name).decode())
        if front.error:
            raise ValueError(front.error)
        blog.posts.append(to_post(front, folder, name))
    except (PackageError, ValueError, KeyError, TypeError) as error:
        blog.problems.append(
            Problem(name, "unreadable", _("This file cannot be read: %(error)s") % {"error": error})
        )


def _check(blog: SourceBlog, manifest: dict[str, Any]) -> None:
    """Say so when there are fewer posts than there should be."""
    fewer = {
        "post": _("Posts the export should have: %(wanted)s. Those that could be read: %(there)s."),
        "page": _("Pages the export should have: %(wanted)s. Those that could be read: %(there)s."),
    }
    for kind, text in fewer.items():
        there = sum(post.kind == kind for post in blog.posts)
        wanted = manifest.get("counts", {}).get(f"{kind}s", 0)
        if there < wanted:
            detail = text % {"wanted": wanted, "there": there}
            blog.problems.append(Problem(MANIFEST, "unreadable", detail))


def _json(package: Package, name: str) -> Any:
    return json.loads(package.read(name))
