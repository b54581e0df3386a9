"""Dashes and dots that kramdown and Goldmark make while they read: of ``--``, ``---`` and ``...``.

After https://kramdown.gettalong.org/syntax.html#typographic-symbols. What is more likely an arrow or an option of a
program (``-->``, ``--all``) stays as written.
"""

from __future__ import annotations

import re

SIGNS = re.compile(r"(?<![-<!])(?!(?<!\S)-{2,3}\w)-{2,3}(?![->])|(?<!\.)\.{3}(?!\.)")
MADE = {"--": "\N{EN DASH}", "---": "\N{EM DASH}", "...": "\N{HORIZONTAL ELLIPSIS}"}


def dashed(words: str) -> str:
    """Words with the signs in place of what was typed for them."""
    return SIGNS.sub(lambda found: MADE[found.group(0)], words)
