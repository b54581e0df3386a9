"""What Elementor hides on every screen, or shows to some people only, in pages that have a text.

Elementor writes all widgets into the page's text as well, one after the other and without what they stand in, whether
they are hidden or not. So that nothing of it is shown here that nobody saw there, the words of hidden widgets are
looked for, as whole elements or lines, and taken out where they stand.

Where that cannot be done for certain, the page is moved as a draft: an editor who looks at it loses a minute, and what
somebody had hidden, and readers see, cannot be taken back. Words that a widget says which is shown are no secret; they
stay, even if the text has them once more than it should. Whether Elementor still drew the page is not asked: an export
may leave that field (``_elementor_edit_mode``) out, and what is taken out because of it is in the report.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from porting.document import Problem, SourcePost, State
from porting.readers.wordpress.elementor import FIELD, Widget, has_switches, may_hide, told, widgets
from porting.readers.wordpress.records import RawItem
from porting.readers.wordpress.text_units import TooMuchError, Units, rows_of

_LONGEST = 3  # units that tell that a piece stands in the text in another form
_LARGEST = 3_000_000  # characters of a page and its widgets; the search keeps every word of them in memory
_MOST = 2_000  # different pieces that are looked for in one page
_WAITING = {State.DRAFT, State.PENDING, State.PRIVATE, State.TRASH}
_Piece = tuple[str, ...]


def take_out_hidden(item: RawItem) -> None:
    """Take what Elementor hid out of an item's text, and note it; its field, which may be large, is let go of."""
    data = item.meta.pop(FIELD, "")
    if not has_switches(data):
        return
    content = item.content
    found = widgets(data) if len(data) + len(content) <= _LARGEST else None
    if found is None:
        item.unsure += [""] if may_hide(data) else []
        return
    if not any(widget.part for widget in found):
        return
    search = _Search(content, found)
    try:
        search.look()
    except TooMuchError:
        item.unsure += told(found)
        return
    if search.taken:
        item.content = search.text.without(search.taken)
    unsure = {widget.part for widget in search.unsure}
    item.unsure += told([widget for widget in found if widget.part in unsure])
    item.hidden += told([widget for widget in found if widget.part not in unsure])


def tell_hidden(item: RawItem, post: SourcePost) -> None:
    """Say in the report what was taken out, and keep a page back in which something may have stayed."""
    for words in item.hidden:
        text = _(
            "A part that Elementor showed to nobody, or not to everybody, was left out. It says: %(words)s"
        )
        post.problems.append(Problem(post.source_id, "hidden", text % {"words": words}))
    for words in item.unsure:
        text = _(
            "Elementor did not show a part of this to everybody, and it cannot be told for certain from the rest. "
            "It was not made public: look for the part, take it out, and publish then. It says: %(words)s"
        )
        unread = _(
            "Elementor may have kept a part of this from readers; which one cannot be read any more. It was not made "
            "public: look through it, and publish then."
        )
        said = text % {"words": words} if words else unread
        post.problems.append(Problem(post.source_id, "hidden", said))
    if item.unsure and post.state not in _WAITING:
        post.state = State.DRAFT


