"""Make the stored lists of public posts anew, when something changed that no save told them of."""

from typing import Any

from django.core.management.base import BaseCommand

from blog import listing_store


class Command(BaseCommand):
    help = "Makes every list of public posts anew. Safe at any time; needed after a change of TIME_ZONE."

    def handle(self, *args: Any, **options: Any) -> None:
        rows = listing_store.rebuild()
        self.stdout.write(f"{rows} places in lists.")
