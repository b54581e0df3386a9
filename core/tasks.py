"""Work that somebody causes: who does it, and how it is done at once on a site without a worker."""

from __future__ import annotations

from django.conf import settings
from django.db import connection, transaction
from django_tasks.backends import immediate
from django_tasks.base import TaskResult, TaskResultStatus


def has_worker() -> bool:
    """Whether a worker takes the site's tasks; else whoever causes one waits for it."""
    return not settings.TASKS["default"]["BACKEND"].endswith("ImmediateBackend")


class _FailedError(Exception):
    """Takes back what a failed task did; goes no further."""


class GuardedImmediateBackend(immediate.ImmediateBackend):
    """A task that fails takes nothing along of what is saved around it.

    Wagtail writes the index editors search by inside their transaction, the failure is logged and not raised, and
    after it PostgreSQL refuses everything in the transaction. Two editors who save at once meet that: whoever writes
    into that index also touches every title of average length, so that each may wait for the other.
    """

    def _execute_task(self, task_result: TaskResult) -> None:
        if not connection.in_atomic_block:
            super()._execute_task(task_result)
            return
        try:
            with transaction.atomic():
                super()._execute_task(task_result)
                if task_result.status == TaskResultStatus.FAILED:
                    raise _FailedError
        except _FailedError:
            pass
