"""VitePress' ``rewrites``: files whose addresses are not where they lie, ``'packages/:pkg/src/:slug*': ':pkg/:slug*'``.

Names (``:pkg``), lists of names (``:slug*``) and simple patterns (``(.*)``) are understood; no pattern of the
settings is run as it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

PIECE = re.compile(
    r"(?P<before>[./])?(?::(?P<name>[A-Za-z0-9_]{1,40})(?P<own>\([^()]{1,200}\))?|(?P<bare>\([^()]{1,200}\)))"
    r"(?P<often>[?*+])?|(?P<letter>[^:(){}*+?\\])"
)
USUAL = "[^/#?]+?"
KNOWN = {".*", ".+", "[^/]+", "[^/]*", r"\d+", r"\w+"}
WORDS = re.compile(r"[\w.-]+(?:\|[\w.-]+)*")
LONGEST = 200  # letters of a rule or of a path
MOST_LOOSE = 2  # places of a rule whose end has to be tried out
MOST = 100  # rules


class NotUnderstoodError(Exception):
    """A rule that is written in another way, or asks for what it was not given."""


@dataclass(frozen=True)
class Place:
    """A part of a rule that stands for something: its name, the sign before it, its pattern and ``?``, ``*``, ``+``."""

    name: str
    before: str
    pattern: str
    often: str

    @property
    def is_loose(self) -> bool:
        """Whether where it begins or ends has to be tried out."""
        return self.before != "/" or self.often in ("*", "+") or self.pattern in (".*", ".+")

    def expression(self) -> str:
        """What it stands for, as a regular expression with one group."""
        once, before = f"(?:{self.pattern})", re.escape(self.before)
        if self.often not in ("*", "+"):
            return f"(?:{before}({once})){self.often}"
        if self.pattern in (".*", ".+") or self.before != "/":
            raise NotUnderstoodError
        several = f"(?:{before}({once}(?:{before}{once})*))"
        return f"{several}?" if self.often == "*" else several

    def put(self, values: dict[str, str]) -> str:
        """Its part of the new path."""
        value = values.get(self.name)
        if (value is None and self.often not in ("?", "*")) or (
            self.often in ("*", "+") and self.before != "/"
        ):
            raise NotUnderstoodError
        return "" if value is None else self.before + value


class Rewrites:
    """The rules of a site. ``unread`` says whether there are some that could not be read."""

    def __init__(self, rules: Any = None, *, unread: bool = False) -> None:
        self.unread = unread
        self.rules: list[tuple[re.Pattern[str], list[Place], list[str | Place]]] = []
        known = rules if isinstance(rules, dict) else {}
        self.unread = unread or len(known) > MOST or not isinstance(rules, dict | None)
        for begin, end in list(known.items())[:MOST]:
            try:
                self.rules.append(_rule(begin, end))
            except NotUnderstoodError:
                self.unread = True

    def of(self, path: str) -> str:
        """The path whose address a file has; its own where no rule is for it."""
        for pattern, places, parts in self.rules if len(path) <= LONGEST else ():
            if found := pattern.fullmatch(path):
                values = zip((one.name for one in places), found.groups(), strict=True)
                given = {name: value for name, value in values if value is not None}
                try:
                    return "".join(one if isinstance(one, str) else one.put(given) for one in parts)[1:]
                except NotUnderstoodError:
                    self.unread = True
                    return path
        return path


def _rule(begin: str, end: Any) -> tuple[re.Pattern[str], list[Place], list[str | Place]]:
    if not isinstance(end, str) or begin.startswith("^"):
        raise NotUnderstoodError
    parts = _parts(begin)
    places = [one for one in parts if isinstance(one, Place)]
    if sum(one.is_loose for one in places) > MOST_LOOSE:
        raise NotUnderstoodError
    expression = "".join(re.escape(one) if isinstance(one, str) else one.expression() for one in parts)
    made = _parts(f"/{end}")
    if {one.name for one in made if isinstance(one, Place)} - {one.name for one in places}:
        raise NotUnderstoodError
    return re.compile(rf"{expression}/?", re.IGNORECASE), places, made


def _parts(rule: str) -> list[str | Place]:
    """The letters and places of one side of a rule."""
    if len(rule) > LONGEST:
        raise NotUnderstoodError
    parts: list[str | Place] = []
    at = numbered = 0
    while at < len(rule):
        found = PIECE.match(rule, at)
        if not found:
            raise NotUnderstoodError
        at = found.end()
        if found["letter"]:
            parts.append(found["letter"])
            continue
        pattern = (found["own"] or found["bare"] or "")[1:-1] or USUAL
        if WORDS.fullmatch(pattern):
            pattern = re.escape(pattern).replace(r"\|", "|")
        elif pattern not in {*KNOWN, USUAL}:
            raise NotUnderstoodError
        name = found["name"] or str(numbered)
        numbered += not found["name"]
        parts.append(Place(name, found["before"] or "", pattern, found["often"] or ""))
    return parts
