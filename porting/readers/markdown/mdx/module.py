"""MDX around its JSX: imports and exports, comments, and ``{…}`` in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from porting.readers.markdown.mdx.tags import balanced
from porting.readers.markdown.text.masks import TOKEN, Masks
from porting.readers.markdown.text.notes import Notes, excerpt

IMPORT = re.compile(
    r"^import\s+(?:(?P<what>[^'\";]*?)\s+from\s+)?['\"](?P<where>[^'\"\n]+)['\"];?[ \t]*$", re.MULTILINE
)
SEVERAL = re.compile(r"^import\s[^\n]*;[ \t]*import\s[^\n]*$", re.MULTILINE)
BETWEEN = re.compile(r"(?<=['\"];)[ \t]*(?=import\s)")
EXPORT = re.compile(r"^export\s+(?:const|let|var|default|function|class|async|\{|\*)", re.MULTILINE)
CONSTANT = re.compile(r"export\s+(?:const|let|var)\s+(\w+)\s*=\s*[\"'`]([^\"'`]*)[\"'`]")
COMMENT = re.compile(r"\{\s*/\*.*?\*/\s*\}", re.DOTALL)
LONGEST_STATEMENT = 50_000
STRING = re.compile(r"\{\s*(?:\"([^\"\n]*)\"|'([^'\n]*)'|`([^`$]*)`)\s*\}")
TEMPLATE = re.compile(rf"\{{\s*({TOKEN.pattern.replace('(', '(?:')})\s*\}}")
NAMED = re.compile(r"(?<![\\$\w{])\{\s*([A-Za-z_]\w*)\s*\}")


COMPUTED = re.compile(r"(?<![\\$\w{}^])\{\s*[A-Za-z_]\w*(?:\.\w+)+(?:\([^(){}\n]{0,80}\))?\s*\}")


@dataclass
class Module:
    """What a file imports and exports, by name: addresses of imported files, texts of constants."""

    imports: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)


def take_module(text: str, masks: Masks, notes: Notes) -> tuple[str, Module]:
    """The text without its import and export statements, and what they said."""
    module = Module()

    def imported(found: re.Match[str]) -> str:
        what, where = found.group("what") or "", found.group("where")
        name = re.match(r"\w+", what.strip())
        if name:
            module.imports[name.group(0)] = where
        if where.startswith(("@theme", "@docusaurus", "react")):
            notes.count("mdx-import")
            return ""
        notes.report(
            "mdx-import",
            _("An import was left out: %(text)s") % {"text": excerpt(masks.restore(found.group(0)))},
        )
        return ""

    text = SEVERAL.sub(lambda line: BETWEEN.sub("\n", line.group(0)), text)
    text = IMPORT.sub(imported, text)
    return _take_exports(text, masks, notes, module), module


def _take_exports(text: str, masks: Masks, notes: Notes, module: Module) -> str:
    found = EXPORT.search(text)
    while found:
        end = _end_of_statement(text, found.start())
        statement = masks.restore(text[found.start() : end])
        constant = CONSTANT.match(statement)
        if constant:
            module.constants[constant.group(1)] = constant.group(2)
        notes.report("mdx-export", _("An export was left out: %(text)s") % {"text": excerpt(statement)})
        text = text[: found.start()] + text[end:]
        found = EXPORT.search(text, found.start())
    return text


def _end_of_statement(text: str, start: int) -> int:
    """The end of the line on which all brackets are closed again; a blank line when they never are."""
    at = start
    while at < len(text):
        character = text[at]
        if character in "{([":
            end = balanced(text, at, LONGEST_STATEMENT)
            if end < 0:
                break
            at = end
        elif character == "\n" and not text[start:at].rstrip().endswith(("=", "=>", ",", "(")):
            return at
        else:
            at += 1
    blank = text.find("\n\n", start)
    return blank if blank >= 0 else len(text)


def drop_comments(text: str, masks: Masks) -> str:
    """The text without ``{/* … */}``, except the mark of a heading's id, which the engine reads."""

    def drop(found: re.Match[str]) -> str:
        return found.group(0) if re.match(r"\{\s*/\*\s*#[\w-]+\s*\*/", masks.restore(found.group(0))) else ""

    return COMMENT.sub(drop, text)


def expressions(text: str, module: Module, masks: Masks, notes: Notes) -> str:
    """``{' '}`` and ``{"text"}`` become their text, ``{name}`` a constant's; others stay as they are, which is told."""

    def string(found: re.Match[str]) -> str:
        return next(group for group in found.groups() if group is not None)

    def template(found: re.Match[str]) -> str:
        whole = re.fullmatch(r"`([^`$]*)`", masks.restore(found.group(1)))
        return whole.group(1) if whole else found.group(0)

    text = TEMPLATE.sub(template, STRING.sub(string, text))
    text = NAMED.sub(lambda found: module.constants.get(found.group(1), found.group(0)), text)
    for left in dict.fromkeys(COMPUTED.findall(text)):
        notes.report(
            "jsx",
            _("Only a program knows what this stands for; it is shown as it was typed: %(text)s")
            % {"text": excerpt(left)},
        )
    return text
