"""Links editors put into menus and profiles."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.article.links import is_safe_href

PLATFORMS = [
    ("website", _("Website")),
    ("mastodon", "Mastodon"),
    ("bluesky", "Bluesky"),
    ("github", "GitHub"),
    ("gitlab", "GitLab"),
    ("linkedin", "LinkedIn"),
    ("instagram", "Instagram"),
    ("threads", "Threads"),
    ("youtube", "YouTube"),
    ("facebook", "Facebook"),
    ("x", "X"),
    ("stackoverflow", "Stack Overflow"),
    ("rss", "RSS"),
    ("email", _("Email")),
]


def _begins(url: str, *beginnings: str) -> bool:
    """Whether an address begins in one of these ways; "//host" is another site and not a path on this one."""
    return url.startswith(beginnings) and is_safe_href(url)


class LinkBlock(blocks.StructBlock):
    """A menu entry: a page of this site, or an address elsewhere."""

    label = blocks.CharBlock(
        label=_("Label"), required=False, max_length=60, help_text=_("Leave empty to use the page's title.")
    )
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.CharBlock(
        label=_("Address"),
        required=False,
        max_length=500,
        help_text=_("A full address such as https://example.org/, or a path on this site such as /search/."),
    )

    class Meta:
        icon = "link"
        label = _("Link")

    def clean(self, value):
        """Return the cleaned link; raise when it leads nowhere or to two places."""
        value = super().clean(value)
        if bool(value.get("page")) == bool(value.get("url")):
            message = ValidationError(_("Choose a page or type an address, one of the two."))
            raise blocks.StructBlockValidationError(block_errors={"page": message})
        url = value.get("url") or ""
        if url and not _begins(url, "https://", "http://", "/", "mailto:"):
            message = ValidationError(_("An address starts with https:// or, on this site, with /."))
            raise blocks.StructBlockValidationError(block_errors={"url": message})
        if url and not value.get("label"):
            message = ValidationError(_("Give the address a label."))
            raise blocks.StructBlockValidationError(block_errors={"label": message})
        return value


class LinkColumnBlock(blocks.StructBlock):
    """A titled column of links in the footer."""

    title = blocks.CharBlock(label=_("Title"), max_length=60)
    links = blocks.ListBlock(LinkBlock(), label=_("Links"))

    class Meta:
        icon = "list-ul"
        label = _("Column of links")


class SocialLinkBlock(blocks.StructBlock):
    """A profile elsewhere, such as Mastodon or GitHub."""

    platform = blocks.ChoiceBlock(label=_("Where"), choices=PLATFORMS, default="website")
    url = blocks.CharBlock(
        label=_("Address"), max_length=500, help_text=_("For email, write mailto:name@example.org.")
    )

    class Meta:
        icon = "user"
        label = _("Profile")

    def clean(self, value):
        """Return the cleaned profile; raise when the address is not a web or mail address."""
        value = super().clean(value)
        if not _begins(value["url"], "https://", "http://", "mailto:"):
            message = ValidationError(_("An address starts with https://, http:// or mailto:."))
            raise blocks.StructBlockValidationError(block_errors={"url": message})
        return value


class HeaderMenuBlock(blocks.StreamBlock):
    """Entries of the menu at the top."""

    link = LinkBlock()


class FooterMenuBlock(blocks.StreamBlock):
    """Columns at the foot of every page."""

    column = LinkColumnBlock()


class SocialLinksBlock(blocks.StreamBlock):
    """Profiles elsewhere, in the order they are shown."""

    profile = SocialLinkBlock()
