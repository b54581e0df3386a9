"""Looking at an upload and importing it, outside of any request."""

from __future__ import annotations

import logging
import os
import socket
import subprocess
import sys
import threading
import time
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from porting.admin import uploads
from porting.importer import runs
from porting.importer import source as sources
from porting.importer.analysis import analyse
from porting.importer.options import ImportOptions
from porting.importer.places import PlaceError
from porting.importer.run import import_source
from porting.models import ImportRun

logger = logging.getLogger(__name__)
State = ImportRun.State

#: States a run can be started from, or started again.
STARTABLE = (State.ANALYSED, State.INTERRUPTED, State.FAILED, State.RUNNING, State.WAITING)
#: Seconds between two notes of how far an analysis is.
PAUSE = 0.5
#: How long a process may take to start.
STARTS_WITHIN = timedelta(minutes=2)


class StoppedError(Exception):
    """Somebody pressed "Stop"."""


def is_busy(run: ImportRun) -> bool:
    """Whether somebody works on the run, or is about to."""
    if run.state == State.RUNNING:
        return runs.is_alive(run)
    if run.state != State.WAITING:
        return False
    if run.process:
        return runs.is_alive(run)
    return has_worker() or run.seen > timezone.now() - STARTS_WITHIN


def has_worker() -> bool:
    """Whether a worker takes the site's tasks; else each import is a process of its own."""
    return not settings.TASKS["default"]["BACKEND"].endswith("ImmediateBackend")


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


def stop(run: ImportRun) -> None:
    """Ask whoever works on the run to stop: they look before every post."""
    ImportRun.objects.filter(pk=run.pk, state__in=[State.WAITING, State.RUNNING]).update(
        state=State.INTERRUPTED, finished=timezone.now()
    )


@task()
def work_later(run_id: int) -> None:
    """Work on a run in the task worker."""
    work(run_id)


def work(run_id: int) -> None:
    """Do what is next for a run that waits; nothing when it does not."""
    name = f"{socket.gethostname()}:{os.getpid()}"
    waiting = ImportRun.objects.filter(pk=run_id, state=State.WAITING, process="")
    if not waiting.update(process=name, seen=timezone.now()):
        return
    run = ImportRun.objects.get(pk=run_id)
    try:
        _import(run) if run.report else _look(run)
    except (StoppedError, runs.TakenOverError):
        return
    except runs.BusyError as error:
        runs.finish(run, State.ANALYSED, error=str(error))
    except (sources.SourceError, PlaceError) as error:
        runs.finish(run, State.FAILED, error=str(error))
    except Exception as error:
        logger.exception("Import %s failed", run_id)
        runs.finish(run, State.FAILED, error=_("Something went wrong: %(error)s") % {"error": error})
        raise


def _look(run: ImportRun) -> None:
    options = ImportOptions.from_json(run.options)
    with sources.opened(run.source, options) as source:
        report = analyse(source, options, _Notes(run))
        ImportRun.objects.filter(pk=run.pk).update(blog_key=source.blog.key, format=source.blog.format)
    runs.finish(run, State.ANALYSED, report.as_json())


def _import(run: ImportRun) -> None:
    options = ImportOptions.from_json(run.options)
    with sources.opened(run.source, options) as source:
        import_source(run, source, options, lambda step, done, total: None)
    uploads.remove(run)


class _Notes:
    """Writes down how far an analysis is, and notices when it was stopped."""

    def __init__(self, run: ImportRun) -> None:
        self.run, self._last = run, 0.0

    def __call__(self, step: str, done: int, total: int) -> None:
        if time.monotonic() - self._last < PAUSE and done < total:
            return
        self._last = time.monotonic()
        mine = ImportRun.objects.filter(pk=self.run.pk, state=State.WAITING, process=self.run.process)
        if not mine.update(step=step, done=done, total=total, seen=timezone.now()):
            raise StoppedError


def _start_process(run_id: int) -> None:
    """A process that outlives the request and the server's restart."""
    command = [sys.executable, "-m", "django", "run_import", str(run_id)]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE}
    process = subprocess.Popen(  # noqa: S603 - our own command and a number
        command,
        cwd=settings.BASE_DIR,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    # Somebody has to take note of its end, or it would look alive for ever.
    threading.Thread(target=process.wait, daemon=True).start()
