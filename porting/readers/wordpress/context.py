"""What is known while one post's body is turned into the dialect, and what is noted about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape

from porting.document import Problem
from porting.readers.wordpress.autop import SLOT
from porting.readers.wordpress.media import Library

_SLOT = re.compile(rf'<{SLOT} id="(\d+)"></{SLOT}>')
MAX_DEPTH = 12  # blocks that show themselves, shortcodes in shortcodes


@dataclass
class Slots:
    """Pieces that are finished while the text around them is not: nothing is interpreted twice."""

    done: list[str] = field(default_factory=list)

    def put(self, markup: str) -> str:
        """Keep a finished piece and return what stands for it."""
        self.done.append(markup)
        return f'<{SLOT} id="{len(self.done) - 1}"></{SLOT}>'

    def get(self, number: str | None) -> str:
        """The piece with a number; nothing for one the content made up."""
        return self.done[int(number)] if number and number.isdigit() and int(number) < len(self.done) else ""

    def fill(self, markup: str, depth: int = 0) -> str:
        """Put the pieces where they belong."""
        if SLOT not in markup or depth > 4 * MAX_DEPTH:
            return _SLOT.sub("", markup)
        return _SLOT.sub(lambda match: self.fill(self.get(match[1]), depth + 1), markup)


@dataclass
class Body:
    """One post on its way. ``reusable`` are the contents of shared blocks by number, None for those that
    were not public: WordPress showed them nowhere."""

    source: str
    library: Library
    reusable: Mapping[str, str | None] = field(default_factory=dict)
    meta: Mapping[str, str] = field(default_factory=dict)
    host: str = ""
    slots: Slots = field(default_factory=Slots)
    constructs: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    footnotes: dict[str, str] = field(default_factory=dict)  # key -> HTML
    left_out: list[str] = field(default_factory=list)  # names of blocks made when a page is asked for
    depth: int = 0
    render: Callable[[str], str] = escape  # content as WordPress would show it; set by ``body``
    inline: Callable[[str], str] = escape  # a line of HTML
    fragment: Callable[[str], str] = (
        escape  # whole blocks of HTML, without what WordPress adds when it shows them
    )

    def problem(self, kind: str, detail: str, **values: object) -> None:
        """Note once what could not be moved as it was; ``values`` go into the sentence."""
        found = Problem(self.source, kind, detail % values if values else detail)
        if found not in self.problems:
            self.problems.append(found)

    def kept(self, reason: str, markup: str) -> str:
        """A block for what has no block of ours, marked for review."""
        self.constructs["html"] += 1
        return f'<div data-block="html" data-reason="{escape(reason)}">{markup}</div>'
