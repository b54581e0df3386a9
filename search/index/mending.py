"""Puts right what :mod:`search.index.comparing` found, and writes the whole index anew."""

import logging
from collections.abc import Callable, Iterable

from django.db import InterfaceError, OperationalError

from search.engines import index_engine
from search.engines.base import EngineAwayError
from search.index import vocabulary
from search.index.comparing import Differences
from search.index.loading import findable_pages
from search.index.waiting import FAILED
from search.index.writing import batches, update
from search.models import Document

Progress = Callable[[int], None]
#: The database or the search server is not there. No page's fault, and every other one would fail as well.
AWAY = (EngineAwayError, OperationalError, InterfaceError)
logger = logging.getLogger(__name__)


class MendingStoppedError(Exception):
    """The database or the search server went away when ``done`` of ``total`` pages were right."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__(f"{done} of {total}")
        self.done, self.total = done, total


def mend(found: Differences, progress: Progress = lambda done: None) -> list[int]:
    """Write again whatever is wrong, from the pages as they are now, and put the words for corrections in order.

    Returns the pages that could not be written, each of which is in the log. Raises MendingStoppedError.
    """
    failed = _write(found.pages, progress)
    try:
        vocabulary.forget(found.dead_words)
        vocabulary.add(found.missing_words)
    except AWAY as error:
        raise MendingStoppedError(len(found.pages) - len(failed), len(found.pages)) from error
    return failed


def rebuild(progress: Progress = lambda done: None) -> list[int]:
    """Write every page anew, one batch after the other; what is in the index stays until it is replaced.

    So the search answers all the time. Two rebuilds at once only do the work twice. Returns and raises what
    :func:`mend` does.
    """
    listed = set(findable_pages().order_by().values_list("pk", flat=True))
    known = set(Document.objects.values_list("pk", flat=True)) | index_engine().indexed_ids()
    return _write(listed | known, progress)


def _write(page_ids: Iterable[int], progress: Progress) -> list[int]:
    ids, failed, done = set(page_ids), [], 0
    for batch in batches(ids):
        try:
            failed += _write_batch(batch)
        except AWAY as error:
            raise MendingStoppedError(done - len(failed), len(ids)) from error
        done += len(batch)
        progress(done)
    return failed


def _write_batch(page_ids: list[int]) -> list[int]:
    """Write these pages; where one cannot be written, each by itself. Returns those that failed."""
    try:
        update(page_ids, force=True)
    except AWAY:
        raise
    except Exception:
        logger.exception("The search index could not follow %s pages at once.", len(page_ids))
        return [page_id for page_id in page_ids if not _is_written(page_id)]
    if Document.objects.filter(pk__in=page_ids, fingerprint=FAILED).exists():
        # A search server that is away stops nobody who saves; it only marks what it did not take.
        raise EngineAwayError("The search server did not take the words of some pages.")
    return []


def _is_written(page_id: int) -> bool:
    try:
        update([page_id], force=True)
    except AWAY:
        raise
    except Exception:
        logger.exception("The search index could not follow page %s.", page_id)
        return False
    return True
