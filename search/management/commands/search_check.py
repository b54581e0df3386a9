"""``manage.py search_check``: does the search index say what the pages say?"""

import logging
import time
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines.base import EngineAwayError
from search.index.comparing import Differences, compare, is_incomplete
from search.index.mending import AWAY, MendingStoppedError, mend, rebuild
from search.index.waiting import waiting
from search.models import Document
from search.tasks import refresh_admin_search

#: What is wrong, by the name of the field, in words for whoever runs the site.
_SAID = {
    "missing": "not in the index",
    "outdated": "changed since they were indexed",
    "misplaced": "indexed with another place, date, subject or reader than they have",
    "left_over": "in the index, though nobody should find them",
    "wordless": "in the index without their words",
    "no_document": "in the index with nothing but their words",
}
_AWAY = "The search server does not answer, so nothing can be compared. Run this again when it does."
_DATABASE_AWAY = (
    "The database does not answer, so nothing was compared or mended. Run this again when it does."
)
_STOPPED = (
    "The database or the search server went away. {done} of {total} pages were put right and stay so; the other {left} "
    'and the words for corrections were not. Run "manage.py search_check --mend" when it answers again.'
)
_FAILED = (
    'The search index could not be put right. Look into the log, then run "manage.py search_check --mend".'
)
#: So many pages pass between two lines that tell how far it got.
STEP = 1000

logger = logging.getLogger(__name__)


def _explained(error: Exception) -> str:
    """What went away, and what that left undone, in words for whoever runs the site."""
    if isinstance(error, MendingStoppedError):
        return _STOPPED.format(done=error.done, total=error.total, left=error.total - error.done)
    return _AWAY if isinstance(error, EngineAwayError) else _DATABASE_AWAY


def _some(ids: list[int]) -> str:
    return ", ".join(map(str, ids[:10])) + (", …" if len(ids) > 10 else "")


class Command(BaseCommand):
    help = "Compares the search index with the pages. Ends with status 1 when something is wrong and was not mended."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--mend", action="store_true", help="Put right what is wrong.")
        parser.add_argument(
            "--rebuild",
            action="store_true",
            help="Write the whole index anew. Search goes on answering, from the old index until the new is there.",
        )
        parser.add_argument(
            "--if-incomplete",
            action="store_true",
            help="Do nothing when the index has as many pages as the site. Quick enough for every start.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_incomplete"] and not is_incomplete():
            return
        try:
            self._check(**options)
        except (MendingStoppedError, *AWAY) as error:
            said = _explained(error)
            if not options["if_incomplete"]:
                raise CommandError(f"{said} It said: {error.__cause__ or error}") from error
            # A site starts without its search server: readers get an answer from the titles meanwhile.
            self.stderr.write(self.style.WARNING(said))
        except Exception:
            if not options["if_incomplete"]:
                raise
            # One page that cannot be indexed must not keep a site from starting.
            logger.exception(_FAILED)
            self.stderr.write(self.style.WARNING(_FAILED))

    def _check(self, **options: Any) -> None:
        if options["rebuild"]:
            self._rebuild()
        found = compare(self._progress("Compared"))
        self._tell(found)
        if found and (options["mend"] or options["rebuild"]):
            # Before they are mended: a page that waits no more is not remembered.
            refresh_admin_search(waiting())
            self._say_which_failed(mend(found, self._progress("Indexed")))
            self.stdout.write(self.style.SUCCESS("All of it was mended."))
        elif found:
            raise CommandError('Mend it with "manage.py search_check --mend".')

    def _rebuild(self) -> None:
        start = time.monotonic()
        failed = rebuild(self._progress("Indexed"))
        pages, seconds = Document.objects.count(), time.monotonic() - start
        self.stdout.write(
            self.style.SUCCESS(
                f"Indexed {pages} pages in {seconds:.1f} seconds, {pages / max(seconds, 0.01):.0f} a second."
            )
        )
        self._say_which_failed(failed)

    def _say_which_failed(self, failed: list[int]) -> None:
        if failed:
            raise CommandError(
                f"{len(failed)} pages could not be written; the log says why. Their ids: {_some(failed)}. "
                "All the others were."
            )

    def _tell(self, found: Differences) -> None:
        for name, said in _SAID.items():
            ids = sorted(getattr(found, name))
            if ids:
                self.stdout.write(f"{len(ids)} pages are {said}. Their ids: {_some(ids)}")
        for words, said in (
            (found.dead_words, "stand on no open page any more"),
            (found.missing_words, "are missing"),
        ):
            if words:
                self.stdout.write(f"{len(words)} words for corrections {said}.")
        if not found:
            self.stdout.write(self.style.SUCCESS(f"The index is right: {Document.objects.count()} pages."))

    def _progress(self, verb: str) -> Callable[[int], None]:
        """Says how far it got, every ``STEP`` pages: big sites take minutes."""
        told = 0
        start = time.monotonic()

        def progress(done: int) -> None:
            nonlocal told
            if done // STEP > told:
                told = done // STEP
                speed = done / max(time.monotonic() - start, 0.01)
                self.stdout.write(f"{verb} {done} pages, {speed:.0f} a second")

        return progress
