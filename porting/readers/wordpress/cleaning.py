"""Make any export clean UTF-8 before an XML parser sees it.

Exports come with wrong or missing encodings, with control characters that XML forbids, with PHP warnings before the
first tag, and from strangers with a document type that declares entities. None of that reaches the parser: text is
decoded here, forbidden characters go, and a document type is cut out unread, so no entity is ever declared.
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

CHUNK = 256 * 1024  # bytes
_HELD = 1024 * 1024  # characters that wait for a place where a piece may end
PROLOG = 256 * 1024  # characters in which the root element has to begin

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED_BYTES = re.compile("[\udc80-\udcff]+")
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{2,40})[\"']")
_BEGINNING = re.compile(r"<\?xml|<!--|<!DOCTYPE|<rss\b|<channel\b", re.IGNORECASE)
_PROLOG_PART = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*(?P<subset>\[)?", re.IGNORECASE)
_SUBSET_PART = re.compile(r"<!--.*?-->|<\?.*?\?>|\"[^\"]*\"|'[^']*'|(?P<end>\]\s*>)|[^\]\"'<]+|.", re.DOTALL)
_REPAIRED = re.compile(r"<!\[CDATA\[|\]\]>|&(?:(?P<name>[A-Za-z][A-Za-z0-9]*)|#\w+);|&")
#: What may follow a CDATA section of an export: the end of its element, or the section that goes on with it.
_SECTION_ENDS = re.compile(
    r"\s*(?:</(?:\w+:\w+|title|category|description|link|guid|pubDate|generator|language)\s*>|<!\[CDATA\[|\Z)"
)
_XML_NAMES = {"amp", "lt", "gt", "quot", "apos"}


@dataclass
class Cleaning:
    """What had to be changed; the reader reports it."""

    wrong_bytes: int = 0
    control_characters: int = 0
    document_type: bool = False
    items_begun: int = 0


def clean_text(stream: BinaryIO, found: Cleaning) -> Iterator[str]:
    """Yield the document without XML declaration, document type, wrong bytes and forbidden characters."""
    first = stream.read(CHUNK)
    decoder = _decoder(first)
    prolog = ""
    chunk = first
    while chunk and len(prolog) < PROLOG:
        prolog += _legible(decoder.decode(chunk), found)
        chunk = stream.read(CHUNK)
    yield _counted(_without_prolog(prolog, found), found)
    while chunk:
        yield _counted(_legible(decoder.decode(chunk), found), found)
        chunk = stream.read(CHUNK)
    yield _counted(_legible(decoder.decode(b"", final=True), found), found)


def repaired(chunks: Iterator[str]) -> Iterator[str]:
    """Yield the same text with HTML's entities and loose ampersands made XML, outside CDATA sections.

    A CDATA section ends where the export's own element ends: old versions wrote posts into one as they were, and
    scripts in posts have ends of such sections of their own.
    """
    held, inside = "", False
    for chunk in chunks:
        held += chunk
        end = _safe_end(held)
        if end:
            text, inside = _repair(held[:end], inside)
            held = held[end:]
            yield text
    yield _repair(held, inside)[0]


def _repair(text: str, inside: bool) -> tuple[str, bool]:
    def replace(match: re.Match[str]) -> str:
        nonlocal inside
        token = match[0]
        if token == "<![CDATA[":  # noqa: S105 - markup
            inside = True
        elif token == "]]>":  # noqa: S105 - markup
            if inside and not _SECTION_ENDS.match(text, match.end()):
                return "]]]]><![CDATA[>"
            inside = False
        elif not inside:
            return _entity(match)
        return token

    return _REPAIRED.sub(replace, text), inside


def _safe_end(text: str) -> int:
    """Where a piece may end: after a line, and not between the end of a CDATA section and what follows it."""
    last = end = text.rfind("\n") + 1
    while end:
        at = end
        while at and text[at - 1].isspace():
            at -= 1
        if not text.endswith("]]>", 0, at):
            return end
        end = text.rfind("\n", 0, at) + 1
    return last if len(text) > _HELD else 0


def _entity(match: re.Match[str]) -> str:
    name = match["name"]
    if match[0] == "&":
        return "&amp;"
    if name is None or name in _XML_NAMES:
        return match[0]
    return html.unescape(match[0]).replace("&", "&amp;")


def _decoder(first: bytes) -> codecs.IncrementalDecoder:
    """The decoder for what the byte order mark or the declaration says; UTF-8 keeps its wrong bytes apart."""
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return codecs.getincrementaldecoder("utf-16")(errors="replace")
    declared = _DECLARED.search(first[:400])
    name = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
    try:
        known = codecs.lookup(name).name
    except LookupError:
        known = "utf-8"
    if known in {"utf-8", "ascii", "utf-16", "utf-16-le", "utf-16-be"}:  # the mark would have been there
        return codecs.getincrementaldecoder("utf-8-sig")(errors="surrogateescape")
    return codecs.getincrementaldecoder(known)(errors="replace")


def _legible(text: str, found: Cleaning) -> str:
    """Read wrong bytes as Windows-1252, which is what they nearly always are, and drop what XML forbids."""

    def reread(match: re.Match[str]) -> str:
        raw = match[0].encode("utf-8", "surrogateescape")
        found.wrong_bytes += len(raw)
        return raw.decode("cp1252", "replace")

    text = _ESCAPED_BYTES.sub(reread, text)
    text, removed = _FORBIDDEN.subn("", text)
    found.control_characters += removed
    return text


def _counted(text: str, found: Cleaning) -> str:
    found.items_begun += text.count("<item>") + text.count("<item ")
    return text


def _without_prolog(text: str, found: Cleaning) -> str:
    """Return the text from its root element on."""
    beginning = _BEGINNING.search(text)
    position = beginning.start() if beginning else 0
    while True:
        part = _PROLOG_PART.match(text, position)
        if part:
            position = part.end()
            continue
        doctype = _DOCTYPE.match(text, position)
        if not doctype:
            return text[position:]
        found.document_type = True
        position = _after_doctype(text, doctype)


def _after_doctype(text: str, doctype: re.Match[str]) -> int:
    position = doctype.end()
    if not doctype["subset"]:
        return text.find(">", position) + 1 or len(text)
    while position < len(text):
        part = _SUBSET_PART.match(text, position)
        if part is None:
            break
        position = part.end()
        if part["end"]:
            return position
    return len(text)
