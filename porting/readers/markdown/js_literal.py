"""The values a JavaScript file exports, as far as they are written out: nothing of it is ever run.

Strings, numbers, ``true``, ``false``, ``null``, lists and objects are read. Whatever would have to be worked out
(functions, names, sums) is passed over and its name is told. Time and memory grow with the text's length only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

LONGEST = 200_000  # letters of a file
DEEPEST = 20  # objects in each other
SPACE = re.compile(r"(?:\s+|//[^\n]*|/\*(?:[^*]|\*(?!/))*+\*/)*+")
STRING = re.compile(r"\"((?:[^\"\\\n]|\\.)*+)\"|'((?:[^'\\\n]|\\.)*+)'|`((?:[^`\\]|\\.)*+)`", re.DOTALL)
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])")
WORD = re.compile(r"[A-Za-z_$][\w$]*")
WORDS = {"true": True, "false": False, "null": None, "undefined": None}
ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|u\{(0?[0-9a-fA-F]{1,5})\}|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "", "\n": ""}
OTHER = re.compile(r"[^\s\"'`()\[\]{},/]+|[\s\S]")
EXPORT = re.compile(r"^[ \t]*(?:export\s+default\b|module\.exports\s*=)\s*", re.MULTILINE)
RETURNED = re.compile(r"\breturn\s*\(?\s*(?=\{)|=>\s*\(\s*(?=\{)")


class NotWrittenOutError(Exception):
    """A value that only running the program would tell."""


@dataclass
class Exported:
    """``values`` by name, and the text of those that are not written out, by their names with dots between."""

    values: dict[str, Any] = field(default_factory=dict)
    programs: dict[str, str] = field(default_factory=dict)


def exported(text: str) -> Exported | None:
    """What ``export default {…}`` or ``module.exports = {…}`` says, also from a function or a name; None without."""
    text = text[:LONGEST]
    found = EXPORT.search(text)
    if not found:
        return None
    at = found.end()
    named = WORD.match(text, at)
    if named and re.match(r"\s*(?:;|$)", text[named.end() : named.end() + 20]):
        kept = re.search(rf"\b(?:const|let|var)\s+{re.escape(named.group(0))}\s*=\s*(?=\{{)", text)
        at = kept.end() if kept else at
    if text[at : at + 1] != "{":
        inner = RETURNED.search(text, at)
        at = inner.end() if inner else len(text)
    if text[at : at + 1] != "{":
        return None
    reader = _Reader(text, at)
    values = reader.mapping("", 0)
    return Exported(values, reader.programs)


def written(text: str) -> Exported | None:
    """What a text says that is one object and nothing else; None when it is something else."""
    reader = _Reader(text[:LONGEST], 0)
    if reader.sign() != "{":
        return None
    values = reader.mapping("", 0)
    return None if reader.sign() not in ("", ";") else Exported(values, reader.programs)


class _Reader:
    def __init__(self, text: str, at: int) -> None:
        self.text, self.at = text, at
        self.programs: dict[str, str] = {}

    def sign(self) -> str:
        """The next letter that is neither space nor in a comment; empty at the end."""
        space = SPACE.match(self.text, self.at)
        self.at = space.end() if space else self.at
        return self.text[self.at : self.at + 1]

    def mapping(self, above: str, depth: int) -> dict[str, Any]:
        """The object that begins here."""
        found: dict[str, Any] = {}
        self.at += 1
        while (sign := self.sign()) and sign != "}":
            begin = self.at
            name = self._name()
            if name and self.sign() == ":":
                self.at += 1
                self._member(found, name, f"{above}{name}", depth)
            else:  # a method, a name alone, or the parts of another object
                self._pass_over()
                self.programs[f"{above}{name or '…'}"] = self.text[begin : self.at]
            if self.sign() == ",":
                self.at += 1
        self.at += 1
        return found

    def _member(self, found: dict[str, Any], name: str, path: str, depth: int) -> None:
        self.sign()
        begin = self.at
        try:
            found[name] = self._value(f"{path}.", depth)
        except NotWrittenOutError:
            self._pass_over()
            self.programs[path] = self.text[begin : self.at].strip()

    def _name(self) -> str:
        found = STRING.match(self.text, self.at) or WORD.match(self.text, self.at)
        if not found:
            return ""
        self.at = found.end()
        return _unescaped(found) if found.re is STRING else found.group(0)

    def _value(self, above: str, depth: int) -> Any:
        """The value that begins here, when what follows it says that it is whole."""
        sign = self.sign()
        if sign in ("{", "[") and depth >= DEEPEST:
            raise NotWrittenOutError
        if sign == "{":
            value: Any = self.mapping(above, depth + 1)
        elif sign == "[":
            value = self._list(above, depth + 1)
        else:
            value = self._single()
        if self.sign() not in (",", "}", "]", ""):
            raise NotWrittenOutError
        return value

    def _single(self) -> Any:
        for pattern in (STRING, NUMBER, WORD):
            found = pattern.match(self.text, self.at)
            if not found:
                continue
            if pattern is WORD and found.group(0) not in WORDS:
                break
            if pattern is STRING and "${" in (found.group(3) or ""):
                break
            self.at = found.end()
            if pattern is STRING:
                return _unescaped(found)
            return float(found.group(0)) if pattern is NUMBER else WORDS[found.group(0)]
        raise NotWrittenOutError

    def _list(self, above: str, depth: int) -> list[Any]:
        found: list[Any] = []
        self.at += 1
        while (sign := self.sign()) and sign not in "]}":
            try:
                found.append(self._value(above, depth))
            except NotWrittenOutError:
                begin = self.at
                self._pass_over()
                self.programs[above.rstrip(".")] = self.text[begin : self.at].strip()
            if self.sign() == ",":
                self.at += 1
        self.at += 1
        return found

    def _pass_over(self) -> None:
        """On to the end of what cannot be read: the next comma or closing bracket that is not its own."""
        depth = 0
        while sign := self.sign():
            if not depth and sign in ",}])":
                if sign == ")":
                    self.at += 1
                    continue
                return
            depth += 1 if sign in "({[" else -1 if sign in ")}]" else 0
            found = STRING.match(self.text, self.at) or OTHER.match(self.text, self.at)
            self.at = found.end() if found else len(self.text)


def _unescaped(found: re.Match[str]) -> str:
    raw = next((one for one in found.groups() if one is not None), "")

    def letter(escape: re.Match[str]) -> str:
        code = escape.group(1) or escape.group(2) or escape.group(3)
        return chr(int(code, 16)) if code else ESCAPES.get(escape.group(4), escape.group(4))

    if "\\" not in raw:
        return raw
    # Two halves of one letter become it, a lonely half becomes a sign for what cannot be shown.
    return ESCAPE.sub(letter, raw).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
