"""kramdown's tables, as those that CommonMark's addition reads: every line with a stroke is a row.

kramdown needs no heads, takes a line above and below them, ``+`` where columns meet, a foot behind ``=``, and as many
cells as the longest row has; code with a stroke in it stays whole. Of a row longer than its heads GitHub's tables would
show only so many cells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from porting.readers.markdown.jekyll.kramdown import SPANS
from porting.readers.markdown.text.masks import TOKEN, Masks

FORMULA = re.compile(r"\$\$(?:[^$\\]|\\.)+\$\$|(?<![\\$\w])\$(?=\S)(?:[^$\\]|\\.)+(?<=\S)\$(?![\w$])")
STROKE = re.compile(r"(?<!\\)\|")
ROW = re.compile(r"^ {0,3}\S")
OTHER = re.compile(
    r" {0,3}(?:#{1,6}[ \t]|>|[-*+:][ \t]|\d{1,9}[.)][ \t]|\[[^\]]+\]:|\*\[|<!|"
    rf"</?(?!(?:{SPANS})\b)[a-z])",
    re.IGNORECASE,
)
RULE = re.compile(r"^(?=.*-)[+|: \t-]+$")
FOOT = re.compile(r"^(?=.*=)[+|: \t=]+$")
LONGEST = 5000  # letters of a row
MOST_COLUMNS = 100


@dataclass
class Table:
    """Rows of cells. ``heads`` is the number of rows above the first line; ``plain`` means GitHub reads it alike."""

    rows: list[list[str]] = field(default_factory=list)
    heads: int = 0
    aligned: list[str] = field(default_factory=list)
    plain: bool = True

    def add(self, line: str) -> None:
        if FOOT.match(line) or (RULE.match(line) and (self.aligned or not self.rows)):
            self.plain = False
        elif RULE.match(line):
            self.heads, self.aligned = len(self.rows), [one.strip() for one in cells(line.replace("+", "|"))]
            self.plain = self.heads == 1 and "+" not in line and len(self.aligned) == len(self.rows[0])
        else:
            self.rows.append(cells(line))

    @property
    def columns(self) -> int:
        return max(map(len, self.rows), default=0)

    def lines(self) -> list[str]:
        """The table with one row of heads, an empty one when it has none."""
        heads = self.rows[: self.heads] or [[]]
        rules = [one if re.fullmatch(r":?-+:?", one) else "---" for one in self.aligned]
        rows = [heads[0], [*rules, *["---"] * (self.columns - len(rules))][: self.columns], *heads[1:]]
        return [self._line(row) for row in [*rows, *self.rows[self.heads :]]]

    def _line(self, row: list[str]) -> str:
        return "| " + " | ".join([*row, *[""] * (self.columns - len(row))]) + " |"


def cells(line: str) -> list[str]:
    """The cells of a row. A stroke in a formula divides nothing."""
    line = FORMULA.sub(lambda found: STROKE.sub(r"\\|", found.group(0)), line.strip())
    found = [one.strip() for one in STROKE.split(line)]
    found = found[1:] if line.startswith("|") else found
    return found[:-1] if found and not found[-1] else found


def tables(text: str, masks: Masks) -> str:
    """The text with kramdown's tables as GitHub's; those that are GitHub's already stay as they are."""
    if "|" not in text:
        return text
    out: list[str] = []
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        out += _made(lines[at:end], masks) or lines[at:end]
        at = end
    return "\n".join(out)


def _end(lines: list[str], at: int) -> int:
    """Where the paragraph ends that begins here; an empty line is one by itself."""
    end = at + 1
    while lines[at].strip() and end < len(lines) and lines[end].strip():
        end += 1
    return end


def _made(lines: list[str], masks: Masks) -> list[str]:
    """A paragraph as a table; nothing when it is none, or GitHub's already, or a line of words with a stroke."""
    if len(lines) < 2 or OTHER.match(lines[0]) or not all(map(_is_row, lines)):
        return []
    safe = [TOKEN.sub(lambda found: _whole(found.group(0), masks), line) for line in lines]
    table = Table()
    for line in safe:
        table.add(line)
    longer = any(len(row) > len(table.rows[0]) for row in table.rows)
    if table.plain and table.heads and not longer and safe == lines:
        return []
    return table.lines() if len(table.rows) > 1 and 1 < table.columns <= MOST_COLUMNS else []


def _whole(token: str, masks: Masks) -> str:
    """Code in a cell, whose strokes divide nothing."""
    code = masks.restore(token)
    return masks.hide(STROKE.sub(r"\\|", code)) if code.startswith("`") and STROKE.search(code) else token


def _is_row(line: str) -> bool:
    return bool(len(line) <= LONGEST and ROW.match(line) and STROKE.search(FORMULA.sub("", line)))
