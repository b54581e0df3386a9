"""Markdown to the HTML of ``docs/import-dialect.md``: CommonMark with the additions blogs use.

Tables, strikethrough, footnotes, definition lists, check lists, heading ids. Raw HTML passes through; cleaning is
the converter's work. What one system adds (shortcodes, JSX, Liquid) is rewritten before the text comes here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from porting.readers.markdown.text.autolinks import autolinks_plugin
from porting.readers.markdown.text.code import fence_html
from porting.readers.markdown.text.emoji import give_emoji
from porting.readers.markdown.text.formulas import formulas_plugin, seen
from porting.readers.markdown.text.headings import give_linked_ids
from porting.readers.markdown.text.typography import Typography, give_signs, keep_typed

HEADING_ATTRIBUTES = re.compile(
    r"[ \t]*\{:?[ \t]*((?:#[^\s{}#.]+|\.[\w-]+|[\w-]+=\"[^\"]*\"|[ \t])+)\}[ \t]*#*[ \t]*\Z"
)
MDX_HEADING_ID = re.compile(r"[ \t]*\{?/\*[ \t]*#([^\s{}]+)[ \t]*\*/\}?[ \t]*\Z")
CHECKBOX = re.compile(r"\[([ xX])\][ \t]+")
ADDRESS = re.compile(
    r"(<(?:a|img|source|video|audio)\b[^>]*?\s(?:href|src)\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)",
    re.IGNORECASE,
)

Rewrite = Callable[[str, str], str]  # (address, "href" or "src") -> address


@dataclass(frozen=True)
class Flavour:
    """What a system adds to CommonMark: bare addresses as links, mathematics, comments that mark lines of code.

    ``typography``: the signs made of typed dashes and quotation marks. ``math_strokes``: the system took
    strokes away from mathematics too. ``formulas``: what begins a formula, whether ``math`` is on or not.
    ``code_marks``: comments such as ``// [!code ++]``. ``emoji``: names of emoji are their signs. ``breaks``: a
    line's end is one for readers too.
    """

    autolinks: bool = False
    math: bool = False
    magic_comments: bool = False
    code_marks: bool = False
    indented_code: bool = True
    typography: Typography | None = None
    math_strokes: bool = False
    formulas: tuple[str, ...] = ()
    emoji: bool = False
    breaks: bool = False


PLAIN = Flavour()


@dataclass
class Rendered:
    """HTML, and the footnotes that nothing in the text refers to (they are not shown, so somebody must be told)."""

    html: str
    unused_footnotes: list[str] = field(default_factory=list)


def markdown_to_html(text: str, flavour: Flavour = PLAIN) -> str:
    """The dialect's HTML of a piece of Markdown."""
    return render(text, flavour).html


def render(
    text: str, flavour: Flavour = PLAIN, rewrite: Rewrite | None = None, anchors: Collection[str] = ()
) -> Rendered:
    """Render ``text``; ``rewrite`` may change the address of every link and picture, in Markdown and in raw HTML.

    Headings that ``anchors`` names by the id the old system gave them keep it.
    """
    engine = _engine(flavour)
    env: dict = {}
    tokens = engine.parse(text, env)
    if anchors:
        give_linked_ids(tokens, anchors)
    if flavour.emoji:
        give_emoji(tokens)
    if flavour.typography:
        give_signs(tokens, flavour.typography)
    if rewrite is not None:
        _rewrite_addresses(tokens, rewrite)
    html = engine.renderer.render(tokens, engine.options, env)
    references = (env.get("footnotes") or {}).get("refs") or {}
    return Rendered(html, [label.lstrip(":") for label, number in references.items() if number < 0])


def render_inline(text: str) -> str:
    """Markdown of one line, such as a title, as HTML without a paragraph around it."""
    return _engine(PLAIN).renderInline(text)


@lru_cache(maxsize=16)
def _engine(flavour: Flavour) -> MarkdownIt:
    engine = MarkdownIt("commonmark", {"html": True, "breaks": flavour.breaks}).enable(
        ["table", "strikethrough"]
    )
    engine.use(footnote_plugin).use(deflist_plugin)
    if flavour.autolinks:
        engine.use(autolinks_plugin)
    if flavour.math:
        engine.use(dollarmath_plugin, allow_labels=False, double_inline=True)
        for name in ("math_inline", "math_inline_double", "math_block"):
            engine.add_render_rule(name, _math_rule(seen if flavour.math_strokes else str))
    if flavour.formulas:
        engine.use(formulas_plugin, begins=flavour.formulas)
    if not flavour.indented_code:
        engine.disable("code")
    engine.core.ruler.before("inline", "blog_marks", _mark_blocks)
    if flavour.typography:
        engine.core.ruler.before("text_join", "blog_typed", keep_typed)
    _add_code_rules(engine, flavour)
    _add_footnote_rules(engine)
    return engine


