"""Long texts that somebody wrote into custom fields: the report's list shows their beginning, its file all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from porting.document import Problem, SourceBlog, SourcePost
from porting.readers.wordpress.elements import LONGEST_FIELD
from porting.readers.wordpress.fields import LONGEST
from porting.readers.wordpress.settings import is_secret

MOST = 2_000_000  # characters of all texts together


class LongFields:
    """Texts by the field's name, each with its post, as ``SourceBlog.settings`` has them."""

    def __init__(self) -> None:
        self._left = MOST
        self._found: dict[str, dict[str, Any]] = {}

    def add(self, post: SourcePost, meta: Mapping[str, str]) -> None:
        """Note the long ones among the fields of a post that the report names."""
        for name in meta.keys() & post.kept.keys():
            text = meta[name].strip()
            if len(text) <= LONGEST:
                continue
            about = self._found.setdefault(name, {"values": []})
            if is_secret(name, text):
                about["secret"] = about.get("secret", 0) + 1
            elif len(text) <= self._left:
                self._left -= len(text)
                about["values"].append({"value": text, "posts": [post.source_id]})
            else:
                about["not shown"] = about.get("not shown", 0) + 1

    def tell(self, blog: SourceBlog) -> None:
        """Hand them over to the blog, and say where they are."""
        if not self._found:
            return
        for name in sorted(self._found):
            _add(blog.settings.setdefault(name, {"values": []}), self._found[name])
        text = _(
            "Only the beginning of long fields is shown below. The report's file, report.json, has up to %(limit)d "
            "characters of each under “settings”: %(names)s"
        )
        names = ", ".join(sorted(self._found))
        shown = names if len(names) <= LONGEST else f"{names[:LONGEST]} …"
        blog.problems.append(Problem("", "field", text % {"limit": LONGEST_FIELD, "names": shown}))


def _add(there: dict[str, Any], found: Mapping[str, Any]) -> None:
    """Put what was found of a field to what the report has of it already: another post had a setting there."""
    there["values"] += found["values"]
    for counted in ("secret", "not shown"):
        if number := there.get(counted, 0) + found.get(counted, 0):
            there[counted] = number
