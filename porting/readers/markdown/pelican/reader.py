"""Pelican: addresses from ``pelicanconf.py``, fields from lines, names of files and folders, links in braces."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from functools import cached_property
from typing import Any
from urllib.parse import quote, unquote

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from porting.document import Problem, SourceBlog
from porting.packages import Package
from porting.readers import ReadError
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import Facts, expand, host, join, path_of
from porting.readers.markdown.dates import zone
from porting.readers.markdown.entry import HTML, Entry, is_text
from porting.readers.markdown.jekyll.kramdown import abbreviations, inner_markdown
from porting.readers.markdown.liquid.rendering import Liquid
from porting.readers.markdown.liquid.values import Known
from porting.readers.markdown.mkdocs.blocks import blocks
from porting.readers.markdown.mkdocs.inline import additions, with_values
from porting.readers.markdown.pelican.code import named_code
from porting.readers.markdown.pelican.config import Config
from porting.readers.markdown.pelican.texts import html_fields, listed, slugged
from porting.readers.markdown.plain import Plain, aliases
from porting.readers.markdown.text.engine import Flavour
from porting.readers.markdown.text.masks import Masks, mask
from porting.readers.markdown.text.typography import Typography
from porting.readers.options import ReadOptions

LOOKS = {"template", "sortorder", "save_as", "toc_run", "generator", "viewport", "robots"}
BRACES = re.compile(r"\{(tag|category|author)\}([^)\]\s\"'<>]+)")
TOC = re.compile(r"^\[TOC\][ \t]*$", re.MULTILINE)
LIST = re.compile(r"(?:tag|category|author):")
OLD_BRACES = re.compile(r"(?<=[(\"'=])\|(filename|static|attach|tag|category|author|index)\|")


class Pelican(Plain):
    """One site of Pelican."""

    file_languages = False
    tag_separators = ""

    def __init__(self, package: Package, options: ReadOptions, config: Config) -> None:
        self.config = config
        content = options.content.strip("/") or config.content
        super().__init__(package, ReadOptions(**{**vars(options), "content": content}))
        self.spelled_by_program = 0

    def configure(self) -> None:
        super().configure()
        config = self.config
        self.zone = zone(config.text("TIMEZONE"))
        self.blog.title = config.text("SITENAME")
        self.blog.description = config.text("SITESUBTITLE") or config.text("SITE_DESCRIPTION")
        self.blog.language = config.text("DEFAULT_LANG")
        self.blog.hosts.add(host(config.text("SITEURL")))
        self.blog.media_roots = [self.options.content, ""]
        for name in config.of_states_unread:
            detail = _(
                "The setting %(name)s, which may say what is a draft, cannot be heeded here. Posts that do not say "
                "themselves that they are published are drafts."
            )
            self._report("pelicanconf.py", "hidden", detail % {"name": name})
        for name in config.of_files_unread:
            detail = _(
                "The setting %(name)s, which may keep files off the site, cannot be read here. All posts and pages "
                "are drafts."
            )
            self._report("pelicanconf.py", "hidden", detail % {"name": name})
        self.default_authors = [config.text("AUTHOR")] if config.text("AUTHOR") else None
        self.flavour = Flavour(
            typography=Typography() if config.values.get("TYPOGRIFY") is True else None,
            math=config.mentions("PLUGINS", "math") or self.flavour.math,
        )

    def wanted(self) -> list[str]:
        html = [name for name in self.names if self._is_html_post(name)]
        names = dict.fromkeys([*super().wanted(), *html])
        kept = self.config.kept({name: self._below(name) for name in names})
        for name in names:
            if name not in kept:
                self._report(name, "text", _("The site's settings leave it out; so it was here."))
        return [name for name in names if name in kept]

    def _is_html_post(self, name: str) -> bool:
        """Pelican takes HTML with a title for a post, outside of the folders of files."""
        folder = f"{self.options.content}/" if self.options.content else ""
        if not name.lower().endswith(HTML) or not name.startswith(folder):
            return False
        below = name.removeprefix(folder)
        static = self.config.listed("STATIC_PATHS", ("images",))
        if any(one and f"{below}/".startswith(f"{one}/") for one in static) or not self.options.content:
            return False
        return b"<title" in self.package.start(name, 4000).lower()

    def _below(self, name: str) -> str:
        return name.removeprefix(f"{self.options.content}/") if self.options.content else name

    def _is_page(self, entry: Entry) -> bool:
        below = self._below(entry.path)
        return any(place and below.startswith(f"{place}/") for place in self.config.page_paths)

    def accepts(self, entry: Entry) -> bool:
        """The post's own fields come before those in its path, and these before the site's."""
        if entry.is_html:
            entry.data, entry.body = html_fields(entry.body)
        own = {name: one for name, one in entry.data.items() if one not in (None, "")}
        entry.data = self.config.mapping("DEFAULT_METADATA") | self._of_place(entry) | own
        if self.config.of_states_unread and "status" not in own:
            entry.data["status"] = "draft"
        entry.draft = entry.draft or bool(self.config.of_files_unread)
        if isinstance(entry.data.get("tags"), str):
            entry.data = entry.data | {"tags": listed(entry.data["tags"])}
        names = entry.data.get("authors")
        if isinstance(names, str):
            entry.data = entry.data | {"authors": listed(names)}
        elif isinstance(entry.data.get("author"), str):
            entry.data = entry.data | {"authors": [entry.data["author"]]}
        entry.header = ""  # whoever has Pelican knows what its lines are
        return super().accepts(entry)

    def _of_place(self, entry: Entry) -> dict[str, Any]:
        """What the file's folder and name say about it."""
        below = self._below(entry.path)
        folder = posixpath.basename(posixpath.dirname(below))
        said: dict[str, Any] = {}
        if not self._is_page(entry):
            by_folder = folder if self.config.values.get("USE_FOLDER_AS_CATEGORY", True) is not False else ""
            said["category"] = by_folder or self.config.text("DEFAULT_CATEGORY")
        stem = posixpath.splitext(posixpath.basename(below))[0]
        said |= self.config.named("FILENAME_METADATA", stem) | self.config.named("PATH_METADATA", below)
        for place, given in self.config.mapping("EXTRA_PATH_METADATA").items():
            if f"{below}/".startswith(f"{str(place).strip('/')}/"):
                said |= fields.mapping(given)
        return {name: one for name, one in said.items() if one}

    def place(self, entry: Entry) -> None:
        super().place(entry)
        data, config = entry.data, self.config
        entry.kind = "page" if self._is_page(entry) else "post"
        stem = posixpath.splitext(posixpath.basename(entry.path))[0]
        by_file = config.text("SLUGIFY_SOURCE") == "basename"
        said = fields.text(data.get("slug"))
        entry.slug = said or self._slugged(stem if by_file else entry.title) or entry.slug
        facts = {name: fields.text(value) for name, value in data.items() if isinstance(value, str | int)}
        authors = fields.as_list(data.get("authors")) or fields.as_list(self.default_authors)
        facts |= {
            "slug": entry.slug,
            "lang": entry.language or config.text("DEFAULT_LANG"),
            "category": slugged(fields.text(data.get("category"))),
            "author": slugged(fields.text(authors[0])) if authors else "",
        }
        entry.aliases = [join(config.base, path_of(alias)) for alias in aliases(entry)]
        entry.addresses = [self._address(entry, facts)]

    def _address(self, entry: Entry, facts: dict[str, str]) -> str:
        said = fields.text(entry.data.get("url")) or fields.text(entry.data.get("save_as"))
        if said:
            return join(self.config.base, re.sub(r"(?:^|/)index\.html$", "/", said))
        if self.options.permalink and entry.kind == "post":
            known = Facts(title=entry.slug, slug=entry.slug, filename=entry.name, date=entry.date)
            return expand(self.options.permalink, known)
        kind = "PAGE" if entry.kind == "page" else "ARTICLE"
        is_other = entry.language and entry.language != self.config.text("DEFAULT_LANG")
        if fields.text(entry.data.get("status")).lower() == "draft" and kind == "ARTICLE":
            return self.config.address("DRAFT_URL", facts, entry.date)
        return self.config.address(f"{kind}_LANG_URL" if is_other else f"{kind}_URL", facts, entry.date)

    def _slugged(self, title: str) -> str:
        made = slugged(title)
        self.spelled_by_program += not made.isascii()
        return made

    def tags_of(self, entry: Entry) -> Any:
        return entry.data.get("tags")

    def categories_of(self, entry: Entry) -> Any:
        """One category, commas and all."""
        return [fields.text(entry.data.get("category"))]

    def unplaced(self, entry: Entry) -> dict[str, Any]:
        left = super().unplaced(entry)
        return {name: one for name, one in left.items() if str(name).lower() not in LOOKS}

    def mask(self, entry: Entry) -> tuple[str, Masks]:
        if entry.is_html:
            return super().mask(entry)
        text = named_code(entry.body)
        if self.config.mentions("MARKDOWN", "admonition") or self.config.mentions(
            "MD_EXTENSIONS", "admonition"
        ):
            text = blocks(text, entry.notes)
        return mask(text)

    def rewrite(self, text: str, masks: Masks, entry: Entry) -> str:
        text = OLD_BRACES.sub(r"{\1}", text)
        text = BRACES.sub(self._list, text).replace("{index}", join(self.config.base, "/"))
        if not entry.is_html:
            text = abbreviations(inner_markdown(with_values(text)), entry.notes)
            text = additions(text, masks, ("attr_list",), entry.notes)
        if self.config.mentions("PLUGINS", "liquid_tags") and "{%" in text:
            text = Liquid(entry.notes, masks, self.links.by_name, Known({}), page=entry.data).run(text)
        if TOC.search(text):
            entry.notes.report(
                "text", _("The mark [TOC] was left out: the site makes its own table of contents.")
            )
        return re.sub(r"\{(?:static|filename|attach)\}", "", TOC.sub("", text))

    def address(self, address: str, entry: Entry) -> str:
        """The keys of lists as they are, which were spelled as addresses in the text."""
        return unquote(address) if LIST.match(address) else super().address(address, entry)

    def _list(self, found: re.Match[str]) -> str:
        """A link to the list of a tag, category or author; to its old address where no post has it."""
        kind, name = found[1], unquote(found[2])
        if slugged(name) in self._known[kind]:
            return f"{kind}:{quote(self._known[kind][slugged(name)])}"
        return self.config.address(f"{kind.upper()}_URL", {"slug": slugged(name)})

    @cached_property
    def _known(self) -> dict[str, dict[str, str]]:
        """The keys of all lists, by their slugs."""
        known: dict[str, dict[str, str]] = {"tag": {}, "category": {}, "author": {}}
        for entry in self.entries:
            for kind, names in (
                ("tag", fields.as_list(self.tags_of(entry))),
                ("category", self.categories_of(entry)),
                ("author", fields.as_list(entry.data.get("authors")) or fields.as_list(self.default_authors)),
            ):
                for name in map(fields.text, names):
                    key = name if kind == "author" else unicodedata.normalize("NFC", name).casefold()
                    known[kind].setdefault(slugged(name), key)
        return known

    def finish(self) -> None:
        config = self.config
        for name in ("FEED_ALL_ATOM", "FEED_ALL_RSS", "FEED_ATOM", "FEED_RSS"):
            self.redirect(config.address(name, {}), "feed:")
        for name, usual in (
            ("ARCHIVES", "archives"),
            ("TAGS", "tags"),
            ("CATEGORIES", "categories"),
            ("AUTHORS", "authors"),
        ):
            said = config.values.get(f"{name}_SAVE_AS", f"{usual}.html")
            if fields.text(said):
                self.redirect(join(config.base, fields.text(said).removesuffix("index.html")), "blog:")
        self._lists()
        if self.spelled_by_program:
            detail = ngettext(
                "The address of one post was spelled in other letters than its title; it may differ.",
                "The addresses of %(number)d posts were spelled in other letters than their titles; they may differ.",
                self.spelled_by_program,
            )
            self.blog.problems.append(Problem("", "aliases", detail % {"number": self.spelled_by_program}))

    def _lists(self) -> None:
        for kind, terms in (("tag", self.tags), ("category", self.categories)):
            for key, term in terms.terms.items():
                self._list_redirects(kind, term.name, key)
        for key, author in self.blog.authors.items():
            self._list_redirects("author", author.name, key)

    def _list_redirects(self, kind: str, name: str, key: str) -> None:
        facts = {"slug": slugged(name)}
        self.redirect(self.config.address(f"{kind.upper()}_URL", facts), f"{kind}:{key}")
        for ending in ("ATOM", "RSS"):
            self.redirect(self.config.address(f"{kind.upper()}_FEED_{ending}", facts), f"feed:{kind}:{key}")


class PelicanReader:
    """Reads Pelican sites."""

    name = "pelican"
    label = "Pelican"

    def recognises(self, package: Package) -> float:
        """Sure of its settings beside a text."""
        has_text = any(is_text(name) for name in package.names())
        return 0.96 if has_text and Config.of(package) else 0.0

    def read(self, package: Package, options: ReadOptions) -> SourceBlog:
        """All posts and pages below the folder of texts."""
        config = Config.of(package)
        if config is None:
            raise ReadError(_("There is no pelicanconf.py in it that could be read."))
        blog = Pelican(package, options, config).read()
        if not blog.posts:
            raise ReadError(_("There is no Markdown or HTML file in it that could be read."))
        return blog
