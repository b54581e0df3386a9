"""A text as a row of units, its words and pictures, so that whole pieces of it can be found and taken out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import accumulate
from urllib.parse import unquote_plus

from porting.readers.wordpress.closing import closed
from porting.readers.wordpress.media import address_key

_TOKEN = re.compile(
    r"(?P<tag><!--.*?-->|<(?P<raw>script|style)\b[^<>]*>.*?</(?P=raw)[^<>]*>?|<(?P<end>/?)(?P<name>[a-z][\w-]*)[^<>]*>)"
    r"|(?:\w|&(?:\#\d{1,7}|\#x[\da-f]{1,6}|[a-z]\w{1,31});)+",
    re.DOTALL | re.IGNORECASE,
)
#: Elements that do not end a piece of text.
_INLINE = "b|strong|em|i|u|span|small|big|s|sup|sub|code|mark|del|ins|abbr|font|q|cite|kbd"
_EDGE = re.compile(rf"\n|<(?!/?(?:{_INLINE})\b)[^<>]*>", re.IGNORECASE)
_WORD = re.compile(r"\w+")
#: Elements that are seen without a word in them, and the attribute that tells one from another.
_MEDIA = {
    **dict.fromkeys(("img", "iframe", "video", "audio", "embed", "script", "source"), "src"),
    "object": "data", "input": "name", "textarea": "name", "select": "name",
}  # fmt: skip
_IF_NAMED = {"script", "source"}  # seen only when they bring something from elsewhere
_VOID = {"img", "br", "hr", "input", "embed", "source", "wbr", "script"}
_SOURCE = {
    name: re.compile(rf"\s{name}\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>]+))", re.IGNORECASE)
    for name in set(_MEDIA.values())
}
_PLACE = re.compile(r"[?&;]q=([^&]+)")  # on a map
#: What Elementor puts behind the name of a picture that it cut to a size of its own, in a folder for all of them.
_CUT = re.compile(r"(?<=-)[a-z0-9]{30,}(?=\.\w+$)")
_MOST_LOOKS = 200_000  # places looked at in one text


class TooMuchError(Exception):
    """A text that would take too long to be searched."""


@dataclass
class _Tag:
    start: int
    end: int
    at: int  # the number of the unit that comes next, its own if it is one
    name: str  # empty for comments, styles and scripts of the page's own
    closes: bool = False
    other: int = -1  # the index of the tag that closes or opens the same element


class Units:
    """The units of pieces of HTML in their order: words in small letters, pictures and frames by their addresses."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self.words: list[str] = []
        self.owners: list[int] = []  # for each unit the number of its piece
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._tags: list[_Tag] = []
        self._looks = 0
        markup: list[str] = []
        length = 0
        for number, piece in enumerate(map(closed, pieces)):
            self._read(piece, length, number)
            markup += [piece, "\n"]
            length += len(piece) + 1
        self.markup = "".join(markup)[:-1]
        self._pair()
        self._edges = [self._is_edge(index) for index in range(len(self.words) + 1)]
        self._joined = f" {' '.join(self.words)} "
        self._offsets = list(_offsets(self.words))
        self._places: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            self._places.setdefault(word, []).append(index)

    def _read(self, piece: str, before: int, owner: int) -> None:
        for token in _TOKEN.finditer(piece):
            start, end = token.start() + before, token.end() + before
            if token["tag"] is None:
                text = unescape(token[0]) if "&" in token[0] else token[0]
                for word in _WORD.findall(text.casefold()):
                    self._add(word, start, end, owner)
                continue
            name = (token["name"] or token["raw"] or "").lower()
            unit = "" if token["end"] else _unit(name, token[0].partition(">")[0])
            name = name if unit or not token["raw"] else ""
            self._tags.append(_Tag(start, end, len(self.words), name, closes=bool(token["end"])))
            if unit:
                self._add(unit, start, end, owner)

    def _add(self, word: str, start: int, end: int, owner: int) -> None:
        self.words.append(word)
        self.owners.append(owner)
        self._starts.append(start)
        self._ends.append(end)

    def _pair(self) -> None:
        """Find the two tags of each element, however badly they are nested."""
        opened: dict[str, list[int]] = {}
        for index, tag in enumerate(self._tags):
            if not tag.name or tag.name in _VOID:
                continue
            if not tag.closes:
                opened.setdefault(tag.name, []).append(index)
            elif opened.get(tag.name):
                tag.other = opened[tag.name].pop()
                self._tags[tag.other].other = index

    def _is_edge(self, index: int) -> bool:
        """Whether a piece of text may end before this unit and another one begin."""
        if index in {0, len(self.words)} or self.owners[index] != self.owners[index - 1]:
            return True
        if self.words[index].startswith("<") or self.words[index - 1].startswith("<"):
            return True
        gap = self.markup[self._ends[index - 1] : self._starts[index]]
        return gap != " " and bool(_EDGE.search(gap))

    def paragraphs(self) -> list[tuple[str, ...]]:
        """The units by the elements and lines they stand in."""
        cuts = [index for index, edge in enumerate(self._edges) if edge]
        return [tuple(self.words[start:end]) for start, end in zip(cuts, cuts[1:], strict=False)]

    def runs(self, wanted: Sequence[str]) -> list[range]:
        """Where these units stand, one after the other and with nothing beside them in their element or line.

        Raises ``TooMuchError`` when too many places have been looked at.
        """
        found: list[range] = []
        if not wanted:
            return found
        text = f" {' '.join(wanted)} "
        _, rarest, word = min((len(self._places.get(one, ())), at, one) for at, one in enumerate(wanted))
        free = 0
        for place in self._places.get(word, ()):
            self._looks += 1
            if self._looks > _MOST_LOOKS:
                raise TooMuchError
            first, after = place - rarest, place - rarest + len(wanted)
            if first < free or after > len(self.words) or not (self._edges[first] and self._edges[after]):
                continue
            if self._joined.startswith(text, self._offsets[first]):
                found.append(range(first, after))
                free = after
        return found

    def is_edge(self, index: int) -> bool:
        """Whether an element or line ends before this unit."""
        return self._edges[index]

    def sequences(self, length: int, without: Collection[int] = ()) -> set[tuple[str, ...]]:
        """All rows of so many units that stand beside each other, but for those in which one is left out."""
        kept = [index not in without for index in range(len(self.words))]
        return {
            tuple(self.words[start : start + length])
            for start in range(len(self.words) - length + 1)
            if all(kept[start : start + length])
        }

    def without(self, taken: Collection[int]) -> str:
        """The markup but for these units and the elements in which nothing else stands."""
        taken = set(taken) | self._captions(set(taken))
        kept = [0]
        for index in range(len(self.words)):
            kept.append(kept[-1] + (index not in taken))
        gone = [(tag.start, tag.end) for tag in self._tags if self._goes(tag, taken, kept)]
        gone += [span for start, end in rows_of(taken) for span in self._texts(start, end)]
        parts: list[str] = []
        position = 0
        for start, end in sorted(gone):
            parts.append(self.markup[position : max(start, position)])
            position = max(position, end)
        return "".join([*parts, self.markup[position:]])

    def _captions(self, taken: set[int]) -> set[int]:
        """What stands in figures of which all pictures are taken out: their captions."""
        pictures = list(accumulate((word.startswith("<") for word in self.words), initial=0))
        stay = list(
            accumulate((w.startswith("<") and n not in taken for n, w in enumerate(self.words)), initial=0)
        )
        steps = [0] * (len(self.words) + 1)  # into figures that go, and out of them
        for tag in self._tags:
            if tag.name != "figure" or tag.closes or tag.other < 0:
                continue
            first, after = tag.at, self._tags[tag.other].at
            if pictures[first] < pictures[after] and stay[first] == stay[after]:
                steps[first] += 1
                steps[after] -= 1
        return {index for index, depth in enumerate(accumulate(steps)) if depth}

    def _goes(self, tag: _Tag, taken: set[int], kept: list[int]) -> bool:
        """Whether a tag goes with the units: nothing but these stands in its element, or it stands among them."""
        if tag.other >= 0:
            first, last = sorted((tag.at, self._tags[tag.other].at))
            if first < last:
                return kept[first] == kept[last]
        return tag.at in taken and (tag.at - 1 in taken or tag.name in _MEDIA)

    def _texts(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The spans of a row of units with the signs around them, but without the tags between them."""
        start, end = self._starts[first], self._ends[last]
        if self._edges[first]:
            before = self._ends[first - 1] if first else 0
            start = max([before, *(edge.end() for edge in _EDGE.finditer(self.markup, before, start))])
        if self._edges[last + 1]:
            after = self._starts[last + 1] if last + 1 < len(self.words) else len(self.markup)
            edge = _EDGE.search(self.markup, end, after)
            end = edge.start() if edge else after
        at = bisect_left(self._tags, start, key=lambda tag: tag.start)
        while at < len(self._tags) and self._tags[at].start < end:
            yield start, self._tags[at].start
            start = self._tags[at].end
            at += 1
        yield start, end


def _unit(name: str, tag: str) -> str:
    """The unit that a tag is by itself; empty for others."""
    address = _address(name, tag) if name in _MEDIA else ""
    return f"<{name}:{address}>" if name in _MEDIA and (address or name not in _IF_NAMED) else ""


def _address(name: str, tag: str) -> str:
    """What tells an element from others of its kind: where it has its picture, film or map from, or its name."""
    found = _SOURCE[_MEDIA[name]].search(tag)
    given = unescape(next(filter(None, found.groups()), "") if found else "")
    if name == "img":
        return _file(given)
    address = address_key(given)
    place = _PLACE.search(given) if name == "iframe" else None
    return re.sub(r"\s", "+", f"{address}?{unquote_plus(place[1])}" if place else address)


def _file(address: str) -> str:
    """The name of a picture's file. A site may have moved to another address between its text and its widgets, and
    Elementor has pictures of its own sizes in a folder of its own."""
    if "/thumbs/" in address:
        address = _CUT.sub("", address).replace("-.", ".")
    return re.sub(r"\s", "+", address_key(address).rpartition("/")[2])


def _offsets(words: list[str]) -> Iterator[int]:
    """Where each word's space stands in all of them joined."""
    position = 0
    for word in words:
        yield position
        position += len(word) + 1


def rows_of(numbers: set[int]) -> Iterator[tuple[int, int]]:
    """The first and last of numbers that follow each other."""
    for first in sorted(number for number in numbers if number - 1 not in numbers):
        last = first
        while last + 1 in numbers:
            last += 1
        yield first, last
