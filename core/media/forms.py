"""The upload field of the picture forms: it judges a file by its first bytes, before anything is decoded."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import ValidationError
from django.forms.fields import FileField
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from core.media.uploads import check_picture


class PictureUploadField(WagtailImageField):
    """Wagtail's field, told apart by content first: size in bytes, ending, kind, size in pixels."""

    def to_python(self, data: Any) -> Any:
        """Return the upload, or raise ValidationError with a sentence an editor can act on."""
        upload = FileField.to_python(self, data)
        if upload is None:
            return None
        self.check_image_file_size(upload)
        if PurePosixPath(upload.name).suffix.lower()[1:] not in self.allowed_image_extensions:
            raise ValidationError(
                self.error_messages["invalid_image_extension"], code="invalid_image_extension"
            )
        upload.seek(0)
        check_picture(upload.read(), upload.name)
        upload.seek(0)
        return upload


class PictureForm(BaseImageForm):
    """Wagtail's form for pictures with our upload field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            self.fields["file"] = PictureUploadField(
                label=field.label, required=field.required, widget=field.widget, max_length=field.max_length
            )
