"""Images and documents, as models of our own from the first migration so that they can grow."""

from __future__ import annotations

import threading
from io import BytesIO
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, WagtailImageFieldFile
from wagtail.images.models import Image as WagtailImage
from wagtail.search import index

from core.media.encode import Decoded, PictureFilter, decode, is_ours, opened
from core.media.uploads import CleanPicture, clean_picture, picture_size

#: First readers of one picture arrive together; one thread makes its sizes, the others wait and find them.
_MAKING = tuple(threading.Lock() for _ in range(16))


class PictureFile(WagtailImageFieldFile):
    """The stored file of a picture. Nothing reaches the storage without having been cleaned."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Store ``content``, cleaned, under a name that fits it. ValidationError when it is refused."""
        if isinstance(content, CleanPicture):
            clean = content
        else:
            clean = clean_picture(File(content, name=name))
            # Another file than the one these were noted for.
            self.instance.file_hash, self.instance.file_size = "", None
        self.instance.animated = clean.animated
        super().save(clean.name or name, clean, save)

    def get_image_dimensions(self) -> tuple[int, int]:
        """Return width and height without decoding the pixels, as Wagtail's own way would."""
        close = self.closed
        try:
            self.open()
            return picture_size(self)
        finally:
            if close:
                self.close()
            else:
                self.seek(0)


#: Wagtail's own way to search the tags of pictures.
_TAG_NAMES = next(field.fields for field in AbstractImage.search_fields if field.field_name == "tags")


class SiteImage(AbstractImage):
    """A picture editors uploaded. Its description is the alt text a post starts from."""

    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made the picture, shown with it when filled in."),
    )
    animated = models.BooleanField(_("animated"), default=False, editable=False)

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")
    search_fields = [
        *(field for field in AbstractImage.search_fields if field.field_name != "tags"),
        # The admin sorts by size and narrows down to a tag, which a search can only by what is named here.
        index.FilterField("file_size"),
        index.RelatedFields("tags", [*_TAG_NAMES, index.FilterField("name")]),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    _decoded: Decoded | None = None

    def clean(self) -> None:
        """Clean a new file, so that a form can say what is wrong with it."""
        super().clean()
        try:
            self.take_in_file()
        except ValidationError as error:
            raise ValidationError({"file": error}) from error

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the picture; a file new to it is cleaned first, whoever brought it."""
        if self.take_in_file() or not self.file_hash:
            self._note_file()
        super().save(*args, **kwargs)

    def take_in_file(self) -> bool:
        """Replace a file not stored yet by its cleaned form; whether there was one. Before anything is kept."""
        if not self.file or self.file._committed:
            return False
        upload = self.file.file
        if not isinstance(upload, CleanPicture):
            self.file = clean_picture(upload)
            self.animated = self.file.file.animated
        return True

    def _note_file(self) -> None:
        """Size and hash of the file as it is stored; both are left alone when it has gone missing."""
        try:
            self._set_image_file_metadata()
        except OSError:
            return

    def create_renditions(self, *filters: Filter) -> dict[Filter, AbstractRendition]:
        """Make several sizes after reading the file once; sizes somebody else makes meanwhile are awaited."""
        if not filters:
            return {}
        with _MAKING[(self.pk or 0) % len(_MAKING)]:
            wanted = {one.spec: one for one in filters}
            there = self.renditions.filter(filter_spec__in=wanted)
            found = {
                wanted[row.filter_spec]: row
                for row in there
                if row.focal_point_key == wanted[row.filter_spec].get_cache_key(self)
            }
            missing = [one for one in filters if one not in found]
            return found | self._make_renditions(missing)

    def _make_renditions(self, filters: list[Filter]) -> dict[Filter, AbstractRendition]:
        with_pixels = [PictureFilter(one.spec) for one in filters if is_ours(one.spec) and "|" in one.spec]
        try:
            if with_pixels:
                with opened(self) as file:
                    self._decoded = decode(file, self, with_pixels)
            return super().create_renditions(*filters)
        finally:
            self._decoded = None

    def generate_rendition_file(self, filter: Filter, *, source: BytesIO | None = None) -> File:
        """Make one size and format. "original" is the file as it is: all else freezes an animation."""
        if is_ours(filter.spec):
            filter = PictureFilter(filter.spec, self._decoded)
        return super().generate_rendition_file(filter, source=source)


SiteImage._meta.get_field("file").attr_class = PictureFile


class Rendition(AbstractRendition):
    """One size and format of an image, made once and kept."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Come out of the cache. Wagtail puts back, for as long as before, whatever does not say that it did."""
        super().__setstate__(state)
        self._from_cache = True

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
