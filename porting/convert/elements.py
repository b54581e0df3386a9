"""Which converter an element has, and those of the simple ones."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from porting.convert import code, embeds, headings, lists, notes, pictures, quotes, sections, tables
from porting.convert.flow import Convert, Flow
from porting.convert.kept import keep
from porting.convert.tags import CONTAINERS, FORMATS, HEADINGS, SILENT, UNREAD
from porting.convert.tree import Element

#: Blocks a link cannot be put around: the link follows them.
_APART = frozenset(
    [
        "pre",
        "table",
        "blockquote",
        "ul",
        "ol",
        "dl",
        "details",
        "iframe",
        "video",
        "audio",
        "form",
        "select",
        "textarea",
        "button",
        "object",
        "embed",
    ]
)

_STYLES = (
    ("b", re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")),
    ("i", re.compile(r"font-style\s*:\s*(?:italic|oblique)")),
    ("s", re.compile(r"text-decoration[^;]*line-through")),
)


def converter_of(element: Element) -> Convert:
    """What turns this element into blocks or text."""
    if element.block in _BLOCKS:
        return _BLOCKS[element.block]
    return _ELEMENTS.get(element.tag, unknown)


def container(flow: Flow, element: Element) -> None:
    """Something that only groups: its content, set apart by line ends."""
    flow.end_line()
    if "codepen" in element.classes:
        embeds.pen(flow, element)
    flow.walk(element.children)
    flow.end_line()


def inside(flow: Flow, element: Element) -> None:
    """Something invisible: only its content."""
    flow.walk(element.children)


def formatted(flow: Flow, element: Element) -> None:
    """Bold, italic and the like."""
    if element.tag == "sup" and element.get("data-footnote"):
        notes.reference(flow, element)
        return
    _with_format(flow, element, FORMATS[element.tag])


def _with_format(flow: Flow, element: Element, tag: str) -> None:
    if flow.line.has(tag):
        flow.walk(element.children)
        return
    flow.line.open(tag, f"<{tag}>")
    flow.walk(element.children)
    flow.line.close()


def styled(flow: Flow, element: Element) -> None:
    """A span: text pasted from word processors says in its style what is bold."""
    style = element.get("style").lower()
    tag = next((tag for tag, pattern in _STYLES if pattern.search(style)), "") if style else ""
    if tag:
        _with_format(flow, element, tag)
        return
    if "color" in style or "font" in style or "underline" in style:
        flow.job.problem("formatting", _("Colours, fonts and underlining are not kept."), once="style")
    flow.walk(element.children)


def address(flow: Flow, element: Element) -> None:
    """Where somebody can be reached: a paragraph, which browsers show in italics."""
    flow.end_line()
    _with_format(flow, element, "i")
    flow.end_line()


def quotation(flow: Flow, element: Element) -> None:
    """A short quotation: browsers show it in quotation marks."""
    flow.line.text("“")
    flow.walk(element.children)
    flow.line.text("”")


def unknown(flow: Flow, element: Element) -> None:
    """An element without a meaning here: its words stay."""
    text = _("<%(tag)s> has no counterpart here; what is in it was kept.")
    flow.job.problem("formatting", text % {"tag": element.tag[:40]}, once=element.tag)
    flow.walk(element.children)


def link(flow: Flow, element: Element) -> None:
    """A link, around text, a picture or several paragraphs."""
    href = element.get("href").strip()
    if not href:
        flow.walk(element.children)
        return
    if element.is_sign() and (name := _name_of_sign(element, href)):
        element.children = [name]
    elif element.is_blank():
        flow.job.problem("links", _("A link without words was left out: %(href)s") % {"href": href[:300]})
        flow.walk(element.children)
        return
    opening = flow.job.link_tag(href)
    apart = any(not isinstance(node, str) and (node.tag in _APART or node.block) for node in element.walk())
    if not opening or apart or flow.line.has("a"):
        flow.walk(element.children)
        if opening:
            flow.end_line()
            flow.rich(f"<p>{opening}{pictures.words_for(href)}</a></p>")
        return
    before, flow.link = flow.link, href
    flow.line.open("a", opening)
    flow.walk(element.children)
    flow.line.close()
    flow.link = before


def _name_of_sign(element: Element, href: str) -> str:
    """What a link that only shows a sign is called to those who hear it; none for marks of places in the text."""
    return "" if "#" in href else " ".join((element.get("aria-label") or element.get("title")).split())


def line_break(flow: Flow, element: Element) -> None:
    """A new line in the same paragraph."""
    flow.line.line_break()


def divider(flow: Flow, element: Element) -> None:
    """A line between sections."""
    if flow.allows("divider"):
        flow.add("divider", None)
    else:
        flow.end_line()


def field(flow: Flow, element: Element) -> None:
    """A tick box of a task list becomes a sign; other fields of forms cannot work here."""
    if element.get("type") == "checkbox":
        flow.line.text("☑ " if "checked" in element.attributes else "☐ ")
    elif element.get("type") != "hidden":
        flow.job.problem("form", _("A field of a form was left out: forms do not work here."), once="field")
        flow.line.text(element.get("value") if element.get("type") in {"submit", "button"} else "")


def unread(flow: Flow, element: Element) -> None:
    """Scripts and styles: not run here. Those that show a post from elsewhere become an embed."""
    if element.tag == "script":
        embeds.script(flow, element)
    elif element.tag == "style":
        flow.job.problem("formatting", _("A style sheet in the text was left out."), once="stylesheet")


def text_block(flow: Flow, element: Element) -> None:
    """One text block with all that is in it: a border the source wants kept."""
    flow.flush()
    flow.headings_in_text = True
    flow.walk(element.children)
    flow.flush()
    flow.headings_in_text = False


def formula(flow: Flow, element: Element) -> None:
    """MathML: its signs in a line, without the TeX some programs keep beside them."""
    notes = element.find_all("annotation", "annotation-xml")
    tex = next((note.text.strip() for note in notes if "tex" in note.get("encoding")), "")
    for note in notes:
        note.children = []
    said = " ".join(element.text.split())
    flow.line.text(said)
    text = _("A formula became plain text: %(formula)s")
    flow.job.problem("formula", text % {"formula": (tex or said)[:270]})


def kept(flow: Flow, element: Element) -> None:
    """Something no block fits."""
    keep(flow, element, element.get("data-reason") if element.block else element.tag)


_BLOCKS: dict[str, Convert] = {
    "paragraph": text_block,
    "list": lists.any_list,
    "gallery": pictures.gallery,
    "embed": embeds.embed,
    "admonition": notes.admonition,
    "faq": sections.faq,
    "accordion": sections.accordion,
    "tabs": sections.tabs,
    "steps": sections.steps,
    "pull_quote": quotes.pull_quote,
    "button": sections.button,
    "download": sections.download,
    "footnotes": notes.footnotes,
    "callout": notes.callout,
    "posts": sections.posts,
    "html": kept,
}

_ELEMENTS: dict[str, Convert] = {
    **dict.fromkeys(CONTAINERS, container),
    **dict.fromkeys(FORMATS, formatted),
    **dict.fromkeys(SILENT, inside),
    **dict.fromkeys(HEADINGS, headings.heading),
    **dict.fromkeys(UNREAD, unread),
    **dict.fromkeys(("span", "font"), styled),
    **dict.fromkeys(("noscript", "picture"), inside),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), lists.any_list),
    **dict.fromkeys(("video", "audio"), embeds.player),
    **dict.fromkeys(("object", "embed"), embeds.plugin),
    "math": formula,
    **dict.fromkeys(("form", "svg", "canvas", "select", "textarea", "button"), kept),
    "a": link,
    "address": address,
    "br": line_break,
    "wbr": inside,
    "hr": divider,
    "q": quotation,
    "input": field,
    "img": pictures.picture,
    "figure": pictures.figure,
    **dict.fromkeys(("pre", "xmp", "listing", "plaintext"), code.listing),
    "table": tables.table,
    "blockquote": quotes.quote,
    "dl": lists.definitions,
    "li": lists.stray_item,
    "details": sections.details,
    "iframe": embeds.frame,
}
