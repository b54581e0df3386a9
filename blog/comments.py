"""The comments a page shows, as threads. Knows no model: it asks by the page's key.

Whoever calls this has decided already that the reader may see the page.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import F

#: Answers to answers are set in so many times; further ones stand below each other.
DEEPEST = 4


@dataclass
class Thread:
    """A comment with the answers to it."""

    comment: Any
    depth: int = 0
    replies: list["Thread"] = field(default_factory=list)


def comments_context(page_id: int | None) -> dict[str, Any]:
    """``comment_threads`` and ``comment_count`` for a page's template, in one query."""
    comments = approved_comments(page_id) if page_id else []
    return {"comment_threads": threads(comments), "comment_count": len(comments)}


def approved_comments(page_id: int) -> list[Any]:
    """What everybody who may read the page may read below it, the oldest first."""
    model = apps.get_model("blog", "Comment")
    rows = model.objects.filter(page_id=page_id, state=model.State.APPROVED)
    return list(rows.order_by(F("created").asc(nulls_first=True), "pk"))


def threads(comments: Iterable[Any]) -> list[Thread]:
    """Put answers below what they answer, in the order given.

    An answer to what is not shown stands for itself. Walks without recursion, however deep it goes.
    """
    nodes = {comment.pk: Thread(comment) for comment in comments}
    answers: dict[int | None, list[Thread]] = defaultdict(list)
    for node in nodes.values():
        parent_id = node.comment.parent_id
        answers[parent_id if parent_id in nodes else None].append(node)
    top: list[Thread] = []
    waiting = [(node, top, 0) for node in reversed(answers[None])]
    while waiting:
        node, siblings, depth = waiting.pop()
        node.depth = depth
        siblings.append(node)
        below = (siblings, depth) if depth == DEEPEST else (node.replies, depth + 1)
        waiting += [(reply, *below) for reply in reversed(answers[node.comment.pk])]
    return top
