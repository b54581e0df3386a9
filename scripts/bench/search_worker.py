"""One site of a given size, in a process of its own: fills it, searches, prints times as JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote_plus

ROUNDS = 5


def serve(size: int) -> None:
    # The result goes where the parent reads; whatever Django logs to standard output goes to standard error.
    answer = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)

    import django

    django.setup()
    from django.core.management import call_command

    from scripts.bench import library
    from scripts.bench.measure import visitor

    call_command("migrate", verbosity=0)
    _empty()
    library.make(size)
    _settle()
    visit = visitor()
    kinds = library.queries()
    found = {kind: _times(visit, "/search/", texts) for kind, texts in kinds.items()}
    everything = [time for times in found.values() for time in times]
    prefixes = [text[:4] for texts in kinds.values() for text in texts if text.isascii()]
    found = {"all of these": everything, **found}
    found["suggestions"] = _times(visit, "/search/suggest/", prefixes)
    hostile = {name: _times(visit, "/search/", [text]) for name, text in library.HOSTILE.items()}
    found["hostile input"] = [time for times in hostile.values() for time in times]
    print(json.dumps(found), file=answer, flush=True)


def _times(visit: Callable[[str], int], path: str, texts: list[str]) -> list[float]:
    """CPU milliseconds of asking for each text, the middle one of some rounds; ValueError for a refusal."""
    found = []
    for text in texts:
        address = f"{path}?q={quote_plus(text)}"
        rounds = []
        for number in range(ROUNDS + 1):
            started = _cpu()
            status = visit(address)
            if status != 200:
                raise ValueError(f"{address[:100]} answered {status}")
            if number:
                rounds.append((_cpu() - started) * 1000)
        found.append(sorted(rounds)[len(rounds) // 2])
    return found


def _cpu() -> float:
    """Seconds this process has worked, and the server process at the other end of its connection."""
    return time.process_time() + sum(_seconds(Path(f"/proc/{pid}/schedstat")) for pid in _server_processes())


def _seconds(schedule: Path) -> float:
    try:
        return int(schedule.read_text().split()[0]) / 1e9
    except OSError:
        return 0.0


def _server_processes() -> Iterator[int]:
    from django.db import connection

    if connection.vendor == "postgresql" and connection.connection is not None:
        yield connection.connection.info.backend_pid


def _empty() -> None:
    """Take away the posts of the size before, which PostgreSQL still has."""
    from blog.models import BlogIndexPage

    for blog in BlogIndexPage.objects.all():
        blog.delete()


def _settle() -> None:
    """Let PostgreSQL learn how its tables have grown, as it does by itself after a while."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


if __name__ == "__main__":
    serve(int(sys.argv[1]))
