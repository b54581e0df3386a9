"""Settings of a site whose configuration is a program, found in its text by their names. Nothing of it is ever run.

A setting counts where it is a member of the object a program exports, hands to a function or returns:
``export default defineConfig({ srcExclude: ['drafts/**'] })``. Time grows with the text's length only.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
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
PATTERN = re.compile(r"/(?![*/])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*+\])++/\w*+")  # a regular expression
IMPORT = re.compile(
    r"(?:\b(?:import|const|let|var)\s++(?P<names>[\w$*{}\s,:]{1,500}?)\s*(?:\bfrom\s*|=\s*require\s*\(\s*)"
    r"|\bimport\s*|\brequire\s*\(\s*|\bfrom\s*)[\"'](?P<path>\.{1,2}/[^\"'\n]{1,200})[\"']"
)
SPREAD = re.compile(r"(?:\.\.\.|\bextends\s*:)\s*+([\w$]++)")
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
CLOSED_BY = {")": "(", "]": "[", "}": "{"}
MOST_FILES, LARGEST = 50, 500_000  # programs, and bytes of one
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

    def __init__(self, package: Package, path: str) -> None:
        self.package = package
        self.texts: dict[str, str] = {}
        self.lost: list[str] = []
        waiting = [path]
        while waiting and len(self.texts) < MOST_FILES:
            name = waiting.pop(0)
            if name not in self.texts:
                self.texts[name] = _text(package, name)
                waiting += self._taken_in(name)

    def _taken_in(self, name: str) -> list[str]:
        text = self.texts[name]
        used = set(SPREAD.findall(text))
        found = []
        for said in list(IMPORT.finditer(text))[:MOST_FILES]:
            place = self._place(inside(posixpath.dirname(name), said["path"]))
            if place:
                found.append(place)
            elif used & set(re.findall(r"[\w$]+", said["names"] or "")) and not ASSET.search(said["path"]):
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

    def text(self) -> str:
        """The first file without its comments."""
        text = next(iter(self.texts.values()), "")
        kept = (found for found in TOKEN.finditer(text))
        return "".join(one[0] if not one["space"] or one[0].isspace() else " " for one in kept)


class _Walk:
    """One way through a text, knowing at every word what it stands in."""

    def __init__(self, text: str, name: str, *, deep: bool) -> None:
        self.text, self.name, self.deep = text, name, deep
        self.open: list[str] = []  # brackets; an object's is "object", that of a program's lines "{"
        self.before = ""  # the last sign or word
        self.found = Said()
        self.times = 0

    def run(self) -> Said:
        at = 0
        while at < len(self.text):
            found = self._token(at)
            at = found.end()
            if found.re is PATTERN:
                self.before = "/"
            elif not found["space"]:
                self._meet(found)
        if self.open:  # read wrongly somewhere: what was found may not be all
            self.found.unread = True
        return self.found

    def _token(self, at: int) -> re.Match[str]:
        is_pattern = self.text[at] == "/" and self.before in BEFORE_PATTERN
        found = (PATTERN.match(self.text, at) if is_pattern else None) or TOKEN.match(self.text, at)
        return cast("re.Match[str]", found)  # any letter is a token

    def _meet(self, found: re.Match[str]) -> None:
        said = found[0]
        if found["string"]:
            self._meet_string(found)
        elif found["word"]:
            if said == self.name:
                self._mentioned(found)
        elif said in "([{":
            is_object = said == "{" and self.before in BEFORE_OBJECT
            self.open.append("object" if is_object else said)
        elif said in CLOSED_BY:
            self._close(CLOSED_BY[said])
        self.before = said

    def _meet_string(self, found: re.Match[str]) -> None:
        if found[0][1:-1] == self.name:
            self._mentioned(found)
        elif found[0][0] == "`" and re.search(rf"\b{self.name}\s*:", found[0]):
            self.found.unread = True  # programs within texts, or a text read wrongly

    def _close(self, sign: str) -> None:
        last = self.open.pop() if self.open else ""
        if last != sign and not (last == "object" and sign == "{"):
            self.found.unread = True

    def _mentioned(self, found: re.Match[str]) -> None:
        space = SPACE.match(self.text, found.end())
        follows = self.text[space.end() :][:1] if space else ""
        self.times += 1
        if self.times > MOST:
            self.found.unread = True
        elif self.before in ("{", ",") and follows in (":", ",", "}", "(") and self._is_setting():
            self._read(found.start())
        elif self.before == "." and follows in ("=", "."):
            self.found.unread = True

    def _is_setting(self) -> bool:
        if not self.open or self.open[-1] != "object":
            return False
        return self.deep or (self.open.count("object") == 1 and "[" not in self.open)

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


def _text(package: Package, path: str) -> str:
    try:
        return decode(package.read(path, LARGEST))[0]
    except PackageError:
        return ""
