"""Readers: one package a format, each turning files into a ``SourceBlog``. They know nothing of this site."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Protocol

from django.utils.translation import gettext as _

from porting.document import SourceBlog
from porting.packages import Package

from .options import ReadOptions

#: Module and class of each format's reader, by the name ``--format`` takes. Loaded when asked for.
READERS = {
    "wordpress": ("wordpress", "WordPressReader"),
    "ghost": ("ghost.reader", "GhostReader"),
    "colophon": ("colophon", "ColophonReader"),
    "docusaurus": ("markdown.docusaurus.reader", "DocusaurusReader"),
    "jekyll": ("markdown.jekyll.reader", "JekyllReader"),
    "hugo": ("markdown.hugo.reader", "HugoReader"),
    "zola": ("markdown.zola", "ZolaReader"),
    "pelican": ("markdown.pelican.reader", "PelicanReader"),
    "markdown": ("markdown.plain", "MarkdownReader"),
}
ALIASES = {"wxr": "wordpress", "wp": "wordpress", "md": "markdown"}
#: Below this nobody recognises a package.
SURE_ENOUGH = 0.3


class ReadError(Exception):
    """The source as a whole cannot be read. The message is a sentence for whoever imports."""


class Reader(Protocol):
    """What every reader offers. ``label`` is the format's name for people."""

    name: str
    label: str

    def recognises(self, package: Package) -> float:
        """How sure the reader is that the package is in its format, from 0 to 1. Never raises."""

    def read(self, package: Package, options: ReadOptions) -> SourceBlog:
        """Everything in the package. ReadError when nothing can be read at all."""


@cache
def reader(name: str) -> Reader:
    """The reader of a format, by its name or another name for it; ReadError when there is none."""
    known = ALIASES.get(name.lower(), name.lower())
    if known not in READERS:
        text = _("There is no format “%(name)s”. Choose one of: %(names)s.")
        raise ReadError(text % {"name": name, "names": ", ".join(READERS)})
    module, class_name = READERS[known]
    return getattr(import_module(f"porting.readers.{module}"), class_name)()


def detect(package: Package) -> Reader | None:
    """The reader that is surest of the package; of equally sure ones the first. None when nobody knows it."""
    best, sureness = None, SURE_ENOUGH
    for name in READERS:
        candidate = reader(name)
        found = candidate.recognises(package)
        if found > sureness:
            best, sureness = candidate, found
    return best
