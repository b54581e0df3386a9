"""An A to Z index: a row of letters that lead down the page. They look like marks of footnotes and are none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from porting.convert.tree import Element

_LETTER = re.compile(r"[\[(]?\s*([a-z])\s*[\])]?", re.IGNORECASE)
_WORD = re.compile(r"\w\w")  # letters of an index nothing stands under are words of one letter
_FEWEST = 3  # letters of an index; two beside each other may be marks of one place


def index_links(body: Element) -> Iterable[Element]:
    """The links of all rows of letters: what has no word in between, in one line, a list or the cells of a table."""
    raised = {id(link) for sup in body.find_all("sup") for link in sup.find_all("a")}
    rows: list[list[Element]] = [[]]
    for node in body.walk():
        if isinstance(node, str):
            if _WORD.search(node):
                rows.append([])
        elif node.tag == "a" and id(node) not in raised and not node.find("sup") and _letter(node):
            rows[-1].append(node)
    return [link for row in rows if len({_letter(link) for link in row}) >= _FEWEST for link in row]


def _letter(link: Element) -> str:
    found = _LETTER.fullmatch(link.words) if link.get("href").startswith("#") else None
    return found.group(1).lower() if found else ""
