"""Anchors of headings, made as Ghost made them, so that links into a post still arrive.

The rules are those of ``@tryghost/kg-utils`` (slugify), which changed with Ghost 4.
"""

from __future__ import annotations

import re

SYMBOLS = re.compile(r"[\][!\"#$%&'()*+,./:;<=>?@\\^_{|}~]")


class Anchors:
    """The anchors of one post; the second of two equal headings gets a number."""

    def __init__(self, version: int = 4) -> None:
        self.version = version
        self.taken: dict[str, int] = {}

    def of(self, heading: str) -> str:
        """The anchor of the next heading; empty for one without a word."""
        slug = slugify(heading, self.version)
        if not slug:
            return ""
        count = self.taken.get(slug, 0)
        self.taken[slug] = count + 1
        return f"{slug}-{count}" if count else slug


def slugify(heading: str, version: int = 4) -> str:
    """A heading as an anchor in Ghost 4 and newer, or before it."""
    if version < 4:
        plain = re.sub(r'[<>&"?]', "", heading).strip()
        return re.sub(r"-{2,}", "-", re.sub(r"\W", "-", plain, flags=re.ASCII)).lower()
    plain = SYMBOLS.sub("", heading.strip().lower())
    return re.sub(r"^-|-{2,}|-$", "", re.sub(r"\s+", "-", plain))
