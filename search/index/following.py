"""Follows what was saved, where nobody waits for the answer: what fails is logged, and marked to be written later."""

import logging
from collections.abc import Collection, Iterable

from django.db import OperationalError, transaction

from search.engines.base import EngineAwayError
from search.index.writing import batches, update
from search.models import Document

logger = logging.getLogger(__name__)


def follow(page_ids: Iterable[int]) -> None:
    """Make the index say of these pages what they say now. Never raises: no page is missed because another fails."""
    for batch in batches(page_ids):
        try:
            update(batch)
        except Exception:
            logger.exception("The search index could not follow %s pages at once.", len(batch))
            _mark(_one_by_one(batch))


def _one_by_one(page_ids: list[int]) -> list[int]:
    """Try each page by itself, once. Returns those that failed."""
    failed: list[int] = []
    for place, page_id in enumerate(page_ids):
        try:
            update([page_id])
        except (EngineAwayError, OperationalError):
            # Not this page's fault, and each one more would wait as long again.
            logger.exception("The search index could not follow %s pages.", len(page_ids) - place)
            return failed + page_ids[place:]
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
            Document.objects.filter(pk__in=page_ids).update(fingerprint="")
    except Exception:
        logger.exception("The search index could not remember that it missed %s pages.", len(page_ids))
