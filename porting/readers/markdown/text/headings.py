"""Headings that links point at keep the address the old system had made from their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from markdown_it.token import Token

LINKED = re.compile(r"#([^\s\"'()<>#\]]{1,120})(?=[)\"'\s>])")


def linked_anchors(text: str) -> set[str]:
    """Everything behind a ``#`` that may be the end of a link in a piece of Markdown."""
    return {anchor.lower() for anchor in LINKED.findall(text)}


def give_linked_ids(tokens: Sequence[Token], wanted: Collection[str]) -> None:
    """Give headings without an id the one GitHub's rule (Docusaurus, Hugo, kramdown) or Zola's makes, if linked to."""
    seen: Counter[str] = Counter()
    for at, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        words = "".join(
            child.content
            for child in tokens[at + 1].children or ()
            if child.type in ("text", "code_inline", "formula")
        )
        github = re.sub(r"[^\w\- ]", "", words.strip().lower()).replace(" ", "-")
        number = seen[github]
        seen[github] += 1
        numbered = f"{github}-{number}" if number else github
        joined = re.sub(r"[\W_]+", "-", words.lower()).strip("-")
        for anchor in (numbered, joined):
            if anchor and anchor in wanted and not token.attrGet("id"):
                token.attrSet("id", anchor)
