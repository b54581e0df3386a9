"""What the converter is told about the world around a post, and what it hands back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from porting.document import Problem

#: One block as a StreamField stores it: {"type": ..., "value": ..., "id": ...}.
Block = dict[str, Any]


@dataclass(frozen=True)
class LinkTarget:
    """Where a link of the old blog leads on this site.

    ``page`` and ``document`` are ids; a link to one of them follows when it moves, and ``fragment`` is the part of the
    page it leads to. ``href`` is the plain address of anything else. Give it for pages and documents too: where a
    block stores nothing but an address, as pictures that are links do, it is what they get.
    """

    href: str = ""
    page: int | None = None
    fragment: str = ""
    document: int | None = None


def _plain(href: str) -> LinkTarget:
    return LinkTarget(href=href)


def _nothing(*_: str) -> int | None:
    return None


def _nowhere(_: str) -> list[int]:
    return []


@dataclass
class ConvertContext:
    """The four questions a conversion asks, and the name of the post for its problems.

    ``link(href)`` says where a link leads; ``picture(src, alt)`` and ``document(href)`` give the id of an imported
    file or None; ``callout(title)`` the id of a shared callout or None. ``embed_ok(url)`` may refuse to make an embed
    of an address; it then becomes a link. ``remote(src)`` is the full address of a picture that was not imported.
    """

    source: str = ""
    link: Callable[[str], LinkTarget] = _plain
    picture: Callable[[str, str], int | None] = _nothing
    document: Callable[[str], int | None] = _nothing
    callout: Callable[[str], int | None] = _nothing
    remote: Callable[[str], str] = str
    embed_ok: Callable[[str], bool] = bool


@dataclass
class Conversion:
    """The blocks of a body as a StreamField stores them, what could not be kept as it was, and what was met."""

    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    constructs: Counter[str] = field(default_factory=Counter)

    def kinds(self) -> Iterable[str]:
        """The kinds of problems, for counting."""
        return (problem.kind for problem in self.problems)
