"""Fields a Hugo site gives to all pages below a section: ``cascade`` in ``_index.md`` and in the site's settings."""

from __future__ import annotations

import fnmatch
import posixpath
import re
from dataclasses import dataclass
from typing import Any

from porting.readers.markdown import fields
from porting.readers.markdown.hugo.config import lowered

LONGEST_PATTERN = 200
HERE = "production"  # the site as it was published


@dataclass(frozen=True)
class _Rule:
    language: str  # of the section it stands in; empty for the site's settings
    values: dict[str, Any]
    target: dict[str, Any]

    def meets(self, path: str, language: str) -> bool:
        """Whether a page below the rule's section is given the fields."""
        facts = {"path": path, "lang": language, "kind": "page", "environment": HERE}
        return self.language in ("", language) and all(
            _matches(fields.text(self.target.get(name)).lower(), fact) for name, fact in facts.items()
        )


class Cascades:
    """All of a site's. The innermost section's come first, and of one section's those named first."""

    def __init__(self) -> None:
        self._rules: dict[str, list[_Rule]] = {}

    def add(self, folder: str, language: str, said: Any) -> None:
        """What ``cascade`` says in a folder below the content: fields, or a list of them, some with a target."""
        for one in said if isinstance(said, list) else [said]:
            if isinstance(one, dict):
                target = lowered(one.get("target") or one.get("_target"))
                values = {name: value for name, value in one.items() if name not in ("target", "_target")}
                self._rules.setdefault(folder.lower(), []).append(_Rule(language, values, target))

    def of(self, path: str, language: str) -> dict[str, Any]:
        """The fields a page is given; ``path`` is where it is below the content, without its file's ending."""
        found: dict[str, Any] = {}
        folder = path = path.lower()
        while folder:
            folder = posixpath.dirname(folder)
            for rule in self._rules.get(folder, ()):
                if rule.meets(f"/{path}", language):
                    found = rule.values | found
        return found


def _matches(pattern: str, value: str) -> bool:
    """Hugo's patterns: ``*`` is a part of a path, ``**`` any number of them, ``{a,b}`` one or the other."""
    pattern = pattern[:LONGEST_PATTERN]
    choice = re.fullmatch(r"([^{}]*)\{([^{}]*)\}([^{}]*)", pattern)
    if choice:
        before, inner, after = choice.groups()
        return any(_matches(f"{before}{one}{after}", value) for one in inner.split(","))
    if not pattern:
        return True
    if "**" not in pattern and pattern.count("/") != value.count("/"):
        return False
    return fnmatch.fnmatchcase(value, re.sub(r"\*{2,}", "*", pattern))
