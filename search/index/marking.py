"""Pages whose index has to follow, remembered until the transaction is through, and then dealt with once."""

import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import transaction

logger = logging.getLogger(__name__)


@dataclass
class _Marked(threading.local):
    pages: set[int] = field(default_factory=set)
    #: Posts whose tags, categories, authors or series changed, of which Wagtail's own index hears nothing else.
    named: set[int] = field(default_factory=set)
    finders: list[Callable[[], set[int]]] = field(default_factory=list)


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
    _ask_to_be_called()


def reindex_found_later(find: Callable[[], set[int]]) -> None:
    """Index the pages that ``find`` names when the transaction is through.

    For whatever asks the index itself: it is never asked inside an editor's transaction, where its failing
    would take what they save with it.
    """
    _marked.finders.append(find)
    _ask_to_be_called()


def _ask_to_be_called() -> None:
    # Asked for every time: a callback is lost with the savepoint it was made in. The first to run does it all.
    transaction.on_commit(_reindex_marked, robust=True)


def _reindex_marked() -> None:
    from search.tasks import reindex_pages

    pages, named, finders = _marked.pages, _marked.named, _marked.finders
    _marked.pages, _marked.named, _marked.finders = set(), set(), []
    try:
        pages = pages.union(*(find() for find in finders))
        if pages:
            reindex_pages.enqueue(sorted(pages), sorted(named))
    except Exception:
        # What the editor saved is saved. "manage.py search_check --mend" finds what was missed here.
        logger.exception("The search index could not follow %s pages.", len(pages))