def _add_code_rules(engine: MarkdownIt, flavour: Flavour) -> None:
    def fence(_self: object, tokens: Sequence[Token], at: int, _options: object, _env: object) -> str:
        return fence_html(
            tokens[at].content, _info(tokens[at]), magic=flavour.magic_comments, marks=flavour.code_marks
        )

    engine.add_render_rule("fence", fence)
    engine.add_render_rule("code_block", fence)


def _info(token: Token) -> str:
    """The info string, with the attributes a system put behind the block already in ``token.meta``."""
    return f"{token.info} {token.meta.get('info', '')}".strip()


def _add_footnote_rules(engine: MarkdownIt) -> None:
    def key(token: Token) -> str:
        return escape(str(token.meta.get("label") or f"note-{int(token.meta['id']) + 1}"))

    def reference(_self: object, tokens: Sequence[Token], at: int, _options: object, _env: object) -> str:
        return f'<sup data-footnote="{key(tokens[at])}"></sup>'

    def opened(_self: object, tokens: Sequence[Token], at: int, _options: object, _env: object) -> str:
        return f'<div data-item data-key="{key(tokens[at])}">'

    def constant(text: str) -> Callable[..., str]:
        return lambda *_: text

    engine.add_render_rule("footnote_ref", reference)
    engine.add_render_rule("footnote_open", opened)
    engine.add_render_rule("footnote_close", constant("</div>\n"))
    engine.add_render_rule("footnote_anchor", constant(""))
    engine.add_render_rule("footnote_block_open", constant('<section data-block="footnotes">\n'))
    engine.add_render_rule("footnote_block_close", constant("</section>\n"))


def _math_rule(shown_as: Callable[[str], str]) -> Callable[..., str]:
    """Mathematics stays the text it was; only its letters are safe from being read as Markdown."""

    def shown(_self: object, tokens: Sequence[Token], at: int, _options: object, _env: object) -> str:
        token = tokens[at]
        text = escape(f"{token.markup}{shown_as(token.content)}{token.markup}", quote=False)
        return f"<p>{text}</p>\n" if token.type == "math_block" else text

    return shown


def _mark_blocks(state: StateCore) -> None:
    """Take ids from headings and turn check boxes into signs, before anything inside lines is read."""
    tokens = state.tokens
    for at, token in enumerate(tokens):
        if token.type != "inline":
            continue
        opener = tokens[at - 1]
        if opener.type == "heading_open":
            _take_heading_id(opener, token)
        elif opener.type == "paragraph_open" and at > 1 and tokens[at - 2].type == "list_item_open":
            box = CHECKBOX.match(token.content)
            if box:
                sign = "\N{BALLOT BOX}" if box.group(1) == " " else "\N{BALLOT BOX WITH CHECK}"
                token.content = f"{sign} {token.content[box.end() :]}"


def _take_heading_id(heading: Token, inline: Token) -> None:
    found = MDX_HEADING_ID.search(inline.content)
    if found:
        heading.attrSet("id", found.group(1))
        inline.content = inline.content[: found.start()]
        return
    found = HEADING_ATTRIBUTES.search(inline.content)
    if not found:
        return
    anchor = re.search(r"#([^\s{}#.]+)", found.group(1))
    if anchor:
        heading.attrSet("id", anchor.group(1))
    inline.content = inline.content[: found.start()]


def _rewrite_addresses(tokens: Sequence[Token], rewrite: Rewrite) -> None:
    for token in tokens:
        if token.children:
            _rewrite_addresses(token.children, rewrite)
        if token.type in ("html_block", "html_inline"):
            token.content = rewrite_html(token.content, rewrite)
            continue
        for name in ("href", "src"):
            address = token.attrGet(name)
            if isinstance(address, str) and token.type in ("link_open", "image"):
                token.attrSet(name, rewrite(address, name))


def rewrite_html(html: str, rewrite: Rewrite) -> str:
    """Change the addresses of links and media in raw HTML, and nothing else."""

    def change(found: re.Match[str]) -> str:
        raw = found.group(2)
        address = raw[1:-1] if raw[:1] in "\"'" else raw
        name = "href" if found.group(1).rstrip("= \t\n").lower().endswith("href") else "src"
        new = rewrite(address, name)
        return found.group(0) if new == address else f'{found.group(1)}"{escape(new)}"'

    return ADDRESS.sub(change, html)
