"""One link that stands out."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup, StructBlockValidationError, StructValue

from core.article.links import is_safe_href, validate_href
from core.article.rendering import current_rendering
from core.blocks.base import LINKS, ChoiceBlock, ContentBlock, PageChooserBlock, SettingCharBlock


class ButtonValue(StructValue):
    """A button as the template shows it."""

    @property
    def href(self) -> str:
        """Where it leads; empty when that page is gone or not for everybody."""
        page, url = self.get("page"), self.get("url") or ""
        if page:
            rendering = current_rendering()
            return (rendering.references.urls.get(page.pk) if rendering else page.url) or ""
        return url if is_safe_href(url) else ""


class ButtonBlock(ContentBlock, blocks.StructBlock):
    """A link shown as a button."""

    text = blocks.CharBlock(label=_("Words on the button"), max_length=60)
    page = PageChooserBlock(label=_("Page on this site"), required=False)
    url = SettingCharBlock(
        label=_("Or an address elsewhere"),
        required=False,
        max_length=500,
        validators=[validate_href],
        help_text=_("Starting with https://, mailto: or tel:."),
    )
    style = ChoiceBlock(
        label=_("Look"),
        choices=[("primary", _("Strong: the one thing to do")), ("secondary", _("Quiet: another way"))],
        default="primary",
    )

    class Meta:
        icon = "link"
        group = LINKS
        label = _("Button")
        description = _("A link that stands out: to sign up, to download, to read on.")
        value_class = ButtonValue
        form_layout = BlockGroup(children=["text", "page", "url"], settings=["style"])
        label_format = "{text}"
        preview_value = {
            "text": _("Read the guide"),
            "page": None,
            "url": "https://example.org/",
            "style": "primary",
        }

    def clean(self, value: Any) -> Any:
        """Return the cleaned button; raise when it leads nowhere or to two places."""
        value = super().clean(value)
        page, url = value.get("page"), value.get("url")
        if page and url:
            error = ValidationError(
                _("The button can only lead to one place. Remove the page or the address.")
            )
            raise StructBlockValidationError(block_errors={"url": error})
        if not page and not url and not self.is_deferred_validation:
            error = ValidationError(_("Choose a page, or type an address below."))
            raise StructBlockValidationError(block_errors={"page": error})
        return value
