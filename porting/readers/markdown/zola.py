"""Zola: ``content`` with TOML headers, sections, bundles, shortcodes, ``@/`` links, ``config.toml``."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from porting.document import Problem, SourceBlog, SourcePost
from porting.packages import Package
from porting.readers import ReadError
from porting.readers.markdown import fields, typography_settings
from porting.readers.markdown.addresses import host, inside, join, path_of, slugify
from porting.readers.markdown.dates import read_date
from porting.readers.markdown.entry import Entry, is_text, load_data
from porting.readers.markdown.front import split
from porting.readers.markdown.hugo.places import POST_SECTIONS
from porting.readers.markdown.plain import aliases
from porting.readers.markdown.shortcodes.syntax import ZOLA_SYNTAX, Shortcodes
from porting.readers.markdown.system import System
from porting.readers.markdown.text.code import HIDDEN
from porting.readers.markdown.text.masks import Masks
from porting.readers.options import ReadOptions

SECTION = re.compile(r"(?:^|/)_index(?:\.[\w-]+)?\.md$")

TAXONOMIES = {"tags", "categories", "authors", "author", "series"}


class Zola(System):
    """One Zola site."""

    format = "zola"
    file_languages = True

    def configure(self) -> None:
        path = next(
            (name for name in sorted(self.names, key=lambda one: one.count("/")) if is_config(name)), ""
        )
        self.config = load_data(self.package, path) or {}
        markdown = fields.mapping(self.config.get("markdown"))
        self.flavour = replace(
            self.flavour,
            typography=typography_settings.of_zola(markdown),
            emoji=fields.truth(markdown.get("render_emoji")),
        )
        top = posixpath.dirname(path)
        self.content = self.options.content.strip("/") or self._content(top)
        self.base_url = fields.text(self.config.get("base_url"))
        self.base = join(re.sub(r"^https?://[^/]*", "", self.base_url)).rstrip("/")
        self.blog.hosts.add(host(self.base_url))
        self.blog.title = fields.text(self.config.get("title"))
        self.blog.description = fields.text(self.config.get("description"))
        self.blog.language = fields.text(self.config.get("default_language"))
        roots = [posixpath.join(top, name).strip("/") for name in ("static", "content")]
        self.blog.media_roots = [
            root for root in roots if any(name.startswith(f"{root}/") for name in self.names)
        ]
        self.options = ReadOptions(**{**vars(self.options), "content": self.content})
        self.section_paths: dict[str, str] = {}

    def _content(self, top: str) -> str:
        below = posixpath.join(top, "content").strip("/")
        if any(name.startswith(f"{below}/") for name in self.names):
            return below
        return next((name.split("content/")[0] + "content" for name in self.names if "content/" in name), "")

    def wanted(self) -> list[str]:
        found = [
            name
            for name in self.names
            if is_text(name) and (not self.content or name.startswith(f"{self.content}/"))
        ]
        for name in found:
            if SECTION.search(name):
                self._guarded(name, lambda name=name: self._section(name))
        return [
            name
            for name in found
            if not SECTION.search(name) and not re.search(r"(?:^|/)(?:README|LICENSE)[^/]*$", name)
        ]

    def _section(self, name: str) -> None:
        """A section's page may give its folder another address; its text has no place of its own here."""
        from porting.readers.markdown.decoding import decode

        front = split(decode(self.package.read(name))[0])
        folder = posixpath.dirname(name).removeprefix(self.content).strip("/")
        path = fields.text(front.data.get("path")).strip("/")
        self.section_paths[folder] = path or folder
        if folder:
            self.redirect(join(self.base, path or folder) + "/", "blog:")
        self.leave_out_introduction(name, front)

    def accepts(self, entry: Entry) -> bool:
        if fields.said_no(entry.data, "render"):
            self.blog.problems.append(
                Problem(entry.path, "text", _("The page is not rendered on the old site; it was left out."))
            )
            return False
        return True

    def place(self, entry: Entry) -> None:
        data = entry.data
        folder = entry.folder.removeprefix(self.content).strip("/")
        folder = posixpath.dirname(folder) if entry.bundle else folder
        entry.section = folder.split("/")[0]
        path = fields.text(data.get("path")).strip("/")
        dated = re.search(r"(?:^|/)(\d{4})/(\d{1,2})/(\d{1,2})/", path)
        entry.date = entry.date or (read_date("-".join(dated.groups())) if dated else None)
        slug = fields.text(data.get("slug")).strip("/")
        entry.slug = slug.split("/")[-1] or posixpath.basename(path) or entry.name or entry.day
        said = slug or slugify_path(entry.name or entry.day)
        section = self.section_paths.get(folder, folder)
        address = join(path or posixpath.join(section, said)) + "/"
        prefix = "" if path else self._prefix(entry)  # a path is the whole address
        entry.addresses = [join(self.base, prefix, address)]
        entry.aliases = [path_of(alias) for alias in aliases(entry)]
        if self.base:
            entry.aliases += [join(self.base, alias) for alias in entry.aliases] + [address]
        entry.kind = "post" if entry.date or folder else "page"
        extra = data.get("extra")
        entry.data = (extra if isinstance(extra, dict) else {}) | {"extra": extra} | data

    def post(self, entry: Entry) -> SourcePost:
        """What has no day, where nothing has one, is a page on a site whose posts have days."""
        known = entry.date is not None or not self._dated or entry.section in {*self._dated, *POST_SECTIONS}
        entry.kind = entry.kind if known else "page"
        return super().post(entry)

    @cached_property
    def _dated(self) -> set[str]:
        """The folders of posts that have a day."""
        return {entry.section for entry in self.entries if entry.date}

    def unplaced(self, entry: Entry) -> dict[str, Any]:
        left = super().unplaced(entry)
        if isinstance(left.get("extra"), dict):
            del left["extra"]  # each of its fields stands by itself, too
        taxonomies = left.pop("taxonomies", None)
        others = {name: one for name, one in fields.mapping(taxonomies).items() if name not in TAXONOMIES}
        return left | ({"taxonomies": others} if others else {})

    def _prefix(self, entry: Entry) -> str:
        known = entry.language in (self.config.get("languages") or {}) or self.options.language_prefix
        return f"/{entry.language}" if known and entry.language not in ("", self.blog.language) else ""

    def tags_of(self, entry: Entry) -> Any:
        return self._taxonomy(entry, "tags") or entry.data.get("tags")

    def categories_of(self, entry: Entry) -> Any:
        return self._taxonomy(entry, "categories") or entry.data.get("categories")

    def _taxonomy(self, entry: Entry, name: str) -> Any:
        taxonomies = entry.data.get("taxonomies")
        return taxonomies.get(name) if isinstance(taxonomies, dict) else None

    def _people_and_terms(self, post: Any, entry: Entry) -> None:
        data = entry.data
        said = (
            data.get("authors")
            or self._taxonomy(entry, "authors")
            or self._taxonomy(entry, "author")
            or data.get("author")
        )
        if not said and self.config.get("author"):
            said = self.config["author"]
        series = self._taxonomy(entry, "series") or data.get("series")
        entry.data = data | ({"authors": said} if said else {}) | ({"series": series} if series else {})
        super()._people_and_terms(post, entry)
        entry.data = data

    def rewrite(self, text: str, masks: Masks, entry: Entry) -> str:
        if any(one.startswith(("```", "~~~")) and HIDDEN.search(one) for one in masks.hidden):
            entry.notes.report("code", _("Lines of code that the old site did not show were left out."))
        if (
            "{{" not in text
            and "{%" not in text
            and not any("{{/*" in one or "{%/*" in one for one in masks.hidden)
        ):
            return text
        return Shortcodes(ZOLA_SYNTAX, masks, entry.notes, self._find, {}).run(text)

    def _find(self, wanted: str) -> str:
        return self.links.post("", wanted.removeprefix("@/")) or self.links.by_name(wanted)

    def address(self, address: str, entry: Entry) -> str:
        """``@/blog/x.md#part`` starts at the content folder."""
        if not address.startswith("@/"):
            return address
        path, _sign, anchor = address.removeprefix("@/").partition("#")
        found = inside(self.content, path)
        section = SECTION.search(found)
        if found in self.links.by_path:
            return f"source:{found}" + (f"#{anchor}" if anchor else "")
        if section:
            folder = posixpath.dirname(path)
            return join(self.base, self.section_paths.get(folder, folder)) + "/"
        entry.notes.report("links", _("The link %(link)s leads to no page of the site.") % {"link": address})
        return "/" + path

    def finish(self) -> None:
        for name in ("/rss.xml", "/atom.xml", "/feed.xml"):
            self.redirect(join(self.base, name), "feed:")
        for folder in self.section_paths.values():
            for name in ("rss.xml", "atom.xml", "feed.xml"):
                self.redirect(join(self.base, folder, name), "feed:")
        self.redirect_terms(f"{self.base}/tags", self.tags, "tag")
        self.redirect_terms(f"{self.base}/categories", self.categories, "category")
        for key, author in self.blog.authors.items():
            self.redirect(join(self.base, "authors", author.slug) + "/", f"author:{key}")


