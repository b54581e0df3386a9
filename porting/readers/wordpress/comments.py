"""What readers wrote below a post."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _

from porting.document import CommentState, Problem, SourceComment
from porting.readers.wordpress.autop import paragraphs
from porting.readers.wordpress.dates import comment_date
from porting.readers.wordpress.plain import plain_text
from porting.readers.wordpress.records import RawComment, RawItem

_STATES = {
    "1": CommentState.APPROVED,
    "approve": CommentState.APPROVED,
    "approved": CommentState.APPROVED,
    "spam": CommentState.SPAM,
    "trash": CommentState.TRASH,
    "post-trashed": CommentState.TRASH,
}
_KINDS = {"pingback", "trackback"}
#: What WordPress, its shop and its plug-ins for answers on other sites show below a post.
_PUBLIC = _KINDS | {
    "", "comment", "review", "rating", "webmention", "mention", "reply", "repost", "like", "bookmark", "favorite",
}  # fmt: skip
#: Notes that shops and plugins write where comments are kept. Nobody but their machinery ever saw them.
_INTERNAL = {"order_note", "action_log", "webhook_delivery", "note", "edd_payment_note", "editorial-comment"}


def read_comments(item: RawItem, offset: timedelta) -> list[SourceComment]:
    """The comments of an item, parents first where the export has them so."""
    known = {comment.comment_id for comment in item.comments}
    return [_read(raw, known, offset) for raw in item.comments if raw.kind not in _INTERNAL]


def held_back(item: RawItem) -> list[Problem]:
    """Name the approved comments of a kind nobody here knows: a course keeps its students' progress in such."""
    kinds = [
        raw.kind
        for raw in item.comments
        if _is_unknown(raw) and _STATES.get(raw.approved) is CommentState.APPROVED
    ]
    if not kinds:
        return []
    text = _(
        "%(count)d comments of a kind not known here (%(kinds)s) are not shown; they wait for moderation."
    )
    said = text % {"count": len(kinds), "kinds": ", ".join(sorted(set(kinds)))[:200]}
    return [Problem(item.id, "comments", said)]


def _is_unknown(raw: RawComment) -> bool:
    return raw.kind not in _PUBLIC | _INTERNAL and not raw.kind.startswith("social-")


def _state(raw: RawComment) -> CommentState:
    state = _STATES.get(raw.approved, CommentState.PENDING)
    return CommentState.PENDING if state is CommentState.APPROVED and _is_unknown(raw) else state


def _read(raw: RawComment, known: set[str], offset: timedelta) -> SourceComment:
    url = raw.url if raw.url.lower().startswith(("http://", "https://")) and len(raw.url) > 8 else ""
    parent = raw.parent if raw.parent in known and raw.parent not in {"0", raw.comment_id} else ""
    return SourceComment(
        source_id=raw.comment_id,
        author_name=plain_text(raw.author),
        html=paragraphs(raw.content.strip()),
        date=comment_date(raw.date_gmt, raw.date, offset),
        parent_id=parent,
        author_url=url,
        state=_state(raw),
        kind=raw.kind if raw.kind in _KINDS else "comment",
    )
