"""Follows what was saved, where nobody waits for the answer: what fails is logged, and marked to be written later."""

import logging
from collections.abc import Collection, Iterable

from django.db import OperationalError, transaction

from search.engines.base import EngineAwayError
from search.index.placing import place
from search.index.waiting import FAILED, wait
from search.index.writing import BATCH, batches, update
from search.models import Document

#: So many pages are placed at once.
PLACED = 500
logger = logging.getLogger(__name__)


def follow(
    page_ids: Iterable[int], placed_ids: Iterable[int] = (), *, at_once: int | None = None
) -> list[int]:
    """Make the index say of these pages what they say now. Never raises: no page is missed because another fails.

    Of ``placed_ids`` nothing changed but where they stand and who may read them. That follows for every page before
    this returns. With ``at_once`` the words of so many pages do, the newest ones; the others wait. Returns these.
    """
    changed, moved = set(page_ids), set(placed_ids) - set(page_ids)
    if len(changed) + len(moved) > (BATCH if at_once is None else at_once):
        # Those that moved may have to be written too, so that any that changed may be left for later.
        _let_wait(changed)
        unwritten = _place(changed | moved)
    else:
        unwritten = changed | _place(moved)
    newest = sorted(unwritten, reverse=True)
    write(newest[:at_once])
    return [] if at_once is None else newest[at_once:]


def write(page_ids: Iterable[int]) -> None:
    """Write these pages as they are now, words and all. Never raises."""
    for batch in batches(page_ids):
        try:
            update(batch)
        except Exception:
            logger.exception("The search index could not follow %s pages at once.", len(batch))
            _mark(_one_by_one(batch))


def _let_wait(page_ids: Collection[int]) -> None:
    """Remember all of them, in case this process does not live to write them."""
    try:
        wait(page_ids)
    except Exception:
        logger.exception("The search index could not remember %s pages.", len(page_ids))


def _place(page_ids: Iterable[int]) -> set[int]:
    unwritten: set[int] = set()
    for batch in batches(page_ids, PLACED):
        try:
            unwritten |= place(batch)
        except Exception:
            logger.exception("The search index could not follow %s pages at once.", len(batch))
            _mark(_one_by_one(batch))
    return unwritten


def _one_by_one(page_ids: list[int]) -> list[int]:
    """Try each page by itself, once. Returns those that failed."""
    failed: list[int] = []
    for number, page_id in enumerate(page_ids):
        try:
            update([page_id])
        except (EngineAwayError, OperationalError):
            # Not this page's fault, and each one more would wait as long again.
            logger.exception("The search index could not follow %s pages.", len(page_ids) - number)
            return failed + page_ids[number:]
        except Exception:
            logger.exception("The search index could not follow page %s.", page_id)
            failed.append(page_id)
    return failed


def _mark(page_ids: Collection[int]) -> None:
    """Let "manage.py search_check --mend", or the next change, write them. Pages without a row are missing anyway."""
    if not page_ids:
        return
    try:
        # Its failing must not take a transaction around it along.
        with transaction.atomic():
            Document.objects.filter(pk__in=page_ids).update(fingerprint=FAILED)
    except Exception:
        logger.exception("The search index could not remember that it missed %s pages.", len(page_ids))
