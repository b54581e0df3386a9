"""What ``pelicanconf.py`` says, with ``publishconf.py`` over it. Nothing of them is run: what is written out is read.

https://docs.getpelican.com/en/latest/settings.html
"""

from __future__ import annotations

import fnmatch
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from porting.packages import Package, PackageError
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import inside, join
from porting.readers.markdown.decoding import decode
from porting.readers.markdown.pelican.changes import ANY, Path
from porting.readers.markdown.pelican.program import Unread, assigned
from porting.readers.markdown.site_config import find

# What Pelican takes where the settings say nothing.
USUAL = {
    "ARTICLE_URL": "{slug}.html",
    "ARTICLE_LANG_URL": "{slug}-{lang}.html",
    "DRAFT_URL": "drafts/{slug}.html",
    "PAGE_URL": "pages/{slug}.html",
    "PAGE_LANG_URL": "pages/{slug}-{lang}.html",
    "TAG_URL": "tag/{slug}.html",
    "CATEGORY_URL": "category/{slug}.html",
    "AUTHOR_URL": "author/{slug}.html",
    "FEED_ALL_ATOM": "feeds/all.atom.xml",
    "CATEGORY_FEED_ATOM": "feeds/{slug}.atom.xml",
    "AUTHOR_FEED_ATOM": "feeds/{slug}.atom.xml",
    "FILENAME_METADATA": r"(?P<date>\d{4}-\d{2}-\d{2}).*",
    "DEFAULT_CATEGORY": "misc",
    "DEFAULT_LANG": "en",
    "SLUGIFY_SOURCE": "title",
}
OWN = {
    "SITENAME",
    "ARTICLE_URL",
    "DEFAULT_PAGINATION",
    "THEME",
    "FEED_ALL_ATOM",
    "TIMEZONE",
    "PATH",
    "AUTHOR",
}
LARGEST = 200_000  # bytes of a file
LONGEST_NAME = 120  # letters of a file's path that a pattern of the settings is held against
PLACE = re.compile(r"\{(\w+)(?::([^{}]{0,40}))?\}")
DAY_PARTS = re.compile(r"%-?[YymdbBjHMS]")
# Settings that may say which posts are drafts.
OF_STATES = ("DEFAULT_METADATA", "EXTRA_PATH_METADATA", "FILENAME_METADATA", "PATH_METADATA")
# Settings that may say which files are no posts.
OF_FILES = ("ARTICLE_EXCLUDES", "ARTICLE_PATHS", "IGNORE_FILES", "PAGE_EXCLUDES", "PAGE_PATHS")


