"""Who works on an import, and how it is begun, gone on with and stopped."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from core.tasks import has_worker
from porting.importer import runs
from porting.models import ImportRun

State = ImportRun.State

#: States a run can be started from, or started again.
STARTABLE = (State.ANALYSED, State.INTERRUPTED, State.FAILED, State.RUNNING, State.WAITING)
#: How long a process may take to start.
STARTS_WITHIN = timedelta(minutes=2)


def is_busy(run: ImportRun) -> bool:
    """Whether somebody works on the run, or is about to."""
    if run.state == State.RUNNING:
        return runs.is_alive(run)
    if run.state != State.WAITING:
        return False
    if run.process:
        return runs.is_alive(run)
    return has_worker() or run.seen > timezone.now() - STARTS_WITHIN


def launch(run: ImportRun) -> bool:
    """Begin, or go on: an upload nobody has looked at yet is looked at, another one imported.

    False when somebody works on the run already.
    """
    if is_busy(run) and (run.process or run.state != State.WAITING):
        return False
    begun = {"state": State.WAITING, "process": "", "seen": timezone.now(), "error": "", "step": ""}
    same = ImportRun.objects.filter(pk=run.pk, state=run.state, seen=run.seen)
    if run.state not in STARTABLE or not same.update(done=0, total=0, finished=None, **begun):
        return False
    if has_worker():
        work_later.enqueue(run.pk)
    else:
        _start_process(run.pk)
    return True


def stop(run: ImportRun) -> bool:
    """Ask whoever works on the run to stop: they look before every post. False when it had ended already."""
    at_work = ImportRun.objects.filter(pk=run.pk, state__in=[State.WAITING, State.RUNNING])
    return bool(at_work.update(state=State.INTERRUPTED, finished=timezone.now()))


@task()
def work_later(run_id: int) -> None:
    """Work on a run in the task worker."""
    from porting.admin.work import work  # a web server never needs the readers and the converter

    work(run_id)


def _start_process(run_id: int) -> None:
    """A process that outlives the request and the server's restart."""
    command = [sys.executable, "-m", "django", "run_import", str(run_id)]
    process = subprocess.Popen(  # noqa: S603 - our own command and a number
        command,
        cwd=settings.BASE_DIR,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    # Somebody has to take note of its end, or it would look alive for ever.
    threading.Thread(target=process.wait, daemon=True).start()
