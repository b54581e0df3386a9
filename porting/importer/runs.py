"""One import at a time: who holds the site, and whether they still live."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from porting.models import ImportRun
from porting.processes import has_ended, own_name

#: How long an import may be silent before it counts as dead.
SILENT_FOR = timedelta(minutes=20)


class BusyError(Exception):
    """Another import is running. The message is a sentence."""


class TakenOverError(Exception):
    """This import was taken for dead and another one runs now."""


def start(run: ImportRun) -> ImportRun:
    """Mark the run as running; BusyError when another one is. A dead one is marked as interrupted."""
    for _attempt in range(3):
        try:
            with transaction.atomic():
                run.state, run.process = ImportRun.State.RUNNING, own_name()
                run.started = run.seen = timezone.now()
                run.finished, run.error, run.done = None, "", 0
                run.save()
                return run
        except IntegrityError:
            other = ImportRun.objects.filter(state=ImportRun.State.RUNNING).first()
            if other is not None and is_alive(other):
                raise BusyError(_busy(other)) from None
            if other is not None:
                _bury(other)
    raise BusyError(_("Another import started at the same moment. Start again when it is through."))


def tick(run: ImportRun, step: str, done: int, total: int) -> None:
    """Note progress, and that the run is alive; TakenOverError when another one took its place."""
    run.step, run.done, run.total = step, done, total
    updated = ImportRun.objects.filter(pk=run.pk, state=ImportRun.State.RUNNING, process=run.process).update(
        step=step, done=done, total=total, seen=timezone.now()
    )
    if not updated:
        raise TakenOverError(_("This import was taken for dead, and another one is running now."))


def finish(run: ImportRun, state: str, report: dict[str, Any] | None = None, error: str = "") -> None:
    """Note how the run ended."""
    run.state, run.finished, run.error = state, timezone.now(), error
    fields = ["state", "finished", "error"]
    if report is not None:
        run.report, run.counts = report, report["summary"].get("counts", {})
        fields += ["report", "counts"]
    run.save(update_fields=fields)


def is_alive(run: ImportRun) -> bool:
    """Whether a running import's process is still there, as far as can be told."""
    if has_ended(run.process):
        return False
    return run.seen > timezone.now() - SILENT_FOR


def _busy(run: ImportRun) -> str:
    message = _(
        "An import of %(source)s has been running since %(time)s (%(done)d of %(total)d done). Wait until it is "
        "through, then start again."
    )
    started = timezone.localtime(run.started)
    return message % {
        "source": Path(run.source).name,
        "time": f"{started:%H:%M}",
        "done": run.done,
        "total": run.total,
    }


def _bury(run: ImportRun) -> None:
    ImportRun.objects.filter(pk=run.pk, state=ImportRun.State.RUNNING, seen=run.seen).update(
        state=ImportRun.State.INTERRUPTED, finished=timezone.now()
    )
