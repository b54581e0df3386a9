"""Blocks of code that share one place, of which a reader picks one, as tabs: VitePress' ``::: code-group``."""

from __future__ import annotations

import re
from html import escape

from porting.readers.markdown.text.code import read_info
from porting.readers.markdown.text.masks import TOKEN, Masks, block

GROUP = re.compile(
    r"^(?P<indent>[ \t]*)(?P<colons>:{3,})[ \t]*code-(?:group|tabs)\b[^\n]*\n"
    r"(?P<inner>(?:(?![ \t]*:{3,})[^\n]*\n){1,2000}?)[ \t]*(?P=colons)[ \t]*$",
    re.MULTILINE,
)
TAB = re.compile(r"[ \t]*@tab(?::active)?[ \t]+(?P<title>\S[^\n]*)")  # VuePress' way to say what follows


def code_groups(text: str, masks: Masks) -> str:
    """The text, whose code is hidden, with each group as tabs named by the titles of its blocks."""
    return GROUP.sub(lambda found: _tabs(found, masks), text) if "code-" in text else text


def _tabs(found: re.Match[str], masks: Masks) -> str:
    sections: list[tuple[str, list[str]]] = []
    fence = named = ""
    for line in found["inner"].split("\n"):
        hidden = _hidden(line, masks)
        tab = TAB.fullmatch(line)
        if not fence and tab:
            named = tab["title"]
            sections.append((named, []))
        elif not fence and hidden.startswith(("```", "~~~")):
            fence = hidden[: len(hidden) - len(hidden.lstrip(hidden[0]))]
            info = read_info(hidden[len(fence) :])
            if not named:
                sections.append((info.title or info.language or str(len(sections) + 1), []))
            sections[-1][1].append(line)
            named = ""
        elif sections:
            sections[-1][1].append(line)
            fence = "" if hidden.strip() == fence else fence
    made = "".join(
        block(f'<section data-item data-title="{escape(title)}">', "\n".join(lines), "</section>")
        for title, lines in sections
    )
    return block('<div data-block="tabs">', made, "</div>", found["indent"]) if sections else found[0]


def _hidden(line: str, masks: Masks) -> str:
    token = TOKEN.search(line)
    return masks.hidden[int(token.group(1))] if token else ""
