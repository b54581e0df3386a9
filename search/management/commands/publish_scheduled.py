"""``manage.py publish_scheduled``: what runs every minute also writes what the search index was left to write."""

from typing import Any

from wagtail.management.commands import publish_scheduled

from search.tasks import write_waiting

#: Less than a minute, so that no post is published late because of it.
SECONDS = 30


class Command(publish_scheduled.Command):
    help = "Publishes and withdraws what is due, and writes what waits to be written into the search index."

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        if not options["dryrun"]:
            write_waiting(SECONDS)
