"""Notes beside and below the text: admonitions, shared callouts, footnotes."""

from __future__ import annotations

from html import escape
from typing import Any

from django.utils.translation import gettext as _

from porting.convert.flow import NOTE, Flow, flow_of, rich_of
from porting.convert.kept import keep
from porting.convert.tree import Element, Node

_KINDS = frozenset({"note", "tip", "info", "warning", "danger"})
_TITLE_LENGTH = 200


def admonition(flow: Flow, element: Element) -> None:
    """A note, tip or warning."""
    flow.end_line()
    kind = element.get("data-kind") if element.get("data-kind") in _KINDS else "note"
    title = " ".join(element.get("data-title").split())
    if not flow.allows("admonition"):
        named = Element("p", {}, Element("strong", {}, title)) if title else ""
        keep(flow, Element("aside", {}, named, *element.children), f"{kind} where no note can stand")
        return
    body = flow_of(flow.job, element.children, NOTE)
    if len(title) > _TITLE_LENGTH:
        body.insert(0, {"type": "paragraph", "value": f"<p><b>{escape(title, quote=False)}</b></p>"})
        title = ""
    if body or title:
        flow.add("admonition", {"kind": kind, "title": title, "body": body})


def callout(flow: Flow, element: Element) -> None:
    """A note that several posts share."""
    title = element.get("data-title")
    found = flow.job.context.callout(title) if flow.allows("callout") else None
    if found is not None:
        flow.add("callout", found)
        return
    flow.job.problem(
        "callouts", _("The shared note “%(title)s” is not on this site.") % {"title": title[:200]}
    )
    attributes = {"data-kind": "info", "data-title": title}
    admonition(flow, Element("aside", attributes, *element.children))


def footnotes(flow: Flow, element: Element) -> None:
    """The notes at the end; what stands between them stays after them."""
    flow.end_line()
    items, rest = _items(element)
    if not flow.allows("footnotes"):
        for item in items:
            flow.line.text(f"[^{_key(flow, item)}] ")
            flow.walk(item.children)
            flow.end_line()
        flow.job.problem("footnotes", _("Footnotes inside another block became paragraphs."), once="inside")
        flow.walk(rest)
        flow.end_line()
        return
    notes: list[dict[str, Any]] = []
    keys: set[str] = set()
    for item in items:
        key = _key(flow, item)
        text = rich_of(flow.job, item.children)
        if key in keys:
            flow.job.problem(
                "footnotes", _("Two footnotes are called “%(key)s”; both were kept.") % {"key": key}
            )
            _join(notes, key, text)
            continue
        keys.add(key)
        notes.append({"type": "item", "value": {"key": key, "text": text}})
    if notes:
        flow.add("footnotes", {"notes": notes})
    flow.walk(rest)
    flow.end_line()


def _items(element: Element) -> tuple[list[Element], list[Node]]:
    """The notes, wherever they are, and what is left of the rest without them."""
    items: list[Element] = []
    rest: list[Node] = []
    for child in element.children:
        if isinstance(child, str):
            rest.append(child)
        elif "data-item" in child.attributes:
            items.append(child)
        else:
            found, others = _items(child)
            items.extend(found)
            left = Element(child.tag, child.attributes, *others)
            rest.extend([left] if not left.is_blank() else [])
    return items, rest


def _key(flow: Flow, item: Element) -> str:
    key = item.get("data-key")
    return flow.job.keys.get(key) or key or "note"


def _join(notes: list, key: str, text: str) -> None:
    first = next(note["value"] for note in notes if note["value"]["key"] == key)
    both = [part if part.startswith("<p") else f"<p>{part}</p>" for part in (first["text"], text) if part]
    first["text"] = "".join(both)


def reference(flow: Flow, element: Element) -> None:
    """The place in the text a footnote belongs to."""
    key = flow.job.keys.get(element.get("data-footnote"), "")
    flow.line.markup(f"[^{escape(key, quote=False)}]")
    flow.walk(element.children)
