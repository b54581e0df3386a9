"""Quotes, tables, files, questions, buttons and the other boxes WordPress and its plugins save."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import unquote

from django.utils.translation import gettext as _
from selectolax.lexbor import LexborNode

from porting.readers.wordpress.markup.writer import Writer, classes, holds_block
from porting.readers.wordpress.web_addresses import parts_of

_QUESTIONS = (
    ".schema-faq-section, .rank-math-list-item, .rank-math-faq-item, .aioseo-faq-block, .schema-faq-item"
)
_QUESTION = ".schema-faq-question, .rank-math-question, .aioseo-faq-block-question"
_ANSWER = ".schema-faq-answer, .rank-math-answer, .aioseo-faq-block-answer"
_FAQS = {"schema-faq", "wp-block-yoast-faq-block", "wp-block-rank-math-faq-block", "rank-math-block"}
_WHO = re.compile(r"^(?:\s|<br>|&mdash;|[\u2012-\u2015-])+")


def quote(node: LexborNode, writer: Writer) -> str | None:
    """A quotation; a ``cite`` or ``footer`` at its end says who."""
    who = _who(node)
    inside = _without(node, who, writer)
    if not inside and who is None:
        return ""
    cited = node.attributes.get("cite")
    said = f"<footer>{_WHO.sub('', writer.children(who).strip())}</footer>" if who is not None else ""
    return f"<blockquote{f' cite={chr(34)}{escape(cited)}{chr(34)}' if cited else ''}>{inside}{said}</blockquote>"


def pull_quote(node: LexborNode, writer: Writer) -> str | None:
    """A quotation set apart from the text."""
    if not classes(node) & {"wp-block-pullquote", "pullquote", "wp-block-pull-quote"}:
        return None
    inner = node if node.tag == "blockquote" else node.css_first("blockquote")
    if inner is None:
        return None
    written = quote(inner, writer)
    return written.replace("<blockquote", '<blockquote data-block="pull_quote"', 1) if written else ""


def table_figure(node: LexborNode, writer: Writer) -> str | None:
    """A table with its caption."""
    tables = node.css("table")
    if "wp-block-table" not in classes(node) or len(tables) != 1:
        return None
    inside = writer.children(tables[0])
    caption = node.css_first("figcaption")
    said = f"<caption>{writer.children(caption).strip()}</caption>" if caption is not None else ""
    if said:
        writer.body.problem("captions", _("The text below a table stands above it now, as its caption."))
    return f"<table>{said}{inside}</table>"


def file(node: LexborNode, writer: Writer) -> str | None:
    """A file to download."""
    if "wp-block-file" not in classes(node):
        return None
    links = node.css("a[href]")
    if not links:
        return None
    address = links[0].attributes["href"] or ""
    title = writer.children(links[0]).strip() if "wp-block-file__button" not in classes(links[0]) else ""
    if title and len(links) > 1:
        writer.body.problem(
            "button", _("The button beside a file's name was left out: the text leads to the file.")
        )
    name = title or escape(unquote(parts_of(address).path.rsplit("/", 1)[-1]))
    return f'<p data-block="download"><a href="{escape(address)}">{name}</a></p>'


def button(node: LexborNode, writer: Writer) -> str | None:
    """A button; one that leads nowhere keeps its text."""
    if "wp-block-button" not in classes(node):
        return None
    link = node.css_first("a, button")
    text = writer.children(link).strip() if link is not None else ""
    if link is None or not text:
        return "" if link is not None else None
    address = link.attributes.get("href")
    return (
        button_of(address, text, outlined="is-style-outline" in classes(node))
        if address
        else f"<p>{text}</p>"
    )


def button_of(address: str, text: str, *, outlined: bool = False) -> str:
    """A button of the dialect."""
    style = ' data-style="secondary"' if outlined else ""
    return f'<p data-block="button"{style}><a href="{escape(address)}">{text}</a></p>'


def faq(node: LexborNode, writer: Writer) -> str | None:
    """Questions and answers of the search plugins."""
    if not classes(node) & _FAQS:
        return None
    items: list[str] = []
    for section in node.css(_QUESTIONS):
        question, answer = section.css_first(_QUESTION), section.css_first(_ANSWER)
        if question is not None:
            items.append(question_of(question.text(), writer.flow(answer) if answer is not None else ""))
    writer.body.constructs["faq"] += bool(items)
    return f'<section data-block="faq">{"".join(items)}</section>' if items else None


def question_of(question: str, answer: str) -> str:
    """One question with its answer."""
    return f'<div data-item data-title="{escape(" ".join(question.split()))}">{answer}</div>'


def accordion(node: LexborNode, writer: Writer) -> str | None:
    """An accordion: several details in one box."""
    if "wp-block-accordion" not in classes(node):
        return None
    items = []
    for item in node.css(".wp-block-accordion-item"):
        heading, panel = (
            item.css_first(".wp-block-accordion-heading"),
            item.css_first(".wp-block-accordion-panel"),
        )
        title = (
            heading.css_first(".wp-block-accordion-heading__toggle-title") if heading is not None else None
        )
        shown = title if title is not None else heading
        if shown is not None and panel is not None:
            said = writer.children(shown).strip()
            items.append(f"<details><summary>{said}</summary>{writer.flow(panel)}</details>")
    return f'<div data-block="accordion">{"".join(items)}</div>' if items else None


def footnote_reference(node: LexborNode, writer: Writer) -> str | None:
    """The mark of a footnote of the block editor."""
    key = node.attributes.get("data-fn")
    if not key:
        return None
    writer.body.footnotes.setdefault(key, "")
    writer.body.problem(
        "footnotes", _("The mark of a footnote in the text reads “[1]” here and read “1” there.")
    )
    return f'<sup data-footnote="{escape(key)}"></sup>'


def form(node: LexborNode, writer: Writer) -> str | None:
    """A form does nothing here; it is kept for review."""
    writer.body.problem("form", _("A form was kept as HTML for review: it has nothing to send to any more."))
    return writer.body.kept("form", node.html or "")


def link(node: LexborNode, writer: Writer) -> str | None:
    """A link; around blocks it goes, because blocks cannot stand in a line."""
    inside = writer.children(node)
    if node.attributes.get("href") is None:
        anchor = node.attributes.get("id") or node.attributes.get("name")
        return f'<a id="{escape(anchor)}"></a>{inside}' if anchor and not holds_block(inside) else inside
    if holds_block(inside):
        address = escape(node.attributes["href"] or "")
        first = re.sub(r"(<img[^>]*>)", rf'<a href="{address}">\1</a>', inside, count=1)
        return first if first != inside else f'{inside}<p><a href="{address}">{address}</a></p>'
    title = node.attributes.get("title")
    titled = f' title="{escape(title)}"' if title else ""
    return f'<a href="{escape(node.attributes["href"] or "")}"{titled}>{inside}</a>'


def _who(node: LexborNode) -> LexborNode | None:
    """The last element of a quotation when it says who: itself, or alone in a last paragraph."""
    children = [c for c in node.iter(include_text=True) if c.tag != "-text" or (c.text_content or "").strip()]
    if not children:
        return None
    last = children[-1]
    if last.tag in {"cite", "footer"}:
        return last
    if last.tag == "p":
        inner = [
            c for c in last.iter(include_text=True) if c.tag != "-text" or (c.text_content or "").strip()
        ]
        if len(inner) == 1 and inner[0].tag == "cite" and len(children) > 1:
            return inner[0]
    return None


def _without(node: LexborNode, who: LexborNode | None, writer: Writer) -> str:
    """The quotation itself."""
    if who is None:
        return writer.flow(node)
    marked = node.clone() if hasattr(node, "clone") else node
    for found in marked.css("cite, footer")[-1:]:
        found.decompose()
    return writer.flow(marked)
