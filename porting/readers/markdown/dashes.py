"""Typographic signs that kramdown makes while it reads: ``--``, ``---`` and ``...`` in words that are no code.

After https://kramdown.gettalong.org/syntax.html#typographic-symbols. What is more likely an arrow or an option of a
program (``-->``, ``--all``) stays as written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

SIGNS = re.compile(r"(?<![-<!])(?!(?<!\S)-{2,3}\w)-{2,3}(?![->])|(?<!\.)\.{3}(?!\.)")
MADE = {"--": "\N{EN DASH}", "---": "\N{EM DASH}", "...": "\N{HORIZONTAL ELLIPSIS}"}
ADDRESS = re.compile(r"(?:\w+://|www\.)\S*")


def give_dashes(tokens: Sequence[Token]) -> None:
    """Put the signs into all words of a text; addresses, code and mathematics are none."""
    for token in tokens:
        if token.children:
            give_dashes(token.children)
        elif token.type == "text" and "$" not in token.content:
            token.content = _signed(token.content)


def _signed(words: str) -> str:
    if "--" not in words and "..." not in words:
        return words
    pieces, at = [], 0
    for address in ADDRESS.finditer(words):
        pieces += [SIGNS.sub(_sign, words[at : address.start()]), address.group(0)]
        at = address.end()
    return "".join(pieces) + SIGNS.sub(_sign, words[at:])


def _sign(found: re.Match[str]) -> str:
    return MADE[found.group(0)]
