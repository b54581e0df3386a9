"""Read an export item by item; only one stands in memory as XML at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from django.utils.translation import gettext as _
from lxml import etree

from porting.readers.wordpress.cleaning import Cleaning, clean_text, repaired
from porting.readers.wordpress.elements import local_name, read_author, read_item, read_term
from porting.readers.wordpress.records import RawExport

_CHANNEL = {
    "title": "title",
    "link": "link",
    "description": "description",
    "language": "language",
    "wp:base_blog_url": "base_url",
    "wp:wxr_version": "version",
}
_CHUNK, _TAIL = 1024 * 1024, 4096
_TERMS = {"wp:category": "category", "wp:tag": "post_tag", "wp:term": ""}


class Opener(Protocol):
    """Anything that opens the same file anew."""

    def __call__(self) -> BinaryIO: ...


def read_export(name: str, opened: Opener) -> RawExport:
    """Read one file strictly; when it is no good XML, read what can be read and say how much that is.

    Raises ``ValueError`` with a sentence when nothing can be read.
    """
    try:
        return _read(opened, recover=False)
    except etree.XMLSyntaxError as error:
        reason = _reason(error)
    try:
        export = _read(opened, recover=True)
    except etree.XMLSyntaxError as error:
        raise ValueError(_("%(name)s is not XML: %(reason)s") % {"name": name, "reason": reason}) from error
    if not export.items and not export.version:
        raise ValueError(_("%(name)s is not XML: %(reason)s") % {"name": name, "reason": reason})
    if _ends_early(opened):
        return _cut_off(export, name)
    return export_with_warning(export, name, reason)


def _ends_early(opened: Opener) -> bool:
    """Whether the file has no end, as when a download broke off."""
    tail = b""
    with opened() as stream:
        while piece := stream.read(_CHUNK):
            tail = (tail + piece)[-_TAIL:]
    return b"</rss" not in tail.replace(b"\0", b"")  # in UTF-16 as well


def _cut_off(export: RawExport, name: str) -> RawExport:
    text = _(
        "%(name)s ends in the middle: %(read)d entries could be read, and whatever came after them is missing. "
        "Download the export again."
    )
    said = [("unreadable", text % {"name": name, "read": len(export.items)})]
    export.warnings = said + [one for one in export.warnings if one[0] != "begun"]
    return export


def _reason(error: etree.XMLSyntaxError) -> str:
    """The first thing that was wrong, in one short line; later ones follow from it."""
    first = error.error_log[0] if len(error.error_log) else None
    text = f"{first.message}, line {first.line}" if first else str(error.msg or error)
    return " ".join(text.split())[:120]


def export_with_warning(export: RawExport, name: str, reason: str) -> RawExport:
    """Say first what was wrong with a file that was read all the same."""
    begun = next((int(text) for kind, text in export.warnings if kind == "begun"), 0)
    text = _("%(name)s is damaged (%(reason)s). %(read)d of about %(begun)d entries could be read.")
    values = {
        "name": name,
        "reason": reason,
        "read": len(export.items),
        "begun": max(begun, len(export.items)),
    }
    export.warnings = [("unreadable", text % values)] + [w for w in export.warnings if w[0] != "begun"]
    return export


def _read(opened: Opener, *, recover: bool) -> RawExport:
    export, found = RawExport(), Cleaning()
    # huge_tree only lifts the limits on length and depth of what stands in the file: a post may be longer than the
    # 10 MB a text node may otherwise have. Entities, which could multiply it, were cut out with the document type.
    parser = etree.XMLPullParser(
        events=("end",),
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    with opened() as stream:
        chunks = clean_text(stream, found)
        for chunk in repaired(chunks) if recover else chunks:
            if chunk:
                parser.feed(chunk.encode("utf-8", "replace"))
                _take(parser, export)
        _close(parser, recover)
        _take(parser, export)
    export.warnings += _warnings(found)
    if recover:
        export.warnings.append(("begun", str(found.items_begun)))
    return export


def _close(parser: etree.XMLPullParser, recover: bool) -> None:
    try:
        parser.close()
    except etree.XMLSyntaxError:
        if not recover:
            raise


def _warnings(found: Cleaning) -> Iterator[tuple[str, str]]:
    if found.document_type:
        yield "xml", _("The file declares a document type of its own; it was passed over.")
    if found.wrong_bytes:
        text = _("%(count)d bytes were not in the file's encoding; they were read as Windows-1252.")
        yield "encoding", text % {"count": found.wrong_bytes}
    if found.control_characters:
        text = _("%(count)d control characters that XML forbids were left out.")
        yield "encoding", text % {"count": found.control_characters}


def _take(parser: etree.XMLPullParser, export: RawExport) -> None:
    """Take every finished child of the channel and let go of it."""
    for _event, element in parser.read_events():
        parent = element.getparent()
        if parent is None or local_name(parent.tag) != "channel":
            continue
        _take_child(element, export)
        element.clear()
        while element.getprevious() is not None:
            del parent[0]


def _take_child(element: etree._Element, export: RawExport) -> None:
    name = local_name(element.tag)
    if name == "item":
        export.items.append(read_item(element))
    elif name in _TERMS:
        export.terms.append(read_term(element, _TERMS[name]))
    elif name == "wp:author":
        author = read_author(element)
        export.authors.setdefault(author.login, author)
    elif name in _CHANNEL and not getattr(export, _CHANNEL[name]):
        setattr(export, _CHANNEL[name], (element.text or "").strip())
