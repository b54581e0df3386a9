"""Paragraphs as WordPress makes them of classic content: its authors type blank lines, not tags.

Written after the documented behaviour of ``wpautop``: a blank line ends a paragraph, a single line break is a
``<br>``, block elements stand alone, and nothing changes in preformatted text or between the parts of a table or list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from porting.readers.wordpress.closing import closed

#: Stands for something that is already done; see ``slots``.
SLOT = "wp-slot"
_CONTAINERS = frozenset((
    "address", "article", "aside", "blockquote", "center", "details", "div", "fieldset", "footer", "form",
    "header", "hgroup", "main", "nav", "section",
))  # fmt: skip
#: Elements whose text is only wrapped when blank lines part it.
_HOLDERS = frozenset((
    "li", "td", "th", "dd", "dt", "figcaption", "caption", "summary", "p", "h1", "h2", "h3", "h4", "h5",
    "h6", "legend", "figure", "option",
))  # fmt: skip
#: Elements between whose parts text means nothing.
_FRAMES = frozenset((
    "ul", "ol", "dl", "menu", "table", "thead", "tbody", "tfoot", "tr", "colgroup", "col", "select", "map",
    "object", "video", "audio", "picture",
))  # fmt: skip
_SINGLE = frozenset(("hr", "col", "source", "track", "param", "area"))
_BLOCKS = _CONTAINERS | _HOLDERS | _FRAMES | {"hr", "area", "source", "track", "param", "iframe", SLOT}
_RAW = "pre|script|style|textarea|svg|math|noscript|xmp"
_TOKEN = re.compile(
    rf"(?P<raw><(?P<name>{_RAW}|{SLOT})\b[^>]*>.*?</(?P=name)\s*>)"
    r"|(?P<comment><!--.*?-->)"
    r"|<(?P<close>/?)(?P<tag>[A-Za-z][\w-]*)(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>",
    re.DOTALL | re.IGNORECASE,
)
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_OUTER_BREAKS = re.compile(r"^(?:<br\s*/?>\s*)+|(?:\s*<br\s*/?>)+$", re.IGNORECASE)
_AFTER_BREAK = re.compile(r"(<br\s*/?>)[ \t]*\n[ \t]*", re.IGNORECASE)


@dataclass
class _Sheet:
    """What is written so far: finished pieces, and the text since the last block."""

    done: list[str] = field(default_factory=list)
    run: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def end_run(self, *, closing: bool = False) -> None:
        """Write the text since the last block, in paragraphs where it needs them."""
        text = "".join(self.run)
        self.run = []
        if not text.strip():
            return
        holder = self.open[-1] if self.open else ""
        if holder in _FRAMES:
            self.done.append(text)
            return
        pieces = [piece for piece in _BLANK.split(text.strip()) if piece.strip()]
        if holder == "p":
            self.done.append("</p>\n<p>".join(_lines(piece) for piece in pieces))
        elif holder in _HOLDERS and len(pieces) == 1:
            space = " " if text[:1].isspace() and not closing else ""
            self.done.append(space + _lines(pieces[0]))
        elif holder.startswith("h") and holder[1:].isdigit():
            self.done.append("<br>".join(_lines(piece) for piece in pieces))
        else:
            self.done += [f"<p>{_lines(piece)}</p>\n" for piece in pieces]

    def block(self, tag: str, closing: bool, markup: str) -> None:
        """Write the tag of a block element."""
        self.end_run(closing=closing)
        self.done.append(markup)
        if closing:
            if tag in self.open:
                while self.open.pop() != tag:
                    pass
        elif tag not in _SINGLE and not markup.endswith("/>"):
            self.open.append(tag)


def paragraphs(text: str) -> str:
    """Return the text with its blank lines made paragraphs and its line ends made breaks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return ""
    text = closed(text)
    sheet, position = _Sheet(), 0
    for match in _TOKEN.finditer(text):
        sheet.run.append(text[position : match.start()])
        position = match.end()
        _take(match, sheet)
    sheet.run.append(text[position:])
    sheet.end_run()
    return "".join(sheet.done).strip()


def _take(match: re.Match[str], sheet: _Sheet) -> None:
    if match["raw"] is not None:
        sheet.end_run()
        sheet.done.append(match["raw"] + "\n")
        return
    if match["comment"] is not None:
        sheet.run.append(match["comment"].replace("\n", " "))
        return
    tag = match["tag"].lower()
    if tag in _BLOCKS and not (tag == "iframe" and _within_a_line(sheet)):
        sheet.block(tag, bool(match["close"]), match[0])
    elif tag == "br" and sheet.run and _is_break(sheet.run):
        _second_break(sheet)
    else:
        sheet.run.append(match[0].replace("\n", " "))


def _within_a_line(sheet: _Sheet) -> bool:
    """Whether there is text on this line already; a frame may stand in a sentence."""
    before = "".join(sheet.run[-3:]).rsplit("\n", 1)[-1]
    return bool(before.strip())


def _is_break(run: list[str]) -> bool:
    return bool(re.search(r"<br\s*/?>\s*$", "".join(run[-2:]), re.IGNORECASE))


def _second_break(sheet: _Sheet) -> None:
    """Two breaks in a row end the paragraph."""
    text = re.sub(r"<br\s*/?>\s*$", "", "".join(sheet.run), flags=re.IGNORECASE)
    sheet.run = [text, "\n\n"]


def _lines(piece: str) -> str:
    """One paragraph's lines, with a break where the author pressed enter."""
    piece = piece.strip()
    if "<br" in piece or "<BR" in piece:
        piece = _OUTER_BREAKS.sub("", piece)
        piece = _AFTER_BREAK.sub(r"\1", piece)
    if "\n" not in piece:
        return piece
    return "<br>\n".join(line.strip(" \t") for line in piece.split("\n"))
