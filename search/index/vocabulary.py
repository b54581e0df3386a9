"""The words misspelt ones are corrected from.

While pages change words are only added, so that nobody has to look through the whole site to save one page. Those
that no open page has any more are found when the whole index is compared with the pages.
"""

from collections.abc import Collection, Iterator

from search.models import Word

#: So many words are read, or taken out, at once.
BATCH = 500


def newest_word() -> int:
    """The id of the last word that was added; 0 when there is none."""
    return Word.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def dead_words(living: Collection[str], newest: int) -> set[str]:
    """The words that are not ``living``. Those after ``newest`` came while pages were looked at, and are spared."""
    words = Word.objects.filter(pk__lte=newest).values_list("text", flat=True)
    return set(words).difference(living)


def unknown(words: Collection[str]) -> set[str]:
    """Those of these words that are not there."""
    found: set[str] = set()
    for some in _groups(words):
        found.update(some)
        found.difference_update(Word.objects.filter(text__in=some).values_list("text", flat=True))
    return found


def add(words: Collection[str]) -> None:
    """Put words in; those that are there already stay as they are."""
    for some in _groups(unknown(words)):
        Word.objects.bulk_create([Word(text=word) for word in some], ignore_conflicts=True)


def forget(words: Collection[str]) -> None:
    """Take words out."""
    for some in _groups(words):
        Word.objects.filter(text__in=some).delete()


def _groups(words: Collection[str]) -> Iterator[list[str]]:
    """The words in their order, so that two who write the same ones never wait for each other for ever."""
    ordered = sorted(words)
    for start in range(0, len(ordered), BATCH):
        yield ordered[start : start + BATCH]
