"""What a body only names, written out: Ghost knows neither the notes posts share nor our lists of posts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from html import escape, unescape

from django.apps import apps

from porting.exporters.bodies import rich_text

SHARED = re.compile(r'<aside\b(?=[^>]*\bdata-block="callout")[^>]*\bdata-title="([^"]*)"[^>]*>\s*</aside>')
CHOSEN = re.compile(r'(<a href="source:([^"#]+)">)source:\2(?=</a>)')


class Wholes:
    """Notes by their title, loaded once, and posts' titles by their id."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self.titles = titles

    @cached_property
    def notes(self) -> dict[str, str]:
        """Each shared note that readers see, as a note of its own."""
        rows = apps.get_model("core", "SharedCallout").objects.filter(live=True)
        return {
            row.title: f'<aside data-block="admonition" data-kind="{row.kind}" data-title="{escape(row.title)}">'
            f"{rich_text(row.body)}</aside>"
            for row in rows
        }

    def written(self, html: str) -> str:
        """The body with its notes in full, and chosen posts under their titles."""
        if "data-block" not in html:
            return html
        html = SHARED.sub(lambda found: self.notes.get(unescape(found[1]), found[0]), html)
        return CHOSEN.sub(self._titled, html)

    def _titled(self, found: re.Match[str]) -> str:
        return found[1] + escape(self.titles.get(found[2], ""), quote=False)
