from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BlogConfig(AppConfig):
    """Blogs, posts, and everything that lists them."""

    name = "blog"
    label = "blog"
    verbose_name = _("Blog")

    def ready(self) -> None:
        from . import signal_handlers, social_cards

        signal_handlers.connect()
        social_cards.connect()
