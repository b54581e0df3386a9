"""What no block fits: kept as HTML, cleaned, and marked for somebody to look at."""

from __future__ import annotations

from html import escape

from django.utils.translation import gettext as _

from core.article.kept_html import clean_html
from porting.convert.code import language_of, note_links, source_of
from porting.convert.flow import Flow
from porting.convert.providers import page_of
from porting.convert.tags import HEADINGS, UNREAD, VOID
from porting.convert.tree import Element, Node

#: Wrappers of the dialect itself, which are not part of what is kept.
_OWN = frozenset({"html"})
#: Players; the cleaning takes them away, so a link stands in their place.
_PLAYERS = frozenset({"iframe", "video", "audio", "embed", "object"})
#: Elements that cleaning takes away although they keep words apart.
_RENAMED = {
    **dict.fromkeys(
        ("button", "dialog", "fieldset", "form", "hgroup", "legend", "nav", "optgroup", "option"), "div"
    ),
    **dict.fromkeys(("search", "select", "textarea"), "div"),
    **dict.fromkeys(("menu", "dir"), "ul"),
    # What cleaning would read as mere text.
    **dict.fromkeys(("noscript", "noembed", "noframes", "title"), ""),
}
_REASON_LENGTH = 200


def keep(flow: Flow, element: Element, reason: str) -> None:
    """Keep an element as an ``html`` block; where none can stand, its content as text."""
    if element.is_blank() and element.tag not in {"svg", "math"}:
        return
    reason = " ".join(reason.split())[:_REASON_LENGTH]
    if not flow.allows("html"):
        flow.job.problem(
            "html", _("It became text, no HTML can stand there: %(reason)s") % {"reason": reason}
        )
        flow.end_line()
        flow.walk(element.children)
        flow.end_line()
        return
    own = element.block in _OWN
    nodes: list[Node] = element.children if own else [element]
    html = clean_html("".join(_html(flow, node) for node in nodes).strip())
    if html.strip():
        text = _("Kept as HTML, please look at it: %(reason)s") % {"reason": reason}
        flow.job.problem("html", text.rstrip(": "))
        flow.add(
            "html",
            {"html": html, "reason": reason, "reviewed": own and "data-reviewed" in element.attributes},
        )


def _html(flow: Flow, node: Node) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    if node.tag in UNREAD:
        flow.job.problem("script", f"<{node.tag}> was left out.", once=node.tag)
        return ""
    special = _SPECIAL.get(node.tag)
    if special:
        return special(flow, node)
    if node.get("data-footnote"):
        return escape(f"[^{flow.job.keys.get(node.get('data-footnote'), '')}]")
    attributes = "".join(
        f' {name}="{escape(value)}"' for name, value in node.attributes.items() if name[:5] != "data-"
    )
    if node.tag in VOID:
        return f"<{node.tag}{attributes}>"
    tag = _name_of(flow, node)
    if not tag:
        return _inner(flow, node)
    start = "\n" if node.tag == "pre" and node.text.startswith("\n") else ""
    return f"<{tag}{attributes}>{start}{_title(node)}{_inner(flow, node)}</{tag}>"


def _name_of(flow: Flow, node: Element) -> str:
    """The element that stands for this one: cleaning leaves it, and a heading is of the level it has in the body."""
    if node.tag in HEADINGS:
        return f"h{flow.job.level(node.tag)}"
    return _RENAMED.get(node.tag, node.tag)


def _title(element: Element) -> str:
    """The words the dialect has in an attribute, where readers can see them."""
    title = element.get("data-title")
    return f"<p><strong>{escape(title, quote=False)}</strong></p>" if title else ""


def _inner(flow: Flow, element: Element) -> str:
    return "".join(_html(flow, child) for child in element.children)


def _link(flow: Flow, element: Element) -> str:
    href = element.get("href")
    opening = flow.job.link_tag(href) if href else ""
    inner = _inner(flow, element)
    return f"{opening}{inner}</a>" if opening else inner


def _image(flow: Flow, element: Element) -> str:
    source, alt = element.get("src"), element.get("alt")
    found = flow.job.picture(source, alt) if source else None
    if found is not None:
        return f'<embed embedtype="image" format="fullwidth" id="{found}" alt="{escape(alt)}"/>'
    if not source:
        return escape(alt)
    flow.job.problem("images", _("This picture was not found: %(source)s") % {"source": source[:300]})
    return f'<img src="{escape(flow.job.context.remote(source))}" alt="{escape(alt)}">'


def _player(flow: Flow, element: Element) -> str:
    sources = [element.get("src"), element.get("data"), *(s.get("src") for s in element.find_all("source"))]
    source = next((address for address in sources if address), "")
    opening = flow.job.link_tag(page_of(source) or source) if source else ""
    label = escape(element.get("title") or source, quote=False)
    inner = _inner(flow, element)
    return f"<p>{opening}{label}</a></p>{inner}" if opening else inner


def _code(flow: Flow, element: Element) -> str:
    language = language_of(element)
    text = escape(source_of(element), quote=False)
    known = f' class="language-{language}"' if language != "text" else ""
    note_links(flow, element)
    others = "".join(_html(flow, inner) for inner in element.find_all("img", *_PLAYERS))
    title = element.get("data-title") or element.get("title")
    called = f' title="{escape(title)}"' if title else ""
    return f"<pre{called}><code{known}>{text}</code></pre>{others}"


_SPECIAL = {
    "a": _link,
    "img": _image,
    **dict.fromkeys(("pre", "xmp", "listing", "plaintext"), _code),
    **dict.fromkeys(_PLAYERS, _player),
}
