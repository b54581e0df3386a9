"""Markdown that a post of MDX takes from another file: ``import Part from './_part.mdx'`` and ``<Part />``."""

from __future__ import annotations

import re
from collections.abc import Callable

from porting.readers.markdown.text.masks import Masks

PARTIAL = re.compile(
    r"^import\s+(?P<name>\w+)\s+from\s+['\"](?P<where>[^'\"\n]+\.mdx?)['\"];?[ \t]*$", re.MULTILINE
)

MOST = 20  # files one text may take in
LARGEST = 500_000  # letters all uses of one file may add


def put_in(text: str, masks: Masks, read: Callable[[str], str | None]) -> str:
    """The text with what it imports in its places; ``read`` gives the Markdown of a file, None when there is none."""
    for found in list(PARTIAL.finditer(text))[:MOST]:
        use = re.compile(rf"^[ \t]*<{found['name']}\b[^<>]*/>[ \t]*$", re.MULTILINE)
        uses = len(use.findall(text))
        part = read(found["where"]) if uses else None
        if part is not None and len(part) * uses <= LARGEST:
            hidden = masks.hide(part.strip("\n"))
            text = use.sub(f"\n\n{hidden}\n\n", text.replace(found[0], "", 1))
    return text
