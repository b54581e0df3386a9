"""Which files the settings keep off a site, and which they leave open because a program works them out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from porting.readers.markdown.vitepress.globs import Globs
from porting.readers.markdown.vitepress.program import Said

# What VitePress passes over whatever the settings say; VuePress passes over less.
NEVER = ("**/node_modules/**", "**/dist/**")


@dataclass
class Pages:
    """``left_out`` are no pages; of ``taken`` each lists the only ones; ``unread`` names settings not to be heeded."""

    left_out: list[Globs] = field(default_factory=list)
    taken: list[tuple[str, Globs]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    @classmethod
    def excluded(cls, name: str, said: Said) -> Pages:
        """VitePress' list of what is no page."""
        found = cls([Globs(NEVER)])
        found._heed(name, said, lambda listed: found.left_out.append(Globs(listed)))
        found._tell_patterns(name)
        return found

    @classmethod
    def listed(cls, name: str, said: Said) -> Pages:
        """VuePress' list of what is a page; what begins with ``!`` is none."""
        found = cls()

        def take(listed: list[str]) -> None:
            found.left_out.append(Globs(one[1:] for one in listed if one.startswith("!")))
            found.taken.append((name, Globs(one for one in listed if not one.startswith("!"))))

        found._heed(name, said, take)
        found._tell_patterns(name)
        return found

    def _heed(self, name: str, said: Said, take: Any) -> None:
        if said.unread:
            self.unread.append(name)
        for value in said.values:
            listed = [value] if isinstance(value, str) else value
            if isinstance(listed, list) and all(isinstance(one, str) for one in listed):
                take(listed)
            elif name not in self.unread:
                self.unread.append(name)

    def _tell_patterns(self, name: str) -> None:
        if (
            any(one.unread for one in (*self.left_out, *(globs for _, globs in self.taken)))
            and name not in self.unread
        ):
            self.unread.append(name)

    def divided(self, names: Iterable[tuple[str, str]]) -> tuple[list[str], list[str]]:
        """Which files are pages and which are not; each comes with its path below the folder of the texts."""
        pages, kept_off, others = [], [], []
        for name, below in names:
            if any(one.covers(below) for one in self.left_out):
                kept_off.append(name)
            elif self.unread or all(one.match(below) for _, one in self.taken):
                pages.append(name)
            else:
                others.append(name)
        if self.taken and others and not pages:  # no site is without pages: it is not what it looks like
            self.unread.append(self.taken[0][0])
            pages, others = others, []
        return pages, kept_off + others
