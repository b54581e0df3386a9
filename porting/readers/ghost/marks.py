"""Marks of Ghost's importers: every post they brought has one, and readers never saw it."""

from __future__ import annotations

import re
from collections import Counter

from django.utils.translation import gettext as _

from porting.document import Problem, SourceBlog

_MARK = re.compile(
    r"(?:hash-|#)(?:import-\d{4}-|(?:wp|wordpress|medium|substack|squarespace|blogger|jekyll|tumblr|mailchimp)(?:-post)?$)"
)


def sum_up_marks(blog: SourceBlog) -> None:
    """Say once for all posts which internal tags importers gave them; those people chose stay with their posts."""
    counted: Counter[str] = Counter()
    for post in blog.posts:
        tags = post.kept.pop("internal_tags", None)
        if not isinstance(tags, list):
            continue
        counted.update(tag for tag in tags if _MARK.match(tag))
        own = [tag for tag in tags if not _MARK.match(tag)]
        if own:
            post.kept["internal_tags"] = own
    if counted:
        names = ", ".join(f"{name} ({times})" for name, times in counted.most_common())
        text = _(
            "Internal tags of earlier imports were left out; in brackets, how many posts had them: %(names)s"
        )
        blog.problems.append(Problem("", "field", text % {"names": names}))
