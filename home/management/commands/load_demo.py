"""Fill an empty site with the demo magazine."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from home.demo.loader import SiteState, load, site_state

REFUSAL = (
    "This site already has content of its own, so the demo was not loaded. "
    "To see the demo, load it into a new database."
)


class Command(BaseCommand):
    help = "Loads the demo magazine into an empty site. Refuses a site with content of its own."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="Load only into an empty site; otherwise do nothing, without error.",
        )
        parser.add_argument(
            "--skip-sizes", action="store_true", help="Leave making the pictures' sizes to the first visits."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        state = site_state()
        if state in (SiteState.LOADED, SiteState.OWN_CONTENT) and options["if_empty"]:
            return
        if state is SiteState.LOADED:
            self.stdout.write("The demo is already loaded. Nothing was changed.")
            return
        if state is SiteState.OWN_CONTENT:
            raise CommandError(REFUSAL)
        loaded = load(self.stdout.write, prepare_sizes=not options["skip_sizes"])
        self.stdout.write(self.style.SUCCESS(f"Loaded {loaded.posts} posts and {loaded.pictures} pictures."))
        for slug, password in loaded.private.items():
            self.stdout.write(f"The post “{slug}” is private. Its password is: {password}")
