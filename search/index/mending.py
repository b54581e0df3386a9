"""Puts right what :mod:`search.index.comparing` found, and writes the whole index anew."""

from collections.abc import Callable, Iterable

from search.engines import index_engine
from search.index import vocabulary
from search.index.comparing import Differences
from search.index.loading import findable_pages
from search.index.writing import batches, update
from search.models import Document

Progress = Callable[[int], None]


def mend(found: Differences, progress: Progress = lambda done: None) -> None:
    """Write again whatever is wrong, from the pages as they are now, and put the words for corrections in order."""
    _write(found.pages, progress)
    vocabulary.forget(found.dead_words)
    vocabulary.add(found.missing_words)


def rebuild(progress: Progress = lambda done: None) -> None:
    """Write every page anew, one batch after the other; what is in the index stays until it is replaced.

    So the search answers all the time. Two rebuilds at once only do the work twice.
    """
    listed = set(findable_pages().order_by().values_list("pk", flat=True))
    known = set(Document.objects.values_list("pk", flat=True)) | index_engine().indexed_ids()
    _write(listed | known, progress)


def _write(page_ids: Iterable[int], progress: Progress) -> None:
    done = 0
    for batch in batches(page_ids):
        update(batch, force=True)
        done += len(batch)
        progress(done)
