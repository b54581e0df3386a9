from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The home page and plain pages, which sit on top of every other app."""

    name = "home"
    label = "home"
    verbose_name = _("Home")
