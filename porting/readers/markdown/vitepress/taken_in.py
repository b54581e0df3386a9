"""Other files in a text: ``<!--@include: ./part.md-->`` is a text, ``<<< @/snippets/mill.js#turn{2,4} [title]`` code.

VitePress puts texts in before it looks at the Markdown, so in code as well, each with the texts it takes in itself.
Code comes in by a rule for lines of Markdown, so that what stands within fences stays as it is typed.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections import Counter
from collections.abc import Callable

from porting.readers.markdown.addresses import slugify
from porting.readers.markdown.front import split
from porting.readers.markdown.text.masks import Masks, dedent, mask

CODE = re.compile(
    r"^(?P<indent>[ \t]*+)<<<(?!<)[ \t]*+(?P<path>[^\s#{\[]++)(?:#(?P<region>[\w.-]++))?[ \t]*+"
    r"(?:\{(?P<lines>[^}\n]*+)\})?[ \t]*+(?P<title>\[[^\]\n]*+\])?[ \t]*+$",
    re.MULTILINE,
)
BEGIN = re.compile(r"<!--\s*+@include:[^\S\n]*+")
END = "-->"
PATH = re.compile(
    r"(?P<path>[^\s#{]++)(?:#(?P<region>[^\s{]++))?(?:\{(?P<first>\d{0,9}),(?P<last>\d{0,9})\})?"
)
# In the comments of many languages: ``// #region a``, ``<!-- #region a -->``, ``# endregion``, ``#pragma region a``.
REGION = re.compile(
    r"\s*+(?:(?://+|/\*|<!--|\(\*|--|::|@?rem\b|\"//)\s*+#?|#\s*+(?:#\s*+|pragma\s++)?)"
    r"(?P<end>end ?)?region\b[ \t]*+\"?(?P<name>(?:[\w.]|\*(?![/)])|-(?!-?>))*+)",
    re.IGNORECASE,
)
HEADING = re.compile(r"(?P<level>#{1,6})[ \t]++(?P<text>[^\n]*)")
OWN_ANCHOR = re.compile(r"\{#([\w.-]{1,200})\}\s*$")
MOST = 50  # files one text takes in
LARGEST = 200_000  # bytes of a file
MOST_LETTERS = 2_000_000  # of all files one text takes in
DEEPEST = 10  # files in each other

Find = Callable[[str, str], tuple[str, str] | None]


class TakenIn:
    """Puts other files into one text. ``find`` gives a file's whole path and text by a folder and what is written."""

    def __init__(self, find: Find) -> None:
        self.find = find
        self.files, self.letters = MOST, MOST_LETTERS

    def texts(self, text: str, folder: str, within: tuple[str, ...] = ()) -> str:
        """The text with the texts it takes in; what cannot be found stays as it is typed."""
        pieces, done, end, line_end = [], 0, -1, -1
        for found in BEGIN.finditer(text):
            if found.start() < done:
                continue
            at = found.end()
            # Both are looked for once, not for every begin.
            end = text.find(END, at) if end < at else end
            if line_end < at:
                line_end = text.find("\n", at) % (len(text) + 1)  # the end of the text where there is none
            if end < 0:
                break
            if line_end < end:
                continue
            taken = self._text(text[at:end].strip(), folder, within)
            if taken is not None:
                pieces += [text[done : found.start()], taken]
                done = end + len(END)
        return "".join(pieces) + text[done:]

    def _text(self, said: str, folder: str, within: tuple[str, ...]) -> str | None:
        asked = PATH.fullmatch(said) if len(said) < 1000 else None
        if not asked or len(within) >= DEEPEST:
            return None
        found = self._taken(asked["path"], folder)
        if found is None or found[0] in within:
            return None
        path, text = found
        ranged = asked["first"] is not None
        if asked["region"] or not ranged:  # the lines of a whole file are counted with its fields
            text = split(text).body if path.endswith(".md") else text
        text = part(text, asked["region"]) if asked["region"] else text
        if ranged:
            text = "\n".join(
                text.split("\n")[max(int(asked["first"] or 1) - 1, 0) : int(asked["last"] or 10**9)]
            )
        self.letters -= len(text)
        return self.texts(text, posixpath.dirname(path), (*within, path)) if self.letters >= 0 else None

    def code(self, text: str, masks: Masks, folder: str) -> str:
        """The text, whose own code is hidden, with the code of other files as fences, hidden as well."""
        return CODE.sub(lambda found: self._code(found, masks, folder), text)

    def _code(self, found: re.Match[str], masks: Masks, folder: str) -> str:
        taken = self._taken(found["path"], folder)
        if taken is None:
            return found[0].replace("<", "&lt;")
        code = region(taken[1], found["region"]) if found["region"] else None
        code = taken[1] if code is None else dedent(code)
        self.letters -= len(code)
        if self.letters < 0:
            return found[0].replace("<", "&lt;")
        return "\n".join(
            found["indent"] + masks.hide(line) if line.strip() else line for line in _fence(found, code)
        )

    def _taken(self, path: str, folder: str) -> tuple[str, str] | None:
        self.files -= 1
        return self.find(path, folder) if self.files >= 0 and self.letters >= 0 else None


def _fence(found: re.Match[str], code: str) -> list[str]:
    first, *rest = (found["lines"] or "").split(" ")
    marked, language = ("", first) if re.match(r"[A-Za-z]", first) else (first, (rest or [""])[0])
    language = language or posixpath.splitext(found["path"])[1][1:] or "text"
    fence = "`" * max(3, 1 + max(map(len, re.findall(r"`{3,}", code)), default=2))
    lines = f"{{{marked}}}" if marked else ""
    return [f"{fence}{language}{lines} {found['title'] or ''}", *code.strip("\n").split("\n"), fence]


def part(text: str, name: str) -> str:
    """A region of a text, the section below the heading with this anchor, or all of it when there is neither."""
    found = region(text, name)
    return _section(text, name) if found is None else found


def region(text: str, name: str) -> str | None:
    """The lines of all regions ``#region name`` that end; None when there are none. A mark in them is no line."""
    kept: list[str] | None = None
    lines: list[str] = []
    opened: list[str] = []
    times: Counter[str] = Counter()
    for line in text.split("\n"):
        mark = REGION.match(line)
        if mark and not mark["end"]:
            opened.append(mark["name"])
            times[mark["name"]] += 1
        elif mark and opened and (not mark["name"] or times[mark["name"]]):
            ends, last = mark["name"] or opened[-1], ""
            while last != ends:  # a region that was begun in it ends with it
                last = opened.pop()
                times[last] -= 1
            if ends == name and not times[name]:
                kept, lines = [*(kept or []), *lines], []
        elif times[name]:
            lines.append(line)
    return None if kept is None else "\n".join(kept)


def _section(text: str, name: str) -> str:
    """What stands below the heading with an anchor, to the next heading of its level; the text when it has none."""
    masked, masks = mask(text)
    lines: list[str] | None = None
    level = 0
    for line in masked.split("\n"):
        heading = HEADING.fullmatch(line)
        if lines is None:
            if heading and name in _anchors(heading["text"]):
                lines, level = [], len(heading["level"])
        elif heading and len(heading["level"]) <= level:
            break
        else:
            lines.append(line)
    return text if lines is None else masks.restore("\n".join(lines))


def _anchors(heading: str) -> tuple[str, ...]:
    own = OWN_ANCHOR.search(heading[-300:])
    if own:
        return (own[1],)
    words = slugify(unicodedata.normalize("NFKD", heading))
    return (slugify(heading), words, f"_{words}", slugify(heading, ascii_only=True))
