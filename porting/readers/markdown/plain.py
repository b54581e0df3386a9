"""Any folder of Markdown files, with or without front matter; Pelican's header lines and Obsidian's links too."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from porting.document import Picture, Problem, SourceBlog, SourcePost
from porting.packages import Package
from porting.readers import ReadError
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import Facts, expand, host, inside, path_of, slugify
from porting.readers.markdown.beside import NAMES, take_beside
from porting.readers.markdown.eleventy.data import FolderData
from porting.readers.markdown.eleventy.layouts import CONFIG
from porting.readers.markdown.eleventy.posts import (
    EXCLUDED,
    filled_in,
    flavour_of,
    is_excluded,
    settle,
    shortcodes,
    tell_templates,
)
from porting.readers.markdown.entry import HTML, ORG, Entry, is_text
from porting.readers.markdown.hexo.config import Config as HexoConfig
from porting.readers.markdown.hexo.reader import Hexo
from porting.readers.markdown.language_folders import language_folders, language_of
from porting.readers.markdown.mdx.text import mdx
from porting.readers.markdown.middleman import page_address, permalink_of
from porting.readers.markdown.mkdocs.config import Config as MkDocsConfig
from porting.readers.markdown.roots import roots
from porting.readers.markdown.system import System
from porting.readers.markdown.text.admonitions import admonitions
from porting.readers.markdown.text.code_groups import code_groups
from porting.readers.markdown.text.masks import Masks, mask
from porting.readers.markdown.wiki import Notes
from porting.readers.options import ReadOptions

NOT_POSTS = re.compile(
    r"(?:^|/)(?:readme|license|changelog|contributing|code_of_conduct|summary|origin-[^/]*)\.\w+$",
    re.IGNORECASE,
)
# What a project says to those who work on it, in capitals; a post may be called so in small letters.
ABOUT_PROJECT = re.compile(r"(?:^|/)(?:AGENTS|CLAUDE|GEMINI|GOVERNANCE|MAINTAINERS|SECURITY|SUPPORT)\.\w+$")
PROGRAMS = ("package.json", "Gemfile", "pyproject.toml", "Cargo.toml", "go.mod", "composer.json", "deno.json")
HIDDEN = re.compile(r"(?:^|/)(?!_posts/|_drafts/)[._][^/]*|(?:^|/)(?:node_modules|templates|layouts|themes)/")
BUILT = re.compile(
    r"(?:^|/)(?:public|output)/"
)  # a finished site in one system, the posts' folder in another
UNDERSCORED = re.compile(r"(?:^|/)_(?!posts/|drafts/|site/|includes/|layouts/|templates/|index\.)[^/]*")
OTHERS = re.compile(
    r"(?:^|/)(?:(?:astro|nuxt|next)\.config|gatsby-config|\.vitepress/config(?:/index)?|\.vuepress/config)\.[cm]?[jt]s$"
)
CONTENTS = re.compile(r"^(?:\[TOC\]|\[\[(?i:_?toc_?)\]\])[ \t]*$", re.MULTILINE)
PAGE = re.compile(r"(?:^|/)page(?:\.\w+)*$")  # a layout of Eleventy may be named as its file is


class Plain(System):
    """The files say nothing about the site; the options may."""

    author_separators = r"\s*;\s*"
    file_languages = True

    def configure(self) -> None:
        self.folder_data = FolderData(self.package, self._report)
        self.eleventy = any(CONFIG.search(name) for name in self.names)
        self.flavour = flavour_of(self.package) if self.eleventy else self.flavour
        self.wiki = Notes.of(self.names, lambda name: self.links.by_name(name))
        self.blog.media_roots = [*roots(self.names), ""]
        self.permalink = permalink_of(self.package)
        self.languages = language_folders(self.names)

    def wanted(self) -> list[str]:
        content = self.options.content.strip("/")
        inside = [name for name in self.names if not content or name.startswith(f"{content}/")]
        found = []
        for name in inside:
            below = name.removeprefix(f"{content}/")
            if NOT_POSTS.search(name) or HIDDEN.search(below):
                self._tell_left_out(name, below)
            elif self._is_about_project(name):
                self._report(name, "text", _("It is about the project, not of the blog; it was left out."))
            elif BUILT.search(below) and not self._is_post(name):
                self._tell_built(name)
            elif is_text(name) or (name.lower().endswith(HTML) and self._is_post(name)) or self._is_org(name):
                found.append(name)
            elif name.lower().endswith((".rst", ".adoc", ".org", ".textile")):
                kind = name.rsplit(".", 1)[-1]
                detail = _("Files of the kind .%(kind)s are not read; it was left out.") % {"kind": kind}
                self.blog.problems.append(Problem(name, "unreadable", detail))
        return found

    def _report(self, source: str, kind: str, detail: str) -> None:
        self.blog.problems.append(Problem(source, kind, detail))

    def _tell_left_out(self, name: str, below: str) -> None:
        """What begins with an underscore is shown nowhere by most systems; whose text it is should know."""
        if (
            is_text(name)
            and UNDERSCORED.search(below)
            and not re.search(r"(?:^|/)(?:\.|node_modules/)", below)
        ):
            detail = _("What begins with an underscore is no post; it was left out.")
            self.blog.problems.append(Problem(name, "text", detail))

    def _tell_built(self, name: str) -> None:
        if is_text(name):
            detail = _("It has no fields and is where finished sites are kept; it was left out.")
            self.blog.problems.append(Problem(name, "text", detail))

    @cached_property
    def _has_fields(self) -> bool:
        return any("/" in name and is_text(name) and self._is_post(name) for name in self.names)

    def _is_about_project(self, name: str) -> bool:
        """What has no fields and is called so, or lies beside a program while posts are in folders and have fields."""
        beside = "/" not in name and is_text(name) and any(one in self.names for one in PROGRAMS)
        if not (beside or ABOUT_PROJECT.search(name)) or self._is_post(name):
            return False
        return bool(ABOUT_PROJECT.search(name)) or self._has_fields

    def _is_org(self, name: str) -> bool:
        """Org counts when it says what it is called; notes to oneself do not."""
        return name.lower().endswith(ORG) and b"#+title:" in self.package.start(name, 2000).lower()

    def _is_post(self, name: str) -> bool:
        """HTML files count when they have front matter; others are somebody's templates or pages."""
        return self.package.start(name, 6).lstrip(b"\xef\xbb\xbf").startswith((b"---", b"+++"))

    def accepts(self, entry: Entry) -> bool:
        settle(entry, self.folder_data)
        entry.draft = entry.draft or "_drafts/" in entry.path
        if not entry.body.strip():
            entry.notes.report("text", _("The file has no text; the post is empty."))
        if entry.header == "lines":
            entry.notes.report(
                "text", _("The lines above the text (title, date, tags …) were read as the post's fields.")
            )
        return True

    def place(self, entry: Entry) -> None:
        data = entry.data
        entry.language = entry.language or language_of(entry.path, self.languages)
        slug = fields.text(data.get("slug")).strip("/")
        entry.slug = slug or entry.name or entry.day
        slug = slug or fields.text(data.get("abbrlink"))  # what themes of Astro and Hexo shorten addresses to
        entry.section = entry.folder.split("/")[-1]
        said = self._said_address(entry)
        categories = [
            slugify(name)
            for name in fields.as_list(self.categories_of(entry), r"\s*,\s*")
            if isinstance(name, str)
        ]
        facts = Facts(
            title=slug or slugify(entry.title),
            slug=slug or entry.slug,
            filename=entry.name,
            section=entry.section,
            date=entry.date,
            categories=categories,
        )
        pattern = self.options.permalink or self.permalink or "/:year/:month/:day/:slug/"
        entry.addresses = [path_of(said) or self._by_place(entry) or expand(pattern, facts)]
        if entry.language and self.options.language_prefix:
            entry.addresses = [f"/{entry.language}{address}" for address in entry.addresses]
        self.wiki.know([entry])
        named = aliases(entry)
        entry.aliases = [path_of(alias) for alias in named if "/" in alias or not self.wiki.vault]
        if len(entry.aliases) < len(named):
            entry.kept["aliases"] = ", ".join(alias for alias in named if "/" not in alias)
        if slug and entry.name and self.options.permalink:  # a site that took the file's name all the same
            entry.aliases.append(expand(pattern, replace(facts, slug=entry.name, title=entry.name)))
        shape = fields.text(fields.first(data, "type", "layout")).lower()
        undated = (self.eleventy or self.permalink) and not entry.date and "post" not in shape
        entry.kind = "page" if undated or PAGE.search(shape) else "post"

    def _by_place(self, entry: Entry) -> str:
        """Where a text is by the place of its file, on sites that have no other address for it."""
        if self.options.permalink:
            return ""
        if self.eleventy:
            return self.folder_data.layouts.address(entry.path)
        return page_address(entry.path, self.permalink) if self.permalink and not entry.date else ""

    def _said_address(self, entry: Entry) -> str:
        """The address in the post's own fields; one on another host is where it was published first."""
        data = entry.data
        said = fields.text(fields.first(data, "permalink", "url", "save_as"))
        path = fields.text(data.get("path"))
        said = said or (path if path.startswith("/") else "")
        known = {one for one in (*self.blog.hosts, host(self.options.base_url)) if one}
        if re.match(r"https?://", said) and known and host(said) not in known:
            entry.data = {"canonical_url": said} | data
            entry.notes.report(
                "links", _("It was published at %(address)s; search engines are told.") % {"address": said}
            )
            return ""
        return filled_in(said, entry) if "{{" in said else said

    def cover(self, entry: Entry) -> Picture | None:
        """A cover that is but a file's name is that of the only file with the name: layouts know its folder."""
        found = super().cover(entry)
        if found and "/" not in found.url and inside(entry.folder, found.url) not in self.names:
            named = [name for name in self.names if name.endswith(f"/{found.url}")]
            found.url = f"/{named[0]}" if len(named) == 1 else found.url
        return found

    def _people_and_terms(self, post: SourcePost, entry: Entry) -> None:
        super()._people_and_terms(post, entry)
        if len(post.authors) == 1:
            take_beside(entry.data, self.people.authors[post.authors[0]])
            entry.data = {name: one for name, one in entry.data.items() if str(name).lower() not in NAMES}
        post.unlisted = post.unlisted or is_excluded(entry.data)

    def unplaced(self, entry: Entry) -> dict[str, Any]:
        left = super().unplaced(entry)
        return {name: one for name, one in left.items() if str(name).lower() not in (EXCLUDED, "abbrlink")}

    def mask(self, entry: Entry) -> tuple[str, Masks]:
        return mask(entry.body, raw_html=False) if entry.path.endswith(".mdx") else super().mask(entry)

    def rewrite(self, text: str, masks: Masks, entry: Entry) -> str:
        if entry.path.endswith(".mdx"):
            text = mdx(text, masks, entry.notes)
        if self.eleventy and re.search(r"\{[{%]", text + "".join(masks.hidden)):
            text = shortcodes(text, masks, entry, self.folder_data.of_site)
        if self.eleventy:
            tell_templates(text, masks, entry)
        if CONTENTS.search(text):
            entry.notes.report(
                "text", _("The mark [TOC] was left out: the site makes its own table of contents.")
            )
            text = CONTENTS.sub("", text)
        text = re.sub(r"\{(?:static|filename|attach)\}", "", text)
        if ":::" in text:  # VuePress, VitePress, Quarto and many a plug-in
            text = admonitions(code_groups(text, masks), masks, entry.notes)
        return self.wiki.rewrite(text, masks, entry)


