"""What is searched for, counted by day and by nothing else: no person, no address, no time."""

from django.http import HttpRequest

from search.query import Query


def record(query: Query, *, total: int, request: HttpRequest, corrected_to: str = "", page: int = 1) -> bool:
    """Count one search; tell whether it was counted.

    ``total`` is how many pages it found, after the correction if ``corrected_to`` (the corrected query's
    text) is given. Call it for the results page only, on every request: whatever is no first look by a reader
    who may be counted (further pages, narrowed or sorted results, robots, prefetches, Do Not Track, people
    who work in the admin) is sorted out here. Never raises and never waits for long.
    """
    return False


def record_click(query_text: str, *, page_id: int | None, position: int, request: HttpRequest) -> bool:
    """Count that a result was opened; tell whether it was counted. Never raises and never waits for long.

    ``position`` is its place as the reader saw it, from 1; ``page_id`` None for a promoted address elsewhere.
    """
    return False