def slugify_path(name: str) -> str:
    """A file's name as Zola's address: words of ASCII letters, except where nothing would be left."""
    return slugify(name, ascii_only=True) or slugify(name) or name


def is_config(name: str) -> bool:
    """Whether a file may be Zola's configuration."""
    return posixpath.basename(name) in ("config.toml", "zola.toml")


class ZolaReader:
    """Reads Zola sites."""

    name = "zola"
    label = "Zola"

    def recognises(self, package: Package) -> float:
        """``base_url`` in ``config.toml`` is Zola's (Hugo's is ``baseURL``); also its kind of front matter."""
        names = package.names()
        for name in names:
            if is_config(name):
                data = load_data(package, name)
                if isinstance(data, dict) and "base_url" in data:
                    return 0.95
        texts = [name for name in names if is_text(name) and "content/" in f"/{name}"][:20]
        heads = [package.start(name, 600) for name in texts]
        return (
            0.7
            if any(
                head.startswith(b"+++") and re.search(rb"^\[(?:taxonomies|extra)\]", head, re.MULTILINE)
                for head in heads
            )
            else 0.0
        )

    def read(self, package: Package, options: ReadOptions) -> SourceBlog:
        """All pages below ``content``."""
        blog = Zola(package, options).read()
        if not blog.posts:
            raise ReadError(_("No pages were found in it: Zola keeps them in a folder called content."))
        return blog
