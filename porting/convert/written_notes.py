"""Footnotes somebody wrote by hand, as Word and old Markdown programs did, read as footnotes.

A raised number leads to a place below, ``<a href="#_ftn1" name="_ftnref1">[1]</a>``, and from there a link leads back.
Such a pair is sure; without the way back, only a place with a footnote's name (``fn1``, ``_ftn1``) is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from core.article.anchors import anchor_from
from porting.convert.letter_index import index_links
from porting.convert.tags import HEADINGS
from porting.convert.tree import Element, Node
from porting.convert.written_note import NoteText

_MARK = re.compile(r"[\[(]?\s*(\d{1,3}|[a-z]|[ivxl]{2,6}|[*†‡§]{1,3})\s*[\])]?", re.IGNORECASE)
_NAMED = re.compile(
    r"_?(?:ftn|fn|edn|footnote|endnote|note|cite[-_]?note)s?(?:[-_:.]*(?:\d{1,3}|\*)|[-_:.]+[a-z])",
    re.IGNORECASE,
)
_RAISED = frozenset({"sup", "span", "small", "b", "strong", "i", "em"})
_HOLDERS = frozenset({"p", "li", "dd", "div"})
_MOST = 2_000  # marks of one text; more are no footnotes but an attempt to keep somebody busy
_LONGEST = 5_000  # letters of one note; a longer one is a chapter


@dataclass
class _Reference:
    """A link in the text. ``names`` is what the way back may be called; ``loose`` is of an empty mark before it."""

    link: Element
    mark: str
    wanted: str
    names: set[str] = field(default_factory=set)
    loose: set[str] = field(default_factory=set)


def read_written_notes(body: Element) -> list[str]:
    """Turn hand-made notes of ``body`` into the dialect's footnotes; what a report should say about it."""
    letters = {id(link) for link in index_links(body)}
    links = (link for link in body.find_all("a") if id(link) not in letters)
    references = [found for link in links if (found := _reference(link))]
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
        self.before: dict[int, Node] = {}
        self.firsts: dict[int, Element | None] = {}
        self.places: dict[str, Element] = {}
        order = {id(node): number for number, node in enumerate(body.walk())}
        for parent in (body, *(node for node in body.walk() if isinstance(node, Element))):
            before: Node = ""
            for child in parent.children:
                if isinstance(child, Element):
                    self._enter(child, parent, before)
                before = child
        # A note stands below its mark; its way back leads up.
        self.references = [
            one
            for one in references
            if one.wanted in self.places and order[id(one.link)] < order[id(self.places[one.wanted])]
        ]
        for reference in self.references:
            self._find_names(reference)
        self.led = Counter(link.get("href") for link in body.find_all("a"))

    def _enter(self, child: Element, parent: Element, before: Node) -> None:
        self.parents[id(child)], self.before[id(child)] = parent, before
        for name in _names(child):
            self.places.setdefault(name, child)

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
        self._name(notes)
        self._move(notes)
        return self._refer(notes)

    def _find_names(self, reference: _Reference) -> None:
        """Names of the link, of what is raised around it or in it, and of an empty mark right before it."""
        node = reference.link
        reference.names = {name for inner in (node, *node.elements) for name in _names(inner)}
        for _step in range(3):
            parent, before = self.parents[id(node)], self.before[id(node)]
            if isinstance(before, Element) and before.tag in ("a", "span") and before.is_blank():
                reference.loose |= set(_names(before))
            if parent.tag not in _RAISED:
                break
            reference.names |= set(_names(parent))
            node = parent

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
        boxed = holder.tag == "p" and (around.tag in ("li", "dd") or _is_named(around))
        if boxed and self._first(around) is holder:
            holder, branch = around, holder
        if holder.tag == "div" and not _is_named(holder):
            return None
        return NoteText(wanted, holder, None if branch is holder else branch)

    def _first(self, around: Element) -> Element | None:
        """The first element in it that can be seen."""
        if id(around) not in self.firsts:
            seen = (child for child in around.elements if not child.is_blank())
            self.firsts[id(around)] = next(seen, None)
        return self.firsts[id(around)]

    def _is_note(self, note: NoteText) -> bool:
        mine = [reference for reference in self.references if reference.wanted == note.name]
        links = [node for node in note.walk() if isinstance(node, Element) and node.tag == "a"]
        self._keep_ways_back(mine, Counter(link.get("href") for link in links))
        names = {name for reference in mine for name in reference.names}
        note.ways_back = {f"#{name}" for name in names}
        note.mark = mine[0].mark if mine else ""
        back = any(link.get("href") in note.ways_back for link in links)
        if len({reference.mark for reference in mine}) != 1 or not (back or _NAMED.fullmatch(note.name)):
            return False
        headed = any(isinstance(node, Element) and node.tag in HEADINGS for node in note.walk())
        return not headed and note.begins_it() and 0 < note.length() < _LONGEST

    def _keep_ways_back(self, references: list[_Reference], links: Counter[str]) -> None:
        """Empty marks are ways back when only this note leads there; others lead to the top of something."""
        for one in references:
            one.names |= {name for name in one.loose if links[f"#{name}"] == self.led[f"#{name}"]}

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
        holders = _taken_out(notes)
        for note in notes:
            section.children.append(Element("div", {"data-item": "", "data-key": note.key}, *note.text()))
        self._leave_nothing(holders)

    def _leave_nothing(self, holders: list[Element]) -> None:
        """Remove what the notes stood in, as far up as nothing else is in it."""
        while holders:
            blank = [one for one in holders if one is not self.body and one.is_blank()]
            gone = {id(one) for one in blank}
            holders = list({id(above): above for above in (self.parents[id(one)] for one in blank)}.values())
            for above in holders:
                above.children = [child for child in above.children if id(child) not in gone]

    def _name(self, notes: list[NoteText]) -> None:
        """Give each note a name no other footnote of the text has."""
        taken = {
            node.get(name)
            for node in self.body.find_all("div", "sup")
            for name in ("data-key", "data-footnote")
        }
        for note in notes:
            wanted, number = note.key, 2
            while note.key in taken:
                note.key, number = f"{wanted}-{number}", number + 1
            taken.add(note.key)

    def _refer(self, notes: list[NoteText]) -> list[str]:
        """Marks refer to the notes; other links to them or back lead to where they are now."""
        keys = {note.name: note.key for note in notes}
        places = {f"#{note.name}": f"#footnote-{anchor_from(note.key)}" for note in notes}
        marks: dict[str, str] = {}
        raised: list[tuple[Element, str]] = []
        for reference in self.references:
            key = keys.get(reference.wanted)
            if not key:
                continue
            places |= {f"#{name}": f"#footnote-{anchor_from(key)}-reference-1" for name in reference.names}
            marks.setdefault(key, reference.mark)
            raised.append((self._raised(reference.link), key))
        bare = any(node.words[0] not in "[(" for node, _key in raised)
        for node, key in raised:  # where they stand, which may be in a note
            node.tag, node.attributes, node.children = "sup", {"data-footnote": key}, []
        for link in self.body.find_all("a"):
            if link.get("href") in places:
                link.attributes["href"] = places[link.get("href")]
        told = [_("The marks of footnotes read “[1]” here and read “1” there.")] if bare else []
        return told + _renumbered(self.body, marks)

    def _raised(self, link: Element) -> Element:
        """The link, or what only raises it."""
        node = link
        while (parent := self.parents[id(node)]).tag == "sup" and parent.words == node.words:
            node = parent
        return node


