"""Settings of a site whose configuration is a program, found in its text by their names. Nothing of it is ever run.

A setting counts where it is a member of the object a program exports, hands to a function or returns:
``export default defineConfig({ srcExclude: ['drafts/**'] })``. Time grows with the text's length only.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, cast

from porting.packages import Package, PackageError
from porting.readers.markdown.addresses import inside
from porting.readers.markdown.decoding import decode
from porting.readers.markdown.js_literal import LONGEST, SPACE, exported

# A string or comment nobody closed goes on to the end of the line or text, so that none is looked through twice.
TOKEN = re.compile(
    r"(?P<space>\s++|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/)?)"
    r"|(?P<string>\"(?:[^\"\\\n]|\\.)*+\"?|'(?:[^'\\\n]|\\.)*+'?|`(?:[^`\\]|\\.)*+`?)"
    r"|(?P<word>[A-Za-z_$][\w$]*+)|(?P<sign>=>|\.\.\.|.)",
    re.DOTALL,
)
SCRIPT, ASSET = re.compile(r"\.[cm]?[jt]s$"), re.compile(r"\.(?:json|vue|s?css|less|styl)$")
# A regular expression; those that end far away are none, so that no line is looked through for every sign.
PATTERN = re.compile(r"/(?![*/])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.){0,300}+\]){1,500}+/\w*+")
IMPORT = re.compile(
    r"(?:\b(?:import|const|let|var)\s++(?P<names>[\w$*{},:]++(?:\s++(?!from\b)[\w$*{},:]++){0,100}+)\s*+"
    r"(?:\bfrom\s*+|=\s*+(?:require|await\s++import)\s*+\(\s*+)"
    r"|\bimport\s*+\(?\s*+|\brequire\s*+\(\s*+|\bfrom\s*+)[\"'](?P<path>\.{1,2}/[^\"'\n]{1,200})[\"']"
)
# What settings are made of: by the names of what is spread or handed over when they are exported, or as it is.
EXPORTED = re.compile(
    r"\b(?:export\s++default\b|module\.exports\s*+=)\s*+(?P<names>(?:[\w$.(<>,\s]|\{\s*+\})*+)"
)
WHOLE = re.compile(
    r"(?:\bmodule\.exports\s*=|\.\.\.|\bextends\s*:|\bexport\s*(?:\*|\{[^{}]*\bdefault\b[^{}]*\}))\s*\(?\s*$"
)
# What follows the name of an object's member where it is changed, not only asked for.
CHANGED = re.compile(r"!?\s*+(?:\?\.|\.(?!length\b)|(?:\?\?|\|\||&&|\+)?=(?![=>])|as\b)")
ENDS = (
    "",
    ".ts",
    ".mts",
    ".js",
    ".mjs",
    ".cjs",
    ".cts",
    "/index.ts",
    "/index.mts",
    "/index.js",
    "/index.mjs",
)
BEFORE_PATTERN = frozenset(["", "(", ",", "=", ":", "[", "!", "&", "|", "?", "{", "}", ";", "=>", "return"])
BEFORE_OBJECT = frozenset(["(", ",", "=", ":", "[", "?", "&", "|", "...", "default", "return"])
ENDED = re.compile(r"\s*+\]\s*+")
OBJECTS = ("object", "inner")
CLOSED_BY = {")": "(", "]": "[", "}": "{"}
MOST_FILES, LARGEST = 200, 500_000  # programs, and bytes of one
MOST_LETTERS = 2_000_000  # of all programs
MOST = 20  # times one setting is read


@dataclass
class Said:
    """Every value a setting was given, in order; ``unread`` when there is more than is written out."""

    values: list[Any] = field(default_factory=list)
    unread: bool = False

    def add(self, other: Said) -> None:
        """What another file says of it."""
        self.values += other.values
        self.unread = self.unread or other.unread


class Program:
    """The configuration of a site with the files it takes in. ``lost`` are those it is made of that are not there."""

    def __init__(self, package: Package, *paths: str) -> None:
        self.package = package
        self.texts: dict[str, str] = {}
        self.lost: list[str] = []
        waiting = list(paths)
        left = MOST_LETTERS
        while waiting and len(self.texts) < MOST_FILES and left > 0:
            name = waiting.pop(0)
            if name not in self.texts:
                self.texts[name] = self._text(name)
                left -= len(self.texts[name])
                waiting += self._taken_in(name)
        self.lost += [name for name in waiting if name not in self.texts]

    def _text(self, name: str) -> str:
        try:
            return decode(self.package.read(name, LARGEST))[0]
        except PackageError:
            self.lost.append(name)
            return ""

    def _taken_in(self, name: str) -> list[str]:
        text = self.texts[name]
        found, missing = [], []
        for said in islice(IMPORT.finditer(text), MOST_FILES):
            place = self._place(inside(posixpath.dirname(name), said["path"]))
            if place:
                found.append(place)
            elif not ASSET.search(said["path"]):
                missing.append(said)
        used = _used(text) if missing else set()
        for said in missing:
            names = set(re.findall(r"[\w$]+", said["names"] or ""))
            if used & names or WHOLE.search(text, max(0, said.start() - 200), said.start()):
                self.lost.append(said["path"])
        return found

    def _place(self, path: str) -> str:
        """The file an import means; TypeScript says ``./a.js`` of ``a.ts``. Empty when there is none."""
        bare = re.sub(r"\.[cm]?js$", "", path)
        known = (f"{one}{end}" for one in (path, bare) for end in ENDS)
        return next((one for one in known if SCRIPT.search(one) and self.package.exists(one)), "")

    def said(self, name: str, *, deep: bool = False) -> Said:
        """What the site says a setting is; ``deep`` also looks in what other settings hold."""
        found = Said()
        for text in self.texts.values():
            if name in text:
                found.add(_Walk(text, name, deep=deep).run())
        return found

    def mentions(self, words: re.Pattern[str]) -> bool:
        """Whether one of its files has these words somewhere, be it in a comment."""
        return any(map(words.search, self.texts.values()))

    def text(self) -> str:
        """The first file without its comments."""
        text = next(iter(self.texts.values()), "")
        return "".join(" " if _is_comment(one) else one[0] for one in _tokens(text))


class _Walk:
    """One way through a text, knowing at every word what it stands in."""

    def __init__(self, text: str, name: str, *, deep: bool) -> None:
        self.text, self.name, self.deep = text, name, deep
        # Brackets; that of an object that is exported is "object", of one that is a member's value "inner", and that
        # of a program's lines "{". Beside each stands the first word of what it holds just now.
        self.open: list[str] = []
        self.members: list[str] = []
        self.objects: list[int] = []  # which of the brackets are those of objects
        self.before = ""  # the last sign or word
        self.found = Said()
        self.times = 0

    def run(self) -> Said:
        for found in _tokens(self.text):
            if found.re is PATTERN:
                self.before = "/"
            elif not found["space"]:
                self._meet(found)
        if self.open:  # read wrongly somewhere: what was found may not be all
            self.found.unread = True
        return self.found

    def _meet(self, found: re.Match[str]) -> None:
        said = found[0]
        if self.members and self.before in ("{", ","):
            self.members[-1] = said
        if found["string"]:
            self._meet_string(found)
        elif found["word"]:
            if said == self.name:
                self._mentioned(found)
        elif said in "([{":
            self._open(said)
        elif said in CLOSED_BY:
            self._close(CLOSED_BY[said])
        self.before = said

    def _open(self, sign: str) -> None:
        """Note a bracket; what ``...(live ? {…} : {})`` holds belongs to the object around it."""
        if sign == "{" and self.before in BEFORE_OBJECT:
            around = self.objects[-1] if self.objects else None
            if around is None:
                sign = "object"
            else:
                sign = self.open[around] if self.members[around] in ("...", "extends") else "inner"
            self.objects.append(len(self.open))
        self.open.append(sign)
        self.members.append("")

    def _meet_string(self, found: re.Match[str]) -> None:
        if found[0][1:-1] == self.name:
            self._mentioned(found)
            if self.before == "[" and not self.found.unread:
                self._in_brackets(found.end())
        elif found[0][0] == "`" and re.search(rf"\b{self.name}\s*:", found[0]):
            self.found.unread = True  # programs within texts, or a text read wrongly

    def _in_brackets(self, at: int) -> None:
        """``config['name'] = …`` and ``{ ['name']: … }``."""
        ended = ENDED.match(self.text, at)
        if ended and self.text[ended.end() : ended.end() + 1] in (":", "("):
            self.found.unread = self._is_setting(self.open[:-1])
        elif ended:
            self.found.unread = bool(CHANGED.match(self.text, ended.end()))

    def _close(self, sign: str) -> None:
        last = self.open.pop() if self.open else ""
        del self.members[len(self.open) :]
        if self.objects and self.objects[-1] >= len(self.open):
            self.objects.pop()
        if last != sign and not (last in OBJECTS and sign == "{"):
            self.found.unread = True

    def _mentioned(self, found: re.Match[str]) -> None:
        space = SPACE.match(self.text, found.end())
        follows = self.text[space.end() :][:1] if space else ""
        self.times += 1
        if self.times > MOST:
            self.found.unread = True
        elif self.before in ("{", ",") and follows in (":", ",", "}", "(") and self._is_setting(self.open):
            self._read(found.start())
        elif self.before in ("get", "async") and follows == "(":
            self.found.unread |= self._is_setting(self.open)
        elif self.before in ("{", ",") and follows == ":" and self.open[-1:] == ["{"]:
            self.found.unread = True  # an object in a place where none was expected
        elif self.before == ".":
            self.found.unread |= bool(CHANGED.match(self.text, space.end() if space else found.end()))

    def _is_setting(self, within: list[str]) -> bool:
        if not within or within[-1] not in OBJECTS:
            return False
        return self.deep or (within[-1] == "object" and "[" not in within)

    def _read(self, at: int) -> None:
        if len(self.text) - at > LONGEST - 100:
            self.found.unread = True
            return
        read = exported("export default {" + self.text[at:])
        if read is None:
            self.found.unread = True
            return
        if read.values.get(self.name) is not None:
            self.found.values.append(read.values[self.name])
        self.found.unread |= any(one == self.name or one.startswith(f"{self.name}.") for one in read.programs)


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """A program's strings, words and signs, with the space and comments between them, and its regular expressions."""
    at, before = 0, ""
    while at < len(text):
        is_pattern = text[at] == "/" and before in BEFORE_PATTERN
        found = (PATTERN.match(text, at) if is_pattern else None) or TOKEN.match(text, at)
        found = cast("re.Match[str]", found)  # any letter is a token
        at = found.end()
        if found.re is PATTERN:
            before = "/"
        elif not found["space"]:
            before = found[0]
        yield found


def _used(text: str) -> set[str]:
    """The names of what settings are made of: spread into objects, handed over or exported. Lists hold none."""
    used: set[str] = set()
    for one in EXPORTED.finditer(text):
        used.update(re.findall(r"[\w$]+", one["names"]))
    around: list[str] = []
    last = before = ""
    for found in _tokens(text):
        if found.re is TOKEN and found["space"]:
            continue
        said = found[0]
        if said in "([{":
            around.append(said)
        elif said in CLOSED_BY and around:
            around.pop()
        elif (before == "..." and around[-1:] != ["["]) or (last, before) == ("extends", ":"):
            used.add(said)
        last, before = before, said
    return used


def _is_comment(found: re.Match[str]) -> bool:
    return found.re is TOKEN and bool(found["space"]) and not found[0].isspace()
