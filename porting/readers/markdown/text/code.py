"""What stands behind a fence's backticks: language, title, marked lines, line numbers, in every system's words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape

LANGUAGE = re.compile(r"[\w+#.-]{1,40}")
TITLE = re.compile(
    r"(?:^|[\s,{])(?:title|filename|file|name|caption)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s,}]+))"
)
MARKED = re.compile(r"hl_?lines\s*=\s*(\[[^\]]*\]|\"[^\"]*\"|'[^']*'|[\d\s-]+(?:-\d+)?)", re.IGNORECASE)
HIDDEN = re.compile(r"\bhide_lines\s*=\s*[\"\[]?(\d[\d\s-]*)", re.IGNORECASE)
BRACES = re.compile(r"\{([\d,\s-]+)\}")
NUMBERED = re.compile(
    r"\b(?:showLineNumbers|line[-_]?numbers|linenos|linenums|numberLines)\b(\s*=\s*['\"]?(?:false|no)\b)?",
    re.IGNORECASE,
)
FIRST = re.compile(
    r"\b(?:linenostart|linenums|lineNumbersStart|showLineNumbers|startFrom)\s*=\s*[\"'{]?(\d{1,6})",
    re.IGNORECASE,
)
# HackMD: ``shell=`` counts the lines, ``shell=10`` from ten.
COUNTED = re.compile(r"\A(?P<language>[\w+#.-]{1,40})=(?P<first>\d{0,6})(?=\s|\Z)")
LEGACY_TITLE = re.compile(r"\A[\w+#.-]+:(?:title=)?([\w./\\-]+\.\w+)")
# Nuxt and VitePress: ``ts [nuxt.config.ts]``, perhaps with marked lines before it.
BRACKETED = re.compile(r"\A[\w+#.-]+(?:[ \t]*\{[\d,\s-]*\})?[ \t]*\[(?=[^\[\]\n]*[^\W\d_])([^\[\]\n]+)\]")
MAGIC = re.compile(
    r"^[ \t]*(?://|#|/\*|<!--|\{/\*|--|;|%|'|REM)[ \t]*"
    r"(highlight|error|success|remove|add)[-_](next-line|start|end)[ \t]*(?:\*/\}?|-->)?[ \t]*$"
)
MARK = re.compile(
    r"(?://|#|/\*|<!--|\{/\*|--|;|%)[ \t]*\[!code[ \t]+(?P<what>hl|highlight|focus|\+\+|--|warning|error|word)"
    r"(?::(?:(?P<many>\d{1,5})|[^\]\n]{1,200}))?\][ \t]*(?:\*/\}?|-->)?"
)
MOST_MARKED = 2000  # lines one mark is for
# Rust's own doc tests add these to the language; they say nothing to a reader.
NO_LANGUAGE = {"linenos", "hl_lines", "title", "name", "showlinenumbers", "linenostart"}


@dataclass(frozen=True)
class CodeInfo:
    """A block of code as the dialect has it. ``lines`` is like ``1,3-5``; empty means none."""

    language: str = ""
    title: str = ""
    lines: str = ""
    numbers: bool = False
    first: str = ""  # the number of the first line, when it is not 1


def read_info(info: str) -> CodeInfo:
    """Read a fence's info string: CommonMark, Docusaurus, Gatsby, Hugo, Zola, Pandoc and kramdown forms."""
    info = info.strip()
    counted = COUNTED.match(info)
    if counted and counted["language"].lower() not in NO_LANGUAGE:
        rest = replace(read_info(info[counted.end() :]), language=counted["language"], numbers=True)
        return replace(rest, first=counted["first"] or rest.first)
    named = TITLE.search(info)
    title = next((g for g in named.groups() if g), "") if named else ""
    older = LEGACY_TITLE.match(info) or BRACKETED.match(info)
    if not title and older:
        title = older.group(1).strip()
    numbered = NUMBERED.search(info)
    first = FIRST.search(info)
    shown = bool(numbered and not numbered.group(1))
    begin = first[1] if first and shown and first[1] != "1" else ""
    return CodeInfo(_language(info), title, _lines(info), shown, begin)


