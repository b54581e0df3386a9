"""Short ways for the tests of the converter to ask for blocks."""

from __future__ import annotations

import re
from typing import Any

from porting.convert import Conversion, ConvertContext, LinkTarget, to_blocks

#: A site that has every picture whose address begins with /here/, page 5 at /post/ and document 3 at /a.pdf.
HERE = ConvertContext(
    source="post-1",
    link=lambda href: _TARGETS.get(href, LinkTarget(href=href)),
    picture=lambda source, alt: 7 if source.startswith("/here/") else None,
    document=lambda href: 3 if href == "/a.pdf" else None,
)
_TARGETS = {
    "/post/": LinkTarget(page=5),
    "/post/#part": LinkTarget(page=5, fragment="part"),
    "/a.pdf": LinkTarget(document=3),
    "/film.mp4": LinkTarget(document=4, href="/documents/4/film.mp4"),
}


def converted(html: str) -> Conversion:
    return to_blocks(html, HERE)


def blocks(html: str) -> list[tuple[str, Any]]:
    """The blocks as (name, value), without ids."""
    return [(block["type"], plain(block["value"])) for block in converted(html).blocks]


def plain(value: Any) -> Any:
    """A value without ids; items of lists by themselves, blocks inside as (name, value)."""
    if isinstance(value, dict):
        if set(value) >= {"type", "value", "id"}:
            inner = plain(value["value"])
            return inner if value["type"] == "item" else (value["type"], inner)
        return {name: plain(inner) for name, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def kinds(html: str) -> set[str]:
    """The kinds of problems a body has."""
    return set(converted(html).kinds())


def words(value: Any) -> list[str]:
    """All words in stored values, tags left out."""
    if isinstance(value, dict):
        return [word for name, inner in value.items() if name not in {"id", "type"} for word in words(inner)]
    if isinstance(value, list):
        return [word for inner in value for word in words(inner)]
    return re.findall(r"\w+", re.sub(r"<[^>]*>", " ", value)) if isinstance(value, str) else []
