"""Deletes the days of the search log that are older than each site keeps them."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from search.log.retention import forget


class Command(BaseCommand):
    help = "Deletes the days of the search log that are older than the sites' settings keep them."

    def handle(self, *args: Any, **options: Any) -> None:
        removed = forget()
        self.stdout.write(
            ngettext("%(count)d row deleted.", "%(count)d rows deleted.", removed) % {"count": removed}
        )
