"""Comments of a page: with their answers, their state and the writer's name."""

from __future__ import annotations

import re
from collections import defaultdict

from blog.models import Comment
from core.article.links import is_safe_href
from porting.document import SourceComment, SourcePost

_NAME, _URL, _ID, _KEY = 255, 500, 255, 100
_BATCH = 500  # a database takes so many values at once, and not all
_PICTURES = re.compile(
    r"<img\b[^<>]*?\bsrc\s*=\s*(?:\"(https?://[^\"<>]+)\"|'(https?://[^'<>]+)')[^<>]*>", re.IGNORECASE
)


def load(post: SourcePost, page_id: int, blog_key: str) -> int:
    """Store the comments that are not here yet, each after the one it answers; returns how many.

    Those that are here stay as they are: somebody may have moderated them since.
    """
    key = blog_key[:_KEY]
    wanted = {comment.source_id[:_ID]: comment for comment in post.comments}
    known = _known(key, list(wanted))
    left = {name: comment for name, comment in wanted.items() if name not in known}
    stored = len(left)
    answers = defaultdict(list)
    for name, comment in left.items():
        answers[comment.parent_id[:_ID]].append(name)
    ready = [name for parent in answers if parent not in left for name in answers[parent]]
    while left:
        # Comments that answer each other in a circle start with any of them.
        level = {name: left.pop(name) for name in ready or [next(iter(left))]}
        made = Comment.objects.bulk_create(_comment(one, page_id, key, known) for one in level.values())
        known.update((comment.source_id, comment.pk) for comment in made)
        ready = [answer for name in level for answer in answers[name] if answer in left]
    return stored


def _known(key: str, names: list[str]) -> dict[str, int]:
    """Ids of the comments that are here, by their ids in the source."""
    here = Comment.objects.filter(source_key=key)
    found: dict[str, int] = {}
    for start in range(0, len(names), _BATCH):
        batch = here.filter(source_id__in=names[start : start + _BATCH])
        found.update(batch.values_list("source_id", "pk"))
    return found


def with_links(html: str) -> str:
    """A comment with a link at its end for each of its pictures: comments here have none."""
    pictures = [one or other for one, other in _PICTURES.findall(html)]
    return html + "".join(f'<p><a href="{address}">{address}</a></p>' for address in pictures)


def _comment(source: SourceComment, page_id: int, key: str, known: dict[str, int]) -> Comment:
    url = source.author_url.strip()
    return Comment(
        page_id=page_id,
        parent_id=known.get(source.parent_id[:_ID]) if source.parent_id else None,
        author_name=source.author_name.strip()[:_NAME],
        author_url=url[:_URL] if is_safe_href(url) else "",
        text=with_links(source.html),
        created=source.date,
        state=source.state.value,
        kind=source.kind if source.kind in Comment.Kind.values else Comment.Kind.COMMENT,
        source_key=key,
        source_id=source.source_id[:_ID],
    )
