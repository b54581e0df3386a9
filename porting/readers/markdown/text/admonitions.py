"""Notes beside the text: ``:::tip Title``, ``!!! tip "Title"`` and ``> [!TIP]``, as the dialect's admonitions."""

from __future__ import annotations

import re
from html import escape

from porting.readers.markdown.text.masks import Masks, dedent
from porting.readers.markdown.text.notes import Notes

KINDS = {
    "note": "note tldr example quote secondary cite",
    "tip": "tip hint success check done",
    "info": "info important abstract summary question faq help seealso todo",
    "warning": "warning caution attention",
    "danger": "danger error failure fail bug missing",
}
KIND_OF = {word: kind for kind, words in KINDS.items() for word in words.split()}
OPENING = re.compile(
    r"^(?P<indent>[ \t]*(?:>[ \t]?)*)(?P<colons>:{3,})[ \t]*(?P<kind>[A-Za-z][\w-]*)"
    r"(?:\[(?P<bracket>.*)\])?(?:[ \t]*\{(?P<braces>[^}]*)\})?(?:[ \t]+(?P<title>[^\n]*?))?"
    r"(?:[ \t]*\{[#.][^}\n]*\})?[ \t]*$"
)
CLOSING = re.compile(r"^[ \t]*(?:>[ \t]?)*(?P<colons>:{3,})[ \t]*$")
ALERT = re.compile(
    r"^(?P<indent>[ \t]*(?:[-*+][ \t]+)?)>[ \t]*\[!(?P<kind>[A-Za-z][\w-]*)\](?P<fold>[+-]?)[ \t]*(?P<title>[^\n]*)$"
)


def opening_tag(word: str, title: str) -> str:
    """The tag of an admonition. A word the site has no kind for becomes the title when there is none."""
    kind = KIND_OF.get(word.lower(), "note")
    title = title.strip() or ("" if word.lower() == kind else word.replace("-", " ").capitalize())
    return f'<aside data-block="admonition" data-kind="{kind}" data-title="{escape(title)}">'


def plain_title(title: str, masks: Masks) -> str:
    """A title without Markdown's marks: it is shown as plain text."""
    title = re.sub(r'\A"(.*)"\Z', r"\1", masks.restore(title).strip(), flags=re.DOTALL)
    title = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", title)
    title = re.sub(r"(\*\*|__|`|~~)(.+?)\1", r"\2", title)
    return re.sub(r"(?<![\w*])([*_])(?=\S)(.+?)(?<=\S)\1(?![\w*])", r"\2", title)


def admonitions(text: str, masks: Masks, notes: Notes) -> str:
    """Rewrite ``:::`` blocks, nested ones too. One that is never closed ends with the text."""
    out: list[str] = []
    open_ones: list[tuple[int, str, str]] = []  # colons, indentation, closing tag
    for line in text.split("\n"):
        closing = CLOSING.match(line) if open_ones else None
        opening = None if closing else OPENING.match(line)
        if closing:
            _close(out, open_ones, len(closing.group("colons")))
        elif opening:
            open_ones.append(_open(out, opening, masks, notes))
        elif CLOSING.match(line):
            continue  # closes nothing
        else:
            out.append(line)
    while open_ones:
        _, indent, tag = open_ones.pop()
        out += [_blank(indent), indent + tag, ""]
    return "\n".join(out)


def _blank(indent: str) -> str:
    return indent.rstrip() if ">" in indent else ""


def _open(out: list[str], found: re.Match[str], masks: Masks, notes: Notes) -> tuple[int, str, str]:
    word, indent = found.group("kind"), found.group("indent")
    braces = re.search(r"title=\"([^\"]*)\"", found.group("braces") or "")
    raw = found.group("bracket") or (braces.group(1) if braces else "") or found.group("title") or ""
    has_link = "](" in raw
    title = "" if has_link else plain_title(raw, masks)
    notes.count("admonition")
    if word.lower() == "details":
        opening, tag = f"<details><summary>{escape(title or 'Details')}</summary>", "</details>"
    else:
        opening, tag = opening_tag(word, title), "</aside>"
    out += [_blank(indent), indent + opening, _blank(indent)]
    if has_link:
        out += [f"{indent}**{raw}**", _blank(indent)]  # the title has a link, which a plain title cannot hold
    return len(found.group("colons")), indent, tag


def _close(out: list[str], open_ones: list[tuple[int, str, str]], colons: int) -> None:
    """Close the innermost block with as many colons; a careless author's closes the innermost one."""
    at = next((i for i in reversed(range(len(open_ones))) if open_ones[i][0] == colons), len(open_ones) - 1)
    while len(open_ones) > at:
        _, indent, tag = open_ones.pop()
        out += [_blank(indent), indent + tag, _blank(indent)]


def alerts(text: str, masks: Masks, notes: Notes) -> str:
    """Rewrite ``> [!NOTE]`` quotes of GitHub, and Obsidian's with a title."""
    lines = text.split("\n")
    out: list[str] = []
    at = 0
    while at < len(lines):
        found = ALERT.match(lines[at])
        if not found:
            out.append(lines[at])
            at += 1
            continue
        inner: list[str] = []
        at += 1
        while at < len(lines) and lines[at].lstrip().startswith(">"):
            inner.append(re.sub(r"^[ \t]*>[ ]?", "", lines[at]))
            at += 1
        out += _alert(found, alerts("\n".join(inner), masks, notes), masks)
        notes.count("admonition")
    return "\n".join(out)


def _alert(found: re.Match[str], inner: str, masks: Masks) -> list[str]:
    lead = found.group("indent")
    indent = " " * len(lead)
    body = [indent + line if line.strip() else "" for line in dedent(inner).split("\n")]
    title = found.group("title").strip()
    if "](" in title:  # a plain title cannot hold a link
        title, body = "", [f"{indent}**{title}**", "", *body]
    opening = opening_tag(found.group("kind"), plain_title(title, masks))
    return ["" if lead == indent else indent, lead + opening, "", *body, "", f"{indent}</aside>", ""]
