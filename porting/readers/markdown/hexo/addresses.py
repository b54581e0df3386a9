"""Addresses of Hexo: ``permalink`` of the site, of a post, of a page (https://hexo.io/docs/permalinks)."""

from __future__ import annotations

import hashlib
import posixpath
import re
from datetime import datetime, tzinfo
from typing import Any

from porting.readers.markdown import fields
from porting.readers.markdown.addresses import join
from porting.readers.markdown.entry import Entry
from porting.readers.markdown.hexo.config import Config

USUAL = ":year/:month/:day/:title/"
PLACE = re.compile(r":([a-z_]+)")
SIGNS = re.compile(r"[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'<>,.?/]+")


def of_post(entry: Entry, title: str, categories: list[str], config: Config, zone: tzinfo, asked: str) -> str:
    """Where a post was. ``title`` is its file below ``_posts`` without the day, ``asked`` a pattern somebody typed."""
    said = fields.text(entry.data.get("permalink"))
    if said and not PLACE.search(said):
        return _shown(join(config.base, said), config)
    pattern = asked or said or config.text("permalink", USUAL)
    values = _values(entry, title, categories, config, entry.date.astimezone(zone) if entry.date else None)
    path = PLACE.sub(lambda found: values.get(found.group(1), ""), re.sub(r"^https?://[^/]*", "", pattern))
    return _shown(join(config.base, path), config)


def of_page(entry: Entry, inside: str, config: Config) -> str:
    """Where a page was: its file's place, with the ending of HTML."""
    said = fields.text(entry.data.get("permalink"))
    path = said or re.sub(r"\.\w+$", ".html", inside)
    return _shown(join(config.base, re.sub(r"(?:^|/)index\.html$", "/", path)), config)


def _values(
    entry: Entry, title: str, categories: list[str], config: Config, date: datetime | None
) -> dict[str, str]:
    defaults = fields.mapping(config.values.get("permalink_defaults"))
    known = {str(name): fields.text(value) for name, value in {**defaults, **entry.data}.items()}
    known = {name: value.strip("/") for name, value in known.items() if value}
    last = categories[-1] if categories else config.text("default_category", "uncategorized")
    known |= {
        "title": title,
        "name": posixpath.basename(title),
        "post_title": slugized(entry.title),
        "category": "/".join(config.in_case(slugized(part)) for part in last.split("/")),
    }
    return known | (_day(date, title) if date else {})


def _day(date: datetime, title: str) -> dict[str, str]:
    return {
        "year": f"{date:%Y}",
        "month": f"{date:%m}",
        "i_month": str(date.month),
        "day": f"{date:%d}",
        "i_day": str(date.day),
        "hour": f"{date:%H}",
        "minute": f"{date:%M}",
        "second": f"{date:%S}",
        "timestamp": str(int(date.timestamp())),
        "hash": hashlib.sha1(f"{title}{int(date.timestamp())}".encode()).hexdigest()[:12],  # noqa: S324 - as Hexo does
    }


def slugized(text: Any) -> str:
    """Words of an address as Hexo makes them: letters as they are written, anything else a hyphen."""
    return SIGNS.sub("-", fields.text(text)).strip("-")


def _shown(address: str, config: Config) -> str:
    """Without the endings that ``pretty_urls`` leaves out."""
    pretty = fields.mapping(config.values.get("pretty_urls"))
    if fields.said_no(pretty, "trailing_html") and not address.endswith("/index.html"):
        address = address.removesuffix(".html")
    return address or "/"
