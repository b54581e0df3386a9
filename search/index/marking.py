"""Pages whose index has to follow, remembered until the transaction is through, and then dealt with once."""

import logging
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

logger = logging.getLogger(__name__)


@dataclass
class _Marked(threading.local):
    pages: set[int] = field(default_factory=set)
    #: Posts whose tags, categories, authors or series changed, of which Wagtail's own index hears nothing else.
    named: set[int] = field(default_factory=set)


_marked = _Marked()


def reindex_later(page_ids: Iterable[int], *, names_changed: bool = False) -> None:
    """Index these pages when the transaction is through, each once however often it is named.

    ``names_changed`` says that they belong to other subjects now, or that one of these is called otherwise.
    """
    ids = set(page_ids)
    if not ids:
        return
    _marked.pages |= ids
    if names_changed:
        _marked.named |= ids
    # Asked for every time: a callback is lost with the savepoint it was made in. The first to run does it all.
    transaction.on_commit(_reindex_marked, robust=True)


def _reindex_marked() -> None:
    from search.tasks import reindex_pages

    pages, named = sorted(_marked.pages), sorted(_marked.named)
    _marked.pages.clear()
    _marked.named.clear()
    if not pages:
        return
    try:
        reindex_pages.enqueue(pages, named)
    except Exception:
        # What the editor saved is saved. "manage.py search_check --mend" finds what was missed here.
        logger.exception("The search index could not follow %s pages.", len(pages))
