"""What one page costs in this process: SQL queries, and CPU milliseconds of the whole Django stack."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import RequestFactory


@dataclass(frozen=True)
class Cost:
    """Queries and median CPU time in milliseconds of one request."""

    queries: int
    milliseconds: float


def visitor() -> Callable[[str], int]:
    """Return a function that requests a path through every middleware and returns the status."""
    handler = WSGIHandler()
    requests = RequestFactory()

    def visit(path: str) -> int:
        response = handler.get_response(requests.get(path))
        if getattr(response, "streaming", False):
            b"".join(response.streaming_content)
        return int(response.status_code)

    return visit


def count_queries(call: Callable[[], object]) -> int:
    seen = 0

    def counting(execute: Any, *args: Any) -> Any:
        nonlocal seen
        seen += 1
        return execute(*args)

    with connection.execute_wrapper(counting):
        call()
    return seen


def cost(path: str, status: int, rounds: int) -> Cost:
    """Measure `path` after two warming requests; ValueError when it does not answer with `status`."""
    visit = visitor()
    for _ in range(2):
        answer = visit(path)
        if answer != status:
            raise ValueError(f"{path} answered {answer} instead of {status}")
    queries = count_queries(lambda: visit(path))
    times = []
    for _ in range(rounds):
        started = time.process_time()
        visit(path)
        times.append((time.process_time() - started) * 1000)
    return Cost(queries, statistics.median(times))
