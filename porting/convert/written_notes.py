"""Footnotes somebody wrote by hand, as Word and old Markdown programs did, read as footnotes.

A raised number leads to a place below, ``<a href="#_ftn1" name="_ftnref1">[1]</a>``, and from there a link leads back.
Such a pair is sure; without the way back, only a place with a footnote's name (``fn1``, ``_ftn1``) is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from core.article.anchors import anchor_from
from porting.convert.tags import HEADINGS
from porting.convert.tree import Element, Node
from porting.convert.written_note import NoteText

_MARK = re.compile(r"[\[(]?\s*(\d{1,3}|[a-z]|[ivxl]{2,6}|[*†‡§]{1,3})\s*[\])]?", re.IGNORECASE)
_NAMED = re.compile(
    r"_?(?:ftn|fn|edn|footnote|endnote|note|cite[-_]?note)s?[-_:.]*(?:\d{1,3}|[a-z*])", re.IGNORECASE
)
_RAISED = frozenset({"sup", "span", "small", "b", "strong", "i", "em"})
_HOLDERS = frozenset({"p", "li", "dd", "div"})
_MOST = 2_000  # marks of one text; more are no footnotes but an attempt to keep somebody busy
_LONGEST = 5_000  # letters of one note; a longer one is a chapter


@dataclass
class _Reference:
    """A link in the text. ``names`` is what the way back may be called."""

    link: Element
    mark: str
    wanted: str
    names: set[str] = field(default_factory=set)


def read_written_notes(body: Element) -> list[str]:
    """Turn hand-made notes of ``body`` into the dialect's footnotes; what a report should say about it."""
    references = [found for link in body.find_all("a") if (found := _reference(link))]
    if not 0 < len(references) <= _MOST:
        return []
    return _Notes(body, references).read()


def _reference(link: Element) -> _Reference | None:
    href, found = link.get("href"), _MARK.fullmatch(link.words)
    return _Reference(link, found.group(1), href[1:]) if len(href) > 1 and href[0] == "#" and found else None


