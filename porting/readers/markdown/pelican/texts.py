"""Lists of names, titles as addresses, and the fields HTML files have in their heads, as Pelican reads them."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser

# Letters that have no simpler one beneath their marks, as addresses spell them.
SPELLED = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "Æ": "AE",
        "ø": "o",
        "Ø": "O",
        "œ": "oe",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "þ": "th",
    }
)


def listed(said: str) -> list[str]:
    """Names with semicolons between them, else with commas."""
    names = [name.strip() for name in said.split(";" if ";" in said else ",")]
    return list(dict.fromkeys(name for name in names if name))


def slugged(title: str) -> str:
    """A title as Pelican has it in addresses: signs gone, hyphens for spaces, letters without their marks."""
    text = re.sub(r"<[^<>]*>", "", unescape(title)).translate(SPELLED)
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    bare = unicodedata.normalize("NFC", bare)
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", bare).strip()).lower()


def html_fields(body: str) -> tuple[dict[str, Any], str]:
    """The fields in a file's ``<title>`` and ``<meta>``, and what stands in its ``<body>``."""
    page = LexborHTMLParser(body)
    title = page.css_first("title")
    data: dict[str, Any] = {"title": title.text().strip()} if title else {}
    for meta in page.css("meta[name]"):
        name = (meta.attributes.get("name") or "").strip().lower()
        said = (meta.attributes.get("content") or meta.attributes.get("contents") or "").strip()
        name = "tags" if name == "keywords" else name
        if name and said:
            data[name] = f"{data[name]}, {said}" if name in data else said
    return data, (page.body.inner_html or "") if page.body else body
