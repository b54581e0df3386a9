"""Blocks of Python-Markdown whose text stands four columns further in: ``!!! note``, ``??? tip``, ``=== "Tab"``.

They are looked for before code is hidden, because what stands so far in would be taken for code.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from django.utils.translation import gettext as _

from porting.readers.markdown.text.admonitions import opening_tag, plain_title
from porting.readers.markdown.text.masks import Masks, block
from porting.readers.markdown.text.notes import Notes

OPENING = re.compile(
    r"^(?P<indent>[ ]*)(?:(?P<note>!!!|\?\?\?\+?)[ ]+(?P<words>[\w-]+(?:[ ]+[\w-]+)*)?[ ]*(?:\"(?P<title>.*)\")?"
    r"|===(?P<new>[!+]*)[ ]+\"(?P<tab>.*)\")[ ]*$"
)
FENCE = re.compile(r"^[ >]*(?:(?:[-*+]|\d{1,9}[.)])[ ]+)*(?P<mark>`{3,}|~{3,})(?P<info>[^`]*)$")
SNIPPET = re.compile(r"^(?P<indent>[ ]*)-{1,}8<-{1,}[ ]+\"(?P<name>[^\"]+)\"[ ]*$", re.MULTILINE)
SNIPPETS = re.compile(
    r"^(?P<indent>[ ]*)-{1,}8<-{1,}[ ]*\n(?P<names>(?:(?!.*8<).*\n){1,50})[ ]*-{1,}8<-{1,}[ ]*$", re.MULTILINE
)
STEP = 4
DEEPEST = 20  # blocks in each other
MOST_SNIPPETS = 50


def blocks(text: str, notes: Notes, depth: int = 0) -> str:
    """The text with these blocks as the dialect's, those within them too."""
    lines, out, at = text.expandtabs(STEP).split("\n") if depth == 0 else text.split("\n"), [], 0
    fence = ""
    while at < len(lines):
        line = lines[at]
        opened = None if fence else FENCE.match(line)
        found = None if fence or opened or depth >= DEEPEST else OPENING.match(line)
        if fence and not line.strip(" >").strip(fence[0]) and len(line.strip(" >")) >= len(fence):
            fence = ""
        elif opened:
            fence = opened["mark"]
        if not found or not (found["tab"] is not None or found["words"] or found["title"] is not None):
            out.append(line)
            at += 1
        elif found["tab"] is not None:
            made, at = _tabs(lines, at, notes, depth)
            out.append(made)
        else:
            inner, at = _inner(lines, at + 1, len(found["indent"]) + STEP)
            out.append(_note(found, blocks(inner, notes, depth + 1), notes))
    return "\n".join(out)


def _inner(lines: list[str], at: int, column: int) -> tuple[str, int]:
    """The lines that stand at this column or behind it, and where the text goes on."""
    end = last = at
    while end < len(lines) and (not lines[end].strip() or not lines[end][:column].strip()):
        last = end + 1 if lines[end].strip() else last
        end += 1
    return "\n".join(line[column:] for line in lines[at:last]), last


def _note(found: re.Match[str], inner: str, notes: Notes) -> str:
    notes.count("admonition")
    word = (found["words"] or "note").split()[0]
    said = found["title"]
    title = plain_title(said or "", Masks())
    if found["note"] == "!!!":
        opening, closing = opening_tag(word, title), "</aside>"
        if said == "":
            opening = re.sub(r'data-title="[^"]*"', 'data-title=""', opening)
    else:
        opened = " open" if found["note"].endswith("+") else ""
        shown = escape(title or word.replace("-", " ").capitalize())
        opening, closing = f"<details{opened}><summary>{shown}</summary>", "</details>"
    if said and "](" in said:  # a plain title cannot hold a link
        inner = f"**{said}**\n\n{inner}"
    return block(opening, inner, closing, found["indent"])


def _tabs(lines: list[str], at: int, notes: Notes, depth: int) -> tuple[str, int]:
    """Tabs that follow each other are one block; ``===!`` begins another."""
    notes.count("tabs")
    found = OPENING.match(lines[at])
    indent = found["indent"] if found else ""
    made: list[str] = []
    while found and found["tab"] is not None and found["indent"] == indent:
        if made and "!" in found["new"]:
            break
        inner, end = _inner(lines, at + 1, len(indent) + STEP)
        title = escape(plain_title(found["tab"], Masks()))
        opening = f'<section data-item data-title="{title}">'
        made.append(block(opening, blocks(inner, notes, depth + 1), "</section>"))
        at = end
        following = next((i for i in range(end, len(lines)) if lines[i].strip()), len(lines))
        found = OPENING.match(lines[following]) if following < len(lines) else None
        at = following if found and found["tab"] is not None and found["indent"] == indent else end
    return block('<div data-block="tabs">', "".join(made), "</div>", indent), at


def snippets(text: str, read: Callable[[str], str | None], notes: Notes) -> str:
    """The text with the files it takes in; ``read`` gives the text of one, None when there is none."""
    left = MOST_SNIPPETS

    def put(indent: str, name: str) -> str:
        nonlocal left
        left -= 1
        part = read(name) if left >= 0 and not name.startswith(";") else ""
        if part is None:
            detail = _("The file %(name)s that the text takes in was not found; its place is empty.")
            notes.report("text", detail % {"name": name})
        return "\n".join(indent + line if line else "" for line in (part or "").strip("\n").split("\n"))

    def several(found: re.Match[str]) -> str:
        names = [name.strip() for name in found["names"].split("\n") if name.strip()]
        return "\n".join(put(found["indent"], name) for name in names)

    if "8<" not in text:
        return text
    text = SNIPPETS.sub(several, text)
    return SNIPPET.sub(lambda found: put(found["indent"], found["name"]), text)
