"""Headings: a block of their own when they are plain words, rich text when there is formatting or a link in them."""

from __future__ import annotations

import re
from html import escape

from django.utils.translation import gettext as _

from core.article.anchors import anchor_from
from porting.convert.anchors import anchor_of
from porting.convert.flow import Flow, line_of, plain_of
from porting.convert.tree import Element

_LONGEST = 255
_LOWEST = 6
_ALL_BOLD = re.compile(r"<b>([^<]*)</b>")


def heading(flow: Flow, element: Element) -> None:
    """One heading; pictures that stand in it follow it."""
    flow.end_line()
    html, blocks = line_of(flow, element.children)
    all_bold = _ALL_BOLD.fullmatch(html)
    html = all_bold[1] if all_bold else html
    if html:
        _write(flow, html, min(flow.job.level(element.tag), _LOWEST), anchor_of(element))
    for block in blocks:
        flow.add(block["type"], block["value"])


def _write(flow: Flow, html: str, level: int, anchor: str) -> None:
    text = " ".join(plain_of(html).split())
    long = len(text) > _LONGEST
    markup = "<" in html or flow.headings_in_text
    if markup and not long and "<a " not in html and (not flow.is_body or not _finds_itself(text, anchor)):
        flow.job.problem(
            "formatting", _("Formatting in headings is not kept where it needs an own address."), once="h"
        )
        markup = False
    if not markup and not long and flow.allows("heading"):
        flow.add("heading", {"text": text, "level": str(level), "anchor": anchor})
    elif flow.is_body:
        ident = "" if _finds_itself(text, anchor) else f' id="{escape(anchor)}"'
        flow.rich(f"<h{level}{ident}>{html}</h{level}>")
    elif flow.allows("html"):
        ident = f' id="{escape(anchor)}"' if anchor else ""
        flow.add(
            "html", {"html": f"<h{level}{ident}>{html}</h{level}>", "reason": "heading", "reviewed": False}
        )
    else:
        flow.rich(f"<p><b>{html}</b></p>")
        flow.job.problem("headings", _("A heading became bold text: %(text)s") % {"text": text[:80]})


def _finds_itself(text: str, anchor: str) -> bool:
    """Whether a heading in rich text, whose address is made of its words, gets the one it had."""
    return not anchor or anchor_from(text) == anchor
