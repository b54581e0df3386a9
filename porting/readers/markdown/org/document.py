"""A whole file of Org as fields and Markdown, so that everything behind it is as for any other post."""

from __future__ import annotations

import re
from typing import Any

from porting.readers.markdown.front import Front
from porting.readers.markdown.org.inline import Inline
from porting.readers.markdown.text.masks import dedent

KEYWORD = re.compile(r"^[ \t]*#\+(?P<name>[A-Za-z][\w-]*)(?P<many>\[\])?:[ \t]*(?P<value>.*)$")
BEGIN = re.compile(r"^(?P<indent>[ \t]*)#\+begin_(?P<kind>\w+)[ \t]*(?P<rest>.*)$", re.IGNORECASE)
HEADLINE = re.compile(r"^(?P<stars>\*+)[ \t]+(?:(?:TODO|DONE)[ \t]+)?(?:\[#\w\][ \t]+)?(?P<title>.*)$")
HEADLINE_TAGS = re.compile(r"(?<![ \t])[ \t]+:[\w@#%:]+:$")
DRAWER = re.compile(r"^[ \t]*:(?P<name>[\w-]+):[ \t]*$")
CUSTOM_ID = re.compile(r"^[ \t]*:CUSTOM_ID:[ \t]*(\S+)", re.IGNORECASE)
NOTE = re.compile(r"^\[fn:(?P<name>[\w-]+)\][ \t]*(?P<text>.*)$")
ITEM = re.compile(r"^(?P<mark>[ \t]*(?:[-+]|\d{1,9}[.)])[ \t]+(?:\[[ xX-]\][ \t]+)?)(?P<text>.*)$")
TERM = re.compile(r"^-[ \t]+(?P<term>\S.*?)[ \t]+::[ \t]+(?P<text>.*)$")
SETTINGS = {"options", "startup", "property", "latex_header", "html_head", "export_file_name", "setupfile"}
BESIDE = {
    "name",
    "attr_html",
    "attr_org",
    "attr_latex",
    "results",
    "header",
    "plot",
    "tblname",
    "toc",
    "html",
}
DEEPEST = 10  # blocks in each other
STAMP = re.compile(r"[<\[](\d{4}-\d\d-\d\d)(?:[ ]+[^\W\d]+\.?)?(?:[ ]+(\d{1,2}:\d\d))?[^>\]]*[>\]]")


def org(text: str) -> Front:
    """Fields (``#+title:``, lists by ``#+tags[]:``) and the text as Markdown. Never raises."""
    reader = _Reader(text.lstrip("\ufeff").replace("\r\n", "\n").split("\n"), Inline())
    body = reader.run()
    body += "".join(f"\n\n[^{name}]: {note}" for name, note in reader.inline.notes)
    return Front(reader.data, body, found=True)


