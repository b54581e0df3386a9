"""Blocks with parts of their own: accordions, questions, tabs, steps; buttons, downloads and lists of posts."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from porting.convert.flow import FLOW, STEP, Flow, flow_of, line_of, plain_of, rich_of
from porting.convert.kept import keep
from porting.convert.lists import is_prose
from porting.convert.tree import Element, Node


def _parts(element: Element) -> list[Element]:
    return [child for child in element.elements if "data-item" in child.attributes]


def _apart(element: Element, parts: list[Element]) -> list[Node]:
    """What stands in the block but in none of its parts."""
    known = {id(part) for part in parts}
    rest = [child for child in element.children if id(child) not in known]
    return [child for child in rest if (child.strip() if isinstance(child, str) else not child.is_blank())]


def _listed(values: list[Any]) -> list[dict[str, Any]]:
    return [{"type": "item", "value": value} for value in values]


def _titled(title: str, longest: int, nodes: list[Node]) -> tuple[str, list[Node]]:
    """A title that fits its field; one that does not is the first paragraph instead."""
    title = " ".join(title.split())
    if len(title) <= longest:
        return title, nodes
    return f"{title[: longest - 1]}…", [Element("p", {}, Element("strong", {}, title)), *nodes]


def details(flow: Flow, element: Element) -> None:
    """A part that opens; it joins the accordion right before it."""
    flow.end_line()
    if not flow.allows("accordion"):
        keep(flow, element, "part that opens, inside another block")
        return
    value = _detail(flow, element)
    flow.flush()
    last = flow.blocks[-1] if flow.blocks else None
    if last is not None and last["type"] == "accordion":
        last["value"]["items"].extend(_listed([value]))
    else:
        flow.add("accordion", {"items": _listed([value])})


def _detail(flow: Flow, element: Element) -> dict[str, Any]:
    summary = next((child for child in element.elements if child.tag == "summary"), None)
    rest = [child for child in element.children if child is not summary]
    html, _blocks = line_of(flow, summary.children) if summary else ("", [])
    if "<" in html or _blocks:
        flow.job.problem("formatting", _("Titles of parts that open are plain words."), once="summary")
    if "<a " in html or _blocks:
        rest = [*(summary.children if summary else []), Element("br"), *rest]
    title, rest = _titled(plain_of(html) or element.get("data-title") or "…", 250, rest)
    return {"title": title, "body": flow_of(flow.job, rest, FLOW), "open": "open" in element.attributes}


def accordion(flow: Flow, element: Element) -> None:
    """Parts of which readers see the titles first."""
    flow.end_line()
    if not flow.allows("accordion"):
        keep(flow, element, "accordion inside another block")
        return
    parts = [child for child in element.elements if child.tag == "details"]
    if parts:
        flow.add("accordion", {"items": _listed([_detail(flow, part) for part in parts])})
    flow.walk(_apart(element, parts))
    flow.end_line()


def faq(flow: Flow, element: Element) -> None:
    """Questions with answers; an accordion when answers are more than text."""
    flow.end_line()
    parts = _parts(element)
    prose = all(is_prose(part.children) and len(part.get("data-title")) <= 250 for part in parts)
    if not prose or not flow.allows("faq"):
        opened = [
            Element("details", {"data-title": part.get("data-title")}, *_with_title(part)) for part in parts
        ]
        flow.walk([Element("div", {"data-block": "accordion"}, *opened)])
    elif parts:
        items = [
            {"question": part.get("data-title"), "answer": rich_of(flow.job, part.children)} for part in parts
        ]
        flow.add("faq", {"items": _listed(items)})
    flow.walk(_apart(element, parts))
    flow.end_line()


def _with_title(part: Element) -> list[Node]:
    return [Element("summary", {}, part.get("data-title")), *part.children]


def tabs(flow: Flow, element: Element) -> None:
    """Alternatives; parts that open when there are too few or too many for tabs."""
    flow.end_line()
    parts = _parts(element)
    fits = 2 <= len(parts) <= 8 and all(0 < len(part.get("data-title")) <= 80 for part in parts)
    if not fits or not flow.allows("tabs"):
        opened = [Element("details", {"open": ""}, *_with_title(part)) for part in parts]
        flow.walk([Element("div", {"data-block": "accordion"}, *opened)] if opened else [])
    else:
        values = [
            {"label": part.get("data-title"), "body": flow_of(flow.job, part.children, FLOW)}
            for part in parts
        ]
        flow.add("tabs", {"group": element.get("data-group")[:40], "tabs": _listed(values)})
    flow.walk(_apart(element, parts))
    flow.end_line()


def steps(flow: Flow, element: Element) -> None:
    """Numbered steps."""
    flow.end_line()
    parts = _parts(element)
    if not flow.allows("steps"):
        points = [
            Element("li", {}, Element("strong", {}, part.get("data-title")), *part.children) for part in parts
        ]
        flow.walk([Element("ol", {}, *points)])
    elif parts:
        values = []
        for part in parts:
            title, nodes = _titled(part.get("data-title"), 250, part.children)
            values.append({"title": title, "body": flow_of(flow.job, nodes, STEP)})
        flow.add("steps", {"steps": _listed(values)})
    flow.walk(_apart(element, parts))
    flow.end_line()


def button(flow: Flow, element: Element) -> None:
    """A link shown as a button; a plain one where it does not fit."""
    flow.end_line()
    link = element.find("a")
    href = link.get("href").strip() if link is not None else ""
    words = link.words if link is not None else ""
    alone = link is not None and element.words == words and element.find("img") is None
    if not (alone and href and 0 < len(words) <= 60 and flow.allows("button")):
        flow.walk(element.children)
        flow.end_line()
        return
    target = flow.job.target(href)
    page = target.page if not target.fragment else None
    url = "" if page is not None else flow.job.address(href)
    if page is None and (not url or len(url) > 500 or target.document is not None):
        flow.walk(element.children)
        flow.end_line()
        return
    style = "secondary" if element.get("data-style") == "secondary" else "primary"
    flow.add("button", {"text": words, "page": page, "url": url, "style": style})


def download(flow: Flow, element: Element) -> None:
    """A file; when it did not come along, the link to it and what is known of it."""
    flow.end_line()
    link = element.find("a")
    href = link.get("href").strip() if link is not None else ""
    found = flow.job.context.document(href) if href else None
    title = link.words if link is not None else ""
    spans = [span for span in element.elements if span.tag == "span"]
    description = plain_of(line_of(flow, spans[0].children)[0].replace("<br/>", "\n")) if spans else ""
    whole = element.words.split() == f"{title} {description}".split()
    if (
        found is None
        or not whole
        or len(title) > 150
        or len(description) > 400
        or not flow.allows("download")
    ):
        if href and found is None:
            flow.job.problem(
                "files", _("This file was not found, its link was kept: %(href)s") % {"href": href[:300]}
            )
        facts = element.get("data-file")
        flow.walk([*element.children, f" ({facts})"] if facts else element.children)
        flow.end_line()
        return
    flow.add("download", {"document": found, "title": title, "description": description})


def posts(flow: Flow, element: Element) -> None:
    """Cards of other posts; a list of links when they are not posts of this site."""
    flow.end_line()
    heading = next((child for child in element.elements if child.tag in {"h2", "h3", "h4"}), None)
    links = element.find_all("a")
    targets = [flow.job.target(link.get("href")) for link in links]
    here = all(target.page is not None for target in targets)
    source = element.get("data-source")
    others = [child for child in element.children if child is not heading and child not in links]
    more = any(child.strip() if isinstance(child, str) else not child.is_blank() for child in others)
    if not here or more or not flow.allows("posts") or source not in {"latest", "featured", "picked"}:
        for child in element.children:
            flow.walk([Element("p", {}, child) if child in links else child])
        flow.end_line()
        return
    count = element.get("data-count")
    flow.add(
        "posts",
        {
            "heading": heading.words[:120] if heading else "",
            "source": source,
            "count": min(max(int(count), 1), 12) if count.isdecimal() else 3,
            "tag": element.get("data-tag")[:100],
            "posts": _listed([target.page for target in targets]),
        },
    )
