"""One file of a blog between reading and building: its fields, its text, and what its place says about it."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from porting.packages import Package, PackageError
from porting.readers.markdown.dates import day_in_name
from porting.readers.markdown.decoding import decode
from porting.readers.markdown.front import Front, split, split_lines
from porting.readers.markdown.org.document import org
from porting.readers.markdown.text.notes import Notes

MARKDOWN = (".md", ".mdx", ".markdown", ".mkd", ".mkdn", ".mdown")
HTML = (".html", ".htm")
ORG = ".org"
# ISO 639-1: the languages a file's name may end with, as in ``about.ja.md``; ``node.js.md`` is none of them.
CODES = (
    "aa ab af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv "
    "dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie "
    "ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv "
    "mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm "
    "rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts "
    "tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
LANGUAGES = frozenset(CODES.split()) - {"ts", "rs", "so", "or", "no", "io", "md"}
LANGUAGE = re.compile(r"^([a-z]{2})(?:[-_][A-Za-z]{2,4}){0,2}$")


@dataclass
class Entry:
    """``name`` is the file's name without day, language and ending; ``day`` the day in it; ``folder`` where it is."""

    path: str
    data: dict[str, Any]
    body: str
    notes: Notes
    name: str = ""
    day: str = ""
    bundle: bool = False  # index.md in a folder of its own
    kind: str = "post"
    language: str = ""
    date: datetime | None = None
    title: str = ""
    slug: str = ""
    addresses: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    section: str = ""
    draft: bool = False
    kept: dict[str, Any] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)  # fields of the file itself, not of the site's defaults
    header: str = ""  # "lines" for Pelican's

    @property
    def folder(self) -> str:
        """The folder of the package the file is in; empty at the top."""
        return posixpath.dirname(self.path)

    @property
    def is_html(self) -> bool:
        """Whether the body is HTML instead of Markdown."""
        return self.path.lower().endswith(HTML)


#: Bytes of one text; a longer one is no post, and Markdown of its length would take all the memory there is.
LARGEST = 5_000_000


def load_entry(package: Package, path: str, *, pelican: bool = False, languages: bool = True) -> Entry | None:
    """Read a file. None, after a note in the problems of nobody, when its bytes cannot be read: see ``read_error``."""
    raw, said = decode(package.read(path, LARGEST))
    front = org(raw) if path.lower().endswith(ORG) else split(raw)
    lines = split_lines(raw) if pelican and not front.found else Front()
    front = lines if lines.found else front
    entry = Entry(path, front.data, front.body, Notes(path), header="lines" if lines.found else "")
    _name(entry, languages=languages)
    if front.error:
        entry.notes.report(
            "unreadable", _("%(error)s The fields that could be read were kept.") % {"error": front.error}
        )
    if said:
        entry.notes.report("encoding", said)
    if "\ufffd" in raw:
        entry.notes.report(
            "text", _("Some letters could not be read and are shown as \N{REPLACEMENT CHARACTER}.")
        )
    return entry


def _name(entry: Entry, *, languages: bool) -> None:
    """Language, day and name from ``2020-01-31-title.ja.md`` or ``2020-01-31-title/index.ja.md``."""
    stem = posixpath.splitext(posixpath.basename(entry.path))[0]
    stem = stem.removesuffix(".html")  # Middleman's files say what becomes of them, too: ``a.html.md``
    stem, language = split_language(stem) if languages else (stem, "")
    if stem in ("index", "_index"):
        entry.bundle = True
        stem = posixpath.basename(entry.folder)
    entry.language = language
    entry.day, entry.name = day_in_name(stem)


def split_language(stem: str) -> tuple[str, str]:
    """``about.zh-hant-tw`` is ``about`` in ``zh-hant-tw``; ``v1.2`` has no language."""
    name, _, last = stem.rpartition(".")
    found = LANGUAGE.match(last)
    return (name, last) if name and found and found.group(1) in LANGUAGES else (stem, "")


def is_text(path: str) -> bool:
    """Whether a file is Markdown."""
    return path.lower().endswith(MARKDOWN)


def load_data(package: Package, path: str) -> Any:
    """A YAML, TOML or JSON file of the package; None when there is none or it is broken."""
    import json
    import tomllib

    import yaml

    from porting.readers.markdown.front import MOST_MERGED, is_too_large, load_yaml

    if not package.exists(path):
        return None
    try:
        raw = decode(package.read(path))[0]
        if path.endswith(".toml"):
            data = tomllib.loads(raw)
        else:
            data = json.loads(raw) if path.endswith(".json") else load_yaml(raw)
        return None if is_too_large(data, MOST_MERGED) else data
    except (ValueError, yaml.YAMLError, PackageError, RecursionError):
        return None


__all__ = [
    "HTML",
    "MARKDOWN",
    "ORG",
    "Entry",
    "Front",
    "is_text",
    "load_data",
    "load_entry",
    "split_language",
]
