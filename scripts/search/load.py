"""Load a test collection as posts into the database that DATABASE_URL names, which is to be empty and thrown away.

Usage: DATABASE_URL=... python -m scripts.search.load COLLECTION
"""

import sys
import time
from pathlib import Path


def main(folder: Path) -> None:
    """Create the tables, the posts and their index."""
    import django

    django.setup()
    from django.core.management import call_command

    from scripts.search.collection import entries
    from scripts.search.posts import fill

    call_command("migrate", verbosity=0)
    started = time.monotonic()
    made = fill(entries(folder))
    print(f"{made} posts in {time.monotonic() - started:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
