"""What a rewriting rule has to say about a text: counted constructs, and what could not be kept as it was."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from porting.document import Problem


@dataclass
class Notes:
    """Collected while one file is read. ``source`` is the file's id."""

    source: str
    constructs: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    _said: set[Problem] = field(default_factory=set, repr=False)

    def count(self, construct: str) -> None:
        """One more of a construct that was understood."""
        self.constructs[construct] += 1

    def report(self, kind: str, detail: str) -> None:
        """Something whoever imports should look at; the same sentence is said once."""
        problem = Problem(self.source, kind, detail)
        if problem not in self._said:
            self._said.add(problem)
            self.problems.append(problem)
        self.constructs[kind] += 1


def excerpt(text: str, length: int = 100) -> str:
    """A piece of source short enough for a report."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"
