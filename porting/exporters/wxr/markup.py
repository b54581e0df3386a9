"""XML that every reader takes: nothing forbidden in it, and CDATA sections that end where they should."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without characters XML forbids."""
    return _FORBIDDEN.sub("", text)


def cdata(text: str) -> str:
    """A CDATA section; one that holds the end of a section is split there."""
    return f"<![CDATA[{clean(text).replace(']]>', ']]]]><![CDATA[>')}]]>"


def tag(name: str, text: object, *, plain: bool = False, **attributes: str) -> str:
    """An element with a text: in a CDATA section, or escaped when it is ``plain``."""
    inside = escape(clean(str(text))) if plain else cdata(str(text))
    said = "".join(f" {key}={quoteattr(clean(value))}" for key, value in attributes.items())
    return f"<{name}{said}>{inside}</{name}>\n"


def group(name: str, *parts: str) -> str:
    """An element of elements."""
    return f"<{name}>\n{''.join(parts)}</{name}>\n"
