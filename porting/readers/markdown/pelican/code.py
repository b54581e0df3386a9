"""Code whose first line names its language, as Python-Markdown's CodeHilite reads it: ``:::python``, ``#!python``."""

from __future__ import annotations

import re

MARK = re.compile(
    r"^(?P<indent>(?:[ ]{4})+)(?P<sign>:::|#!)(?P<language>[\w+#.-]{1,40})(?P<rest>[ \t]+hl_lines=[^\n]*)?[ \t]*$"
)
FENCED = re.compile(
    r"^(?P<mark>[ \t]*(?P<fence>`{3,}|~{3,}))[ \t]*\n[ \t]*(?P<sign>:::|#!)(?P<language>[\w+#.-]{1,40})"
    r"(?P<rest>[ \t]+hl_lines=[^\n]*)?[ \t]*\n",
    re.MULTILINE,
)
STEP = 4


def named_code(text: str) -> str:
    """The text with such blocks between fences, which say their language; a program's own path stays in it."""
    text = FENCED.sub(lambda found: f"{found['mark']}{_info(found)}\n", text)
    if ":::" not in text and "#!" not in text:
        return text
    lines, at, fence = text.replace("\t", " " * STEP).split("\n"), 0, ""
    out: list[str] = []
    while at < len(lines):
        line = lines[at]
        fence = _fence(line, fence)
        found = None if fence or (out and out[-1].strip()) else MARK.match(line)
        if found is None:
            out.append(line)
            at += 1
            continue
        end = _end(lines, at + 1, found["indent"])
        outer = found["indent"][STEP:]
        code = [one[STEP:] if one.strip() else "" for one in lines[at + 1 : end]]
        marks = "~" * max([3, *(len(run) + 1 for run in re.findall(r"~{3,}", "\n".join(code)))])
        out += [f"{outer}{marks}{_info(found)}", *code, f"{outer}{marks}", ""]
        at = end
    return "\n".join(out)


def _fence(line: str, open_now: str) -> str:
    """The marks of the fence that is open behind the line; empty outside."""
    found = re.match(r"[ ]{0,3}(`{3,}|~{3,})", line)
    if not open_now:
        return found[1] if found and not (found[1][0] == "`" and "`" in line[found.end() :]) else ""
    closes = found and found[1].startswith(open_now) and not line.strip().strip(open_now[0])
    return "" if closes else open_now


def _info(found: re.Match[str]) -> str:
    numbered = " linenums=1" if found["sign"] == "#!" else ""
    return f"{found['language']}{numbered}{found['rest'] or ''}"


def _end(lines: list[str], at: int, indent: str) -> int:
    """Behind the last line of the block; lines without a word belong to it while more of it follows."""
    end = at
    while at < len(lines) and (not lines[at].strip() or lines[at].startswith(indent)):
        at += 1
        if lines[at - 1].strip():
            end = at
    return end
