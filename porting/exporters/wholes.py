"""What a body only names, written out: other systems know neither the notes posts share nor our lists of posts."""

from __future__ import annotations

import re
from functools import cached_property
from html import escape, unescape

from django.apps import apps
from django.utils.translation import gettext as _

from porting.document import Problem, SourcePost
from porting.exporters.bodies import rich_text

SHARED = re.compile(r'<aside\b(?=[^>]*\bdata-block="callout")[^>]*\bdata-title="([^"]*)"[^>]*>\s*</aside>')
CHOSEN = re.compile(r'(?P<link><a href="source:(?P<key>[^"#]+)">)source:(?P=key)</a>')


class Wholes:
    """Notes by their title and chosen posts by their id, each loaded once."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    @cached_property
    def notes(self) -> dict[str, str]:
        """Each shared note that readers see, as a note of its own."""
        rows = apps.get_model("core", "SharedCallout").objects.filter(live=True)
        return {
            row.title: f'<aside data-block="admonition" data-kind="{row.kind}" data-title="{escape(row.title)}">'
            f"{rich_text(row.body)}</aside>"
            for row in rows
        }

    @cached_property
    def titles(self) -> dict[str, str]:
        """The titles of all posts that stand in lists: others are not named to anybody."""
        rows = apps.get_model("blog", "BlogPage").objects.listed().values_list("pk", "title")
        return {str(pk): title for pk, title in rows}

    def write_out(self, post: SourcePost) -> None:
        """Put notes into a post's body in full, and chosen posts under their titles."""
        if "data-block" not in post.html:
            return
        html = SHARED.sub(lambda found: self.notes.get(unescape(found[1]), found[0]), post.html)
        post.html = CHOSEN.sub(lambda found: self._titled(found, post), html)

    def _titled(self, found: re.Match[str], post: SourcePost) -> str:
        title = self.titles.get(found["key"])
        if title is not None:
            return f"{found['link']}{escape(title, quote=False)}</a>"
        detail = _(
            "“%(title)s” lists a post that is not public, as it does here. The link to it was left out."
        )
        self.problems.append(Problem(post.source_id, "links", detail % {"title": post.title}))
        return ""
