"""Old addresses: what a pattern such as ``/blog/:year/:month/:slug/`` makes of a post, and how paths are joined."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

PLACE = re.compile(r":([a-z_]+)(?:\[[^\]]*\])?|\{([a-z_]+)\}")


@dataclass(frozen=True)
class Facts:
    """What a pattern can ask for."""

    title: str = ""  # as the address has it
    slug: str = ""
    filename: str = ""
    section: str = ""
    folder: str = ""
    date: datetime | None = None
    categories: list[str] = field(default_factory=list)
    collection: str = ""
    extension: str = ".html"


def join(*parts: str) -> str:
    """Parts of an address as one path with a first slash, without doubled ones; a last slash stays."""
    return re.sub(r"/{2,}", "/", "/" + "/".join(part for part in parts if part))


def expand(pattern: str, facts: Facts) -> str:
    """The path a pattern gives (Jekyll, Hugo and Pelican names). Places nothing is known for fall away."""
    values = _values(facts)

    def put(found: re.Match[str]) -> str:
        name = found.group(1) or found.group(2)
        return values[name] if name in values else found.group(0)

    return join(PLACE.sub(put, pattern))


def _values(facts: Facts) -> dict[str, str]:
    date = facts.date
    values = {
        "title": facts.title or facts.slug,
        "slug": facts.slug or facts.title,
        "slugorfilename": facts.slug or facts.filename,
        "slugorcontentbasename": facts.slug or facts.filename,
        "contentbasename": facts.filename,
        "filename": facts.filename,
        "name": facts.filename,
        "section": facts.section,
        "sections": facts.folder or facts.section,
        "path": facts.folder,
        "collection": facts.collection,
        "output_ext": facts.extension,
        "categories": "/".join(facts.categories),
        "slugified_categories": "/".join(facts.categories),
        "category": facts.categories[0] if facts.categories else "",
    }
    return values | _day(date) if date else values | dict.fromkeys(DAY_NAMES, "")


DAY_NAMES = (
    "year",
    "month",
    "monthname",
    "day",
    "weekday",
    "weekdayname",
    "yearday",
    "i_month",
    "i_day",
    "short_year",
    "y_day",
)
DAY_NAMES += (
    "short_month",
    "long_month",
    "short_day",
    "long_day",
    "hour",
    "minute",
    "second",
    "week",
    "w_day",
    "w_year",
)


def _day(date: datetime) -> dict[str, str]:
    return {
        "year": f"{date:%Y}",
        "short_year": f"{date:%y}",
        "month": f"{date:%m}",
        "monthname": f"{date:%B}",
        "short_month": f"{date:%b}",
        "long_month": f"{date:%B}",
        "i_month": str(date.month),
        "day": f"{date:%d}",
        "i_day": str(date.day),
        "weekday": f"{date:%w}",
        "weekdayname": f"{date:%A}",
        "short_day": f"{date:%a}",
        "long_day": f"{date:%A}",
        "yearday": str(date.timetuple().tm_yday),
        "y_day": f"{date:%j}",
        "hour": f"{date:%H}",
        "minute": f"{date:%M}",
        "second": f"{date:%S}",
        "week": f"{date:%V}",
        "w_day": f"{date:%u}",
        "w_year": f"{date:%G}",
    }


def slugify(text: object, *, ascii_only: bool = False) -> str:
    """Words of an address: letters of every script and digits in lower case, anything else one hyphen."""
    words = unicodedata.normalize("NFKD" if ascii_only else "NFC", str(text))
    if ascii_only:
        words = words.encode("ascii", "ignore").decode()
    return re.sub(r"[\W_]+", "-", words.lower()).strip("-")


def path_of(address: object) -> str:
    """The path of an address or path somebody wrote, with a first slash; absolute addresses stay as they are."""
    text = str(address or "").strip()
    if re.match(r"https?://", text):
        return text
    return "/" + text.lstrip("/") if text else ""


def inside(folder: str, name: str) -> str:
    """A relative path seen from a folder of the package, resolved; empty when it leads out of the package."""
    joined = posixpath.normpath(posixpath.join(folder, name))
    return "" if joined.startswith("..") else joined.lstrip("/")


def host(address: str) -> str:
    """The host of an address, without ``www.``; empty for a path."""
    return re.sub(r"^www\.", "", (urlsplit(address).hostname or "").lower())
