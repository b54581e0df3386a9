"""One item of the export as a post or page."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from porting.document import Picture, Problem, SourcePost, State
from porting.readers.wordpress.addresses import old_addresses
from porting.readers.wordpress.authors import Authors
from porting.readers.wordpress.body import to_dialect
from porting.readers.wordpress.builder_data import built
from porting.readers.wordpress.comments import held_back, read_comments
from porting.readers.wordpress.context import Body
from porting.readers.wordpress.dates import changed_date, first_date
from porting.readers.wordpress.fields import keep_fields, with_players
from porting.readers.wordpress.hidden_widgets import tell_hidden
from porting.readers.wordpress.linked import Linked
from porting.readers.wordpress.long_fields import LongFields
from porting.readers.wordpress.media import Library
from porting.readers.wordpress.members import keep_for_members
from porting.readers.wordpress.own import take_own_fields
from porting.readers.wordpress.plain import plain_excerpt, plain_text, unquoted
from porting.readers.wordpress.records import RawItem
from porting.readers.wordpress.seo import take_search_fields
from porting.readers.wordpress.settings import Settings
from porting.readers.wordpress.states import state_of
from porting.readers.wordpress.terms import Terms
from porting.readers.wordpress.types import is_shown_publicly


class PackedPost(SourcePost):
    """A post whose body is kept compressed: a blog of 200 MB waits in memory as a whole."""

    _packed: bytes = b""

    @property  # type: ignore[override]
    def html(self) -> str:
        """The body in the dialect."""
        return zlib.decompress(self._packed).decode() if self._packed else ""

    @html.setter
    def html(self, text: object) -> None:
        # The dataclass hands over this very property as the default when no body is given.
        self._packed = zlib.compress(text.encode(), 1) if isinstance(text, str) and text else b""


@dataclass
class Shared:
    """What all posts of a blog are read with."""

    base: str
    title: str
    library: Library
    authors: Authors
    terms: Terms
    reusable: dict[str, str | None]
    offset: timedelta
    now: datetime
    pretty: bool
    linked: Linked
    settings: Settings = field(default_factory=Settings)  # fields of plug-ins
    long_fields: LongFields = field(default_factory=LongFields)  # texts somebody wrote into fields


def read_post(item: RawItem, kind: str, shared: Shared) -> SourcePost:
    """Return the post. Problems with its content are in it; nothing in it raises."""
    post = PackedPost(
        source_id=item.id, title=plain_text(item["title"]), kind="page" if kind == "page" else "post"
    )
    post.slug = unquoted(item["post_name"])
    _take_dates(item, post, shared)
    _take_state(item, kind, post, shared)
    post.authors = shared.authors.of(item)
    shared.terms.take(item, post)
    post.summary = plain_excerpt(item["excerpt"])
    post.featured = item["is_sticky"].strip() == "1"
    post.comments = read_comments(item, shared.offset)
    post.problems += held_back(item)
    post.comments_open = item["comment_status"].strip() == "open"
    post.addresses, post.aliases = old_addresses(item, shared.base)
    post.menu_order = int(item["menu_order"]) if item["menu_order"].lstrip("-").isdigit() else 0
    if post.kind == "page" and item["post_parent"] not in {"", "0"}:
        post.parent = item["post_parent"]
    _take_cover(item, post, shared)
    take_search_fields(item.meta, post, shared.title, shared.library.picture)
    _take_body(item, post, shared)
    tell_hidden(item, post)
    shared.settings.add(item.id, keep_fields(item, post))
    shared.long_fields.add(post, item.meta)
    keep_for_members(item, post)
    take_own_fields(item, post)
    return post


def _take_dates(item: RawItem, post: SourcePost, shared: Shared) -> None:
    first, changed = first_date(item, shared.offset), changed_date(item, shared.offset)
    post.date, post.updated = first.moment, changed.moment
    for wrong in dict.fromkeys(filter(None, (first.wrong, changed.wrong))):
        text = (
            _("“%(date)s” is no date; the post was moved without it.")
            if not first.moment
            else _("“%(date)s” is no date; another date of the post was taken.")
        )
        post.problems.append(Problem(post.source_id, "date", text % {"date": wrong[:40]}))


def _take_state(item: RawItem, kind: str, post: SourcePost, shared: Shared) -> None:
    post.state, known = state_of(item, post.date, shared.now)
    post.password = item["post_password"]
    if not known:
        text = _("The state “%(state)s” is not known here; the post was moved as a draft.")
        none = _("The export does not say whether it was public; it was moved as a draft.")
        said = text % {"state": item["status"]} if item["status"] else none
        post.problems.append(Problem(post.source_id, "state", said))
    if kind != "custom":
        return
    text = _("This was an entry of the type “%(type)s”; it was moved as a post.")
    post.problems.append(Problem(post.source_id, "type", text % {"type": item.type}))
    if post.state in {State.PUBLISHED, State.PASSWORD} and not is_shown_publicly(item, shared.pretty):
        post.state = State.DRAFT
        text = _("Entries of the type “%(type)s” had no page of their own; it was moved as a draft.")
        post.problems.append(Problem(post.source_id, "state", text % {"type": item.type}))


def _take_cover(item: RawItem, post: SourcePost, shared: Shared) -> None:
    number = item.meta.get("_thumbnail_id", "").strip()
    post.cover = shared.library.picture(number)
    if number not in {"", "0"} and post.cover is None:
        text = _("The featured picture (number %(number)s) is not in the export.")
        post.problems.append(Problem(post.source_id, "feature", text % {"number": number}))
    address = item.meta.get("fifu_image_url", "")
    if post.cover is None and address.startswith(("http://", "https://")):
        post.cover = Picture(address, item.meta.get("fifu_image_alt", ""))


def _take_body(item: RawItem, post: SourcePost, shared: Shared) -> None:
    body = Body(post.source_id, shared.library, shared.reusable, item.meta)
    shown = item.meta.get("_product_image_gallery", "")
    more = f'\n\n[gallery ids="{shown}"]' if re.fullmatch(r"\d+(?:,\d+)*", shown) else ""
    written = to_dialect(with_players(item, post) + more, body)
    post.html = built(item, body) + written
    post.constructs = body.constructs
    post.problems += body.problems
