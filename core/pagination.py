"""Page numbers in addresses, for every paginated list."""

from dataclasses import dataclass

from django.http import Http404

MAX_PAGE_DIGITS = 6


@dataclass(frozen=True)
class PageSlice:
    """One page of a list: its number from 1, the number of pages (at least 1), total items, and the cut."""

    number: int
    pages: int
    total: int
    start: int
    stop: int


def page_slice(total: int, per_page: int, number: int) -> PageSlice:
    """Cut page ``number`` out of ``total`` items.

    Raises Http404 for a page that does not exist; the first page of an empty list does.
    """
    pages = max(1, -(-total // per_page))
    if not 1 <= number <= pages:
        raise Http404("No such page.")
    start = (number - 1) * per_page
    return PageSlice(number, pages, total, start, min(start + per_page, total))


def page_number(raw: str) -> int:
    """Read a page number a reader sent; raises Http404 for anything but plain digits."""
    if not raw.isascii() or not raw.isdigit() or len(raw) > MAX_PAGE_DIGITS:
        raise Http404("No such page.")
    return int(raw)


def numbered_path(base: str, number: int) -> str:
    """The path of a page of the list at ``base`` (which ends in a slash); page 1 is the base itself."""
    return base if number == 1 else f"{base}page/{number}/"
