"""What ``_config.yml`` of a Hexo site says: its folders, how addresses are made, how Markdown was read."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import Any

from porting.packages import Package
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import inside, join
from porting.readers.markdown.entry import load_data
from porting.readers.markdown.site_config import find
from porting.readers.markdown.text.engine import Flavour
from porting.readers.markdown.text.typography import Typography

# Settings that only Hexo has; Jekyll's file has the same name.
OWN = {"new_post_name", "post_asset_folder", "source_dir", "archive_dir", "category_dir", "default_category"}
NAME = re.compile(r":([a-z_]+)")
GROUP = re.compile(r"\(\?P<\w+>")
PARTS = {
    "title": r"(?P<title>.+)",
    "year": r"(?P<year>\d{4})",
    "month": r"(?P<month>\d{2})",
    "i_month": r"(?P<month>\d{1,2})",
    "day": r"(?P<day>\d{2})",
    "i_day": r"(?P<day>\d{1,2})",
}


@dataclass(frozen=True)
class Config:
    """``top`` is the folder the site is in, ``source`` the one with its texts and pictures."""

    values: dict[str, Any]
    top: str
    source: str

    @classmethod
    def of(cls, package: Package) -> Config | None:
        """The configuration of a package; None when it is no Hexo site."""
        path = find(package, "_config.yml", "_config.yaml")
        values = fields.mapping(load_data(package, path)) if path else {}
        if len(OWN & set(values)) < 2:
            return None
        top = posixpath.dirname(path)
        source = inside(top, fields.text(values.get("source_dir")) or "source")
        if not any(name.startswith(f"{source}/") for name in package.names()):
            return None
        return cls(values, top, source)

    def text(self, name: str, usual: str = "") -> str:
        """A setting as a line of text."""
        return fields.text(self.values.get(name)) or usual

    @property
    def base(self) -> str:
        """What all addresses begin with, without a slash at its end."""
        return join(self.text("root", "/")).rstrip("/")

    def in_case(self, slug: str) -> str:
        """The slug of a tag or category in the letters ``filename_case`` asks for."""
        return {"1": slug.lower(), "2": slug.upper()}.get(self.text("filename_case"), slug)

    def divided(self, name: str) -> tuple[str, str]:
        """The title in the name of a post's file and the day in it, as ``new_post_name`` says; no day is empty."""
        said = self.text("new_post_name", ":title.md").removesuffix(".md")
        names = NAME.findall(said)
        groups = [GROUP.match(PARTS[one])[0] for one in names if one in PARTS]  # type: ignore[index] # all have one
        if "title" not in names or len(groups) < len(names) or len(set(groups)) < len(groups):
            return name, ""  # a file's name does not say what else is in it
        pattern = NAME.sub(lambda place: f"\0{place[1]}\0", said)
        pieces = [
            PARTS[piece] if at % 2 else re.escape(piece) for at, piece in enumerate(pattern.split("\0"))
        ]
        found_name = re.fullmatch("".join(pieces), name)
        if found_name is None:
            return name, ""
        parts = found_name.groupdict()
        day = [parts.get(one) for one in ("year", "month", "day")]
        return parts["title"], "-".join(one for one in day if one) if all(day) else ""

    def flavour(self, flavour: Flavour) -> Flavour:
        """How texts were read: by marked, which comes with Hexo, or by markdown-it where it has settings."""
        markdown_it = fields.mapping(self.values.get("markdown"))
        render = fields.mapping(markdown_it.get("render")) if markdown_it else {}
        marked = render or fields.mapping(self.values.get("marked"))

        def is_on(name: str) -> bool:
            return not fields.said_no(marked, name)

        signs = is_on("typographer" if markdown_it else "smartypants")
        return Flavour(
            autolinks=is_on("linkify" if markdown_it else "autolink"),
            breaks=is_on("breaks"),
            typography=Typography(paired=bool(markdown_it)) if signs else None,
            emoji="emoji" in repr(markdown_it.get("plugins", "")),
            math=flavour.math,
        )
