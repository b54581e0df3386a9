"""What the parts of a body need while it is read: addresses, anchors, and where to say what was lost."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urlsplit

from porting.document import Problem

from .slugs import Anchors

GHOST_URL = re.compile(r"__GHOST_(?:URL|API_URL)__")
#: What programs that made an export of a Jekyll blog left in its links for the blog's own address.
JEKYLL_URL = re.compile(r"^\{\{(?:\s|%20)*site[._](?:base)?url(?:\s|%20)*\}\}/*")
#: Smaller copies Ghost makes of a picture: ``/content/images/size/w600/format/webp/2020/a.png``.
SIZE = re.compile(r"(/content/images)/size/w\d+(?:h\d+)?(?:/format/\w+)?/")


class NotThisFormatError(ValueError):
    """A body is not in the format its column says."""


@dataclass
class BodyContext:
    """One post's body on its way. ``base`` is what Ghost's own address stands for, without a last slash."""

    source: str
    base: str = ""
    version: int = 5
    anchors: Anchors = field(default_factory=Anchors)
    problems: list[Problem] = field(default_factory=list)
    constructs: Counter[str] = field(default_factory=Counter)
    rendered_markdown: list[str] = field(
        default_factory=list
    )  # what Ghost made of the Markdown cards, in order

    def problem(self, kind: str, detail: str) -> None:
        """Say what was lost or changed."""
        self.problems.append(Problem(self.source, kind, detail))

    def url(self, value: object) -> str:
        """An address as the old site had it; smaller copies of a picture become the picture itself."""
        address = value.strip() if isinstance(value, str) else ""
        return SIZE.sub(r"\1/", with_base(JEKYLL_URL.sub(f"{self.base}/", address), self.base))

    def attribute(self, value: object) -> str:
        """An address, escaped for an attribute."""
        return escape(self.url(value))


def with_base(text: str, base: str) -> str:
    """Text with Ghost's placeholder for its own address replaced."""
    return GHOST_URL.sub(base, text)


def host_and_path(address: str) -> tuple[str, str]:
    """Host without ``www.`` and path without a last slash; both empty for no address."""
    try:
        parts = urlsplit(address if "//" in address else f"//{address}" if address else "")
    except ValueError:
        return "", ""
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/")