def _names(element: Element) -> Iterable[str]:
    return [name for name in (element.get("id"), element.get("name") if element.tag == "a" else "") if name]


def _is_named(element: Element) -> bool:
    return element.tag == "div" and bool(_NAMED.fullmatch(element.get("id")))


def _place(parent: Element, wanted: Node) -> int:
    return next(at for at, child in enumerate(parent.children) if child is wanted)


def _taken_out(notes: list[NoteText]) -> list[Element]:
    """Take the notes out of what they stand in, which is returned."""
    parts: dict[int, tuple[Element, set[int]]] = {}
    for note in notes:
        parts.setdefault(id(note.holder), (note.holder, set()))[1].update(note.places)
    for holder, gone in parts.values():
        holder.children = [child for at, child in enumerate(holder.children) if at not in gone]
    return [holder for holder, _gone in parts.values()]


def _divided(holder: Element, notes: list[NoteText]) -> list[NoteText]:
    """Several notes in one paragraph end where the next begins."""
    places = {id(child): at for at, child in enumerate(holder.children)}
    starts = [0 if note.branch is None else places[id(note.branch)] for note in notes]
    ordered = sorted(zip(starts, notes, strict=True), key=lambda pair: pair[0])
    for number, (start, note) in enumerate(ordered):
        after = ordered[number + 1][0] if number + 1 < len(ordered) else len(holder.children)
        note.children = holder.children[start:after]
        note.before = holder.children[:start] if number == 0 else []
        note.places = range(start if number else 0, after)
    return [note for _start, note in ordered]


def _renumbered(body: Element, marks: dict[str, str]) -> list[str]:
    """Footnotes are numbered in the order of the text; whose mark was another is told."""
    order = dict.fromkeys(
        node.get("data-footnote") for node in body.find_all("sup") if node.get("data-footnote")
    )
    return [
        _("The footnote marked “%(mark)s” has the number %(number)s here.")
        % {"mark": marks[key], "number": number}
        for number, key in enumerate(order, 1)
        if key in marks and marks[key] != str(number)
    ]