@dataclass
class _Search:
    """The search for hidden widgets in one text."""

    content: str
    widgets: list[Widget]
    taken: set[int] = field(default_factory=set)  # units of the text
    places: list[tuple[Widget, range]] = field(default_factory=list)  # where they were
    unsure: list[Widget] = field(default_factory=list)
    left: dict[int, set[_Piece]] = field(default_factory=dict)  # see ``_left``

    def __post_init__(self) -> None:
        self.text = Units([self.content])
        strings = [string for widget in self.widgets for string in _strings(widget)]
        self.theirs = Units(string.text for string in strings)
        self.sources = [strings[owner] for owner in self.theirs.owners]

    def look(self) -> None:
        """Find what is to be taken out, and whose words cannot be found for certain."""
        hidden = [widget for widget in self.widgets if widget.part]
        if len({one for widget in hidden for one in (*widget.said, *widget.others)}) > _MOST:
            raise TooMuchError
        lost = [(widget, piece) for widget in hidden for piece in self._not_found(widget)]
        for widget in hidden:
            self._take_beside(widget)
        self._doubt(hidden, lost)

    def _not_found(self, widget: Widget) -> list[_Piece]:
        """Take out what a widget says; returns what is not in the text like this."""
        lost: list[_Piece] = []
        for one in widget.said:
            units = Units([one])
            if not self._take(tuple(units.words), widget):
                lost += [piece for piece in units.paragraphs() if not self._take(piece, widget)]
        return lost

    def _take(self, piece: _Piece, widget: Widget) -> bool:
        """Take out a piece where a hidden widget says it; whether there is nothing left to find of it."""
        there = self.text.runs(piece)
        sure, other = self._sayers(piece)
        hidden: list[range] = []
        if len(there) == len(sure):
            hidden = [run for run, is_hidden in zip(there, sure, strict=True) if is_hidden]
        elif all(sure) and not other:
            hidden = there
        elif all(sure) and there:
            self.unsure.append(widget)
        self.taken.update(index for run in hidden for index in run)
        self.places += [(widget, run) for run in hidden]
        return bool(hidden) or not all(sure)

    def _sayers(self, piece: Sequence[str]) -> tuple[list[bool], int]:
        """For each time that widgets say a piece whether it is a hidden one; and how often shown ones may say it."""
        runs = [[self.sources[index] for index in run] for run in self.theirs.runs(piece)]
        sure = [run for run in runs if all(source.is_sure for source in run)]
        return [all(source.is_hidden for source in run) for run in sure], len(runs) - len(sure)

    def _take_beside(self, widget: Widget) -> None:
        """Take out what a widget may say, a number or a single word, beside what it does say."""
        for one in dict.fromkeys(widget.others):
            words = Units([one]).words
            there = self.text.runs(words)
            beside = [run for run in there if run.start - 1 in self.taken or run.stop in self.taken]
            sure, other = self._sayers(words) if beside else ([], 0)
            if not beside or sure.count(False) >= len(there):  # a widget that is shown says it
                continue
            if other or False in sure:
                self.unsure.append(widget)
            else:
                self.taken.update(index for run in beside for index in run)

    def _doubt(self, hidden: list[Widget], lost: list[tuple[Widget, _Piece]]) -> None:
        """Note the widgets of which something may still stand in the text, in words no widget says that is shown."""
        for widget, piece in lost:
            length = min(len(piece), _LONGEST)
            rows = {piece[start : start + length] for start in range(len(piece) - length + 1)}
            if rows & self._left(length):
                self.unsure.append(widget)
        self.unsure += [widget for widget in hidden if not widget.is_known and self._left(1)]
        gaps = [range(first, last + 1) for first, last in rows_of(self.taken)]
        starts = [gap.start for gap in gaps]
        for widget, place in self.places:
            gap = gaps[bisect_right(starts, place.start) - 1]
            if not widget.is_plain and any(row in self._left(len(row)) for row in self._beside(gap) if row):
                self.unsure.append(widget)

    def _left(self, length: int) -> set[_Piece]:
        """The rows of so many units that stay in the text, and that no widget says which is shown."""
        if length not in self.left:
            hidden = {index for index, source in enumerate(self.sources) if source.is_hidden}
            stay = self.text.sequences(length, self.taken)
            self.left[length] = stay - self.theirs.sequences(length, hidden)
        return self.left[length]

    def _beside(self, taken: range) -> tuple[_Piece, _Piece]:
        """The units of the elements before and after a row that is taken out, the nearest ones: a widget may have
        written more than it says."""
        words = self.text.words
        first, last = max(taken.start - 1, 0), min(taken.stop + 1, len(words))
        while first > 0 and taken.start - first < _LONGEST and not self.text.is_edge(first):
            first -= 1
        while last < len(words) and last - taken.stop < _LONGEST and not self.text.is_edge(last):
            last += 1
        return tuple(words[first : taken.start]), tuple(words[taken.stop : last])


@dataclass
class _String:
    """What a widget says."""

    text: str
    is_hidden: bool
    is_sure: bool


def _strings(widget: Widget) -> list[_String]:
    """What a widget says; one that is shown may say more than is certain."""
    is_hidden = bool(widget.part)
    said = [_String(one, is_hidden, is_sure=True) for one in widget.said]
    return said if is_hidden else said + [_String(one, is_hidden, is_sure=False) for one in widget.others]
