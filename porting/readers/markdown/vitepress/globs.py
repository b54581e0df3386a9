"""Patterns of files as VitePress and VuePress take them: ``**/README.md``, ``drafts/**``, ``{a,b}/*.md``.

Their signs are ``*``, ``**``, ``?``, ``[abc]`` and ``{a,b}``; what is written in others is not read, and told.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable
from functools import lru_cache

BRACES = re.compile(r"\{([^{}]*)\}")
OTHERS = re.compile(r"[()\\]|\[\[?:|^!|\.\.")
MOST = 1000  # patterns of a setting, alternatives counted
LONGEST = 500  # letters of one


class Globs:
    """Several patterns. ``unread`` says whether one of them could not be read."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self.unread = False
        self.patterns: list[list[str]] = []
        for pattern in patterns:
            for one in self._alternatives(pattern):
                self.patterns.append([part for part in one.split("/") if part not in ("", ".")])

    def _alternatives(self, pattern: str) -> list[str]:
        pattern = pattern.strip()
        if len(pattern) > LONGEST or OTHERS.search(pattern):
            self.unread = True
            return []
        made = [pattern] if pattern else []
        while made and (found := BRACES.search(made[0])):
            parts = found[1].split(",")
            if len(parts) < 2 or len(parts) * len(made) + len(self.patterns) > MOST:
                self.unread = True
                return []
            made = [one.replace(found[0], part, 1) for one in made for part in parts]
        if len(self.patterns) >= MOST or any(sign in one for one in made for sign in "{}"):
            self.unread = True
            return []
        return made

    def match(self, path: str) -> bool:
        """Whether a file's path fits a pattern; a pattern that is a folder stands for all in it."""
        parts = path.split("/")
        found = ((_ends(one, parts), one) for one in self.patterns)
        return any(len(parts) in ends or (ends and not one[-1].endswith("*")) for ends, one in found)

    def covers(self, path: str) -> bool:
        """Whether a file or a folder it is in fits a pattern, as what is left out does."""
        parts = path.split("/")
        return any(_ends(one, parts) for one in self.patterns)


def _ends(pattern: list[str], parts: list[str]) -> set[int]:
    """How many parts of a path, from its begin, fit the pattern; there may be several answers."""
    ends: set[int] = set()
    at = _onward(pattern, {0})
    for number, part in enumerate(parts, 1):
        stay = {one for one in at if one < len(pattern) and pattern[one] == "**"}
        go = {one + 1 for one in at - stay if one < len(pattern) and _part(pattern[one]).match(part)}
        at = _onward(pattern, stay | go)
        if len(pattern) in at:
            ends.add(number)
    return ends


def _onward(pattern: list[str], at: set[int]) -> set[int]:
    """The places in a pattern with those behind every ``**``, which may stand for nothing."""
    reached = set(at)
    for one in range(len(pattern)):
        if one in reached and pattern[one] == "**":
            reached.add(one + 1)
    return reached


@lru_cache(maxsize=2000)
def _part(pattern: str) -> re.Pattern[str]:
    return re.compile(fnmatch.translate(pattern.replace("[^", "[!")))
