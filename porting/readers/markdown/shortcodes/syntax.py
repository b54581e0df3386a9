"""Where shortcodes stand in a text, in Hugo's ``{{< x >}}`` and Zola's ``{{ x() }}``, and where each ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from porting.readers.markdown.shortcodes.kinds import shortcode
from porting.readers.markdown.shortcodes.use import Shortcode
from porting.readers.markdown.text.masks import Masks, dedent
from porting.readers.markdown.text.notes import Notes

HUGO = re.compile(
    r"\{\{(?P<mark>[<%])-?\s*(?P<close>/)?\s*(?P<name>[\w./-]+)(?P<rest>(?:\"(?:\\.|[^\"\\])*\"|`[^`]*`|[^\"`]){0,3000}?)(?P<alone>/)?\s*-?(?:>|%)\}\}",
    re.DOTALL,
)
HUGO_ESCAPED = re.compile(r"\{\{([<%])\s*/\*(.*?)\*/\s*([>%])\}\}", re.DOTALL)
HUGO_PARAMETER = re.compile(
    r"(?:([\w-]+)\s*=\s*)?(?:\"((?:\\.|[^\"\\])*)\"|`([^`]*)`|'([^']*)'|([^\s\"`]+))", re.DOTALL
)
ZOLA = re.compile(
    r"\{(?P<mark>[{%])-?\s*(?:(?P<name>[A-Za-z_]\w*)\s*\((?P<rest>(?:\"(?:\\.|[^\"\\])*\"|'[^']*'|`[^`]*`|[^\"'`()]|\([^()]*\)){0,3000})\)|(?P<close>end))\s*-?[}%]\}",
    re.DOTALL,
)
ZOLA_ESCAPED = re.compile(r"\{([{%])\s*/\*(.*?)\*/\s*([}%])\}", re.DOTALL)
ZOLA_PARAMETER = re.compile(
    r"([A-Za-z_]\w*)\s*=\s*(?:\"((?:\\.|[^\"\\])*)\"|'([^']*)'|`([^`]*)`|(\[[^\]]*\])|([^\s,]+))", re.DOTALL
)
# ``[x](`` with spaces behind it, and ``[x]:``, which says at the end of a text where its links lead.
MARKER = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+|\[\^[^\[\]\s]+\]:[ \t]+")
IN_LINK = re.compile(r"\]\([ \t]*\Z|\A[ \t>]*\[[^\]]+\]:[ \t]*\Z")
NEAR = 500  # letters around a shortcode that say whether it stands on lines of its own
CODE_BLOCK = ("highlight", "code", "codeblock")
FENCED = re.compile(r"\s*(`{3,}|~{3,})")  # code that is Markdown's already; only Hugo's own shows it as it is


@dataclass
class Mark:
    """One ``{{< … >}}``."""

    start: int
    end: int
    name: str
    rest: str
    closing: bool
    alone: bool
    partner: Mark | None = None


@dataclass
class Syntax:
    """One system's way of writing shortcodes."""

    pattern: re.Pattern[str]
    escaped: re.Pattern[str]
    parameters: Callable[[str], tuple[dict[str, str], list[str]]]
    nameless_end: bool = False  # Zola: {% end %} closes whatever is open

    def unescape(self, text: str) -> str:
        """``{{</* x */>}}`` shows ``{{< x >}}``."""
        if self.nameless_end:
            return self.escaped.sub(lambda found: f"{{{found[1]}{found[2]}{found[3]}}}", text)
        return self.escaped.sub(lambda found: f"{{{{{found[1]}{found[2]}{found[3]}}}}}", text)


def hugo_parameters(rest: str) -> tuple[dict[str, str], list[str]]:
    """Named and listed parameters of ``name="a b" other=1 "first" second``."""
    named: dict[str, str] = {}
    listed: list[str] = []
    for name, *values in HUGO_PARAMETER.findall(rest):
        value = next((one for one in values if one), "").replace('\\"', '"')
        if name:
            named[name] = value
        else:
            listed.append(value)
    return named, listed


def zola_parameters(rest: str) -> tuple[dict[str, str], list[str]]:
    """Named parameters; Zola has no others."""
    found = {name: next((one for one in values if one), "") for name, *values in ZOLA_PARAMETER.findall(rest)}
    return {name: value.replace('\\"', '"') for name, value in found.items()}, []


HUGO_SYNTAX = Syntax(HUGO, HUGO_ESCAPED, hugo_parameters)
ZOLA_SYNTAX = Syntax(ZOLA, ZOLA_ESCAPED, zola_parameters, nameless_end=True)


