"""Formulas of several lines within kramdown's paragraphs: a part of the sentence, not a block of its own."""

from __future__ import annotations

import re

OVER_LINES = re.compile(r"(?<![\\$])\$\$(?!\$)(?:(?!\$\$)(?:[^\\\n]|\\[^\n]|\\?\n(?![ \t>]*\n))){1,5000}\$\$")
MARKERS = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?")
LINE_END = "\ue0f5"  # within a formula, while what would end a paragraph must not be seen


def in_sentences(text: str) -> str:
    """The text with each formula on one line that has words of its paragraph before or behind it."""
    return OVER_LINES.sub(_joined, text) if "$$" in text else text


def with_lines(html: str) -> str:
    """The HTML with the lines formulas had."""
    return html.replace(LINE_END, "\n")


def _joined(found: re.Match[str]) -> str:
    formula = found.group(0)
    if "\n" not in formula or not (_has_before(found) or _has_behind(found)):
        return formula
    quoted = found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()].lstrip()[:1] == ">"
    return re.sub(r"[ \t]*\n[ \t>]*" if quoted else r"[ \t]*\n[ \t]*", LINE_END, formula)


def _has_before(found: re.Match[str]) -> bool:
    """Whether words stand before it on its line, or on the line above."""
    above, _, lead = found.string[max(found.start() - 1000, 0) : found.start()].rpartition("\n")
    return bool(MARKERS.sub("", lead, count=1).strip() or above.rpartition("\n")[2].strip(" \t>"))


def _has_behind(found: re.Match[str]) -> bool:
    rest = found.string[found.end() : found.end() + 1000].split("\n")
    return any(line.strip(" \t>") for line in rest[:2])
