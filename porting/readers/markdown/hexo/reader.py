"""Hexo: ``source/_posts``, pages beside them, a folder of pictures for each post, and tags in ``{% … %}``."""

from __future__ import annotations

import fnmatch
import posixpath
import re
from typing import Any
from urllib.parse import quote, unquote

from django.utils.translation import gettext as _

from porting.document import Picture, Problem, SourcePost, SourceTerm
from porting.packages import Package
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import host, inside, join, path_of
from porting.readers.markdown.dates import read_date, zone
from porting.readers.markdown.entry import HTML, Entry, is_text
from porting.readers.markdown.hexo.addresses import of_page, of_post, slugized
from porting.readers.markdown.hexo.config import Config
from porting.readers.markdown.hexo.tags import code_tags, named_tags, theme_blocks
from porting.readers.markdown.liquid.code import code_includer, code_reader
from porting.readers.markdown.liquid.rendering import Liquid, highlights, protect_raw
from porting.readers.markdown.liquid.values import Known
from porting.readers.markdown.system import System
from porting.readers.markdown.text.admonitions import admonitions
from porting.readers.markdown.text.masks import Masks, mask
from porting.readers.options import ReadOptions

FOLDERS = re.compile(r"^_(?P<which>posts|drafts)/(?P<title>.+)\.\w+$")
LISTS = re.compile(r"(?:tags?|categor(?:y|ies)|archives?|links?|index)(?:-\w+)?$")
DEEPEST = 20  # categories below each other; nobody means more
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|[/#?]", re.IGNORECASE)


class Hexo(System):
    """One Hexo site."""

    format = "markdown"

    def __init__(self, package: Package, options: ReadOptions, config: Config) -> None:
        self.config = config
        super().__init__(package, options)

    def configure(self) -> None:
        config = self.config
        self.flavour = config.flavour(self.flavour)
        self.zone = zone(config.values.get("timezone"))
        self.blog.title, self.blog.description = config.text("title"), config.text("description")
        self.blog.language = fields.text(next(iter(fields.as_list(config.values.get("language"))), ""))
        self.blog.hosts.add(host(config.text("url")))
        theme = inside(config.top, f"themes/{config.text('theme')}/source")
        has_theme = any(name.startswith(f"{theme}/") for name in self.names)
        self.blog.media_roots = [config.source, *([theme] if has_theme else [])]
        self.default_authors = config.values.get("author")
        self.read_code = code_reader(self.package, config.source, config.text("code_dir"))
        self.places: dict[str, str] = {}  # of each post's own files, by its address
        self.secrets = _secrets(config)

    def wanted(self) -> list[str]:
        content = self.options.content.strip("/") or self.config.source
        skipped = [fields.text(one) for one in fields.as_list(self.config.values.get("skip_render"))]
        found = []
        for name in self.names:
            below = self._below(name)
            if not name.startswith(f"{content}/") or not (is_text(name) or name.lower().endswith(HTML)):
                continue
            hidden = any(part[:1] in "._" for part in FOLDERS.sub("", below).split("/") if part)
            if hidden or any(fnmatch.fnmatch(below, one) for one in skipped if one):
                if is_text(name) and not re.search(r"(?:^|/)\.", below):
                    self._tell(name, _("Hexo made no page of this file; it was left out."))
            elif is_text(name) or self.package.start(name, 3) == b"---":
                found.append(name)
        return found

    def _below(self, name: str) -> str:
        return name.removeprefix(f"{self.config.source}/")

    def _tell(self, name: str, detail: str) -> None:
        self.blog.problems.append(Problem(name, "text", detail))

    def accepts(self, entry: Entry) -> bool:
        """Pages on which the theme lists tags, categories or friends have nothing of their own to say."""
        kind = fields.text(fields.first(entry.data, "type", "layout")).lower()
        is_list = not FOLDERS.match(self._below(entry.path)) and LISTS.match(kind) and not entry.body.strip()
        if is_list:
            self.redirect(of_page(entry, self._below(entry.path), self.config), "blog:")
            self._tell(entry.path, _("The theme showed a list here, which the blog has of its own."))
        return not is_list

    def place(self, entry: Entry) -> None:
        below = self._below(entry.path)
        found = FOLDERS.match(below)
        entry.slug = fields.text(fields.first(entry.data, "slug")) or entry.name or entry.day
        if found is None:
            entry.kind = "page"
            entry.addresses = [of_page(entry, below, self.config)]
        else:
            self._place_post(entry, found)
        entry.aliases += [join(self.config.base, path_of(one)) for one in _aliases(entry)]
        if len(entry.addresses[0]) > 1:
            entry.aliases += _other_ending(entry.addresses[0])
        self.places[unquote(entry.addresses[0]).strip("/").removesuffix(".html")] = self._own_folder(entry)

    def _place_post(self, entry: Entry, found: re.Match[str]) -> None:
        entry.kind, entry.draft = "post", found.group("which") == "drafts"
        title, day = self.config.divided(found.group("title"))
        entry.date = entry.date if entry.date and "date" in entry.data else read_date(day) or entry.date
        paths = ["/".join(path) for path in _paths(entry.data)]
        asked = self.options.permalink
        entry.addresses = [of_post(entry, title, paths, self.config, self.zone, asked)]

    def _own_folder(self, entry: Entry) -> str:
        """Where a post's own pictures are: the folder with the name of its file."""
        return entry.folder if entry.bundle else posixpath.splitext(entry.path)[0]

    def post(self, entry: Entry) -> SourcePost:
        said = fields.text(fields.first(entry.data, "sticky", "top"))
        is_first = (said.isdigit() and said.strip("0") != "") or fields.truth(entry.data.get("top"))
        secret = next((word for tag, word in self.secrets.items() if tag in _names(entry.data)), "")
        given = ({"sticky": True} if is_first else {}) | ({"password": secret} if secret else {})
        if fields.truth(entry.data.get("hide")):
            given["unlisted"] = True
        entry.data = given | entry.data if "password" in entry.data else entry.data | given
        return super().post(entry)

    def unplaced(self, entry: Entry) -> dict[str, Any]:
        known = {"hide", "top", "type", "toc", "abbrlink", "mathjax", "katex", "math"}
        return {name: one for name, one in super().unplaced(entry).items() if name not in known}

    def categories_of(self, entry: Entry) -> Any:
        """None: they stand below each other, see ``_people_and_terms``."""
        return None

    def _people_and_terms(self, post: SourcePost, entry: Entry) -> None:
        super()._people_and_terms(post, entry)
        keys: dict[str, None] = {}
        for path in _paths(entry.data):
            above = ""
            for end in range(1, len(path) + 1):
                key = "/".join(path[:end]).casefold()
                term = SourceTerm(key, path[end - 1], slugized(path[end - 1]).lower(), parent=above)
                above = self.categories.terms.setdefault(key, term).key
                keys[above] = None
        post.categories = list(keys)

    def mask(self, entry: Entry) -> tuple[str, Masks]:
        if entry.is_html:
            return super().mask(entry)
        text, masks = mask(highlights(code_tags(entry.body)))
        return protect_raw(text, masks), masks

    def rewrite(self, text: str, masks: Masks, entry: Entry) -> str:
        if ":::" in text:  # with markdown-it-container
            text = admonitions(text, masks, entry.notes)
        if "{%" not in text and "{{" not in text:
            return text

        def missing(name: str) -> None:
            entry.notes.report("links", _("No post is called “%(name)s”.") % {"name": name})

        text = named_tags(text, self.links.by_name, lambda name: self._file(name, entry), missing)
        text = theme_blocks(text, masks.restore)
        code = code_includer(self.read_code, masks, is_html=entry.is_html)
        return Liquid(
            entry.notes, masks, self.links.by_name, Known({}), page=entry.data, include_code=code
        ).run(text)

    def _file(self, name: str, entry: Entry) -> str:
        """A file of the post's own folder, seen from the post's file."""
        whole = inside(self._own_folder(entry), unquote(name))
        return quote(posixpath.relpath(whole, entry.folder)) if whole in self.links.names else name

    def address(self, address: str, entry: Entry) -> str:
        """Pictures are found in the post's own folder, also by the address the folder had on the old site."""
        path, mark, rest = address.partition("#")
        if not SCHEME.match(path) and path:
            return self._file(path, entry) + mark + rest
        bare = unquote(path) if path.startswith("/") and not path.startswith("//") else ""
        folder = self.places.get(posixpath.dirname(bare).strip("/"), "")
        whole = inside(folder, posixpath.basename(bare)) if folder else ""
        if whole and whole in self.links.names:
            return quote(posixpath.relpath(whole, entry.folder))
        return address

    def _picture(self, entry: Entry, found: Picture | None) -> Picture | None:
        if found:
            found.url = self.address(found.url, entry)
        return super()._picture(entry, found)

    def finish(self) -> None:
        config = self.config
        for name in ("/atom.xml", "/rss2.xml", "/rss.xml", "/feed.xml"):
            self.redirect(join(config.base, name), "feed:")
        self.redirect(join(config.base, config.text("archive_dir", "archives")) + "/", "blog:")
        for kind, terms, maps in (
            ("tag", self.tags, "tag_map"),
            ("category", self.categories, "category_map"),
        ):
            folder = config.text(f"{kind}_dir", {"tag": "tags", "category": "categories"}[kind])
            renamed = fields.mapping(config.values.get(maps))
            for key, term in terms.terms.items():
                line = (terms.terms[one].name for one in _line(key, terms.terms))
                shown = "/".join(config.in_case(slugized(renamed.get(name) or name)) for name in line)
                self.redirect(join(config.base, folder, shown) + "/", f"{kind}:{term.key}")


def _line(key: str, terms: dict[str, SourceTerm]) -> list[str]:
    """A category and those above it, the highest first."""
    line = [key]
    while (above := terms[line[0]].parent) and above in terms and above not in line:
        line.insert(0, above)
    return line


def _paths(data: dict[str, Any]) -> list[list[str]]:
    """Categories as Hexo reads them: those of one list stand below each other, lists in a list beside each other."""
    said = fields.first(data, "categories", "category")
    listed = said if isinstance(said, list) else fields.as_list(said)
    if not any(isinstance(one, list) for one in listed):
        listed = [listed]
    paths = [[fields.text(name) for name in fields.as_list(one)] for one in listed]
    paths = [path for path in ([name for name in path if name] for path in paths) if path]
    return [
        part for path in paths for part in ([path] if len(path) <= DEEPEST else [[name] for name in path])
    ]


def _names(data: dict[str, Any]) -> set[str]:
    return {fields.text(one) for one in fields.as_list(fields.first(data, "tags", "tag"))}


def _secrets(config: Config) -> dict[str, str]:
    """Passwords that hexo-blog-encrypt gives to all posts with a tag."""
    rows = fields.as_list(fields.mapping(config.values.get("encrypt")).get("tags"))
    found = {
        fields.text(fields.mapping(row).get("name")): fields.text(fields.mapping(row).get("password"))
        for row in rows
    }
    return {name: word for name, word in found.items() if name and word}


def _aliases(entry: Entry) -> list[str]:
    return [
        fields.text(one)
        for name in fields.ALIASES
        for one in fields.as_list(entry.data.get(name), r"\s*,\s*")
    ]


def _other_ending(address: str) -> list[str]:
    """GitHub Pages answers ``/x`` for ``/x.html``."""
    return [address.removesuffix(".html")] if address.endswith(".html") else []
