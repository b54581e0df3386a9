"""Any folder of Markdown files, with or without front matter; Pelican's header lines and Obsidian's links too."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from porting.document import Problem, SourceBlog, SourcePost
from porting.packages import Package
from porting.readers import ReadError
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import Facts, expand, path_of, slugify
from porting.readers.markdown.eleventy.data import FolderData
from porting.readers.markdown.eleventy.posts import (
    CONFIG,
    EXCLUDED,
    filled_in,
    flavour_of,
    is_excluded,
    settle,
    shortcodes,
)
from porting.readers.markdown.entry import HTML, Entry, is_text
from porting.readers.markdown.hexo.config import Config as HexoConfig
from porting.readers.markdown.hexo.reader import Hexo
from porting.readers.markdown.system import System
from porting.readers.markdown.text.admonitions import admonitions
from porting.readers.markdown.text.masks import Masks
from porting.readers.options import ReadOptions

NOT_POSTS = re.compile(
    r"(?:^|/)(?:readme|license|changelog|contributing|code_of_conduct|summary|origin-[^/]*)\.\w+$",
    re.IGNORECASE,
)
HIDDEN = re.compile(r"(?:^|/)[._][^/]*|(?:^|/)(?:node_modules|templates|layouts|themes)/")
BUILT = re.compile(
    r"(?:^|/)(?:public|output)/"
)  # a finished site in one system, the posts' folder in another
UNDERSCORED = re.compile(r"(?:^|/)_(?!site/|includes/|layouts/|templates/|index\.)[^/]*")
WIKI = re.compile(
    r"(?P<picture>!?)\[\[(?P<target>[^\[\]\n|#]*)(?P<anchor>#[^\[\]\n|]*)?(?:\|(?P<label>[^\[\]\n]*))?\]\]"
)
PAGE = re.compile(r"(?:^|/)page(?:\.\w+)*$")  # a layout of Eleventy may be named as its file is
PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|avif|bmp)$", re.IGNORECASE)


class Plain(System):
    """The files say nothing about the site; the options may."""

    author_separators = r"\s*;\s*"
    file_languages = True

    def configure(self) -> None:
        self.folder_data = FolderData(self.package, self._report)
        self.eleventy = any(CONFIG.search(name) for name in self.names)
        self.flavour = flavour_of(self.package) if self.eleventy else self.flavour
        folders = {name.split("/")[0] for name in self.names if "/" in name}
        roots = [name for name in ("static", "public", "content", "images", "assets") if name in folders]
        self.blog.media_roots = [root for root in roots if root in ("static", "public", "content")] + [""]

    def wanted(self) -> list[str]:
        content = self.options.content.strip("/")
        inside = [name for name in self.names if not content or name.startswith(f"{content}/")]
        found = []
        for name in inside:
            below = name.removeprefix(f"{content}/")
            if NOT_POSTS.search(name) or HIDDEN.search(below):
                self._tell_left_out(name, below)
            elif BUILT.search(below) and not self._is_post(name):
                self._tell_built(name)
            elif is_text(name) or (name.lower().endswith(HTML) and self._is_post(name)):
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

    def _is_post(self, name: str) -> bool:
        """HTML files count when they have front matter; others are somebody's templates or pages."""
        return self.package.start(name, 6).lstrip(b"\xef\xbb\xbf").startswith((b"---", b"+++"))

    def accepts(self, entry: Entry) -> bool:
        settle(entry, self.folder_data)
        if not entry.body.strip():
            entry.notes.report("text", _("The file has no text; the post is empty."))
        if entry.header == "lines":
            entry.notes.report(
                "text", _("The lines above the text (title, date, tags …) were read as the post's fields.")
            )
        return True

    def place(self, entry: Entry) -> None:
        data = entry.data
        slug = fields.text(data.get("slug")).strip("/")
        entry.slug = slug or entry.name or entry.day
        entry.section = entry.folder.split("/")[-1]
        said = fields.text(fields.first(data, "permalink", "url", "save_as"))
        said = filled_in(said, entry) if "{{" in said else said
        categories = [
            slugify(name)
            for name in fields.as_list(self.categories_of(entry), r"\s*,\s*")
            if isinstance(name, str)
        ]
        facts = Facts(
            title=slug or slugify(entry.title),
            slug=entry.slug,
            filename=entry.name,
            section=entry.section,
            date=entry.date,
            categories=categories,
        )
        pattern = self.options.permalink or "/:year/:month/:day/:slug/"
        entry.addresses = [path_of(said) or expand(pattern, facts)]
        if entry.language and self.options.language_prefix:
            entry.addresses = [f"/{entry.language}{address}" for address in entry.addresses]
        entry.aliases = [path_of(alias) for alias in aliases(entry)]
        if slug and entry.name and self.options.permalink:  # a site that took the file's name all the same
            entry.aliases.append(expand(pattern, replace(facts, slug=entry.name, title=entry.name)))
        shape = fields.text(fields.first(data, "type", "layout")).lower()
        entry.kind = "page" if PAGE.search(shape) else "post"

    def _people_and_terms(self, post: SourcePost, entry: Entry) -> None:
        super()._people_and_terms(post, entry)
        post.unlisted = post.unlisted or is_excluded(entry.data)

    def unplaced(self, entry: Entry) -> dict[str, Any]:
        return {name: one for name, one in super().unplaced(entry).items() if str(name).lower() != EXCLUDED}

    def rewrite(self, text: str, masks: Masks, entry: Entry) -> str:
        if self.eleventy and "{%" in text + "".join(masks.hidden):
            text = shortcodes(text, masks, entry)
        if re.search(r"^\[TOC\][ \t]*$", text, re.MULTILINE):
            entry.notes.report(
                "text", _("The mark [TOC] was left out: the site makes its own table of contents.")
            )
            text = re.sub(r"^\[TOC\][ \t]*$", "", text, flags=re.MULTILINE)
        text = re.sub(r"\{(?:static|filename|attach)\}", "", text)
        if ":::" in text:  # VuePress, VitePress, Quarto and many a plug-in
            text = admonitions(text, masks, entry.notes)
        return WIKI.sub(lambda found: self._wiki(found, entry), text)

    def _wiki(self, found: re.Match[str], entry: Entry) -> str:
        target, label = found.group("target").strip(), (found.group("label") or "").strip()
        if found.group("picture") and PICTURE.search(target):
            alt = "" if re.fullmatch(r"\d+(?:x\d+)?", label) else label
            return f"![{alt}](<{self._find_file(target, entry)}>)"
        source = self.links.by_name(target) if target else ""
        anchor = "#" + slugify(found.group("anchor")[1:]) if found.group("anchor") else ""
        shown = label or target or (found.group("anchor") or "#")[1:]
        if source or not target:
            return f"[{shown}](<{f'source:{source}' if source else ''}{anchor}>)"
        entry.notes.report(
            "link",
            _("Nothing called “%(name)s” is there; only the words of the link were kept.") % {"name": target},
        )
        return shown

    def _find_file(self, target: str, entry: Entry) -> str:
        """Obsidian finds attachments by name wherever they are."""
        import posixpath

        if any(posixpath.normpath(posixpath.join(entry.folder, target)) == name for name in self.names):
            return target
        found = [name for name in self.names if name.endswith(f"/{target}") or name == target]
        return "/" + found[0] if found else target


def aliases(entry: Entry) -> list[str]:
    """Other addresses of a post: ``aliases`` and ``redirect_from``."""
    data = entry.data
    return [
        fields.text(one)
        for name in ("aliases", "redirect_from", "alias")
        for one in fields.as_list(data.get(name), r"\s*,\s*")
    ]


class MarkdownReader:
    """Reads plain Markdown."""

    name = "markdown"
    label = "Markdown files"

    def recognises(self, package: Package) -> float:
        """Sure of Hexo's settings; else any Markdown at all, when no other system knows it."""
        if HexoConfig.of(package):
            return 0.98
        return 0.35 if any(is_text(name) for name in package.names()) else 0.0

    def read(self, package: Package, options: ReadOptions) -> SourceBlog:
        """Everything in the package."""
        hexo = HexoConfig.of(package)
        blog = (Hexo(package, options, hexo) if hexo else Plain(package, options)).read()
        if not blog.posts:
            raise ReadError(_("There is no Markdown file in it that could be read."))
        return blog
