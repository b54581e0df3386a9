"""Fields that many posts have with one and the same value (``theme: twitter``): one line of the report for all."""

from __future__ import annotations

from collections import defaultdict

from django.utils.translation import gettext as _

from porting.document import Problem, SourceBlog, SourcePost
from porting.readers.markdown.fields import text

MANY = 10  # posts
LONGEST = 80  # characters of a value; longer ones are somebody's words


def sum_up(blog: SourceBlog) -> None:
    """Take such fields from the posts and tell them together; ``blog.settings`` has which posts they were in."""
    found: dict[tuple[str, str], list[SourcePost]] = defaultdict(list)
    for post in blog.posts:
        for name, value in post.kept.items():
            said = str(value) if isinstance(value, bool) else text(value)
            if said and len(said) <= LONGEST:
                found[name, said].append(post)
    many = sorted((len(posts), name, said) for (name, said), posts in found.items() if len(posts) >= MANY)
    for _times, name, said in many:
        posts = found[name, said]
        for post in posts:
            post.kept = {one: value for one, value in post.kept.items() if one != name}
        told = blog.settings.setdefault(name, {"values": []})
        told["values"].append({"value": said, "posts": [post.source_id for post in posts]})
    if many:
        lines = "; ".join(f"{name}: {said} ({times})" for times, name, said in reversed(many))
        detail = _("These fields have no place here; in brackets, in how many posts they were: %(fields)s")
        blog.problems.append(Problem("", "field", detail % {"fields": lines}))
