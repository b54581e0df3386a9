"""What one conversion knows: its context, its problems, and what the whole body says about its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape

from django.utils.translation import gettext as _

from core.article.footnotes import REFERENCE
from core.article.links import is_safe_href
from porting.convert.anchors import settle_anchors
from porting.convert.context import ConvertContext, LinkTarget
from porting.convert.tags import FORMATS, HEADINGS
from porting.convert.tree import Element
from porting.document import Problem

_UNFIT_FOR_KEY = re.compile(r"[\[\]\s^]+")
_NO_PROTOCOL = re.compile(r"//\w")
_SUBSCRIPTION = re.compile(r"(?:webcals?|feed):(?://)?(?=\S)", re.IGNORECASE)
_KEY_LENGTH = 40
_LOWEST_HEADING = 6


@dataclass
class Job:
    """The state of one conversion that all its parts share."""

    context: ConvertContext
    problems: list[Problem] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)  # footnotes: key in the source -> key here
    heading_shift: int = 0
    linked_anchors: set[str] = field(default_factory=set)
    places: dict[str, str] = field(
        default_factory=dict
    )  # what is no heading's address -> that of the heading above
    _noted: set[tuple[str, str]] = field(default_factory=set)
    _targets: dict[str, LinkTarget] = field(default_factory=dict)
    _pictures: dict[tuple[str, str], int | None] = field(default_factory=dict)

    @classmethod
    def for_body(cls, body: Element, context: ConvertContext) -> Job:
        """Look once over the whole body for what its parts need to know."""
        job = cls(context)
        levels: set[int] = set()
        wanted: list[str] = []
        marks = False
        for node in body.walk():
            if isinstance(node, str):
                marks = marks or "[^" in node
                continue
            if node.tag in HEADINGS:
                levels.add(HEADINGS[node.tag])
            elif node.tag == "a" and node.get("href").startswith("#"):
                job.linked_anchors.add(node.get("href")[1:])
            key = node.get("data-footnote") or (
                node.get("data-key") if "data-item" in node.attributes else ""
            )
            if key:
                wanted.append(key)
        job.places = settle_anchors(body, job.linked_anchors)
        job.heading_shift = 1 if 1 in levels else 0
        job._name_footnotes(wanted, _written_out(body) if marks else set())
        return job

    def _name_footnotes(self, wanted: list[str], literal: set[str]) -> None:
        """Give every footnote a key that can be written in a text and that no text has as plain words."""
        used = set(literal)
        for key in wanted:
            if key in self.keys:
                continue
            plain = _UNFIT_FOR_KEY.sub("-", key).strip("-")[:_KEY_LENGTH] or "note"
            name, number = plain, 1
            while name in used:
                number += 1
                ending = f"-{number}"
                name = plain[: _KEY_LENGTH - len(ending)] + ending
            used.add(name)
            self.keys[key] = name

    def problem(self, kind: str, detail: str, once: str = "") -> None:
        """Note what could not be kept as it was; with ``once``, only the first time for that word."""
        mark = (kind, once or detail)
        if mark not in self._noted:
            self._noted.add(mark)
            self.problems.append(Problem(self.context.source, kind, detail))

    def target(self, href: str) -> LinkTarget:
        """Where a link leads on this site; each address is asked for once."""
        href = href.strip()
        if href not in self._targets:
            # An address without its protocol took that of the old page.
            full = f"https:{href}" if _NO_PROTOCOL.match(href) else self._on_the_web(href)
            within = LinkTarget(href=f"#{self.places.get(full[1:], full[1:])}") if full[:1] == "#" else None
            self._targets[href] = within or self.context.link(full)
        return self._targets[href]

    def _on_the_web(self, href: str) -> str:
        """Calendars and feeds by their address on the web: the editor drops their own protocols, webcal and feed."""
        found = _SUBSCRIPTION.match(href)
        if not found:
            return href
        rest = href[found.end() :]
        self.problem("links", _("%(href)s leads to its address on the web, as https.") % {"href": href[:200]})
        return rest if rest.lower().startswith(("http://", "https://")) else f"https://{rest}"

    def picture(self, source: str, alt: str) -> int | None:
        """The id of the picture on this site; each is asked for once."""
        key = (source, alt)
        if key not in self._pictures:
            self._pictures[key] = self.context.picture(source, alt)
        return self._pictures[key]

    def link_tag(self, href: str) -> str:
        """The opening tag of a link as rich text stores it; empty when it may not or does not lead anywhere."""
        target = self.target(href)
        if target.page is not None:
            part = f' fragment="{escape(target.fragment)}"' if target.fragment else ""
            return f'<a linktype="page" id="{target.page}"{part}>'
        if target.document is not None:
            return f'<a linktype="document" id="{target.document}">'
        address = self.safe(target.href, href)
        return f'<a href="{escape(address)}">' if address else ""

    def address(self, href: str) -> str:
        """A plain address for a block that stores one; empty when it is not safe to link."""
        return self.safe(self.target(href).href, href)

    def safe(self, address: str, original: str) -> str:
        """The address when a link may lead there; otherwise nothing, and a problem."""
        if address and is_safe_href(address):
            return address
        if original.strip() and original.strip() != "#":
            self.problem(
                "links", _("This address cannot be linked: %(original)s") % {"original": original[:200]}
            )
        return ""

    def level(self, tag: str) -> int:
        """The level of a heading in the body as a whole: none is a first one, the order stays."""
        return min(HEADINGS[tag] + self.heading_shift, _LOWEST_HEADING)


def _written_out(element: Element) -> set[str]:
    """What a text has as plain words that look like references; in code and links nothing looks like one."""
    found: set[str] = set()
    for child in element.children:
        if isinstance(child, str):
            found.update(REFERENCE.findall(child))
        elif child.tag not in {"a", "pre"} and FORMATS.get(child.tag) != "code":
            found |= _written_out(child)
    return found
