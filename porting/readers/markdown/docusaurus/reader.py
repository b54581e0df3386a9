"""Docusaurus: blog folders, MDX, ``authors.yml`` and ``tags.yml``.

Addresses follow ``plugin-content-blog``: base URL, route, then the slug, or the day in the file's or folder's name and
the rest of the path.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from django.utils.translation import gettext as _

from porting.document import SourceBlog
from porting.packages import Package
from porting.readers import ReadError
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import inside, join, path_of, slugify
from porting.readers.markdown.dates import read_date
from porting.readers.markdown.docusaurus.authors import OLD_AUTHOR, old_author
from porting.readers.markdown.docusaurus.folders import BLOG_FILES, BlogFolder, blog_folders, locales
from porting.readers.markdown.docusaurus.partials import Partials
from porting.readers.markdown.entry import Entry, is_text, load_data
from porting.readers.markdown.mdx.elements import jsx
from porting.readers.markdown.mdx.module import drop_comments, expressions, take_module
from porting.readers.markdown.mdx.partials import put_in
from porting.readers.markdown.site_config import constants, find, said, source
from porting.readers.markdown.system import System
from porting.readers.markdown.text.admonitions import admonitions
from porting.readers.markdown.text.engine import Flavour, markdown_to_html
from porting.readers.markdown.text.masks import Masks, mask
from porting.readers.options import ReadOptions

CONFIG = tuple(f"docusaurus.config.{end}" for end in ("js", "ts", "mjs", "cjs", "mts"))
DATED = re.compile(r"^(?P<before>.*/)?(?P<day>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?P<rest>.*?)(?:/index)?$")
TRUNCATE = re.compile(r"<!--\s*truncate\s*-->|\{/\*\s*truncate\s*\*/\}")
# What only says how a page looked.
LOOKS = {"hide_table_of_contents", "toc_min_heading_level", "toc_max_heading_level", "hide_reading_time"}
LOOKS |= {"pagination_next", "pagination_prev", "sidebar_position", "custom_edit_url"}


class Docusaurus(System):
    """One Docusaurus site with all its blogs."""

    format = "docusaurus"
    flavour = Flavour(autolinks=True, magic_comments=True)
    imports = True

    def configure(self) -> None:
        path = find(self.package, *CONFIG)
        self.site = posixpath.dirname(path)
        self.config = source(self.package, path)
        self.flavour = replace(
            self.flavour,
            math=bool(re.search(r"remark-?math", self.config, re.IGNORECASE)),
            emoji=said(self.config, "emoji") != "false",
        )
        known = constants(self.config)
        self.base = said(self.config, "baseUrl") or known.get("baseUrl", "") or "/"
        address = self.options.base_url or said(self.config, "url")
        self.options = ReadOptions(**{**vars(self.options), "base_url": address})
        self.folders = blog_folders(self.config, self.site, self.names, self.options)
        self.locales = locales(self.config)
        self.author_pages: dict[str, str] = {}  # by key, below the list of authors
        self.partials = Partials(self.package, self.site)
        self.blog.title = said(self.config, "blogTitle") or said(self.config, "title")
        self.blog.description = said(self.config, "blogDescription") or said(self.config, "tagline")
        self.blog.language = said(self.config, "defaultLocale")
        self.blog.base_path = join(self.base, self.folders[0].route).rstrip("/") if self.folders else ""
        self._media_roots()
        for folder in self.folders:
            if not folder.language:
                self._people_and_tags(folder)

    def _media_roots(self) -> None:
        named = re.search(r"staticDirectories\s*:\s*\[([^\]]*)\]", self.config)
        roots = re.findall(r"[\"']([^\"']+)[\"']", named.group(1)) if named else ["static"]
        tops = {self.site, *(posixpath.dirname(folder.path) for folder in self.folders)}
        found = [posixpath.join(top, root).strip("/") for top in sorted(tops) for root in roots]
        self.blog.media_roots = [
            root for root in found if any(name.startswith(f"{root}/") for name in self.names)
        ]

    def _people_and_tags(self, folder: BlogFolder) -> None:
        named = re.search(r"authorsMapPath\s*:\s*[\"']([^\"']+)", self.config)
        said_path = named.group(1) if named else "authors.yml"
        below = [inside(folder.path, name) for name in (said_path, "authors.yaml", "authors.json")]
        for place in [*below, *([inside(self.site, said_path)] if named else [])]:
            people = load_data(self.package, place)
            for key, data in people.items() if isinstance(people, dict) else ():
                page = fields.mapping(fields.mapping(data).get("page"))
                self.author_pages[str(key)] = fields.text(page.get("permalink"))
                about = fields.text(data.get("description")) if isinstance(data, dict) else ""
                self.people.declare(str(key), data, markdown_to_html(about) if about else "")
        for name in ("tags.yml", "tags.yaml"):
            tags = load_data(self.package, posixpath.join(folder.path, name))
            for key, data in tags.items() if isinstance(tags, dict) else ():
                self.tags.declare(str(key), data)

    def wanted(self) -> list[str]:
        found = []
        for folder in self.folders:
            for name in self.names:
                inside = name.removeprefix(f"{folder.path}/") if folder.path else name
                hidden = (
                    any(part.startswith("_") for part in inside.split("/"))
                    or posixpath.basename(name) == "README.md"
                )
                if is_text(name) and (inside != name or not folder.path) and not hidden and name not in found:
                    found.append(name)
        return found

    def folder_of(self, entry: Entry) -> BlogFolder:
        """The innermost blog folder a file is in."""
        within = (one for one in self.folders if not one.path or entry.path.startswith(f"{one.path}/"))
        return max(within, key=lambda one: len(one.path))

    def accepts(self, entry: Entry) -> bool:
        """A translation that is but a copy of the post in the first language is no post of its own."""
        folder = self.folder_of(entry)
        first = folder.original + entry.path.removeprefix(folder.path)
        if not folder.language or not self.package.exists(first):
            return True
        same = self.package.read(first).split() == self.package.read(entry.path).split()
        if same:
            self.place(entry)
            self.redirect(entry.addresses[0], f"post:{first}")
        return not same

    def place(self, entry: Entry) -> None:
        folder = self.folder_of(entry)
        inside = re.sub(r"\.(?:mdx?|markdown)$", "", entry.path.removeprefix(folder.path).lstrip("/"))
        dated = DATED.match(inside)
        day = dated.group("day").replace("/", "-") if dated else ""
        entry.date = entry.date or read_date(day)
        said_slug = fields.text(entry.data.get("slug"))
        if said_slug:
            route = said_slug
        elif dated:
            year, month, number = day.split("-")
            route = "/".join(
                (
                    dated.group("before") or "",
                    year,
                    f"{int(month):02}",
                    f"{int(number):02}",
                    dated.group("rest"),
                )
            )
        else:
            route = re.sub(r"(?:^|/)index$", "", inside)
        entry.slug = posixpath.basename(route.rstrip("/")) or slugify(entry.title)
        entry.addresses = [join(self.base, folder.route, route).rstrip("/") or "/"]
        entry.aliases = [path_of(one) for one in fields.as_list(entry.data.get("redirect_from"))]
        entry.aliases += [
            join(self.base, locale, folder.route, route).rstrip("/")
            for locale in ([] if folder.language else self.locales)
            if not self.package.exists(self._translation(entry.path, locale))
        ]
        entry.section = folder.path
        entry.language = entry.language or folder.language

    def _translation(self, path: str, locale: str) -> str:
        """Where the translation of a post would be."""
        for one in self.folders:
            if one.language == locale and one.original and path.startswith(f"{one.original}/"):
                return one.path + path.removeprefix(one.original)
        return ""

    def address(self, address: str, entry: Entry) -> str:
        """A link of a translation to a file that only the first language has."""
        folder = self.folder_of(entry)
        path, mark, anchor = address.partition("#")
        whole = inside(entry.folder, unquote(path)) if folder.language and is_text(path) else ""
        first = folder.original + (whole or "").removeprefix(folder.path)
        missing = whole and whole not in self.links.by_path and first in self.links.by_path
        return f"source:{first}{mark}{anchor}" if missing else address

    def tags_of(self, entry: Entry) -> Any:
        return entry.data.get("tags")

    def categories_of(self, entry: Entry) -> Any:
        return entry.data.get("categories")

    def _people_and_terms(self, post: Any, entry: Entry) -> None:
        data = entry.data
        if not data.get("authors") and (
            data.get("author") or data.get("authorURL") or data.get("author_url")
        ):
            entry.data = data | {"authors": old_author(data)}
        super()._people_and_terms(post, entry)
        entry.data = {key: value for key, value in data.items() if not OLD_AUTHOR.match(key)}

    def unplaced(self, entry: Entry) -> dict[str, Any]:
        left = {name: one for name, one in super().unplaced(entry).items() if str(name).lower() not in LOOKS}
        if isinstance(left.get("last_update"), dict):
            left["last_update"] = {name: one for name, one in left["last_update"].items() if name != "date"}
        return {name: one for name, one in left.items() if one not in ({}, None)}

    def mask(self, entry: Entry) -> tuple[str, Masks]:
        return mask(TRUNCATE.sub("", entry.body), raw_html=False)

    def rewrite(self, text: str, masks: Masks, entry: Entry) -> str:
        text = re.sub(r"<!--.*?-->", lambda found: masks.hide(found.group(0)), text, flags=re.DOTALL)
        text = put_in(text, masks, lambda where: self.partials.take(where, entry, self._rewritten))
        text, module = take_module(text, masks, entry.notes)
        text = drop_comments(text, masks)
        text = admonitions(text, masks, entry.notes)
        text = jsx(text, masks, module, entry.notes)
        return expressions(text, module, masks, entry.notes)

    def _rewritten(self, part: Entry) -> str:
        """The Markdown of a file others import, its own additions rewritten."""
        text, masks = self.mask(part)
        return masks.restore(self.rewrite(text, masks, part))

    def finish(self) -> None:
        for folder in self.folders:
            base = join(self.base, folder.route).rstrip("/")
            for name in ("", "/archive", "/tags", "/authors"):
                self.redirect(base + name, "blog:")
            for name in ("rss.xml", "atom.xml", "feed.json"):
                self.redirect(f"{base}/{name}", "feed:")
            for key, term in self.tags.terms.items():
                if term.key == key:
                    self.redirect(f"{base}/tags/{term.slug}", f"tag:{key}")
            for key in self.blog.authors:
                place = self.author_pages.get(key) or slugify(key)
                self.redirect(join(base, "authors", place), f"author:{key}")


class DocusaurusReader:
    """Reads the blogs of a Docusaurus site."""

    name = "docusaurus"
    label = "Docusaurus"

    def recognises(self, package: Package) -> float:
        """Sure of a configuration; fairly of a file of authors or MDX among dated posts."""
        names = package.names()
        if find(package, *CONFIG):
            return 0.95
        if any(posixpath.basename(name) in BLOG_FILES[:3] and "_data/" not in name for name in names):
            texts = {posixpath.dirname(name) for name in names if is_text(name)}
            people = {posixpath.dirname(name) for name in names if posixpath.basename(name) in BLOG_FILES}
            if any(
                text == folder or text.startswith(f"{folder}/") or not folder
                for folder in people
                for text in texts
            ):
                return 0.8
        return 0.6 if any(name.endswith(".mdx") for name in names) else 0.0

    def read(self, package: Package, options: ReadOptions) -> SourceBlog:
        """All blogs of the site as one."""
        blog = Docusaurus(package, options).read()
        if not blog.posts:
            raise ReadError(
                _("No blog folder with Markdown files was found in it. Name the folder with the posts.")
            )
        return blog
