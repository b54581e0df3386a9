"""Pages whose words are written later: the index goes on finding them by the old ones, and forgets none.

A fingerprint that is too short says that a page waits. What it still has of it tells which words the index has,
so that nothing is written that is there already. An empty one is of a page that could not be written; such pages
are tried again by the check only, because what is wrong with them is seldom over a minute later.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Length, Substr

from search.index.source import FINGERPRINT, HALF
from search.index.writing import wait_for_other_writers
from search.models import Document

#: Of a page whose words the index has none of, or none it may keep.
WORDLESS = "-"
#: Of a page that could not be written.
FAILED = ""
#: So many pages are named in one statement: SQLite takes some 30,000 at most.
BATCH = 5000


def incomplete() -> QuerySet[Document]:
    """The pages that wait, and those that could not be written."""
    return Document.objects.annotate(signs=Length("fingerprint")).filter(signs__lt=FINGERPRINT)


def waiting() -> list[int]:
    """The pages that wait, newest first."""
    ids = incomplete().exclude(fingerprint=FAILED).order_by("-pk").values_list("pk", flat=True)
    return list(ids)


def wait(page_ids: Iterable[int]) -> None:
    """Let these pages wait until somebody has looked what they say."""
    ids = sorted(page_ids)
    with transaction.atomic():
        # Who writes one of them at this moment may have read it before it changed.
        wait_for_other_writers()
        for start in range(0, len(ids), BATCH):
            some = Document.objects.filter(pk__in=ids[start : start + BATCH])
            some.update(fingerprint=Substr("fingerprint", 1, FINGERPRINT - 1))


def is_waiting(fingerprint: str) -> bool:
    """Whether the words of a page with this fingerprint have to be looked at again."""
    return len(fingerprint) < FINGERPRINT


def placed(fingerprint: str, digest: str) -> str:
    """The fingerprint of a page that stands elsewhere, or has other readers, but whose words were not looked at."""
    if len(fingerprint) <= HALF:
        return fingerprint
    return (fingerprint[:HALF] + digest)[: len(fingerprint)]


def is_placed(fingerprint: str, digest: str) -> bool:
    """Whether the index has the page where it stands; as far as the fingerprint can tell."""
    half = fingerprint[HALF:]
    return bool(half) and digest.startswith(half)
