"""Sites of VitePress and VuePress: addresses are those of the files, and texts may take in other files."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, replace
from html import escape

from django.utils.translation import gettext as _

from porting.packages import Package, PackageError
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import inside, join
from porting.readers.markdown.decoding import decode
from porting.readers.markdown.entry import Entry
from porting.readers.markdown.front import split
from porting.readers.markdown.plain import HIDDEN, Plain
from porting.readers.markdown.site_config import said, source
from porting.readers.markdown.text.masks import Masks
from porting.readers.options import ReadOptions

CONFIG = re.compile(
    r"^(?P<top>(?:.*/)?)\.(?P<system>vitepress|vuepress)/config(?:/index)?\.(?:[cm]?[jt]s|toml|ya?ml)$"
)
# ``<<< @/snippets/mill.js#turn{2,4} [title]`` is code of a file; ``<!--@include: ./part.md-->`` a text.
CODE = re.compile(
    r"^<<<(?!<)[ \t]*+(?P<path>[^\s#{\[]++)(?:#(?P<region>[\w-]+))?[ \t]*+(?:\{(?P<lines>[^}\n]*)\})?[ \t]*+"
    r"(?P<title>\[[^\]\n]*\])?[ \t]*$",
    re.MULTILINE,
)
INCLUDE = re.compile(r"^[ \t]*<!--[ \t]*@include:[ \t]*(?P<path>[^\s#{]+)[^\n]*?-->[ \t]*$", re.MULTILINE)
FIELD = re.compile(r"\{\{\s*\$(?:page\.)?frontmatter\.(\w+)\s*\}\}")
BADGE = re.compile(r"<Badge\b(?P<attributes>[^<>]*?)/?>(?:\s*</Badge>)?")
LARGEST = 200_000  # bytes of a file that is taken in
MOST = 50  # files one text takes in


@dataclass(frozen=True)
class Config:
    """``top`` is the folder of the texts, ``base`` what all addresses begin with, ``end`` what they end with."""

    top: str
    base: str
    end: str
    title: str

    @classmethod
    def of(cls, package: Package) -> Config | None:
        """The configuration nearest to the top; None when the package has none. It is a program, which is not run."""
        found = [match for name in package.names() if (match := CONFIG.match(name))]
        if not found:
            return None
        nearest = min(found, key=lambda match: (match[0].count("/"), match[0]))
        text = source(package, nearest[0])
        clean = nearest["system"] == "vitepress" and said(text, "cleanUrls") == "true"
        return cls(
            inside(nearest["top"], said(text, "srcDir") or "."),
            join(said(text, "base")).rstrip("/"),
            "" if clean else ".html",
            said(text, "title"),
        )


class VitePress(Plain):
    """A folder of files whose places are their addresses."""

    def __init__(self, package: Package, options: ReadOptions, config: Config) -> None:
        self.config = config
        content = options.content or ("" if config.top == "." else config.top)
        super().__init__(package, ReadOptions(**{**vars(options), "content": content}))

    def configure(self) -> None:
        super().configure()
        self.flavour = replace(self.flavour, code_marks=True, emoji=True)
        self.blog.title = self.config.title
        self.blog.media_roots = [posixpath.normpath(f"{self.config.top}/public"), *self.blog.media_roots]

    def wanted(self) -> list[str]:
        """VuePress's pages may be called README, those of a project have no fields."""
        below = "" if self.config.top == "." else f"{self.config.top}/"
        pages = [name for name in self.names if name.startswith(below) and name.endswith("/README.md")]
        return super().wanted() + [name for name in pages if not HIDDEN.search(name) and self._is_post(name)]

    def accepts(self, entry: Entry) -> bool:
        front = posixpath.basename(entry.path).lower() in ("index.md", "readme.md")
        if front and not entry.body.strip():
            self._report(
                entry.path, "text", _("It has no text: a program filled this page; it was left out.")
            )
            return False
        return super().accepts(entry)

    def place(self, entry: Entry) -> None:
        said_own = self._said_address(entry)
        super().place(entry)
        entry.kind = "post" if entry.date else "page"
        if self.options.permalink or said_own or "_posts/" in entry.path:
            return  # VuePress has days in the addresses of such posts
        place = posixpath.relpath(posixpath.splitext(entry.path)[0], self.config.top or ".")
        folder = re.sub(r"(?:^|/)(?:index|README)$", "/", place)
        address = folder if folder.endswith("/") else f"{place}{self.config.end}"
        entry.addresses = [self.config.base + join(address)]
        if self.config.end and not folder.endswith("/"):
            entry.aliases.append(f"{self.config.base}/{place}")

    def mask(self, entry: Entry) -> tuple[str, Masks]:
        left = [MOST]
        body = INCLUDE.sub(lambda found: self._text(found, entry, left), entry.body)
        entry.body = CODE.sub(lambda found: self._code(found, entry, left), body)
        return super().mask(entry)

    def _text(self, found: re.Match[str], entry: Entry, left: list[int]) -> str:
        taken = self._taken(found["path"], entry, left)
        return found[0] if taken is None else split(taken).body

    def _code(self, found: re.Match[str], entry: Entry, left: list[int]) -> str:
        taken = self._taken(found["path"], entry, left)
        if taken is None:
            return found[0].replace("<", "&lt;")
        code = _region(taken, found["region"]) if found["region"] else taken
        first, *rest = (found["lines"] or "").split(" ")
        marked, language = ("", first) if re.match(r"[A-Za-z]", first) else (first, (rest or [""])[0])
        language = language or posixpath.splitext(found["path"])[1][1:] or "text"
        fence = "`" * max(3, 1 + max(map(len, re.findall(r"`{3,}", code)), default=2))
        lines = f"{{{marked}}}" if marked else ""
        return f"{fence}{language}{lines} {found['title'] or ''}\n{code.strip(chr(10))}\n{fence}"

    def _taken(self, path: str, entry: Entry, left: list[int]) -> str | None:
        """The text of a file that a post takes in; one that is not there is told."""
        left[0] -= 1
        below = re.sub(r"^@@?/", "", path)
        whole = inside(entry.folder if below == path else self.config.top, below)
        try:
            if left[0] >= 0 and whole and self.package.exists(whole):
                return decode(self.package.read(whole, LARGEST))[0]
        except PackageError:
            pass
        entry.notes.report(
            "text", _("The file %(name)s that the text takes in was not found.") % {"name": path}
        )
        return None

    def rewrite(self, text: str, masks: Masks, entry: Entry) -> str:
        text = FIELD.sub(lambda found: escape(fields.text(entry.data.get(found[1])) or found[0]), text)
        text = BADGE.sub(_badge, text)
        return super().rewrite(text, masks, entry)


def _badge(found: re.Match[str]) -> str:
    shown = re.search(r"\btext=(\"[^\"]*\"|'[^']*')", found["attributes"])
    return f"<mark>{shown[1][1:-1]}</mark>" if shown else found[0]


def _region(code: str, name: str) -> str:
    """The part between ``#region name`` and ``#endregion``; all of it when there is no such part."""
    mark = rf"[^\n]*#region[ \t]+{re.escape(name)}\b[^\n]*\n(.*?)^[^\n]*#endregion"
    found = re.search(mark, code, re.DOTALL | re.MULTILINE)
    return found[1] if found else code
