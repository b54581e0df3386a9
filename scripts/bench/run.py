"""Print what pages cost on a small and on a large site, as the table in docs/quality.md.

Both sites run at the same time and are measured in turns, so that a busy machine slows both alike: trust the
growth more than the milliseconds. Usage: python -m scripts.bench.run [SMALL LARGE]
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE_SIZE = 10
TURNS = 5
ROUNDS = 8


class Site:
    """A worker process with a throw-away site of `posts` posts."""

    def __init__(self, folder: Path, posts: int) -> None:
        self.posts = posts
        database = folder / f"{posts}.sqlite3"
        self.process = subprocess.Popen(  # noqa: S603 - our own module and two values made here
            [sys.executable, "-m", "scripts.bench.worker", str(database), str(posts)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def answer(self) -> dict:
        assert self.process.stdout is not None  # noqa: S101 - opened above
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"The site with {self.posts} posts stopped; its error stands above.")
        return json.loads(line)

    def cost(self, path: str, status: int) -> dict:
        assert self.process.stdin is not None  # noqa: S101 - opened above
        self.process.stdin.write(f"{path} {status} {ROUNDS}\n")
        self.process.stdin.flush()
        return self.answer()

    def paths(self) -> dict[str, tuple[str, int]]:
        """Name -> path and expected status, at this site's size."""
        last = -(-self.posts // PAGE_SIZE)
        return {
            "blog, page 1": ("/blog/", 200),
            "blog, last page": (f"/blog/page/{last}/", 200),
            "tag, page 1": ("/blog/tags/subject-3/", 200),
            "tags index": ("/blog/tags/", 200),
            "RSS feed": ("/blog/rss.xml", 200),
            "post": (f"/blog/post-{self.posts // 2}/", 200),
            "404": ("/blog/no-such-post/", 404),
        }


def compare(small: Site, large: Site, name: str) -> str:
    """Return the table row of one kind of page."""
    costs: dict[int, list[dict]] = {small.posts: [], large.posts: []}
    for _ in range(TURNS):
        for site in (small, large):
            costs[site.posts].append(site.cost(*site.paths()[name]))
    times = [statistics.median(cost["milliseconds"] for cost in costs[site.posts]) for site in (small, large)]
    queries = [costs[site.posts][-1]["queries"] for site in (small, large)]
    return row(name, *queries, *(f"{time:.1f}" for time in times), f"{times[1] / times[0]:.2f}")


def row(*cells: object) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def heading(small: int, large: int) -> str:
    names = row(
        "page",
        f"SQL at {small:,}",
        f"SQL at {large:,}",
        f"CPU ms at {small:,}",
        f"CPU ms at {large:,}",
        "growth",
    )
    return f"{names}\n| --- | ---: | ---: | ---: | ---: | ---: |"


def main(sizes: tuple[int, int]) -> None:
    with tempfile.TemporaryDirectory(prefix="colophon-bench-") as folder:
        started = time.monotonic()
        print(f"Filling two sites with {sizes[0]:,} and {sizes[1]:,} posts ...", file=sys.stderr)
        small, large = (Site(Path(folder), posts) for posts in sizes)
        try:
            for site in (small, large):
                site.answer()
            print(f"Filled in {time.monotonic() - started:.0f} s; measuring ...", file=sys.stderr)
            print(heading(*sizes))
            for name in small.paths():
                print(compare(small, large, name), flush=True)
        finally:
            for site in (small, large):
                site.process.kill()
                site.process.wait()


if __name__ == "__main__":
    main((int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) == 3 else (1_000, 20_000))
