"""Addresses editors type: which are safe to put into a link."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_SAFE_SCHEMES = frozenset({"http", "https", "ftp", "mailto", "tel"})  # what the editor keeps, too


def is_safe_href(href: str) -> bool:
    """Whether a link may lead there: the web, a file server, mail, telephone, or a place on this site.

    Browsers skip control characters and spaces when they read a scheme, so those are skipped here too:
    "java\\tscript:" is a script.
    """
    squeezed = "".join(sign for sign in href if unicodedata.category(sign) not in {"Cc", "Cf", "Zs"})
    if taken_apart(squeezed) is None:
        return False
    scheme = _SCHEME.match(squeezed)
    if scheme:
        return scheme[1].lower() in _SAFE_SCHEMES
    return bool(squeezed) and not squeezed.startswith(("//", "\\", "/\\"))


def taken_apart(address: str) -> SplitResult | None:
    """The parts of an address; None for what is none, such as "https://[example.org/"."""
    try:
        parts = urlsplit(address)
        _ = parts.hostname
    except ValueError:
        return None
    return parts


def host_of(address: str) -> str:
    """The host an address names, without "www."; empty where it names none, or is no address."""
    parts = taken_apart(address)
    return ((parts.hostname if parts else "") or "").removeprefix("www.")


def safe_or_empty(href: str | None) -> str:
    """The address when a link may lead there, otherwise nothing."""
    return href if href and is_safe_href(href) else ""


def validate_href(href: str) -> None:
    """Raise in an editor's words when an address is not one a link may have."""
    scheme_or_place = href.startswith(("https://", "http://", "mailto:", "tel:", "/", "#"))
    if not scheme_or_place or not is_safe_href(href):
        raise ValidationError(
            _(
                "An address starts with https://, http://, mailto: or tel:, or with / for a place on this site."
            )
        )
