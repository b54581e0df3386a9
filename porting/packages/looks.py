"""What something is that holds no blog: said to whoever took it for one, with what to do instead."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .base import Package

#: Bytes of a file that tell what it is.
HEAD = 2000
_UNPACK = gettext_lazy("Unpack it, and choose a zip made of what is in it.")
_EXPORT = gettext_lazy("Choose the export of the old blog.")
#: How files begin -> what they are, and what to do.
_BEGINNINGS: tuple[tuple[bytes, str | Promise, str | Promise], ...] = (
    (b"%PDF", gettext_lazy("a PDF document"), _EXPORT),
    (b"Rar!", gettext_lazy("a RAR archive"), _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", gettext_lazy("a 7z archive"), _UNPACK),
    (b"\x1f\x8b", gettext_lazy("a gzip archive"), _UNPACK),
    (b"BZh", gettext_lazy("a bzip2 archive"), _UNPACK),
    (b"\xfd7zXZ", gettext_lazy("an xz archive"), _UNPACK),
    (b"\x89PNG", gettext_lazy("a picture"), _EXPORT),
    (b"\xff\xd8\xff", gettext_lazy("a picture"), _EXPORT),
    (b"GIF8", gettext_lazy("a picture"), _EXPORT),
    (b"\xd0\xcf\x11\xe0", gettext_lazy("an Office document"), _EXPORT),
    (b"SQLite format 3", gettext_lazy("a database"), _EXPORT),
)
_SIGNED_OUT = gettext_lazy(
    "Perhaps a page to sign in was saved in its place: sign in on the old site and download the export again."
)
_FEED = gettext_lazy("It has the newest posts only. Make an export in the old blog's own admin.")
_MAP = gettext_lazy("It has addresses and no texts. Make an export in the old blog's own admin.")
#: First elements of XML and HTML -> what they are, and what to do.
_ELEMENTS: dict[bytes, tuple[str | Promise, str | Promise]] = {
    b"html": (gettext_lazy("a web page"), _SIGNED_OUT),
    b"rss": (gettext_lazy("a feed"), _FEED),
    b"feed": (gettext_lazy("a feed"), _FEED),
    b"rdf": (gettext_lazy("a feed"), _FEED),
    b"urlset": (gettext_lazy("a sitemap"), _MAP),
    b"sitemapindex": (gettext_lazy("a sitemap"), _MAP),
}
_ELEMENT = re.compile(rb"<([a-z]\w*)")
_EXPORT_OF_WORDPRESS = b"wordpress.org/export"
_DATABASE = re.compile(rb"\s*(?:(?:--|/\*|#)[^\n]*(?:dump|sql)|(?:create|insert|drop)\s+(?:table|into)\b)")
_MEMBERS = re.compile(rb"[^\n]*\bemail\b[^\n]*\b(?:subscribed_to_emails|stripe_customer_id)\b")
_PICTURES = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".heic"}
_MEDIA = _PICTURES | {".mp3", ".mp4", ".m4a", ".mov", ".webm", ".ogg", ".wav", ".pdf"}
_ARCHIVES = {".zip", ".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2", ".xz"}
_OFFICE = {".doc", ".docx", ".odt", ".rtf", ".pages"}


def known_kind(start: bytes) -> str:
    """What a file is by its first bytes, and what to do, in two sentences that begin with “It”; empty when unknown."""
    if not start.strip():
        return _("It is empty. Copy or download it again.")
    for beginning, kind, advice in _BEGINNINGS:
        if start.startswith(beginning):
            return _told(kind, advice)
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    element = _ELEMENT.search(text) if text.startswith(b"<") else None
    if element and element[1] in _ELEMENTS and _EXPORT_OF_WORDPRESS not in text:
        return _told(*_ELEMENTS[element[1]])
    if _DATABASE.match(text):
        advice = gettext_lazy("Make an export in the old blog's own admin instead.")
        return _told(gettext_lazy("a copy of a database"), advice)
    if _MEMBERS.match(text):
        advice = gettext_lazy(
            "Members cannot be imported. For the posts, choose the .json file of Ghost's export."
        )
        return _told(gettext_lazy("a list of Ghost's members"), advice)
    return ""


def _told(kind: str | Promise, advice: str | Promise) -> str:
    return f"{_('It is %(kind)s.') % {'kind': kind}} {advice}"


def looks_like(package: Package) -> str:
    """What a package without a blog holds instead, and what to do, in a sentence or two; empty when unknown."""
    names = package.names()
    if not names:
        locked = [name for name, _why in package.left_out]
        return _("None of its files can be read: %(name)s.") % {"name": _left_out(package)} if locked else ""
    if len(names) == 1 and (said := known_kind(package.start(names[0], HEAD))):
        return said
    endings = {PurePosixPath(name).suffix.lower() for name in names}
    if inner := [name for name in names if PurePosixPath(name).suffix.lower() in _ARCHIVES]:
        text = _("It holds another archive: %(name)s. Unpack it, and choose what is inside.")
        return text % {"name": inner[0]}
    if endings <= _MEDIA:
        return _(
            "It holds pictures and files only. Choose the export of the posts, and give this as the pictures and files "
            "of the old blog."
        )
    if endings & _OFFICE:
        return _("It holds documents of a word processor. Save them as Markdown first.")
    if ".html" in endings or ".htm" in endings:
        return _(
            "It holds finished web pages. Choose the folder they were made from, or the old blog's export."
        )
    return ""


def _left_out(package: Package) -> str:
    name, why = package.left_out[0]
    return f"{name} ({why})"
