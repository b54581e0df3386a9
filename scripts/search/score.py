"""Score the site's search against a test collection: how good its first results are, and its suggestions.

The collection is loaded as posts into a throw-away database and served with the production settings; then the
scorer asks the site as a browser would. Usage:

    make score COLLECTION=18f [DATABASE=postgresql]
    python -m scripts.search.score COLLECTION [--database postgresql] [--only quality known prefix]

COLLECTION is a folder, or the name of one in ../shared/data/search. The scorer is ../shared/tools/search/score.py;
SEARCH_SCORER names another.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.audit.site import ROOT, free_port, manage, production, server

SHARED = ROOT.parent / "shared"
SCORER = Path(os.environ.get("SEARCH_SCORER", SHARED / "tools/search/score.py"))
ADDRESSES = {
    "quality": "/search/?q={q}&page={page}",
    "known": "/search/?q={q}&page={page}",
    "prefix": "/search/suggest/?q={q}",
}
#: Set where the script has started itself again below a PostgreSQL server.
INSIDE = "COLOPHON_SCORE_DATABASE"


def main() -> int:
    """Load, serve and score; returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("collection", type=Path)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--only", nargs="*", choices=ADDRESSES, default=list(ADDRESSES))
    chosen = parser.parse_args()
    collection = (
        chosen.collection if chosen.collection.is_dir() else SHARED / "data/search" / chosen.collection
    )
    missing = [str(path) for path in (SCORER, collection) if not path.exists()]
    if missing:
        print(f"Missing: {', '.join(missing)}")
        return 2
    if chosen.database == "postgresql" and INSIDE not in os.environ:
        return _below_postgresql()
    with tempfile.TemporaryDirectory(prefix="colophon-score-") as folder:
        environment = production(Path(folder))
        if INSIDE in os.environ:
            environment["DATABASE_URL"] = os.environ["DATABASE_URL"]
        manage(environment, "migrate", "--verbosity", "0")
        loader = [sys.executable, "-m", "scripts.search.load", str(collection)]
        subprocess.run(loader, cwd=ROOT, env=environment, check=True)  # noqa: S603 - our own
        port = free_port()
        with server(environment, port):
            return max(_score(collection, f"http://127.0.0.1:{port}", test) for test in chosen.only)


def _below_postgresql() -> int:
    command = ["scripts/with_postgresql.sh", sys.executable, "-m", "scripts.search.score", *sys.argv[1:]]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, INSIDE: "1"}, check=False).returncode  # noqa: S603 - our own


def _score(collection: Path, base: str, test: str) -> int:
    command = [sys.executable, str(SCORER), str(collection), "--url", base + ADDRESSES[test], "--test", test]
    return subprocess.run(command, check=False).returncode  # noqa: S603 - the scorer we were given


if __name__ == "__main__":
    sys.exit(main())
