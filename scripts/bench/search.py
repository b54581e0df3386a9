"""Print what searches cost on sites of growing size: CPU milliseconds of whole pages of results.

Usage: python -m scripts.bench.search [SIZES...]       (1,000, 10,000 and 20,000 posts when none is named)

In SQLite, or in the PostgreSQL database that DATABASE_URL names, which is to be empty and thrown away
(scripts/with_postgresql.sh makes one); then the CPU of its server is added where /proc tells it. Compare the growth
rather than the milliseconds: the machine may do other things.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SIZES = (1_000, 10_000, 20_000)


def main(sizes: list[int]) -> None:
    """Measure one size after the other, each in a process of its own, and print a table."""
    measured: dict[int, dict[str, list[float]]] = {}
    with tempfile.TemporaryDirectory(prefix="colophon-bench-") as folder:
        for size in sizes:
            print(f"Filling a site with {size:,} posts ...", file=sys.stderr, flush=True)
            measured[size] = _measure(size, Path(folder))
    print(_row("CPU ms, p50 / p95", *(f"{size:,} posts" for size in sizes), "growth of p50"))
    print(_row("---", *["---:"] * (len(sizes) + 1)))
    for kind in measured[sizes[0]]:
        times = [measured[size][kind] for size in sizes]
        middles = [statistics.median(of_size) for of_size in times]
        cells = [f"{statistics.median(of_size):.1f} / {_high(of_size):.1f}" for of_size in times]
        print(_row(kind, *cells, f"{middles[-1] / middles[0]:.1f}"))


def _measure(size: int, folder: Path) -> dict[str, list[float]]:
    environment = {
        **os.environ,
        "DATABASE_URL": os.environ.get("DATABASE_URL") or f"sqlite:///{folder / f'{size}.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "site_config.settings.test",
        "LOG_LEVEL": "ERROR",
    }
    command = [sys.executable, "-m", "scripts.bench.search_worker", str(size)]
    found = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)  # noqa: S603 - our own
    return json.loads(found.stdout)


def _high(times: list[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
