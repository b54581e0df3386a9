"""What is known about a post's cover from its text."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

from porting.document import Picture

_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc=\"([^\"]*)\"", re.IGNORECASE)
_ALT = re.compile(r"\balt=\"([^\"]*)\"", re.IGNORECASE)


def describe_by_text(cover: Picture | None, html: str) -> None:
    """A cover that the post shows once more is described by the words it has there."""
    if cover is None or cover.alt or cover.decorative:
        return
    for tag in _IMAGE.findall(html):
        source, alt = _SOURCE.search(tag), _ALT.search(tag)
        if source and alt and _file_name(unescape(source.group(1))) == _file_name(cover.url):
            cover.alt = unescape(alt.group(1)).strip()
            return


def _file_name(address: str) -> str:
    """The last part of an address, without what was asked of the file and without WordPress's size: ``-150x99``."""
    name = unquote(re.split(r"[?#]", address)[0].rstrip("/").rpartition("/")[2])
    return re.sub(r"-(?:\d+x\d+|scaled)(?=\.\w+$)", "", name)
