"""Shortcodes whose text is for a program: it draws a chart on the old site, and is shown as code here."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from porting.readers.markdown.shortcodes.use import Shortcode
from porting.readers.markdown.text.masks import dedent

LANGUAGES = {
    "chart": "javascript", "chartjs": "javascript", "echarts": "json", "plotly": "json", "vega": "json",
    "vega-lite": "json", "wavedrom": "json", "plantuml": "plantuml", "puml": "plantuml", "graphviz": "dot",
    "viz": "dot", "dot": "dot", "markmap": "markdown", "abc": "abc", "geojson": "json",
}  # fmt: skip
SCRIPTS = ("script", "javascript", "js")


def mermaid(code: Shortcode) -> str:
    """A diagram of Mermaid's, which is a language of code blocks everywhere."""
    return _fence(code, "mermaid")


def drawn(code: Shortcode) -> str | None:
    """What a chart is made of, as code; the report says that the chart itself is not here."""
    if not code.inner.strip() or not code.flow:
        return None
    detail = _("What the shortcode “%(code)s” draws is not drawn here; what it is made of is shown as code.")
    code.notes.report("shortcode", detail % {"code": code.name})
    return _fence(code, LANGUAGES[code.name.rpartition("/")[2].lower()])


def script(code: Shortcode) -> str | None:
    """A program of the page's: nobody read it, and it is left out like every script."""
    inner = code.masks.restore(code.inner).strip()
    if not inner:
        return None
    return code.masks.hide(inner if inner.startswith("<script") else f"<script>{inner}</script>")


def _fence(code: Shortcode, language: str) -> str:
    text = dedent(code.masks.restore(code.inner)).strip("\n")
    marks = "`" * max(3, 1 + max(map(len, re.findall(r"`{3,}", text)), default=0))
    fence = f"{marks}{language}\n{text}\n{marks}".replace("\n", f"\n{code.indent}")
    return f"\n\n{code.indent}{code.masks.hide(fence)}\n\n"
