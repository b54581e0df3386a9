"""Bring a checkout to where it can be served, in one process because each costs a start of Django."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def has_missing_migrations() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


class Command(BaseCommand):
    help = (
        "Applies missing migrations, loads the demo, fills the search index, creates the first administrator."
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        if has_missing_migrations():
            self.stdout.write("Preparing the database")
            call_command("migrate", verbosity=0, interactive=False)
        call_command("load_demo", if_empty=True, stdout=self.stdout)
        # A site that was made before it had this index, or whose index was lost, gets it before anybody searches.
        call_command("search_check", mend=True, if_incomplete=True, stdout=self.stdout)
        call_command("create_first_admin", stdout=self.stdout)
