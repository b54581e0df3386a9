"""Create the administrator of a new site; do nothing when there is one."""

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from core.first_admin import create_first_admin


class Command(BaseCommand):
    help = "Creates an administrator when there is none, with ADMIN_PASSWORD or a random password shown once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--username", default="admin")

    def handle(self, *args: Any, **options: Any) -> None:
        account = create_first_admin(options["username"], os.environ.get("ADMIN_PASSWORD", ""))
        if account is None:
            return
        if account.password is None:
            self.stdout.write(
                f"Administrator {account.username} created with the password in ADMIN_PASSWORD."
            )
            return
        self.stdout.write("")
        self.stdout.write(f"  Administrator: {account.username}")
        self.stdout.write(f"  Password:      {account.password}")
        self.stdout.write("  Shown only this once; change it in the admin under your account.")
        self.stdout.write("")
