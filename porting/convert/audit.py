"""Counting after the work: are all words, links, pictures and listings of the source in the blocks?

Both sides are read the same way: the source as it was parsed, the blocks as the dialect they are rendered to. What
is missing on the second side is a problem, whichever converter lost it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.article.anchors import anchor_from
from porting.convert.code import source_of
from porting.convert.context import Block
from porting.convert.job import Job
from porting.convert.tags import BREAKING, HEADINGS, UNREAD
from porting.convert.tree import Element, parse
from porting.render import to_dialect

_WORD = re.compile(r"[^\W_]+")
_SPACES = re.compile(r"\s+")
_SHOWN = 12
#: Blocks with words in an attribute.
_TITLED = frozenset({"admonition", "callout"})


@dataclass
class Contents:
    """What readers would miss."""

    text: list[str] = field(default_factory=list)
    links: Counter[str] = field(default_factory=Counter)
    pictures: Counter[str] = field(default_factory=Counter)
    alts: Counter[str] = field(default_factory=Counter)
    code: Counter[str] = field(default_factory=Counter)

    @property
    def words(self) -> list[str]:
        """All words in order."""
        return _WORD.findall("".join(self.text).casefold())


def contents(body: Element) -> Contents:
    """What is in a body."""
    found = Contents()
    _gather(body, found)
    return found


def _gather(element: Element, found: Contents) -> None:
    for child in element.children:
        if isinstance(child, str):
            found.text.append(child)
        elif child.tag not in UNREAD:
            _note(child, found)
            breaking = child.tag in BREAKING or "data-role" in child.attributes
            if breaking:
                found.text.append(" ")
            _gather(child, found)
            if breaking:
                found.text.append(" ")


def _note(element: Element, found: Contents) -> None:
    title = element.get("data-title") or (element.get("title") if element.tag == "pre" else "")
    if title and (element.tag == "pre" or element.block in _TITLED or "data-item" in element.attributes):
        found.text.append(f" {title} ")
    special = _NOTES.get(element.tag)
    if special:
        special(element, found)


def _note_link(element: Element, found: Contents) -> None:
    href = element.get("href").strip()
    if href and not element.is_blank():
        found.links[href] += 1


def _note_picture(element: Element, found: Contents) -> None:
    found.pictures[""] += 1
    alt = " ".join(element.get("alt").split())
    if alt:
        found.alts[alt] += 1


def _note_code(element: Element, found: Contents) -> None:
    text = _SPACES.sub("", source_of(element))
    if text:
        found.code[text] += 1


def _note_source(element: Element, found: Contents) -> None:
    if element.get("cite"):
        found.links[element.get("cite")] += 1


_NOTES = {"blockquote": _note_source, "a": _note_link, "img": _note_picture, "pre": _note_code}


def audit(job: Job, body: Element, blocks: list[Block]) -> None:
    """Tell what of the body is not in the blocks."""
    rendered = parse(to_dialect(blocks))
    before, after = contents(body), contents(rendered)
    missing = Counter(before.words) - Counter(after.words)
    if missing:
        some = " ".join(list(missing)[:_SHOWN])
        number = missing.total()
        text = ngettext(
            "%(number)s word is missing: %(some)s", "%(number)s words are missing: %(some)s", number
        )
        job.problem("text", text % {"number": number, "some": some})
    for code in before.code - after.code:
        if code not in "".join(after.code):
            job.problem("code", _("This code is missing or changed: %(code)s") % {"code": code[:80]})
    _compare_pictures(job, body, before, after)
    _compare_links(job, before, after)
    _compare_anchors(job, body, rendered)


def _compare_pictures(job: Job, body: Element, before: Contents, after: Contents) -> None:
    shown = " ".join(before.text) if before.alts - after.alts else ""
    for alt in before.alts - after.alts:
        # An emoji that was a picture is now a sign in the text.
        if alt not in shown and alt not in " ".join(after.text):
            job.problem("alt", _("The description of a picture is missing: %(alt)s") % {"alt": alt[:200]})
    if before.pictures.total() > after.pictures.total() and not _are_signs(body):
        number = before.pictures.total() - after.pictures.total()
        text = ngettext("%(number)s picture is missing.", "%(number)s pictures are missing.", number)
        job.problem("images", text % {"number": number})


def _are_signs(body: Element) -> bool:
    return all(not image.get("src") or image.classes for image in body.find_all("img"))


def _compare_links(job: Job, before: Contents, after: Contents) -> None:
    there = after.links
    for href, number in before.links.items():
        if there[href] >= number:
            continue
        target = job.target(href)
        forms = (
            href,
            target.href,
            f"page:{target.page}#{target.fragment}".rstrip("#"),
            f"document:{target.document or job.context.document(href)}",
        )
        if not any(there[form] for form in forms) and not _is_told(job, href):
            job.problem("links", _("This link is missing: %(href)s") % {"href": href[:300]})


def _compare_anchors(job: Job, body: Element, after: Element) -> None:
    """Places that links of this post lead to and that are no longer there."""
    there = {anchor_from(node.words) for node in after.find_all(*HEADINGS)} if job.linked_anchors else set()
    there |= {node.get("id") for node in after.walk() if isinstance(node, Element)} if there else set()
    for node in body.walk() if job.linked_anchors else ():
        if isinstance(node, Element):
            name = node.get("id") or (node.get("name") if node.tag == "a" else "")
            if name and name in job.linked_anchors and re.sub("-{2,}", "-", name) not in there:
                above = _("Links to “%(name)s” lead to the heading above it: it is no heading.")
                top = _("Links to “%(name)s” lead to the top of the page: it is no heading.")
                job.problem("links", (above if name in job.places else top) % {"name": name})


def _is_told(job: Job, href: str) -> bool:
    return any(href[:100] in problem.detail for problem in job.problems)
