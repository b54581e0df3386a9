"""The menus at the top and foot of every page."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from core.fields import StreamField
from core.link_blocks import FooterMenuBlock, HeaderMenuBlock


@register_setting(icon="list-ul")
class NavigationSettings(BaseSiteSetting):
    """Menus of one site, edited without code."""

    header = StreamField(HeaderMenuBlock(required=False), blank=True, verbose_name=_("header menu"))
    footer = StreamField(FooterMenuBlock(required=False), blank=True, verbose_name=_("footer columns"))

    panels = [
        FieldPanel("header", help_text=_("The entries at the top of every page; five or six fit well.")),
        FieldPanel("footer", help_text=_("Each column has a title and its links.")),
    ]

    class Meta:
        verbose_name = _("navigation")
