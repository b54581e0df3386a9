"""Work on an import that was begun in the admin."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from porting.admin.work import work


class Command(BaseCommand):
    """``manage.py run_import 12``: started by the admin. For an import by hand there is ``import_blog``."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Which import."""
        parser.description = _("Work on an import that was begun in the admin; started by the admin itself.")
        parser.add_argument("run", type=int, help=_("The number of the import."))

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what is next."""
        work(options["run"])
