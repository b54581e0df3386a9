"""Posts of other blogs that somebody on WordPress.com passed on: their words stand in a field, as PHP packs it."""

from __future__ import annotations

import re
from html import escape

from django.utils.translation import gettext as _

from porting.document import Problem, SourcePost
from porting.readers.wordpress.records import RawItem

SNAPSHOT = "reblog_snapshot"
_TITLE = re.compile(r's:5:"title";s:\d+:"(.*?)";s:\d+:"', re.DOTALL)
_ADDRESS = re.compile(r's:9:"permalink";s:\d+:"(https?://[^"\s<>]+)"')
_BEGINS = re.compile(r's:7:"content";s:\d+:"(?:<div class="reblogged-content">)?')
_ENDS = re.compile(r'(?:</div>)?";(?:[sibd]:[^{}]{0,80};)*\}\s*$')


def passed_on(item: RawItem, post: SourcePost) -> str:
    """The other blog's post as a quotation below the link to it; what the export lacks of it is noted."""
    snapshot = item.meta.get(SNAPSHOT, "")
    address, begin = _ADDRESS.search(snapshot), _BEGINS.search(snapshot)
    if not address or not begin:
        if item.meta.get("is_reblog"):
            text = _(
                "It showed a post of another blog below its own words. The export has nothing of that post."
            )
            post.problems.append(Problem(post.source_id, "text", text))
        return ""
    words = snapshot[begin.end() :]
    end = _ENDS.search(words, max(0, len(words) - 200))
    title = _TITLE.search(snapshot)
    link = f'<a href="{escape(address[1])}">{escape(title[1] if title else address[1], quote=False)}</a>'
    return f"<p>{link}</p>\n\n<blockquote>\n\n{words[: end.start()] if end else words}\n\n</blockquote>"
