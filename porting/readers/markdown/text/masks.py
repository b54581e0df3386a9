"""Put code out of sight while a text is rewritten, so that no rule ever touches what somebody shows as code.

Every line of a fence or of indented code keeps its indentation and its quote marks and gets a token in place of the
rest, so that a part of the text can be moved or dedented with the code in it. Code inside lines, ``<pre>``,
``<script>``, ``<style>`` and comments become one token.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

OPEN, CLOSE = "\ue000", "\ue001"
TOKEN = re.compile(f"{OPEN}(\\d{{1,9}}){CLOSE}")
MOST = 10_000_000  # letters that what was hidden may put into a text; a look through it counts as some more:
ROUND = 10_000
FENCE = re.compile(
    r"^(?P<lead>(?:[ \t>]|[-*+][ \t]+|\d{1,9}[.)][ \t]+)*)(?P<mark>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)$"
)
LIST_ITEM = re.compile(r"^(?P<indent>[ \t]*)(?:[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+)\S")
DEFINITION = re.compile(r"^(?P<indent>[ ]{0,3})(?:\[\^[^\]]+\]:|:)(?P<gap>[ \t]+)\S")
SPAN = re.compile(r"(?<![`\\])(`+)(?!`)((?:[^`\n]|\n(?![ \t>]*\n)|(?!(?<!`)\1(?!`))`)+?)(?<!`)\1(?!`)")
RAW_BEGIN = re.compile(r"<(pre|script|style|textarea)\b[^>]{0,2000}>|<!--", re.IGNORECASE)
RAW_ENDS = {
    "": re.compile("-->"),
    **{name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("pre", "script", "style", "textarea")},
}


@dataclass
class Masks:
    """What was hidden, by number."""

    hidden: list[str] = field(default_factory=list)

    def hide(self, text: str) -> str:
        """A token that stands for ``text``."""
        self.hidden.append(text)
        return f"{OPEN}{len(self.hidden) - 1}{CLOSE}"

    def restore(self, text: str) -> str:
        """The text with everything hidden back in its place; hidden text may itself hold tokens.

        Raises ValueError when a few tokens, repeated or in each other, stand for more than a text can be.
        """
        left = MOST

        def back(found: re.Match[str]) -> str:
            nonlocal left
            number = int(found.group(1))
            hidden = self.hidden[number] if number < len(self.hidden) else ""
            left -= len(hidden)
            if left < 0:
                raise ValueError("it unfolds to more than a text can be")
            return hidden

        while OPEN in text:
            again = TOKEN.sub(back, text)
            if again == text:
                break
            text, left = again, left - ROUND - len(again) // 10
        return text


def mask(text: str, *, raw_html: bool = True) -> tuple[str, Masks]:
    """Hide all code of a Markdown text. ``raw_html`` also hides ``<pre>``, ``<script>``, ``<style>`` and comments."""
    masks = Masks()
    text = text.replace(OPEN, "").replace(CLOSE, "")
    text = _mask_blocks(text, masks)
    if raw_html:
        text = hide_raw(text, masks.hide)
    return SPAN.sub(lambda found: masks.hide(found.group(0)), text), masks


def hide_raw(text: str, hide: Callable[[str], str]) -> str:
    """Put ``hide(…)`` in place of every pre, script, style, textarea and comment, content and all.

    An end that is nowhere is looked for once, not for every begin.
    """
    pieces, done, at, endless = [], 0, 0, set()
    while begin := RAW_BEGIN.search(text, at):
        kind = (begin[1] or "").lower()
        end = None if kind in endless else RAW_ENDS[kind].search(text, begin.end())
        if end is None:
            endless.add(kind)
            at = begin.end()
            continue
        pieces += [text[done : begin.start()], hide(text[begin.start() : end.end()])]
        done = at = end.end()
    return "".join(pieces) + text[done:]


def _mask_blocks(text: str, masks: Masks) -> str:
    scanner = _Blocks(masks)
    return "\n".join(scanner.line(line) for line in text.split("\n"))


class _Blocks:
    """Walks over lines and knows whether one is code: in a fence, or indented outside of a list."""

    def __init__(self, masks: Masks) -> None:
        self.masks = masks
        self.fence = ""  # the characters that opened it
        self.list_indent = 0  # where the text of the current list item starts
        self.blank_before = True
        self.in_code = False

    def line(self, line: str) -> str:
        if self.fence:
            return self._inside(line)
        opened = FENCE.match(line)
        if opened and not self._is_indented(opened.group("lead")):
            self.fence = opened.group("mark")
            self._follow_list(line)
            return opened.group("lead") + self.masks.hide(line[opened.end("lead") :])
        return self._outside(line)

    def _inside(self, line: str) -> str:
        bare = line.strip(" \t>")
        if bare and not bare.strip(self.fence[0]) and len(bare) >= len(self.fence):
            self.fence = ""
            self.blank_before = False
        lead = (
            re.match(r"[ \t>]*", line).group(0)
            if ">" in line[:12]
            else line[: len(line) - len(line.lstrip())]
        )
        return lead + self.masks.hide(line[len(lead) :]) if bare else line

    def _outside(self, line: str) -> str:
        if not line.strip():
            self.blank_before = True
            return line
        code = (self.blank_before or self.in_code) and self._is_indented(line)
        self.in_code = code
        self.blank_before = False
        if code:
            indent = len(line) - len(line.lstrip())
            return line[:indent] + self.masks.hide(line[indent:])
        self._follow_list(line)
        return line

    def _is_indented(self, line: str) -> bool:
        return _indent(line) >= self.list_indent + 4

    def _follow_list(self, line: str) -> None:
        item = LIST_ITEM.match(line) or DEFINITION.match(line)
        if item and DEFINITION.match(line):
            self.list_indent = 4 if line.startswith("[^") else item.start("gap") + _indent(item.group("gap"))
        elif item:
            gap = _indent(item.group("gap"))
            marker = len(item.group(0)) - len(item.group("indent")) - len(item.group("gap")) - 1
            self.list_indent = _indent(item.group("indent")) + marker + (gap if gap < 5 else 1)
        elif _indent(line) == 0:
            self.list_indent = 0


def _indent(line: str) -> int:
    """Columns of white space a line starts with; a tab goes to the next column of four."""
    columns = 0
    for character in line:
        if character == " ":
            columns += 1
        elif character == "\t":
            columns += 4 - columns % 4
        else:
            break
    return columns


def dedent(text: str) -> str:
    """Take the indentation all lines share; blank lines do not count."""
    lines = text.split("\n")
    shared = min((len(line) - len(line.lstrip(" \t")) for line in lines if line.strip()), default=0)
    return "\n".join(line[shared:] if line.strip() else "" for line in lines)


def block(opening: str, inner: str, closing: str, indent: str = "") -> str:
    """A piece of Markdown inside HTML, with the blank lines that make CommonMark read it, at an indentation."""
    body = "\n".join(indent + line if line.strip() else "" for line in dedent(inner).strip("\n").split("\n"))
    return f"\n\n{indent}{opening}\n\n{body}\n\n{indent}{closing}\n\n"
