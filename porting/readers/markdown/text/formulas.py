r"""Formulas: what stands between ``$$``, ``\(`` and ``\)``, ``\[`` and ``\]`` is no Markdown where a system says so.

They stay the text they were. Of those that Goldmark read like all words, what the page's script saw stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

# In pairs, so that the begin of another is none after two strokes; a paragraph's end ends all of them.
INSIDE = r"(?:[^\n\\]|\n(?![ \t]*\n)|\\[^(\[])+?"
SPANS = {
    "$$": re.compile(r"\$\$(?!\$)(?:(?!\$\$)[^\\]|\\.)+?\$\$", re.DOTALL),
    "\\(": re.compile(rf"\\\({INSIDE}\\\)"),
    "\\[": re.compile(rf"\\\[{INSIDE}\\\]"),
}
ENDS = {"$$": "$$", "\\[": "\\]"}
LONGEST = 500  # lines

ANY_SIGN = re.compile(r"\\([!-/:-@\[-`{-~])")
MARK = re.compile(r"\\([_*])")  # what authors keep Markdown from reading even where they double nothing
# Nobody writes a line's end before one of these; somebody who doubles strokes does.
DOUBLED = re.compile(r"(?<!\\)\\\\(?:\\\\|[{}_%#])")
COMMAND = re.compile(r"(?<!\\)(\\\\?)[A-Za-z]{2}")


def seen(formula: str) -> str:
    r"""A formula with single strokes where its author had doubled them, because Goldmark takes one of ``\\`` away.

    Authors who do not know write ``\cos`` and ``\\``, of which the script saw too little: theirs stay.
    """
    if "\\\\" not in formula:
        return MARK.sub(r"\1", formula)
    commands = {found.group(1) for found in COMMAND.finditer(formula)}
    doubled = commands == {"\\\\"} or DOUBLED.search(formula)
    return (ANY_SIGN if doubled else MARK).sub(r"\1", formula)


def formulas_plugin(engine: MarkdownIt, begins: Sequence[str]) -> None:
    """Keep formulas that begin with one of these from being read as Markdown, in lines and over several."""
    engine.inline.ruler.before("escape", "formula", _in_line(begins))
    over_lines = [begin for begin in begins if begin in ENDS]
    ends_others: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    engine.block.ruler.before("fence", "formula_block", _over_lines(over_lines), ends_others)
    engine.add_render_rule("formula", _shown)
    engine.add_render_rule("formula_block", _shown)


def _shown(_self: object, tokens: Sequence[Token], at: int, _options: object, _env: object) -> str:
    text = escape(tokens[at].content, quote=False)
    return f"<p>{text}</p>\n" if tokens[at].type == "formula_block" else text


def _in_line(begins: Sequence[str]) -> Callable[[StateInline, bool], bool]:
    def rule(state: StateInline, silent: bool) -> bool:
        begin = state.src[state.pos : state.pos + 2]
        found = SPANS[begin].match(state.src, state.pos) if begin in begins else None
        if not found:
            return False
        if not silent:
            state.push("formula", "", 0).content = found.group(0)
        state.pos = found.end()
        return True

    return rule


def _over_lines(begins: Sequence[str]) -> Callable[[StateBlock, int, int, bool], bool]:
    def rule(state: StateBlock, first: int, end: int, silent: bool) -> bool:
        begin = _line(state, first)[:2]
        if begin not in begins or state.is_code_block(first):
            return False
        last = _last_line(state, begin, first, end)
        if last is None:
            return False
        if not silent:
            token = state.push("formula_block", "", 0)
            token.block, token.map = True, [first, last + 1]
            token.content = "\n".join(_line(state, number) for number in range(first, last + 1))
            state.line = last + 1
        return True

    return rule


def _last_line(state: StateBlock, begin: str, first: int, end: int) -> int | None:
    """The line a formula of several ends with; None when words stand behind its end, or when it has none."""
    for number in range(first, min(end, first + LONGEST)):
        line = _line(state, number)
        inside = line[2:] if number == first else line
        outside = number > first and line and state.sCount[number] < state.blkIndent
        if outside or (begin == "\\[" and not line):
            return None
        at = inside.find(ENDS[begin])
        if at >= 0:
            return number if at + 2 == len(inside) and number > first else None
        if begin != "$$" and begin in inside.replace("\\\\", ""):
            return None
    return None


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].strip()