def aliases(entry: Entry) -> list[str]:
    """Other addresses of a post: ``aliases``, ``redirect_from`` and what else they are called."""
    lower = {str(name).lower(): value for name, value in entry.data.items()}
    return [
        fields.text(one) for name in fields.ALIASES for one in fields.as_list(lower.get(name), r"\s*,\s*")
    ]


class MarkdownReader:
    """Reads plain Markdown."""

    name = "markdown"
    label = "Markdown files"

    def recognises(self, package: Package) -> float:
        """Sure of Hexo's and MkDocs' settings, fairly of systems with MDX; else any Markdown nobody else knows."""
        if HexoConfig.of(package):
            return 0.98
        found = MkDocsConfig.of(package)
        if found:
            return 0.92 if found.has_blog else 0.5
        if any(OTHERS.search(name) for name in package.names()) and any(
            is_text(name) for name in package.names()
        ):
            return 0.7
        return 0.35 if any(is_text(name) for name in package.names()) else 0.0

    def read(self, package: Package, options: ReadOptions) -> SourceBlog:
        """Everything in the package."""
        blog = _system(package, options).read()
        if not blog.posts:
            raise ReadError(_("There is no Markdown file in it that could be read."))
        return blog


def _system(package: Package, options: ReadOptions) -> System:
    """The system whose settings lie in the package; a folder of files when there is none of those known here."""
    from porting.readers.markdown import vitepress  # both are a Plain
    from porting.readers.markdown.mkdocs.reader import MkDocs

    hexo, mkdocs, vue = HexoConfig.of(package), MkDocsConfig.of(package), vitepress.Config.of(package)
    if hexo:
        return Hexo(package, options, hexo)
    if mkdocs:
        return MkDocs(package, options, mkdocs)
    return vitepress.VitePress(package, options, vue) if vue else Plain(package, options)
