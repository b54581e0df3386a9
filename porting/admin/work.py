"""Looking at an upload and importing it, outside of any request."""

from __future__ import annotations

import logging
import time

from django.utils import timezone
from django.utils.translation import gettext as _

from core.media.warming import warm_page
from porting.admin import uploads
from porting.importer import runs
from porting.importer import source as sources
from porting.importer.analysis import analyse
from porting.importer.options import ImportOptions
from porting.importer.places import PlaceError
from porting.importer.run import import_source
from porting.media.store import StorageError
from porting.models import ImportedItem, ImportRun
from porting.processes import own_name

logger = logging.getLogger(__name__)
State = ImportRun.State

#: Seconds between two notes of how far an analysis is.
PAUSE = 0.5
#: A worker may take an hour for the pictures of a whole blog. What editors do meanwhile goes first, such as the search
#: index of what they save.
BEHIND = -10


class StoppedError(Exception):
    """Somebody pressed "Stop"."""


def work(run_id: int) -> None:
    """Do what is next for a run that waits; nothing when it does not."""
    waiting = ImportRun.objects.filter(pk=run_id, state=State.WAITING, process="")
    if not waiting.update(process=own_name(), seen=timezone.now()):
        return
    run = ImportRun.objects.get(pk=run_id)
    try:
        _import(run) if run.report else _look(run)
    except (StoppedError, runs.TakenOverError):
        return
    except runs.BusyError as error:
        runs.finish(run, State.ANALYSED, error=str(error))
    except (sources.SourceError, PlaceError, StorageError) as error:
        runs.finish(run, State.FAILED, error=str(error))
    except Exception as error:
        logger.exception("Import %s failed", run_id)
        runs.finish(run, State.FAILED, error=_("Something went wrong: %(error)s") % {"error": error})
        raise
    if run.state == State.DONE:
        _make_pictures(run)


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


def _make_pictures(run: ImportRun) -> None:
    """The import is through; what follows only saves readers a moment, and may be cut short."""
    items = ImportedItem.objects.filter(blog_key=run.blog_key, page__live=True)
    make = warm_page.using(priority=BEHIND)
    for page_id in items.order_by("-page__first_published_at").values_list("page_id", flat=True):
        make.enqueue(page_id)


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
