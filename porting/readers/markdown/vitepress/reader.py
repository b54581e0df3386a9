"""Sites of VitePress and VuePress: addresses are those of the files, and texts may take in other files."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from html import escape
from typing import Any

from django.utils.translation import gettext as _

from porting.document import SourcePost
from porting.packages import Package, PackageError
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import inside, join
from porting.readers.markdown.decoding import decode
from porting.readers.markdown.entry import Entry
from porting.readers.markdown.plain import HIDDEN, Plain
from porting.readers.markdown.text.masks import Masks
from porting.readers.markdown.vitepress.config import Config
from porting.readers.markdown.vitepress.states import (
    HEEDED,
    close_parts,
    is_unlisted,
    settle,
    without_passwords,
)
from porting.readers.markdown.vitepress.taken_in import LARGEST, TakenIn
from porting.readers.options import ReadOptions

FIELD = re.compile(r"\{\{\s*+\$(?:page\.)?frontmatter\.(\w+)\s*+\}\}")
BADGE = re.compile(r"<Badge\b(?P<attributes>[^<>]*?)/?>(?:\s*+</Badge>)?")
PATTERN = re.compile(r"\[\w+\]")  # ``[mill].md`` is no page; a program makes pages from it


class VitePress(Plain):
    """A folder of files whose places are their addresses."""

    def __init__(self, package: Package, options: ReadOptions, config: Config) -> None:
        self.config = config
        content = options.content or ("" if config.top == "." else config.top)
        super().__init__(package, ReadOptions(**{**vars(options), "content": content}))
        self.rewritten: dict[str, str] = {}  # files by the paths their addresses are made from

    def configure(self) -> None:
        super().configure()
        self.flavour = replace(self.flavour, code_marks=True, emoji=True)
        self.blog.title = self.config.title
        self.blog.media_roots = [posixpath.normpath(f"{self.config.top}/public"), *self.blog.media_roots]

    def wanted(self) -> list[str]:
        """VuePress's pages may be called README, those of a project have no fields."""
        below = "" if self.config.top == "." else f"{self.config.top}/"
        pages = [name for name in self.names if name.startswith(below) and name.endswith("/README.md")]
        found = super().wanted() + [name for name in pages if not HIDDEN.search(name) and self._is_post(name)]
        shown, others = self.config.pages.divided((name, self._below(name)) for name in found)
        for name in others:
            detail = _("The site's settings exclude this file, so nobody saw it; it was left out.")
            self._report(name, "hidden", detail)
        self._tell_settings()
        return shown

    def _below(self, name: str) -> str:
        return posixpath.relpath(name, self.config.top or ".")

    def _tell_settings(self) -> None:
        """What a program works out may hide pages, and may change addresses."""
        for name in self.config.unread:
            detail = _(
                "The setting %(name)s, which may say that a page is not for everybody, cannot be read here. "
                "All pages are drafts."
            )
            self._report(self.config.path, "hidden", detail % {"name": name})
        if self.config.rewrites.unread:
            detail = _(
                "Some addresses are made by rules (%(name)s) that cannot be read here; they may differ from those "
                "of the old site."
            )
            self._report(self.config.path, "aliases", detail % {"name": "rewrites"})

    def accepts(self, entry: Entry) -> bool:
        front = posixpath.basename(entry.path).lower() in ("index.md", "readme.md")
        if front and not entry.body.strip():
            self._report(
                entry.path, "text", _("It has no text: a program filled this page; it was left out.")
            )
            return False
        entry.draft = entry.draft or bool(self.config.unread)
        entry.body = self._taking_in(entry).texts(entry.body, entry.folder)
        settle(entry)
        close_parts(entry, self.config.locks.of_parts)
        if self.config.is_vitepress and PATTERN.search(self._below(entry.path)):
            entry.draft = True
            entry.notes.report(
                "text", _("A program made pages from this text, which was not run; it is a draft.")
            )
        return super().accepts(entry)

    def place(self, entry: Entry) -> None:
        said_own = self._said_address(entry)
        super().place(entry)
        entry.kind = "post" if entry.date else "page"
        file = self._below(entry.path)
        path = self.config.rewrites.of(file)
        if path != file:
            self.rewritten[path] = entry.path
        # VuePress has days in the addresses of posts in ``_posts``.
        if not (self.options.permalink or said_own or "_posts/" in entry.path):
            self._place(entry, posixpath.splitext(path)[0])
        self._lock(entry, posixpath.splitext(file)[0])

    def _place(self, entry: Entry, place: str) -> None:
        folder = re.sub(r"(?:^|/)(?:index|README)$", "/", place)
        address = folder if folder.endswith("/") else f"{place}{self.config.end}"
        entry.addresses = [self.config.base + join(address)]
        if self.config.end and not folder.endswith("/"):
            entry.aliases.append(f"{self.config.base}/{place}")

    def _lock(self, entry: Entry, place: str) -> None:
        """Give a page the password of its folder, unless it has its own."""
        addresses = (address.removeprefix(self.config.base) for address in entry.addresses)
        password = self.config.locks.password_of(f"{place}.html", *addresses)
        if password and not fields.text(entry.data.get("password")):
            entry.data["password"] = password

    def post(self, entry: Entry) -> SourcePost:
        """A finished post; what was in no list of the blog is unlisted."""
        post = super().post(entry)
        post.unlisted = post.unlisted or is_unlisted(entry)
        return post

    def unplaced(self, entry: Entry) -> dict[str, Any]:
        return {name: one for name, one in super().unplaced(entry).items() if name not in HEEDED}

    def address(self, address: str, entry: Entry) -> str:
        """A link from one page to another, which where files have other addresses is written as of those."""
        place = self.config.rewrites.of(self._below(entry.path)) if self.rewritten else ""
        bare, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
        if not place or not bare or re.match(r"[\w+.-]*:|/", bare):
            return super().address(address, entry)
        whole = inside(posixpath.dirname(place), re.sub(r"\.(?:md|html)$", "", bare))
        whole = f"{whole}/index" if bare.endswith("/") else whole
        file = self.rewritten.get(f"{whole}.md") or inside(self.config.top, f"{whole}.md")
        found = posixpath.relpath(file, entry.folder or ".") if file and self.package.exists(file) else bare
        return super().address(f"{found}{mark}{rest}", entry)

    def mask(self, entry: Entry) -> tuple[str, Masks]:
        text, masks = super().mask(entry)
        return self._taking_in(entry).code(text, masks, entry.folder), masks

    def _taking_in(self, entry: Entry) -> TakenIn:
        return TakenIn(lambda path, folder: self._taken(path, folder, entry))

    def _taken(self, path: str, folder: str, entry: Entry) -> tuple[str, str] | None:
        """The whole path and the text of a file that a post takes in; one that is not there is told."""
        below = re.sub(r"^@@?/?", "", path)
        whole = inside(folder if below == path else self.config.top, below)
        try:
            if whole and self.package.exists(whole):
                return whole, decode(self.package.read(whole, LARGEST))[0]
        except PackageError:
            pass
        entry.notes.report(
            "text", _("The file %(name)s that the text takes in was not found.") % {"name": path[:200]}
        )
        return None

    def rewrite(self, text: str, masks: Masks, entry: Entry) -> str:
        text = FIELD.sub(lambda found: escape(fields.text(entry.data.get(found[1])) or found[0]), text)
        text = without_passwords(BADGE.sub(_badge, text))
        return super().rewrite(text, masks, entry)


def _badge(found: re.Match[str]) -> str:
    shown = re.search(r"\btext=(\"[^\"]*\"|'[^']*')", found["attributes"])
    return f"<mark>{shown[1][1:-1]}</mark>" if shown else found[0]
