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
    #: Pages that say the same elsewhere, or to others.
    placed: set[int] = field(default_factory=set)
    #: Posts whose tags, categories, authors or series changed, of which Wagtail's own index hears nothing else.
    named: set[int] = field(default_factory=set)
    finders: list[tuple[Callable[[], set[int]], bool]] = field(default_factory=list)


_marked = _Marked()


def reindex_later(
    page_ids: Iterable[int] = (),
    *,
    find: Callable[[], set[int]] | None = None,
    names_changed: bool = False,
    same_words: bool = False,
) -> None:
    """Index these pages when the transaction is through, each once however often it is named.

    ``find`` names more of them then: for whatever asks the index itself, which is never asked inside an editor's
    transaction, where its failing would take what they save with it. ``names_changed`` says that the pages belong to
    other subjects now, or that one of these is called otherwise; ``same_words`` that nothing changed but where they
    stand and who may read them.
    """
    ids = set(page_ids)
    if not ids and find is None:
        return
    (_marked.placed if same_words else _marked.pages).update(ids)
    if names_changed:
        _marked.named |= ids
    if find is not None:
        _marked.finders.append((find, same_words))
    _ask_to_be_called()


def _ask_to_be_called() -> None:
    # Asked for every time: a callback is lost with the savepoint it was made in. The first to run does it all.
    transaction.on_commit(_reindex_marked, robust=True)


def _reindex_marked() -> None:
    from search.tasks import hand_over

    pages, placed, named, finders = _marked.pages, _marked.placed, _marked.named, _marked.finders
    _marked.pages, _marked.placed, _marked.named, _marked.finders = set(), set(), set(), []
    try:
        for find, same_words in finders:
            (placed if same_words else pages).update(find())
        if pages or placed:
            hand_over(pages, placed - pages, named)
    except Exception:
        # What the editor saved is saved. "manage.py search_check --mend" finds what was missed here.
        logger.exception("The search index could not follow %s pages.", len(pages | placed))
