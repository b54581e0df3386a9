"""Lists: rich text when their points are words, blocks when there is more in them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from porting.convert.flow import Flow, flow_of, line_of
from porting.convert.kept import keep
from porting.convert.tags import INLINE
from porting.convert.tree import Element, Node
from porting.hosts import host_of

_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_GROUPS = frozenset({"figcaption", "p", "div", "section", "header", "footer", "address"})


def any_list(flow: Flow, element: Element) -> None:
    """A list of any kind."""
    flow.end_line()
    _note_looks(flow, element)
    points = points_of(element)
    _name_signs(points)
    start = _start(element)
    if element.tag == "ol" and "reversed" in element.attributes and flow.allows("html"):
        keep(flow, element, "list that counts down")
    elif is_simple(element):
        flow.rich(_rich(flow, element))
    elif flow.allows("list") and flow.place.points is not None:
        items = [_point(flow, point) for point in points]
        listed = [{"type": "item", "value": blocks} for blocks in items if blocks]
        if listed:
            flow.add("list", {"ordered": element.tag == "ol", "start": start, "items": listed})
    elif flow.allows("html"):
        keep(flow, element, "list in a list")
    else:
        _spelled_out(flow, element, points)


def _name_signs(points: list[Element]) -> None:
    """Points that are nothing but the sign of a site, drawn by a style sheet, are called by that site's name."""
    for point in points:
        links = point.find_all("a") if point.is_sign() else []
        for link in links:
            host = host_of(link.get("href"))
            if host and not (link.get("aria-label") or link.get("title")):
                link.children = [host]


def points_of(element: Element) -> list[Element]:
    """The points of a list; what wrongly stands between them is one too."""
    points: list[Element] = []
    for child in element.children:
        if isinstance(child, str):
            if child.strip():
                points.append(Element("li", {}, child))
        elif child.tag == "li":
            points.append(child)
        elif child.tag in _LISTS and points:
            # A list inside a list, not inside a point, as old editors wrote it.
            points[-1] = Element("li", points[-1].attributes, *points[-1].children, child)
        elif child.tag not in {"script", "style", "template"} and not child.is_blank():
            points.append(Element("li", {}, child))
    return points


def _start(element: Element) -> int:
    try:
        return int(element.get("start") or 1) if element.tag == "ol" else 1
    except ValueError:
        return 1


def _note_looks(flow: Flow, element: Element) -> None:
    kind = element.get("type")
    if (kind and kind not in {"1", "disc"}) or any("value" in point.attributes for point in element.elements):
        flow.job.problem("formatting", _("Lists count with plain numbers from their first one."), once="list")


def is_simple(element: Element) -> bool:
    """Whether rich text can hold the list: it counts from 1, and its points are words and such lists."""
    if element.block or _start(element) != 1 or "reversed" in element.attributes:
        return False
    return all(_is_simple_point(point) for point in points_of(element))


def _is_simple_point(point: Element) -> bool:
    """Whether the point is words, in at most one paragraph, then perhaps simple lists."""
    words = paragraph = listed = False
    for child in point.children:
        if isinstance(child, str):
            if not child.strip():
                continue
            simple, kind = True, "words"
        else:
            simple, kind = _is_simple_part(child)
        if (
            not simple
            or (listed and kind != "list")
            or (kind == "paragraph" and words)
            or (paragraph and kind == "words")
        ):
            return False
        words = words or kind != "list"
        paragraph = paragraph or kind == "paragraph"
        listed = listed or kind == "list"
    return True


def _is_simple_part(part: Element) -> tuple[bool, str]:
    """Whether this part of a point is simple, and what it is."""
    if part.tag in _LISTS:
        return is_simple(part), "list"
    inner = [part, *(node for node in part.walk() if isinstance(node, Element))]
    kind = "paragraph" if part.tag in {"p", "div"} else "words"
    words = inner[1:] if kind == "paragraph" else inner
    allowed = not part.block and all(node.tag in INLINE and not node.block for node in words)
    return allowed, kind if not part.is_blank() or part.tag == "input" else "nothing"


def is_prose(nodes: list[Node]) -> bool:
    """Whether these are paragraphs, simple lists and text, and nothing else: what rich text holds."""
    for node in nodes:
        if isinstance(node, str):
            continue
        if node.tag in _LISTS:
            if not is_simple(node):
                return False
        elif (
            (node.tag not in INLINE and node.tag not in _GROUPS) or node.block or not is_prose(node.children)
        ):
            return False
    return True


def _rich(flow: Flow, element: Element) -> str:
    tag = "ol" if element.tag == "ol" else "ul"
    points = "".join(_rich_point(flow, point) for point in points_of(element))
    return f"<{tag}>{points}</{tag}>" if points else ""


def _rich_point(flow: Flow, point: Element) -> str:
    words = [child for child in point.children if isinstance(child, str) or child.tag not in _LISTS]
    html, _none = line_of(flow, words)
    inner = "".join(
        _rich(flow, child) for child in point.children if isinstance(child, Element) and child.tag in _LISTS
    )
    return f"<li>{html}{inner}</li>" if html or inner else ""


def _point(flow: Flow, point: Element) -> list:
    assert flow.place.points is not None  # noqa: S101 - asked before
    return flow_of(flow.job, point.children, flow.place.points)


def _spelled_out(flow: Flow, element: Element, points: list[Element]) -> None:
    """Points one below the other, where rich text alone may be."""
    number = _start(element)
    flow.job.problem("items", _("A list with more than words in it became paragraphs."), once="spelled out")
    for position, point in enumerate(points):
        flow.end_line()
        flow.line.text(f"{number + position}. " if element.tag == "ol" else "• ")
        flow.walk(point.children)
        flow.end_line()


def stray_item(flow: Flow, element: Element) -> None:
    """A point without its list."""
    any_list(flow, Element("ul", {}, element))


def definitions(flow: Flow, element: Element) -> None:
    """Terms in bold, what they mean below them."""
    flow.end_line()
    for kind, children in _terms(element):
        if kind == "dt":
            html, blocks = line_of(flow, children)
            bare = html.replace("<b>", "").replace("</b>", "")
            flow.rich(f"<p><b>{bare}</b></p>" if bare else "")
            for block in blocks:
                flow.add(block["type"], block["value"])
        else:
            flow.walk(children)
            flow.end_line()


def _terms(element: Element) -> list[tuple[str, list[Node]]]:
    """The terms and explanations of a list, also those in groups."""
    found: list[tuple[str, list[Node]]] = []
    for child in element.children:
        if isinstance(child, str) or child.tag not in {"dt", "dd", "div"}:
            found.append(("dd", [child]))
        elif child.tag == "div" and not child.block:
            found.extend(_terms(child))
        else:
            found.append((child.tag, child.children))
    return found
