"""The configuration of a VitePress or VuePress site, as far as it is written out.

https://vitepress.dev/reference/site-config, https://vuepress.vuejs.org/reference/config.html and
https://v1.vuepress.vuejs.org/config/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from porting.packages import Package
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import inside, join
from porting.readers.markdown.entry import load_data
from porting.readers.markdown.site_config import said
from porting.readers.markdown.vitepress.pages import Pages
from porting.readers.markdown.vitepress.program import Program, Said
from porting.readers.markdown.vitepress.rewrites import Rewrites
from porting.readers.markdown.vitepress.states import Locks

CONFIG = re.compile(
    r"^(?P<top>(?:.*/)?)\.(?P<system>vitepress|vuepress)/config(?:/index)?\.(?:[cm]?[jt]s|toml|ya?ml)$"
)
THEME = r"\.vuepress/plume\.config\.[cm]?[jt]s"  # of vuepress-theme-plume, which finds it by its name
RECO = re.compile(r"\breco(?:Theme)?\b")  # vuepress-theme-reco 2
POSTS_ENCRYPT = re.compile(r"\bposts-encrypt\b")  # a plugin
DEEPEST = 6  # settings in each other, of a file of data
LISTS = ("patterns", "pagePatterns")  # of VuePress 1 and 2


@dataclass(frozen=True)
class Config:
    """``top`` is the folder of the texts, ``base`` what all addresses begin with, ``end`` what they end with."""

    path: str
    top: str
    base: str
    end: str
    title: str
    pages: Pages = field(default_factory=Pages)
    rewrites: Rewrites = field(default_factory=Rewrites)
    locks: Locks = field(default_factory=Locks)
    is_vitepress: bool = False
    lost: tuple[str, ...] = ()  # files the settings are made of that are not in the package

    @property
    def unread(self) -> list[str]:
        """The settings that may keep pages from everybody and cannot be heeded."""
        return [*self.lost, *self.pages.unread, *(["encrypt"] if self.locks.unread else [])]

    @classmethod
    def of(cls, package: Package) -> Config | None:
        """The configuration nearest to the top; None when the package has none. It is a program, which is not run."""
        found = [match for name in package.names() if (match := CONFIG.match(name))]
        if not found:
            return None
        nearest = min(found, key=lambda match: (match[0].count("/"), match[0]))
        is_new = nearest["system"] == "vitepress"
        theme = re.compile(re.escape(nearest["top"]) + THEME)
        more = [name for name in package.names() if theme.fullmatch(name)]
        # Of several, some left over, each may keep pages off the site.
        more += [one[0] for one in found if one != nearest and one.groups() == nearest.groups()]
        settings = _Settings(package, nearest[0], more)
        top = inside(nearest["top"], settings.folder("srcDir") or ".")
        clean = is_new and settings.line("cleanUrls") == "true"
        return cls(
            nearest[0],
            top,
            join(settings.line("base")).rstrip("/"),
            "" if clean else ".html",
            settings.line("title"),
            _excluded(settings, top) if is_new else _listed(settings),
            _rewrites(settings) if is_new else Rewrites(),
            Locks() if is_new else _locks(settings),
            is_new,
            tuple(dict.fromkeys(settings.program.lost)),
        )


class _Settings:
    """Settings by their names, from a program or from a file of data."""

    def __init__(self, package: Package, path: str, more: list[str]) -> None:
        self.program = Program(package, path, *more)
        data = None if re.search(r"\.[cm]?[jt]s$", path) else load_data(package, path)
        self.data: dict[str, Any] = fields.mapping(data)
        self.text = self.program.text()
        self.is_program = data is None

    def line(self, name: str) -> str:
        """A setting that is a line of text, ``true`` or ``false``; empty where it is not written out."""
        if self.is_program:
            return said(self.text, name)
        return "true" if self.data.get(name) is True else fields.text(self.data.get(name))

    def folder(self, name: str) -> str:
        """A setting that is a folder's path."""
        return next((fields.text(one) for one in self.said(name).values), "") or self.line(name)

    def said(self, name: str, *, deep: bool = False) -> Said:
        """All that is said of a setting."""
        if self.is_program:
            return self.program.said(name, deep=deep)
        return Said(list(_held(self.data, name, DEEPEST if deep else 1)))


def _held(data: Any, name: str, deep: int) -> Iterator[Any]:
    """What a setting is said to be, also within others."""
    if not isinstance(data, dict) or not deep:
        return
    if data.get(name) is not None:
        yield data[name]
    for one in data.values():
        yield from _held(one, name, deep - 1)


def _excluded(settings: _Settings, top: str) -> Pages:
    """Patterns are seen from the folder of the texts: where it is not known, nor is what they mean."""
    excluded = settings.said("srcExclude")
    found = Pages.excluded("srcExclude", excluded)
    if (settings.said("srcDir").unread or not top) and excluded.values:
        found.unread.append("srcDir")
    return found


def _listed(settings: _Settings) -> Pages:
    first, second = (Pages.listed(name, settings.said(name)) for name in LISTS)
    return Pages(first.left_out + second.left_out, first.taken + second.taken, first.unread + second.unread)


def _rewrites(settings: _Settings) -> Rewrites:
    found = settings.said("rewrites")
    rules: dict[str, Any] = {}
    for value in found.values:
        rules |= fields.mapping(value)
    return Rewrites(rules, unread=found.unread or not all(isinstance(one, dict) for one in found.values))


def _locks(settings: _Settings) -> Locks:
    traces = settings.said("keyPage", deep=True)
    if settings.program.mentions(RECO):  # it keeps traces of passwords as well
        traces.add(settings.said("password", deep=True))
    everywhere = settings.said("checkAll", deep=True) if settings.program.mentions(POSTS_ENCRYPT) else Said()
    return Locks(settings.said("encrypt", deep=True), traces, everywhere, settings.said("passwd", deep=True))
