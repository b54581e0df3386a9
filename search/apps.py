from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Site search: query parsing, engines, results and suggestions."""

    name = "search"
    label = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from . import signal_handlers
        from .index.beginning import index_new_site

        signal_handlers.connect()
        post_migrate.connect(index_new_site, sender=self, dispatch_uid="search_index_new_site")
