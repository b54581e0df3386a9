"""Content of the block editor, as its tests write it."""

from __future__ import annotations

from collections.abc import Callable

Dialect = Callable[[str], str]
HILL = "https://old.example/wp-content/uploads/2020/03/hill.jpg"


def block(name: str, inside: str, attributes: str = "") -> str:
    return f"<!-- wp:{name} {attributes}{' ' if attributes else ''}-->\n{inside}\n<!-- /wp:{name} -->"


P = block("paragraph", "<p>Words</p>")