def _language(info: str) -> str:
    """The first word, or the first class in braces, as in ``{.python .numberLines}`` and ``{r, echo=FALSE}``."""
    braced = re.match(r"\{\s*\.?([A-Za-z][\w+#-]*)(?!\w*\s*=)", info)
    if braced:
        return braced.group(1)
    found = LANGUAGE.match(info)
    if not found or found.group(0).lower() in NO_LANGUAGE:
        return ""
    if info[found.end() :].lstrip().startswith("="):
        return ""
    return found.group(0).rstrip(".")


def _lines(info: str) -> str:
    marked = MARKED.search(info)
    braces = BRACES.search(info)
    raw = marked.group(1) if marked else braces.group(1) if braces else ""
    return normal_lines(raw)


def normal_lines(raw: str) -> str:
    """``[2, "4-6"]``, ``2 4-6`` and ``2,4-6`` all become ``2,4-6``."""
    return ",".join(re.findall(r"\d+(?:-\d+)?", raw))


def without_hidden(code: str, info: str, marked: str) -> tuple[str, str]:
    """Code without the lines Zola's ``hide_lines`` names, and the marked ones as they are counted then."""
    named = HIDDEN.search(info)
    if not named:
        return code, marked
    lines = code.strip("\n").split("\n")
    hidden = _numbers(named.group(1), len(lines))
    shown = [number for number in range(1, len(lines) + 1) if number not in hidden]
    picked = _numbers(marked, len(lines))
    ranges = _ranges([at for at, number in enumerate(shown, start=1) if number in picked])
    return "\n".join(lines[number - 1] for number in shown), ranges


def _numbers(ranges: str, last: int) -> set[int]:
    """The numbers ``1 3-5`` or ``1,3-5`` means, none above ``last``."""
    found = re.findall(r"(\d{1,7})(?:-(\d{1,9}))?", ranges)
    return {number for begin, end in found for number in range(int(begin), min(int(end or begin), last) + 1)}


def take_magic_comments(code: str) -> tuple[str, str]:
    """Code without ``highlight-next-line`` and its like, and the lines they marked (Docusaurus)."""
    kept: list[str] = []
    marked: list[int] = []
    inside = next_one = False
    for line in code.split("\n"):
        found = MAGIC.match(line)
        if found:
            inside = {"start": True, "end": False}.get(found.group(2), inside)
            next_one = next_one or found.group(2) == "next-line"
            continue
        kept.append(line)
        if inside or next_one:
            marked.append(len(kept))
        next_one = False
    return "\n".join(kept), _ranges(marked)


def _ranges(numbers: list[int]) -> str:
    """``[1, 3, 4, 5]`` as ``1,3-5``."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and parts[-1][1] == number - 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in parts)


def code_html(code: str, info: CodeInfo) -> str:
    """The dialect's block of code. ``code`` is the plain text."""
    attributes = [
        ("data-language", info.language),
        ("data-title", info.title),
        ("data-lines", info.lines),
        ("data-first", info.first),
    ]
    shown = "".join(f' {name}="{escape(value)}"' for name, value in attributes if value)
    numbers = " data-numbers" if info.numbers else ""
    return f"<pre{shown}{numbers}><code>{escape(code, quote=False)}</code></pre>\n"


def take_code_marks(code: str) -> tuple[str, str]:
    """Code without comments such as ``// [!code ++]`` and ``# [!code focus:3]``, and the lines they marked (Shiki)."""
    kept: list[str] = []
    marked: set[int] = set()
    for line in code.split("\n"):
        found = MARK.search(line)
        if found is None:
            kept.append(line)
            continue
        rest = line[: found.start()].rstrip() + line[found.end() :]
        alone = not rest.strip()
        kept += [] if alone else [rest]
        if found["what"] != "word":
            begin = len(kept) + alone
            marked |= set(range(begin, begin + min(int(found["many"] or 1), MOST_MARKED)))
    return "\n".join(kept), _ranges([number for number in sorted(marked) if number <= len(kept)])


def fence_html(code: str, info: str, *, magic: bool = False, marks: bool = False) -> str:
    """A fence's text and info string as the dialect's block of code."""
    read = read_info(info)
    if magic or (marks and "[!code" in code):
        code, marked = take_magic_comments(code) if magic else take_code_marks(code)
        lines = ",".join(part for part in (read.lines, marked) if part)
        read = replace(read, lines=lines)
    code, lines = without_hidden(code, info, read.lines)
    return code_html(code.strip("\n"), replace(read, lines=lines))
