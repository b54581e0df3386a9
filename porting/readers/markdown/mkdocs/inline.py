"""What Material for MkDocs adds within lines: buttons, attributes, signs by name, keys, marked words."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import escape

from django.utils.translation import gettext as _

from porting.readers.markdown.text.masks import CLOSE, Masks
from porting.readers.markdown.text.notes import Notes

ONE = r"(?:[.#][\w:-]+|[\w-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"'=]+))"
LIST = rf"\{{:?[ \t]*{ONE}(?:[ \t]+{ONE})*[ \t]*\}}"
BEHIND = re.compile(rf"(?<=[\w)\]*_~=^>:{CLOSE}])[ \t]?{LIST}")
ALONE = re.compile(rf"^[ \t]*{LIST}[ \t]*\n?", re.MULTILINE)
BUTTON = r"\[(?P<text>[^\[\]\n]*)\]\((?P<address>[^()\s]*)\)(?P<list>\{(?=[^{}\n]*\.md-button)[^{}\n]*\})"
BUTTONS = re.compile(rf"^[ \t]*{BUTTON}(?:[ \t]*{BUTTON.replace('?P<', '?P<_')})*[ \t]*$", re.MULTILINE)
EACH_BUTTON = re.compile(BUTTON)
ICON = re.compile(rf":(?:material|fontawesome|octicons|simple)-[a-z0-9-]+:(?:{LIST})?[ \t]?")
KEYS = re.compile(r"(?<![\w+])\+\+(\"?[\w-]+\"?(?:\+\"?[\w-]+\"?){0,8})\+\+(?![\w+])")
MARKS = {
    "mark": (re.compile(r"(?<![=\w])==(?=\S)([^=\n]{1,500}?)(?<=\S)==(?!=)"), "mark"),
    "caret": (re.compile(r"(?<!\^)\^\^(?=\S)([^^\n]{1,500}?)(?<=\S)\^\^(?!\^)"), "u"),
}
RAISED = {
    "caret": (re.compile(r"(?<![\^\[])\^(?=\S)([^^\s\[\]]{1,100})\^(?!\^)"), "sup"),
    "tilde": (re.compile(r"(?<!~)~(?=\S)([^~\s]{1,100})~(?!~)"), "sub"),
}
LANGUAGE_INSIDE = re.compile(r"\A(`+)(?:#!|:::)[\w+-]+[ ]")
HEADING = re.compile(r"^[ \t]*#{1,6}[ \t].*$", re.MULTILINE)
HAS_MARKDOWN = re.compile(r"(<[a-z][\w-]*(?:\s[^<>]{0,1000}?)?\s)markdown(?=[\s>])(?!\s*=)", re.IGNORECASE)


def additions(text: str, masks: Masks, extensions: Collection[str], notes: Notes) -> str:
    """The text, whose code is hidden, with these as the dialect's; ``extensions`` are those the site had."""
    text = _without_icons(text, notes)
    text = BUTTONS.sub(_buttons, text)
    if "attr_list" in extensions:
        text = _without_attributes(text)
    if "keys" in extensions:
        text = KEYS.sub(_keys, text)
    for name, (pattern, tag) in (*MARKS.items(), *RAISED.items()):
        if name in extensions:
            text = pattern.sub(rf"<{tag}>\1</{tag}>", text)
    masks.hidden = [LANGUAGE_INSIDE.sub(r"\1", hidden) for hidden in masks.hidden]
    return text


def with_values(text: str) -> str:
    """``<div markdown>`` as ``<div markdown="1">``, which other systems know too."""
    return HAS_MARKDOWN.sub(r'\1markdown="1"', text)


def _without_icons(text: str, notes: Notes) -> str:
    found = ICON.search(text)
    if found:
        detail = _("Signs by name such as %(name)s were drawn by the old site's theme; they were left out.")
        notes.report("text", detail % {"name": found[0].split("{")[0].strip()})
    return ICON.sub("", text)


def _buttons(line: re.Match[str]) -> str:
    made = []
    for found in EACH_BUTTON.finditer(line[0]):
        style = "" if "primary" in found["list"] else ' data-style="secondary"'
        link = f'<a href="{escape(found["address"])}">{escape(found["text"].strip(), quote=False)}</a>'
        made.append(f'<p data-block="button"{style}>{link}</p>')
    return "\n\n" + "\n\n".join(made) + "\n\n"


def _without_attributes(text: str) -> str:
    """Attributes change looks only, but for the names of headings, which stay."""
    pieces, at = [], 0
    for heading in HEADING.finditer(text):
        pieces += [_off(text[at : heading.start()]), heading[0]]
        at = heading.end()
    return "".join(pieces) + _off(text[at:])


def _off(text: str) -> str:
    return BEHIND.sub("", ALONE.sub("", text)) if "{" in text else text


def _keys(found: re.Match[str]) -> str:
    names = [name.strip('"') for name in found[1].split("+")]
    shown = (
        name if len(name) > 1 and not name.islower() else name.replace("-", " ").title() for name in names
    )
    return "+".join(f"<kbd>{escape(name)}</kbd>" for name in shown)
