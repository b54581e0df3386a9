"""Redirects Wagtail makes by itself when pages move, for sections of any size."""

from __future__ import annotations

from collections import defaultdict

from wagtail.contrib.redirects import signal_handlers
from wagtail.contrib.redirects.models import Redirect


def connect() -> None:
    """Take the place of Wagtail's step, called once when the app is ready."""
    signal_handlers.BatchRedirectCreator.pre_process = _remove_clashing


def _remove_clashing(batch: signal_handlers.BatchRedirectCreator) -> None:
    """Delete automatic redirects from the addresses that the new ones of this batch lead away from.

    Wagtail asks with one condition an address, 2,000 at a time, and SQLite takes no more than 1,000: a section
    that large could be neither moved nor renamed.
    """
    paths: dict[int | None, list[str]] = defaultdict(list)
    for redirect in batch.items:
        paths[redirect.site_id].append(redirect.old_path)
    for site_id, old_paths in paths.items():
        Redirect.objects.filter(automatically_created=True, site_id=site_id, old_path__in=old_paths).delete()
