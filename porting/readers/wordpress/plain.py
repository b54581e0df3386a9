"""Names, titles and excerpts: the export keeps them as HTML, the site as plain text."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

_SPACE = re.compile(r"\s+")
_TAGS = re.compile(r"\[/?[a-z][\w-]*(?:\s[^\]]*)?\]", re.IGNORECASE)
_LINE_ENDS = re.compile(r"</(?:p|div|li|h[1-6])>|<br\s*/?>", re.IGNORECASE)


def plain_text(markup: str) -> str:
    """The words of a piece of HTML on one line."""
    if "<" in markup or "&" in markup:
        body = LexborHTMLParser(_LINE_ENDS.sub(r"\g<0> ", markup)).body
        if body is not None:
            body.strip_tags(["script", "style"])
            markup = body.text()
    return _SPACE.sub(" ", markup).strip()


def plain_excerpt(markup: str) -> str:
    """An excerpt's words; shortcodes in it were never shown."""
    return plain_text(_TAGS.sub(" ", markup))


def slug_of(text: str) -> str:
    """A slug as WordPress makes one of a name: lower case, dashes, letters of any script kept."""
    text = unicodedata.normalize("NFC", plain_text(text)).lower()
    text = re.sub(r"[\s./_]+", "-", text)
    text = re.sub(r"[^\w-]", "", text)
    return re.sub(r"-{2,}", "-", text).strip("-")


def account_slug(login: str) -> str:
    """What WordPress makes of an account's name for addresses: as ``slug_of``, but underscores stay."""
    text = re.sub(r"[\s./]+", "-", plain_text(login).lower())
    return re.sub(r"-{2,}", "-", re.sub(r"[^\w-]", "", text)).strip("-")


def unquoted(slug: str) -> str:
    """A slug in letters: exports hold those of other scripts percent-encoded."""
    return unquote(slug.strip())
