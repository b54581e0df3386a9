"""Who saw a page of Hugo's, as the site's settings and the page's own fields have it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _

from porting.document import SourcePost, State
from porting.readers.markdown import fields
from porting.readers.markdown.entry import Entry
from porting.readers.markdown.hugo.config import HugoConfig, lowered

#: The day a page is shown from that its site was built with, whatever its date says. The same each time it is read.
ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)
NO_INDEX = ("robotsnoindex", "noindex", "robots")  # PaperMod's, and what other themes call it


def as_built(post: SourcePost, config: HugoConfig) -> None:
    """``buildFuture`` and ``buildExpired``: everybody saw pages before their day, or after it.

    ``buildDrafts`` makes no draft public: what its author calls a draft, the author has to publish here.
    """
    if post.state is State.SCHEDULED and fields.truth(config.get("buildfuture")):
        post.state, post.go_live = State.PUBLISHED, ALWAYS
    if fields.truth(config.get("buildexpired")) and post.expires and post.expires <= datetime.now(UTC):
        post.expires = None


def unlist(post: SourcePost, entry: Entry) -> None:
    """Pages that lists or search engines were not to have."""
    parameters = lowered(entry.data.get("params"))
    if fields.truth(parameters.get("hidden")):
        post.unlisted = True
    said = parameters | lowered(entry.data)
    if not post.unlisted and any(_is_noindex(said.get(name)) for name in NO_INDEX):
        post.unlisted = True
        detail = _("Search engines were asked to leave it out: it stands in no list here.")
        entry.notes.report("state", detail)


def unplaced_parameters(parameters: dict[str, Any]) -> dict[str, Any]:
    """Those of a page's own ``params`` that have no place here."""
    used = {"author", "authors", "hidden", *NO_INDEX, *fields.shown_pictures(parameters)}
    return {name: one for name, one in parameters.items() if str(name).lower() not in used and one != ""}


def _is_noindex(value: Any) -> bool:
    return fields.truth(value) or bool(re.search(r"\bno(?:index|ne)\b", fields.text(value), re.IGNORECASE))
