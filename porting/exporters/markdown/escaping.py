"""Text that Markdown, MDX, Hugo and HTML all read as the text it is."""

from __future__ import annotations

import re
from html import escape

_SPACE = re.compile(r"[ \t\n\r\f]+")
#: What stands for something else anywhere in a line. Underscores inside words do not.
_MARKS = re.compile(r"[\\`*\[\]<{}~]|(?<!\w)_|_(?!\w)")
_ENTITY = re.compile(r"&(?=#?\w{1,32};)")
#: Bare addresses would become links.
_BARE = re.compile(r"(?<=\w)(:)(?=//)|(?<=\bwww)(\.)|(?<=[\w.+-])(@)(?=[\w-]+\.)")
#: What stands for something else at the start of a line.
_START = re.compile(r"(#{1,6}(?=\s|$)|[-+](?=\s|$)|[-=](?=[-=\s]*$)|[>:|=]|\d{1,9}(?=[.)](?:\s|$)))")
#: MDX takes such a line for a program.
_PROGRAM = re.compile(r"(import|export)\b")
#: The same characters inside HTML, where a backslash does not help.
_IN_HTML = re.compile(r"[\\`*_\[\]{}~|$:@!#]")


def collapsed(text: str) -> str:
    """The text with every run of spaces and line ends as one space, as browsers show it."""
    return _SPACE.sub(" ", text)


def escaped(text: str) -> str:
    """Text within a line of Markdown."""
    text = _MARKS.sub(lambda match: "\\" + match[0], text)
    text = _ENTITY.sub(r"\\&", text)
    text = _BARE.sub(lambda match: "\\" + match[0], text)
    return re.sub(r"!$", r"\\!", text)


def line_start(line: str) -> str:
    """A whole line that must stay running text."""
    program = _PROGRAM.match(line)
    if program:
        return f"&#{ord(line[0])};{line[1:]}"
    match = _START.match(line)
    if not match:
        return line
    mark = match[0]
    return f"{mark}\\{line[len(mark) :]}" if mark[0].isdigit() else "\\" + line


def html_text(text: str, *, keep_lines: bool = False) -> str:
    """Text within HTML in Markdown: one line without anything that Markdown or MDX would read."""
    if not keep_lines:
        text = collapsed(text)
    text = _IN_HTML.sub(lambda match: f"&#{ord(match[0])};", escape(text, quote=False))
    # The entities just made hold marks of their own, but only "&#;" and digits, which are safe.
    return text.replace("\r", "").replace("\n", "&#10;").replace("\t", "&#9;") if keep_lines else text


def html_attribute(text: str) -> str:
    """A value between double quotes, on one line."""
    return escape(text).replace("\r", "").replace("\n", "&#10;").replace("{", "&#123;")