@dataclass(frozen=True)
class Config:
    """``top`` is the folder of the settings, ``content`` the one with the texts and pictures."""

    values: dict[str, Any]
    top: str
    content: str
    unread: Unread = field(default_factory=dict)  # what only running the program would tell

    @classmethod
    def of(cls, package: Package) -> Config | None:
        """The settings of a package; None when it is no Pelican site."""
        path = find(package, "pelicanconf.py")
        if not path:
            return None
        top = posixpath.dirname(path)
        unread: Unread = {}
        modules = Modules(package, top)
        values = assigned(modules.text("pelicanconf"), {}, unread, modules.text)
        if not OWN & set(values):
            return None
        values = assigned(modules.text("publishconf"), values, unread, modules.text)
        if modules.is_too_large:
            unread |= {name: {(name,)} for name in (OF_STATES[0], OF_FILES[0])}
        said = fields.text(values.get("PATH"))
        content = inside(top, said) if said else inside(top, "content")
        if not any(name.startswith(f"{content}/") for name in package.names()):
            content = top
        return cls(values, top, "" if content == "." else content, unread)

    def text(self, name: str) -> str:
        """A setting as a line of text; empty where it was turned off."""
        said = self.values[name] if name in self.values else USUAL.get(name, "")
        return fields.text(said)

    def listed(self, name: str, usual: tuple[str, ...] = ()) -> list[str]:
        """A setting that is a list of texts."""
        said = self.values.get(name, usual)
        return [fields.text(one).strip("/") for one in (said if isinstance(said, list | tuple) else [said])]

    def mapping(self, name: str) -> dict[str, Any]:
        """A setting that has names for its values, also as older settings write it: a list of pairs."""
        said = self.values.get(name)
        if isinstance(said, list | tuple) and all(
            isinstance(one, list | tuple) and len(one) == 2 for one in said
        ):
            said = {key: value for key, value in said if isinstance(key, str)}
        return fields.mapping(said)

    @cached_property
    def page_paths(self) -> list[str]:
        """The folders of pages."""
        return self.listed("PAGE_PATHS", ("pages",))

    def kept(self, places: Mapping[str, str]) -> set[str]:
        """Those of the files, given by their places below the folder of texts, that the settings keep on the site."""
        folders = [*self.listed("ARTICLE_PATHS", ("",)), *self.page_paths]
        excluded = [*self.listed("ARTICLE_EXCLUDES"), *self.listed("PAGE_EXCLUDES")]
        ignored = [one for one in self.listed("IGNORE_FILES") if one]

        def is_kept(place: str) -> bool:
            is_placed = any(not folder or f"{place}/".startswith(f"{folder}/") for folder in folders)
            is_left = any(one and place.startswith(f"{one}/") for one in excluded)
            is_ignored = any(fnmatch.fnmatchcase(part, one) for one in ignored for part in place.split("/"))
            return is_placed and not is_left and not is_ignored

        return {name for name, place in places.items() if is_kept(place)}

    @cached_property
    def of_states_unread(self) -> list[str]:
        """The settings that may make posts drafts and cannot be heeded."""
        patterns = ("FILENAME_METADATA", "PATH_METADATA")
        return [
            name
            for name in OF_STATES
            if any(map(_may_be_state, self.unread.get(name, ())))
            or (name in patterns and _is_of_states(self.text(name)) and not _is_heeded(self.text(name)))
        ]

    @cached_property
    def of_files_unread(self) -> list[str]:
        """The settings that may keep files off the site and cannot be heeded."""
        return [name for name in OF_FILES if self.unread.get(name)]

    def mentions(self, name: str, word: str) -> bool:
        """Whether a setting, such as the list of plug-ins, has a word somewhere."""
        return word in str(self.values.get(name, ""))[:LARGEST]

    @property
    def base(self) -> str:
        """What all addresses begin with, without a slash at its end."""
        return join(re.sub(r"^(?:https?:)?//[^/]*", "", self.text("SITEURL"))).rstrip("/")

    def address(self, name: str, facts: dict[str, str], date: datetime | None = None) -> str:
        """The path of what stands at the setting's pattern; empty where the site had none."""
        form = self.text(name)
        return join(self.base, filled(form, facts, date)) if form else ""

    def named(self, setting: str, name: str) -> dict[str, str]:
        """The fields a file's name or path gives by the setting's pattern, unless that would take for ever.

        A pattern that says what is a draft and is not held against a name makes it one.
        """
        pattern = self.text(setting)
        if not pattern:
            return {}
        if len(name) > LONGEST_NAME or not _is_heeded(pattern):
            return {"status": "draft"} if _is_of_states(pattern) else {}
        found = re.match(pattern, name)
        return {key.lower(): value for key, value in found.groupdict().items() if value} if found else {}


def filled(form: str, facts: dict[str, str], date: datetime | None) -> str:
    """A pattern such as ``{date:%Y}/{slug}/`` with its places filled; those nothing is known for fall away."""

    def put(place: re.Match[str]) -> str:
        if place[1] != "date":
            return facts.get(place[1], "")
        return DAY_PARTS.sub(lambda part: date.strftime(part[0]), place[2] or "%Y-%m-%d") if date else ""

    return re.sub(r"(?:^|/)index\.html$", "/", PLACE.sub(put, form))


def _is_heeded(pattern: str) -> bool:
    """Whether a pattern is one, and no work for ever. None is there to be heeded."""
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        return False
    return _is_short_work(pattern)


def _is_short_work(pattern: str) -> bool:
    """Whether no group repeats, and little repeats at all."""
    repeated = re.search(r"\)\s*[*+{]", pattern)
    return len(pattern) < 300 and not repeated and len(re.findall(r"[*+]|\{\d*,", pattern)) <= 3


def _is_of_states(pattern: str) -> bool:
    return "status" in pattern.lower()


def _may_be_state(path: Path) -> bool:
    """Whether what is not known of a setting may be that posts are drafts."""
    keys = path[1:]
    deep = {"DEFAULT_METADATA": 1, "EXTRA_PATH_METADATA": 2}.get(path[0], 9)
    return len(keys) < deep or keys[deep - 1].lower() in ("status", ANY)


class Modules:
    """The programs beside the settings, each given once. ``is_too_large`` says whether one could not be read."""

    def __init__(self, package: Package, top: str) -> None:
        self.package, self.top = package, top
        self.given: set[str] = set()
        self.is_too_large = False

    def text(self, name: str) -> str:
        """The text of a module; empty when it is not there or was given before."""
        path = inside(self.top, f"{name.replace('.', '/')}.py")
        if not path or path in self.given or not self.package.exists(path):
            return ""
        self.given.add(path)
        try:
            return decode(self.package.read(path, LARGEST))[0]
        except PackageError:
            self.is_too_large = True
            return ""
