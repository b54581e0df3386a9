"""Turns Markdown into rich text as Wagtail stores it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

# Gives the primary key of what "post:slug" or "page:slug" stands for.
FindPage = Callable[[str], int]


def block_html(text: str, find_page: FindPage) -> str:
    """Paragraphs and lists."""
    return _tidy(_parser().render(text.strip(), {"find_page": find_page}))


def inline_html(text: str, find_page: FindPage) -> str:
    """One run of text, without a paragraph around it."""
    return _tidy(_parser().renderInline(text.strip(), {"find_page": find_page}))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"typographer": True}).enable(["replacements", "smartquotes"])
    parser.add_render_rule("link_open", _open_link)
    parser.add_render_rule("softbreak", lambda *_args: " ")
    return parser


def _open_link(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """A link to a page of this site is stored by its key, so that it follows the page."""
    href = str(tokens[index].attrGet("href"))
    if href.startswith(("post:", "page:")):
        return f'<a linktype="page" id="{env["find_page"](href)}">'
    return renderer.renderToken(tokens, index, options, env)


def _tidy(html: str) -> str:
    """The tags Wagtail's editor uses, without line breaks between them."""
    html = re.sub(r"(</?)strong>", r"\1b>", html)
    html = re.sub(r"(</?)em>", r"\1i>", html)
    return re.sub(r">\s*\n\s*<", "><", html).strip()
