"""Imports a small blog in a process of its own, so that a test can kill it: DATABASE MEDIA POSTS."""

import os
import sys
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).parents[3]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings.test")


def main(database: str, media: str, folder: str, posts: int) -> None:
    """Import ``posts`` posts into the database, and say how far it is after each of them."""
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    settings.MEDIA_ROOT = media
    django.setup()
    from porting.importer import source as sources
    from porting.importer.options import ImportOptions
    from porting.importer.run import import_source
    from porting.models import ImportRun
    from porting.packages import Package
    from tests.porting.importer.many_posts import many_posts

    def tell(step: str, done: int, total: int) -> None:
        sys.stdout.write(f"{step} {done}\n")
        sys.stdout.flush()

    ready = sources.prepared(many_posts(posts), Package.open(folder), ImportOptions())
    import_source(ImportRun(source="slow"), ready, ImportOptions(), tell)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
