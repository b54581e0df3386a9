"""Images and documents, as models of our own from the first migration so that they can grow."""

import os

from django.core.files import File
from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Filter
from wagtail.images.models import Image as WagtailImage

from core.media.presets import ORIGINAL


class SiteImage(AbstractImage):
    """A picture editors uploaded. Its description is the alt text a post starts from."""

    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made the picture, shown with it when filled in."),
    )

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:
        """Make one size and format. "original" is the file as it is: all else freezes an animation."""
        if filter.spec != ORIGINAL:
            return super().generate_rendition_file(filter, source=source)
        with self.open_file() as stored:
            content = ContentFile(stored.read())
        stem, suffix = os.path.splitext(self.filename)  # noqa: PTH122 - a name in a storage, not a path
        content.name = f"{stem[:40]}.{ORIGINAL}{suffix}"
        return content

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


class Rendition(AbstractRendition):
    """One size and format of an image, made once and kept."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")


class SiteDocument(AbstractDocument):
    """A file offered for download."""

    admin_form_fields = WagtailDocument.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