class _Reader:
    def __init__(self, lines: list[str], inline: Inline, depth: int = 0) -> None:
        self.lines, self.at, self.depth = lines, 0, depth
        self.data: dict[str, Any] = {}
        self.out: list[str] = []
        self.words: list[str] = []  # lines of the paragraph that is being read
        self.caption = ""
        self.inline = inline
        self.is_endless = False  # whether a drawer was met that nothing closes

    def run(self) -> str:
        """The whole text."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not self._block(line):
                self.words.append(line)
                self.at += 1
        self._end()
        return "\n".join(self.out)

    def _block(self, line: str) -> bool:
        """Whether the line began something else than words, which is then read."""
        for pattern, read in (
            (BEGIN, self._begin), (KEYWORD, self._keyword), (HEADLINE, self._headline), (DRAWER, self._drawer),
        ):  # fmt: skip
            found = pattern.match(line)
            if found:
                self._end()
                self.at += 1
                read(found)
                return True
        for begins, collected in ((r"^[ \t]*:(?:[ ]|$)", self._fixed), (r"^[ \t]*\|", self._table)):
            if re.match(begins, line):
                self._end()
                end = self.at
                while end < len(self.lines) and re.match(begins, self.lines[end]):
                    end += 1
                taken, self.at = self.lines[self.at : end], end
                collected(taken)
                return True
        return self._single(line)

    def _single(self, line: str) -> bool:
        """A line that is whole in itself: empty, a comment, a rule, the begin of a footnote."""
        note = NOTE.match(line)
        if note:
            self._end()
            self.out.append(f"[^{note['name']}]: {self.inline.markdown(note['text'])}")
        elif re.match(r"^-{5,}[ \t]*$", line):
            self._end()
            self.out += ["", "---", ""]
        elif not line.strip():
            self._end()
            self.out.append("")
        elif not re.match(r"^[ \t]*#(?:[ ]|$)", line):
            return False
        self.at += 1
        return True

    def _end(self) -> None:
        """Write the paragraph or list point that was read up to here."""
        if not self.words:
            return
        points: list[tuple[str, list[str]]] = []
        for line in self.words:
            found = ITEM.match(line)
            if found:
                points.append((found["mark"], [found["text"]]))
            elif points:
                points[-1][1].append(line)
            else:
                points.append(("", [line]))
        self.words = []
        for mark, lines in points:
            self._point(mark, lines)

    def _point(self, mark: str, lines: list[str]) -> None:
        term = TERM.match(mark + lines[0]) if mark.startswith("-") else None
        if term:
            text = "\n".join([term["text"], *lines[1:]])
            self.out += ["", self.inline.markdown(term["term"]), f": {self.inline.markdown(text)}"]
            return
        made = self.inline.markdown("\n".join(lines))
        if not mark:
            made = re.sub(r"^([ \t]*)(#)", r"\1\\\2", made, flags=re.MULTILINE)
            alone = re.fullmatch(r"[ \t]*!\[\]\(([^()\s]+)\)[ \t]*", made)
            if alone and self.caption:
                made = f'<figure><img src="{alone[1]}" alt=""><figcaption>\n\n{self.caption}\n\n</figcaption></figure>'
                self.caption = ""
        self.out.append(mark.replace("+ ", "- ", 1) + made if mark.lstrip().startswith("+") else mark + made)

    def _keyword(self, found: re.Match[str]) -> None:
        name, value = found["name"].lower(), found["value"].strip()
        if name == "caption":
            self.caption = self.inline.markdown(value)
        elif name in BESIDE or name in SETTINGS or name.startswith("attr_"):
            return
        elif found["many"] or name == "filetags":
            self.data["tags" if name == "filetags" else name] = [
                one for one in re.split(r"[\s:]+", value) if one
            ]
        else:
            stamp = STAMP.fullmatch(value)
            value = " ".join(part for part in stamp.groups() if part) if stamp else value
            self._field(name, {"true": True, "false": False}.get(value.lower(), value))

    def _field(self, name: str, value: Any) -> None:
        """A field; what is said several times goes on where the words stopped, or is a list."""
        if name not in self.data:
            self.data[name] = value
        elif name in ("title", "description", "summary"):
            self.data[name] = f"{self.data[name]} {value}"
        else:
            known = self.data[name]
            self.data[name] = [*(known if isinstance(known, list) else [known]), value]

    def _headline(self, found: re.Match[str]) -> None:
        anchor = ""
        for line in self.lines[self.at : self.at + 12]:
            if HEADLINE.match(line):
                break
            named = CUSTOM_ID.match(line)
            anchor = f" {{#{named[1]}}}" if named else anchor
        level = "#" * min(len(found["stars"]) + 1, 6)
        title = HEADLINE_TAGS.sub("", found["title"].strip())
        self.out += ["", f"{level} {self.inline.markdown(title)}{anchor}", ""]

    def _drawer(self, _found: re.Match[str]) -> None:
        """What stands between ``:NAME:`` and ``:END:`` is for Emacs."""
        left = range(self.at, self.at if self.is_endless else len(self.lines))
        end = next((i for i in left if self.lines[i].strip().upper() == ":END:"), None)
        self.is_endless = end is None
        self.at = self.at if end is None else end + 1

    def _begin(self, found: re.Match[str]) -> None:
        kind = found["kind"].lower()
        close = f"#+end_{kind}"
        end = next(
            (i for i in range(self.at, len(self.lines)) if self.lines[i].strip().lower() == close),
            len(self.lines),
        )
        inner, indent = dedent("\n".join(self.lines[self.at : end])), found["indent"]
        self.at = end + 1
        self.out += [
            "",
            *(indent + line if line else "" for line in self._inside(kind, found["rest"], inner)),
            "",
        ]

    def _inside(self, kind: str, rest: str, inner: str) -> list[str]:
        if kind in ("src", "example"):
            code = re.sub(r"^,(?=[*#,])", "", inner, flags=re.MULTILINE)
            longest = max((len(run) for run in re.findall(r"`{3,}", code)), default=2) + 1
            language = rest.split()[0] if kind == "src" and rest.split() else ""
            return ["`" * longest + language, *code.split("\n"), "`" * longest]
        if kind == "export":
            return inner.split("\n") if rest.strip().lower().startswith("html") else []
        if kind == "comment":
            return []
        if self.depth >= DEEPEST:
            return inner.split("\n")
        made = _Reader(inner.split("\n"), self.inline, self.depth + 1).run()
        if kind == "verse":
            made = re.sub(r"(?<=\S)\n(?=\S)", "\\\\\n", made)
        return (
            [f"> {line}".rstrip() for line in made.split("\n")]
            if kind in ("quote", "verse")
            else made.split("\n")
        )

    def _fixed(self, lines: list[str]) -> None:
        self.out += ["", "```", *(re.sub(r"^[ \t]*:[ ]?", "", line) for line in lines), "```", ""]

    def _table(self, lines: list[str]) -> None:
        rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
        is_rule = [bool(re.match(r"^[ \t]*\|-", line)) for line in lines]
        cells = [row for row, rule in zip(rows, is_rule, strict=True) if not rule]
        if not cells:
            return
        width = max(map(len, cells))
        has_head = True in is_rule[1:] and not is_rule[0] and len(cells) > 1
        head, body = (cells[0], cells[1:]) if has_head else ([""] * width, cells)
        self.out += ["", _row(head, width, self.inline), "|" + " --- |" * width]
        self.out += [*(_row(row, width, self.inline) for row in body), ""]


def _row(cells: list[str], width: int, inline: Inline) -> str:
    return "| " + " | ".join(inline.markdown(cell) for cell in [*cells, *[""] * (width - len(cells))]) + " |"