class _Notes:
    """One body: who is whose parent, which place has which name, and which texts are notes."""

    def __init__(self, body: Element, references: list[_Reference]) -> None:
        self.body = body
        self.parents: dict[int, Element] = {}
        self.places: dict[str, Element] = {}
        order = {id(node): number for number, node in enumerate(body.walk())}
        for parent in (body, *(node for node in body.walk() if isinstance(node, Element))):
            for child in parent.elements:
                self.parents[id(child)] = parent
                for name in _names(child):
                    self.places.setdefault(name, child)
        # A note stands below its mark; its way back leads up.
        self.references = [
            one
            for one in references
            if one.wanted in self.places and order[id(one.link)] < order[id(self.places[one.wanted])]
        ]
        for reference in self.references:
            reference.names = self._names_around(reference.link)

    def read(self) -> list[str]:
        by_holder: dict[int, tuple[Element, list[NoteText]]] = {}
        for wanted in dict.fromkeys(reference.wanted for reference in self.references):
            note = self._note(wanted)
            if note:
                by_holder.setdefault(id(note.holder), (note.holder, []))[1].append(note)
        notes = [note for holder, found in by_holder.values() for note in _divided(holder, found)]
        notes = [note for note in notes if self._is_note(note)]
        if not notes:
            return []
        self._move(notes)
        return self._refer(notes)

    def _names_around(self, link: Element) -> set[str]:
        """Names of the link, of what is raised around it or in it, and of an empty mark right before it."""
        found = set(_names(link)) | {name for inner in link.elements for name in _names(inner)}
        node = link
        for _step in range(3):
            parent = self.parents[id(node)]
            at = next(place for place, child in enumerate(parent.children) if child is node)
            before = parent.children[at - 1] if at else ""
            if isinstance(before, Element) and before.tag in ("a", "span") and before.is_blank():
                found |= set(_names(before))
            if parent.tag not in _RAISED:
                break
            found |= set(_names(parent))
            node = parent
        return found

    def _note(self, wanted: str) -> NoteText | None:
        """The place a mark leads to, with the paragraph or point it stands in."""
        place = self.places.get(wanted)
        if place is None or place.tag in HEADINGS or place.block:
            return None
        holder, branch = place, place
        while holder.tag not in _HOLDERS:
            branch, holder = holder, self.parents.get(id(holder), self.body)
            if holder is self.body or holder.tag in HEADINGS or holder.block:
                return None
        around = self.parents.get(id(holder), self.body)
        first = next((child for child in around.elements if not child.is_blank()), None)
        if holder.tag == "p" and first is holder and (around.tag in ("li", "dd") or _is_named(around)):
            holder, branch = around, holder
        if holder.tag == "div" and not _is_named(holder):
            return None
        return NoteText(wanted, holder, None if branch is holder else branch)

    def _is_note(self, note: NoteText) -> bool:
        mine = [reference for reference in self.references if reference.wanted == note.name]
        links = [node for node in note.walk() if isinstance(node, Element) and node.tag == "a"]
        names = {name for reference in mine for name in reference.names}
        note.ways_back = {f"#{name}" for name in names}
        note.mark = mine[0].mark if mine else ""
        back = any(link.get("href") in note.ways_back for link in links)
        if not mine or not (back or _NAMED.fullmatch(note.name)):
            return False
        headed = any(isinstance(node, Element) and node.tag in HEADINGS for node in note.walk())
        return not headed and note.begins_it() and 0 < note.length() < _LONGEST

    def _move(self, notes: list[NoteText]) -> None:
        """Take the notes out of where they stood and put them, together, behind what the first one stood in."""
        top = notes[0].holder
        while self.parents[id(top)] is not self.body:
            top = self.parents[id(top)]
        section = next((one for one in self.body.elements if one.block == "footnotes"), None)
        if section is None:
            section = Element("section", {"data-block": "footnotes"})
            self.body.children.insert(_place(self.body, top) + 1, section)
            self.parents[id(section)] = self.body
        for note in notes:
            section.children.append(Element("div", {"data-item": "", "data-key": note.key}, *note.take()))
            self._leave_nothing(note.holder)

    def _leave_nothing(self, element: Element) -> None:
        """Remove what the notes stood in, as far up as nothing else is in it."""
        while element is not self.body and element.is_blank():
            parent = self.parents[id(element)]
            parent.children = [child for child in parent.children if child is not element]
            element = parent

    def _refer(self, notes: list[NoteText]) -> list[str]:
        """Marks refer to the notes; other links to them or back lead to where they are now."""
        keys = {note.name: note.key for note in notes}
        places = {f"#{note.name}": f"#footnote-{anchor_from(note.key)}" for note in notes}
        marks: dict[str, str] = {}
        for reference in self.references:
            key = keys.get(reference.wanted)
            if not key:
                continue
            places |= {f"#{name}": f"#footnote-{anchor_from(key)}-reference-1" for name in reference.names}
            marks.setdefault(key, reference.mark)
            self._raise(reference.link, key)
        # Once the links are changed, nothing tells any more how the marks were written.
        bare = any(keys.get(one.wanted) and one.link.words[:1] not in "[(" for one in self.references)
        for link in self.body.find_all("a"):
            link.attributes["href"] = places.get(link.get("href"), link.get("href"))
        told = ["The marks of footnotes read “[1]” here and read “1” there."] if bare else []
        return told + _renumbered(self.body, marks)

    def _raise(self, link: Element, key: str) -> None:
        """The mark instead of the link, and of what only raised it."""
        node = link
        while (parent := self.parents[id(node)]).tag == "sup" and parent.words == node.words:
            node = parent
        around = self.parents[id(node)]
        at = _place(around, node)
        around.children[at] = Element("sup", {"data-footnote": key})
        self.parents[id(around.children[at])] = around


def _names(element: Element) -> Iterable[str]:
    return [name for name in (element.get("id"), element.get("name") if element.tag == "a" else "") if name]


def _is_named(element: Element) -> bool:
    return element.tag == "div" and bool(_NAMED.fullmatch(element.get("id")))


def _place(parent: Element, wanted: Node) -> int:
    return next(at for at, child in enumerate(parent.children) if child is wanted)


def _divided(holder: Element, notes: list[NoteText]) -> list[NoteText]:
    """Several notes in one paragraph end where the next begins."""
    starts = [0 if note.branch is None else _place(holder, note.branch) for note in notes]
    ordered = sorted(zip(starts, notes, strict=True), key=lambda pair: pair[0])
    for number, (start, note) in enumerate(ordered):
        after = ordered[number + 1][0] if number + 1 < len(ordered) else len(holder.children)
        note.children = holder.children[start:after]
        note.before = holder.children[:start] if number == 0 else []
    return [note for _start, note in ordered]


def _renumbered(body: Element, marks: dict[str, str]) -> list[str]:
    """Footnotes are numbered in the order of the text; whose mark was another is told."""
    order = dict.fromkeys(
        node.get("data-footnote") for node in body.find_all("sup") if node.get("data-footnote")
    )
    return [
        f"The footnote marked “{marks[key]}” has the number {number} here."
        for number, key in enumerate(order, 1)
        if key in marks and marks[key] != str(number)
    ]
