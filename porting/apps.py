"""The app of everything that moves."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortingConfig(AppConfig):
    """Import and export."""

    name = "porting"
    verbose_name = _("Moving in and out")
