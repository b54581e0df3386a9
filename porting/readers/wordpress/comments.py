"""What readers wrote below a post."""

from __future__ import annotations

from datetime import timedelta

from porting.document import CommentState, SourceComment
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
#: Notes that shops and plugins write where comments are kept. Nobody but their machinery ever saw them.
_INTERNAL = {"order_note", "action_log", "webhook_delivery", "note", "edd_payment_note", "editorial-comment"}


def read_comments(item: RawItem, offset: timedelta) -> list[SourceComment]:
    """The comments of an item, parents first where the export has them so."""
    known = {comment.comment_id for comment in item.comments}
    return [_read(raw, known, offset) for raw in item.comments if raw.kind not in _INTERNAL]


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
        state=_STATES.get(raw.approved, CommentState.PENDING),
        kind=raw.kind if raw.kind in _KINDS else "comment",
    )
