r"""Formulas between ``$`` as a page's script saw them, after Goldmark had taken strokes away from them.

Authors who know that write ``\\cos`` and ``\\\\``; others ``\cos`` and ``\\``, of which the script saw too little.
"""

from __future__ import annotations

import re

ANY_SIGN = re.compile(r"\\([!-/:-@\[-`{-~])")
MARK = re.compile(r"\\([_*])")  # what authors keep Markdown from reading even where they double nothing
# Nobody writes a line's end before one of these; somebody who doubles strokes does.
DOUBLED = re.compile(r"(?<!\\)\\\\(?:\\\\|[{}_%#])")
COMMAND = re.compile(r"(?<!\\)(\\\\?)[A-Za-z]{2}")


def seen(formula: str) -> str:
    """The formula with single strokes where its author had doubled them."""
    if "\\\\" not in formula:
        return MARK.sub(r"\1", formula)
    commands = {found.group(1) for found in COMMAND.finditer(formula)}
    doubled = commands == {"\\\\"} or DOUBLED.search(formula)
    return (ANY_SIGN if doubled else MARK).sub(r"\1", formula)
