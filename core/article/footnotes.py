"""Numbered references such as ``[^source]`` and the way back from the note."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from core.article.anchors import Anchors, anchor_from

REFERENCE = re.compile(r"\[\^([^\[\]\s^]{1,40})\]")
_TAG = re.compile(r"(<[^>]*>)")
_QUIET_TAG = re.compile(r"<(/?)(a|code|pre)\b", re.IGNORECASE)


@dataclass
class Footnote:
    """A note that is referred to: its number, its own id, and the ids of the places that refer to it."""

    key: str
    number: int
    anchor: str
    references: list[str] = field(default_factory=list)


#: Out of sight, but there when the text is copied or read by a machine: "mill[1]" instead of "mill1".
_OPENED = mark_safe('<span class="visually-hidden">[</span>')
_CLOSED = mark_safe('<span class="visually-hidden">]</span>')


class Footnotes:
    """Numbers notes in the order their references are read. ``anchors`` are those of the whole page."""

    def __init__(self, keys: Iterable[str], anchors: Anchors) -> None:
        self._known = set(keys)
        self._notes: dict[str, Footnote] = {}
        self._anchors = anchors

    def note(self, key: str) -> Footnote:
        """The note with this key; the first call gives it its number."""
        if key not in self._notes:
            # Keys of signs alone, and keys that differ in case, are the same to an address.
            anchor = self._anchors.take(f"footnote-{anchor_from(key)}")
            self._notes[key] = Footnote(key, len(self._notes) + 1, anchor)
        return self._notes[key]

    def link_references(self, html: str) -> str:
        """Turn the references in a piece of HTML into links; unknown keys, links and code stay as they are."""
        if not self._known or "[^" not in html:
            return html
        return _outside_quiet_tags(html, lambda text: REFERENCE.sub(self._link, text))

    def _link(self, match: re.Match) -> str:
        if match[1] not in self._known:
            return match[0]
        note = self.note(match[1])
        reference = f"{note.anchor}-reference-{len(note.references) + 1}"
        note.references.append(reference)
        return format_html(
            '<sup class="footnote-reference" id="{}"><a href="#{}" aria-label="{}">{}{}{}</a></sup>',
            reference,
            note.anchor,
            _("Footnote %(number)d") % {"number": note.number},
            _OPENED,
            note.number,
            _CLOSED,
        )


def _outside_quiet_tags(html: str, change: Callable[[str], str]) -> str:
    """Apply ``change`` to the text of ``html`` that is neither in a tag nor inside a link or code."""
    parts = _TAG.split(html)
    depth = 0
    for position, part in enumerate(parts):
        quiet = _QUIET_TAG.match(part)
        if quiet:
            depth += -1 if quiet[1] else 1
        elif position % 2 == 0 and depth <= 0:
            parts[position] = change(part)
    return "".join(parts)