def find_marks(text: str, syntax: Syntax) -> list[Mark]:
    """All shortcodes in order, each opening one with its end."""
    marks: list[Mark] = []
    open_ones: list[Mark] = []
    for found in syntax.pattern.finditer(text):
        name = found.group("name") or ""
        void = syntax.nameless_end and found.group("mark") == "{"
        alone = void or bool(found.groupdict().get("alone"))
        mark = Mark(
            found.start(), found.end(), name, found.group("rest") or "", bool(found.group("close")), alone
        )
        marks.append(mark)
        if not mark.closing and not mark.alone:
            open_ones.append(mark)
        elif mark.closing:
            at = next(
                (
                    i
                    for i in reversed(range(len(open_ones)))
                    if syntax.nameless_end or open_ones[i].name == name
                ),
                None,
            )
            if at is not None:
                open_ones[at].partner, mark.partner = mark, open_ones[at]
                del open_ones[at:]
    return marks


class Shortcodes:
    """Rewrites all shortcodes of a text."""

    def __init__(
        self,
        syntax: Syntax,
        masks: Masks,
        notes: Notes,
        find_post: Callable[[str], str],
        variables: Mapping[str, str],
        title_of: Callable[[str], str] = lambda _path: "",
    ) -> None:
        self.syntax, self.masks, self.notes, self.title_of = syntax, masks, notes, title_of
        self.find_post, self.variables = find_post, dict(variables)
        self.text = ""
        self.marks: list[Mark] = []

    def run(self, text: str) -> str:
        """The text without shortcodes. Escaped ones become the text they show."""
        self.masks.hidden = [self.syntax.unescape(hidden) for hidden in self.masks.hidden]
        text = self.syntax.escaped.sub(
            lambda found: self.masks.hide(self.syntax.unescape(found.group(0))), text
        )
        self.text = text
        self.marks = find_marks(text, self.syntax)
        return self._region(0, len(text), 0)

    def _region(self, start: int, end: int, depth: int) -> str:
        out: list[str] = []
        at = start
        for mark in self.marks:
            if mark.start < at or mark.end > end:
                continue
            out.append(self.text[at : mark.start])
            new, at = self._mark(mark, depth)
            out.append(new)
        return "".join(out) + self.text[at:end]

    def _mark(self, mark: Mark, depth: int) -> tuple[str, int]:
        if mark.closing:
            return "", mark.end
        if mark.partner and depth < 40:
            end = mark.partner.end
            inner = self._region(mark.end, mark.partner.start, depth + 1)
        else:
            end, inner = mark.end, ""
        # A line may be a whole text: what stands nearest says enough.
        lead = self.text[max(mark.start - NEAR, 0) : mark.start].rpartition("\n")[2]
        rest = self.text[end : end + NEAR].partition("\n")[0]
        named, listed = self.syntax.parameters(self.masks.restore(mark.rest))
        flow = not lead.strip(" \t>") and not rest.strip()
        indent = lead if not lead.strip() else ""
        if mark.name in CODE_BLOCK and mark.partner:
            written = self.text[mark.end : mark.partner.start]
            if mark.name == "highlight" or not FENCED.match(self.masks.restore(written)):
                return self._code(named, listed, written, indent), end
        code = Shortcode(
            mark.name,
            named,
            listed,
            inner,
            bool(mark.partner),
            flow,
            indent,
            self.masks,
            self.notes,
            self.find_post,
            self.variables,
            "(" if IN_LINK.search(lead) else lead[-1:] or " ",
            lead if MARKER.fullmatch(lead) else "",
            self.title_of,
        )
        return shortcode(code), end

    def _code(self, named: dict[str, str], listed: list[str], inner: str, indent: str) -> str:
        """``{{< highlight go "linenos=table,hl_lines=1 3-5" >}}`` as a hidden fence."""
        code = self.masks.restore(inner).strip("\n")
        if indent:
            code = "\n".join(indent + line if line else "" for line in dedent(code).split("\n"))
        language = named.get("lang") or named.get("language") or (listed[0] if listed else "")
        options = ",".join(
            [
                *listed[1:],
                *(f'{key}="{value}"' for key, value in named.items() if key not in ("lang", "language")),
            ]
        )
        longest = max((len(run) for run in re.findall(r"`{3,}", code)), default=2)
        marks = "`" * max(3, longest + 1)
        self.notes.count("shortcode")
        return (
            f"\n\n{indent}"
            + self.masks.hide(f"{marks}{language} {{{options}}}\n{code}\n{indent}{marks}")
            + "\n\n"
        )
