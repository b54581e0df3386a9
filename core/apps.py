from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """The ground floor: media, users, settings, blocks. It knows no concrete page."""

    name = "core"
    label = "core"
    verbose_name = _("Core")

    def ready(self) -> None:
        from core import aliases, automatic_redirects, whole_changes
        from core.media import warming

        aliases.connect()
        automatic_redirects.connect()
        whole_changes.connect()
        warming.connect()
