"""Whether the site lives (/healthz) and whether it can serve (/readyz)."""

from __future__ import annotations

import functools
import logging
import os
import uuid
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)


class NotReadyError(Exception):
    """A part answers, but not as it must."""


def database_answers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


@functools.cache
def migrations_are_applied() -> None:
    """Compare once: the cache keeps success, which lasts as long as this code runs, and never failure."""
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        raise NotReadyError(f"{len(missing)} migrations are not applied")


def cache_keeps_values() -> None:
    key = f"readyz-{uuid.uuid4().hex}"
    cache.set(key, "kept", timeout=10)
    if cache.get(key) != "kept":
        raise NotReadyError("a value written to the cache did not come back")
    cache.delete(key)


def media_is_writable() -> None:
    """Write and remove a small file: permission bits alone say nothing about a full or read-only disk."""
    folder = Path(settings.MEDIA_ROOT)
    folder.mkdir(parents=True, exist_ok=True)
    probe = folder / f".readyz-{os.getpid()}-{uuid.uuid4().hex}"
    try:
        probe.write_bytes(b"ready")
    finally:
        probe.unlink(missing_ok=True)


Parts = dict[str, Callable[[], None]]
PARTS: Parts = {
    "database": database_answers,
    "migrations": migrations_are_applied,
    "media": media_is_writable,
}
#: Without these the site goes on, only slower: visitors are better off here than nowhere.
SPARE_PARTS: Parts = {"cache": cache_keeps_values}


def failing_among(parts: Parts) -> list[str]:
    """Return the names of the parts that fail; the reasons go to the log, as visitors may read the answer."""
    failing = []
    for name, check in parts.items():
        try:
            check()
        except Exception:  # whatever goes wrong in a part, it fails
            logger.exception("Does not work: %s", name)
            failing.append(name)
    return failing


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 as long as the process runs; nothing else is asked."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when every part works that pages need, otherwise 503; name those that do not, spare ones as well."""
    failing = failing_among(PARTS)
    answer = {"ready": not failing, "failing": failing, "degraded": failing_among(SPARE_PARTS)}
    return JsonResponse(answer, status=503 if failing else 200)
