"""Words for search engines (``keywords``), which pass over them: tags of posts without any, else kept in the report."""

from __future__ import annotations

from typing import Any

from django.utils.translation import ngettext

from porting.document import Problem, SourceBlog
from porting.readers.markdown.fields import as_list, text


class Keywords:
    """Which posts had such words, and which of these became tags."""

    def __init__(self) -> None:
        self._left: dict[str, list[str]] = {}
        self._tags = 0

    def take(self, source: str, fields: dict[str, Any], tags: Any, *, own: bool) -> dict[str, Any]:
        """The fields without the words of the post, which are noted; ``tags`` is what its tags were read from.

        ``own`` is whether it had tags besides, which may be the same words.
        """
        names = [name for name in fields if str(name).lower() == "keywords"]
        for name in names:
            if tags == fields[name]:
                self._tags += not own
            else:
                words = ", ".join(text(word) for word in as_list(fields[name]))
                self._left.setdefault(words, []).append(source)
        return {name: value for name, value in fields.items() if name not in names}

    def tell(self, blog: SourceBlog) -> None:
        """One line for each of the two in the report, and every word that was left out in its file."""
        left = sum(map(len, self._left.values()))
        if left:
            detail = ngettext(
                "Words for search engines (“keywords”) of one post were left out: they pass over them.",
                "Words for search engines (“keywords”) of %(number)d posts were left out: they pass over them.",
                left,
            )
            blog.problems.append(Problem("", "field", detail % {"number": left}))
            values = [{"value": words, "posts": posts} for words, posts in self._left.items()]
            blog.settings["keywords"] = {"values": values}
        if self._tags:
            detail = ngettext(
                "One post without tags has its words for search engines (“keywords”) as tags.",
                "%(number)d posts without tags have their words for search engines (“keywords”) as tags.",
                self._tags,
            )
            blog.problems.append(Problem("", "tags", detail % {"number": self._tags}))
