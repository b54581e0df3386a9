"""Parts that block plug-ins fold away: panes that open, and tabs."""

from __future__ import annotations

from html import escape

from selectolax.lexbor import LexborNode

from porting.readers.wordpress.markup.writer import Writer, classes

#: The class of a pane with those of its title and of what opens (Kadence, Spectra, GenerateBlocks, Essential Blocks).
_PANES = {
    "kt-accordion-pane": (".kt-blocks-accordion-title", ".kt-accordion-panel"),
    "uagb-faq-item": (".uagb-question", ".uagb-faq-content"),
    "gb-accordion__item": (".gb-accordion__toggle", ".gb-accordion__content"),
    "eb-accordion-wrapper": (".eb-accordion-title", ".eb-accordion-content-wrapper"),
}


def pane(node: LexborNode, writer: Writer) -> str | None:
    """One pane with its title."""
    known = next((_PANES[name] for name in classes(node) & _PANES.keys()), None)
    if known is None:
        return None
    title, panel = node.css_first(known[0]), node.css_first(known[1])
    words = " ".join(title.text().split()) if title is not None else ""
    if not words or panel is None:
        return None
    return f"<details><summary>{escape(words, quote=False)}</summary>{writer.flow(panel)}</details>"


def tabs(node: LexborNode, writer: Writer) -> str | None:
    """Kadence's tabs: their titles stand in a list above them."""
    if "kt-tabs-wrap" not in classes(node):
        return None
    titles, box = node.css(".kt-title-text"), node.css_first(".kt-tabs-content-wrap")
    panels = list(box.iter()) if box is not None else []
    if not panels or len(titles) != len(panels):
        return None
    items = [
        f'<section data-item data-title="{escape(" ".join(title.text().split()))}">{_whole(panel, writer)}</section>'
        for title, panel in zip(titles, panels, strict=True)
    ]
    return f'<div data-block="tabs">{"".join(items)}</div>'


def _whole(panel: LexborNode, writer: Writer) -> str:
    """A panel; mostly one that is finished and stands there as a slot."""
    return writer.fragment(panel.html or "")
