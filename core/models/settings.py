"""What editors decide about the whole site: name, look, defaults."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField

from core.admin_widgets import AccentInput
from core.fields import StreamField
from core.link_blocks import SocialLinksBlock

DEFAULT_ACCENT = "#a8321f"
DEFAULT_FONTS = "serif"
FONTS = [
    ("serif", _("Serif: a book face for reading, a plain one for menus")),
    ("sans", _("Sans: one plain face for everything")),
    ("mono", _("Mono: titles from a typewriter, text in a plain face")),
]
hex_colour = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write a colour as # and six digits, such as #a8321f."))


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    """Name, tagline, logo, accent and defaults of one site."""

    site_name = models.CharField(_("site name"), max_length=100, blank=True)
    tagline = models.CharField(_("tagline"), max_length=200, blank=True)
    description = models.TextField(
        _("description"), blank=True, help_text=_("One or two sentences for search engines and feeds.")
    )
    logo = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown at the top and given to search engines as the publisher's logo."),
    )
    accent = models.CharField(
        _("accent colour"),
        max_length=7,
        default=DEFAULT_ACCENT,
        validators=[hex_colour],
        help_text=_(
            "The one colour the site's look is built from. It is adjusted so that text stays readable."
        ),
    )
    fonts = models.CharField(
        _("typefaces"),
        max_length=10,
        choices=FONTS,
        default=DEFAULT_FONTS,
        help_text=_(
            "Taken from what readers have on their own devices, so nothing is downloaded and pages stay fast. "
            "The exact face differs a little from device to device."
        ),
    )
    default_social_image = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("default social image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown when a page without a picture of its own is shared."),
    )
    posts_per_page = models.PositiveSmallIntegerField(
        _("posts per page"), default=10, validators=[MinValueValidator(1), MaxValueValidator(50)]
    )
    publisher_name = models.CharField(
        _("publisher"), max_length=100, blank=True, help_text=_("Leave empty to use the site name.")
    )
    social_links = StreamField(
        SocialLinksBlock(required=False), blank=True, verbose_name=_("profiles elsewhere")
    )
    footer_text = RichTextField(_("footer text"), blank=True, features=["bold", "italic", "link"])
    search_engine_indexing = models.BooleanField(
        _("let search engines list this site"),
        default=True,
        help_text=_("Untick while the site is being built."),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("site_name", help_text=_("Shown at the top of every page and in browser tabs.")),
                FieldPanel("tagline", help_text=_("A few words below the name, such as “Notes on writing”.")),
                FieldPanel("description"),
            ],
            heading=_("Name"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("logo"),
                FieldPanel("accent", widget=AccentInput),
                FieldPanel("fonts", widget=RadioSelect),
            ],
            heading=_("Look"),
        ),
        MultiFieldPanel([FieldPanel("posts_per_page"), FieldPanel("footer_text")], heading=_("Pages")),
        MultiFieldPanel(
            [
                FieldPanel("publisher_name"),
                FieldPanel("default_social_image"),
                FieldPanel("social_links"),
                FieldPanel("search_engine_indexing"),
            ],
            heading=_("Sharing and search engines"),
        ),
    ]

    class Meta:
        verbose_name = _("site settings")

    @property
    def name(self) -> str:
        """The name readers see: the setting, else the Wagtail site's name."""
        return self.site_name or self.site.site_name or "Colophon"
