"""Which of a post's texts is read: Lexical, else Mobiledoc, else HTML, else Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from django.utils.translation import gettext as _

from .context import BodyContext
from .lexical import lexical_html
from .markdown_cards import markdown_html
from .mobiledoc import mobiledoc_html
from .rendered import fragment
from .rows import Row, body

TREES: tuple[tuple[str, Callable[[str, BodyContext], str]], ...] = (
    ("lexical", lexical_html),
    ("mobiledoc", mobiledoc_html),
)
MARKDOWN_CARD = re.compile(r"<!--kg-card-begin: markdown-->(.*?)<!--kg-card-end: markdown-->", re.DOTALL)
OLD_MARKDOWN = '<div class="kg-card-markdown">'
GATED = re.compile(r"<!--kg-gated-block:begin\s*(.*?)-->(.*?)<!--kg-gated-block:end-->", re.DOTALL)


def body_html(row: Row, context: BodyContext) -> str:
    """The post's text in dialect HTML; empty when it has none."""
    drawn = body(row, "html")
    for name, convert in TREES:
        source = row.get(name)
        source = json.dumps(source) if isinstance(source, dict) else source
        if not isinstance(source, str) or not source.strip():
            continue
        context.rendered_markdown = drawn_markdown(drawn, source)
        found = read_tree(name, source, convert, context)
        if found:
            return found
    found = fragment(without_gated(drawn, context), context)
    if found or not body(row, "markdown").strip():
        return found
    return markdown_html(body(row, "markdown"), context)


def read_tree(
    name: str, source: str, convert: Callable[[str, BodyContext], str], context: BodyContext
) -> str:
    """A text kept as a tree; empty, and said so, when it is damaged."""
    try:
        return convert(source, context)
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        context.problem(
            "text",
            _("The post's %(name)s is damaged (%(error)s); another form of the text was read.")
            % {"name": name, "error": error},
        )
    except RecursionError:
        context.problem(
            "text",
            _("The post's %(name)s is nested too deeply; another form of the text was read.")
            % {"name": name},
        )
    return ""


def drawn_markdown(drawn: str, source: str) -> list[str]:
    """What Ghost made of each Markdown card, when it is certain which is which."""
    cards = source.count('"markdown":')
    found = MARKDOWN_CARD.findall(drawn)
    if not found and drawn.lstrip().startswith(OLD_MARKDOWN):
        found = [drawn]
    return found if len(found) == cards else []


def without_gated(drawn: str, context: BodyContext) -> str:
    """The page without the parts only members saw."""

    def gate(found: re.Match[str]) -> str:
        if "nonMember:false" not in found[1].replace(" ", ""):
            return found[2]
        context.problem(
            "hidden", _("A part that was shown to members only was left out, so that it stays so.")
        )
        return ""

    return GATED.sub(gate, drawn)
