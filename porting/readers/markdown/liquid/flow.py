"""What Liquid decides while a site is built: conditions, loops, variables, and values where they are named.

A condition or a loop over something only the generator knows stays as it was written, with all its branches, for
whoever reports what is left. In an include that is strict, it makes the whole include unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from porting.readers.markdown.liquid.filters import FILTERS, Watched
from porting.readers.markdown.liquid.values import Known, Unknown, compare, evaluate, holds, look_up, to_text

TOKEN = re.compile(
    r"\{%(?P<trim>-?)\s*+(?P<name>\w++(?:-++\w++)*+)(?P<rest>(?:(?!\{%|-?%\}).){0,4000}+)(?P<trimmed>-?)%\}"
    r"|\{\{(?P<trim_value>-?)\s*+(?P<value>(?:(?!\{\{|-?\}\}).){0,1000}+)(?P<trimmed_value>-?)\}\}",
    re.DOTALL,
)
BLOCKS = {"if", "unless", "case", "for", "capture"}
BRANCHES = {"elsif": {"if", "unless"}, "else": {"if", "unless", "case", "for"}, "when": {"case"}}
LOOP = re.compile(
    r"([\w-]+)\s+in\s+(.+?)(\s+reversed\b)?((?:\s+(?:limit|offset)\s*:\s*[\w.]+)*)\s*$", re.DOTALL
)
WHITE = re.compile(r"\s*")
BLANK_LINE = re.compile(r"\n[ \t]*\n")
MOST = 2_000_000  # letters that values and loops may put into a text; work counts as some more:
TURN = 1000  # a turn of a loop
STEP = 10  # a tag, a value or a filter
MEMBER = 5  # of a list or table that is looked at
READ = 50  # so many letters of what a filter takes and gives
LONGEST = 200_000  # letters of a captured text
DEEPEST = 40


@dataclass
class Piece:
    """A piece of text (no ``name``), a value (``{{``), a tag, or a block of branches, each with its pieces."""

    source: str
    name: str = ""
    rest: str = ""
    branches: list[tuple[Piece, list[Piece]]] = field(default_factory=list)
    closing: str = ""
    end: int = 0  # of a block, in the text


@dataclass
class Flow:
    """Builds texts. ``restore`` shows what is masked in a tag; ``include`` builds an include or gives None."""

    scope: Known
    restore: Callable[[str], str] = str
    include: Callable[[str, str, Flow], str | None] = lambda name, rest, flow: None
    markdown: Callable[[str], str] = str
    strict: bool = False
    spent: list[int] = field(default_factory=lambda: [0])  # one number for the text and its includes
    text: str = ""

    def build(self, text: str) -> str:
        """The text with all that is known put in; Unknown only when strict."""
        pieces = parse(text)
        if pieces is None:
            return text
        self.text = text
        return "".join(map(self._piece, pieces))

    def value(self, text: str) -> Any:
        """The value of an expression."""
        return evaluate(self.restore(text), self.scope, self._filters, self._used)

    @cached_property
    def _filters(self) -> Watched:
        return Watched(FILTERS | {"markdownify": self._markdown}, self._used)

    def _used(self, *values: Any) -> None:
        """A name stood for these values, or a filter took and gave them."""
        letters = sum(len(value) for value in values if isinstance(value, str))
        members = sum(len(value) for value in values if isinstance(value, list | dict))
        self._pay(STEP + letters // READ + MEMBER * members)

    def _markdown(self, value: Any) -> str:
        return self.markdown(to_text(value))

    def _piece(self, piece: Piece) -> str:
        work = {
            "": self._same,
            "{{": self._shown,
            "assign": self._assigned,
            "if": self._decided,
            "unless": self._decided,
            "case": self._chosen,
            "for": self._repeated,
            "capture": self._captured,
        }.get(piece.name)
        try:
            if piece.name:
                self._pay(STEP + len(piece.rest))
            if work is None:
                made = self.include(piece.name, piece.rest, self)
                return piece.source if made is None else made
            return work(piece)
        except (Unknown, TypeError, ValueError) as error:
            if self.strict:
                raise Unknown(piece.source) from error
            return self._as_written(piece)

    def _same(self, piece: Piece) -> str:
        return piece.source

    def _all(self, pieces: list[Piece]) -> str:
        return "".join(map(self._piece, pieces))

    def _as_written(self, piece: Piece) -> str:
        if not piece.branches:
            return piece.source
        return "".join(head.source + self._all(inner) for head, inner in piece.branches) + piece.closing

    def _shown(self, piece: Piece) -> str:
        value = self.value(piece.rest)
        if value is None and not self.strict:
            return piece.source
        return self._paid(to_text(value))

    def _paid(self, made: str, more: int = 0) -> str:
        """The text when it may still grow by so much; Unknown else."""
        self._pay(len(made) + more)
        return made

    def _pay(self, price: int) -> None:
        """Unknown from when a text has cost too much: one that grows, or is worked on, for ever is hostile."""
        self.spent[0] += price
        if self.spent[0] > MOST:
            raise Unknown("letters")

    def _assigned(self, piece: Piece) -> str:
        name, _, expression = piece.rest.partition("=")
        self.scope[name.strip()] = self.value(expression)
        return ""

    def _decided(self, piece: Piece) -> str:
        for head, inner in piece.branches:
            if head.name == "else":
                return self._all(inner)
            true = holds(self.restore(head.rest), self.scope, self._filters, self._used)
            if true != (head.name == "unless"):
                return self._all(inner)
        return ""

    def _chosen(self, piece: Piece) -> str:
        value = self.value(piece.rest)
        for head, inner in piece.branches:
            if head.name == "else":
                return self._all(inner)
            wanted = re.split(r"\s*,\s*|\s+or\s+", self.restore(head.rest)) if head.name == "when" else []
            if any(compare(value, "==", self.value(one)) for one in wanted):
                return self._all(inner)
        return ""

    def _repeated(self, piece: Piece) -> str:
        said = LOOP.match(" ".join(self.restore(piece.rest).split()))
        if not said:
            raise Unknown(piece.rest)
        values = self._members(said)
        inner = piece.branches[0][1]
        if not values:
            return self._all(piece.branches[1][1]) if len(piece.branches) > 1 else ""
        before = {name: self.scope.get(name) for name in (said.group(1), "forloop")}
        try:
            return "".join(self._turn(said.group(1), values, at, inner) for at in range(len(values)))
        finally:
            self.scope.update(before)

    def _members(self, said: re.Match[str]) -> list[Any]:
        found = self.value(said.group(2))
        values = [[key, value] for key, value in found.items()] if isinstance(found, dict) else found
        values = values if isinstance(values, list) else [values] if values not in (None, "") else []
        asked = dict(re.findall(r"(limit|offset)\s*:\s*([\w.]+)", said.group(4) or ""))
        values = values[int(look_up(asked.get("offset", "0"), self.scope) or 0) :]
        if "limit" in asked:
            values = values[: int(look_up(asked["limit"], self.scope) or 0)]
        return values[::-1] if said.group(3) else values

    def _turn(self, name: str, values: list[Any], at: int, inner: list[Piece]) -> str:
        last = len(values) - 1
        self.scope[name] = values[at]
        self.scope["forloop"] = {
            "index": at + 1, "index0": at, "rindex": last - at + 1, "rindex0": last - at,
            "first": at == 0, "last": at == last, "length": last + 1,
        }  # fmt: skip
        return self._paid(self._all(inner), TURN)

    def _captured(self, piece: Piece) -> str:
        """A text for later; one that is never named again stays here, for nothing else would show it."""
        name = piece.rest.strip("\"'")
        made = self._all(piece.branches[0][1])
        self._pay(len(made) + (len(self.text) - piece.end) // READ)
        if not self.strict and not re.search(rf"[\s{{=,]{re.escape(name)}\b", self.text[piece.end :]):
            return made
        if len(made) > LONGEST:
            raise Unknown("letters")
        self.scope[name] = made.strip()
        return ""


def _is_ours(token: re.Match[str]) -> bool:
    """Whether a token is left out of the text, so that the white space around it may go as well."""
    name = (token.group("name") or "").removeprefix("end")
    return (
        not token.group("name")
        or name in BLOCKS
        or name in BRANCHES
        or name.startswith(("assign", "include"))
    )


def _before(text: str, token: re.Match[str]) -> str:
    """The text before a token. Blank lines stay, unlike Liquid's: they divide paragraphs, and nobody wants fewer."""
    trims = (token.group("trim") or token.group("trim_value")) and _is_ours(token)
    return text.rstrip() if trims and not BLANK_LINE.search(text[len(text.rstrip()) :]) else text


def _after(text: str, token: re.Match[str]) -> int:
    """Where the text goes on."""
    trims = (token.group("trimmed") or token.group("trimmed_value")) and _is_ours(token)
    white = WHITE.match(text, token.end())
    return white.end() if trims and white and not BLANK_LINE.search(white.group(0)) else token.end()


def parse(text: str) -> list[Piece] | None:
    """The text as pieces; None when its blocks do not close each other."""
    parser, at = _Parser(), 0
    for token in TOKEN.finditer(text):
        parser.here.append(Piece(_before(text[at : token.start()], token)))
        at = _after(text, token)
        if not parser.take(token):
            return None
    parser.here.append(Piece(text[at:]))
    return None if parser.blocks else parser.top


class _Parser:
    """``here`` is where the next piece goes; ``blocks`` are open, each with where it stands."""

    def __init__(self) -> None:
        self.top: list[Piece] = []
        self.here = self.top
        self.blocks: list[tuple[Piece, list[Piece]]] = []

    def take(self, token: re.Match[str]) -> bool:
        """One token; False when it closes what is not open, or blocks are too deep."""
        source, name, rest = token.group(0), token.group("name") or "", (token.group("rest") or "").strip()
        if name in BLOCKS:
            block = Piece(source, name, rest)
            self.here.append(block)
            self.blocks.append((block, self.here))
            self._branch(Piece(source, name, rest))
            return len(self.blocks) <= DEEPEST
        if name in BRANCHES and self.blocks and self.blocks[-1][0].name in BRANCHES[name]:
            self._branch(Piece(source, name, rest))
            return True
        if name.startswith("end") and name[3:] in BLOCKS:
            if not self.blocks or self.blocks[-1][0].name != name[3:]:
                return False
            block, self.here = self.blocks.pop()
            block.closing, block.end = source, token.end()
            return True
        self.here.append(Piece(source, name or "{{", rest or (token.group("value") or "").strip()))
        return True

    def _branch(self, head: Piece) -> None:
        branches = self.blocks[-1][0].branches
        branches.append((head, []))
        self.here = branches[-1][1]
