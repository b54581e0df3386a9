"""A file to take away."""

from __future__ import annotations

from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StructValue

from core.blocks.base import LINKS, ContentBlock, DocumentChooserBlock


class DownloadValue(StructValue):
    """A download as the template shows it."""

    @property
    def heading(self) -> str:
        """The title given here, or the document's own."""
        document = self.get("document")
        return str(self.get("title") or (document.title if document else ""))

    @property
    def details(self) -> str:
        """Type and size, such as "PDF, 1.2 MB"; empty when there is no file."""
        document = self.get("document")
        if not document:
            return ""
        size = filesizeformat(document.file_size) if document.file_size else ""
        return ", ".join(part for part in (document.file_extension.upper(), size) if part)


class DownloadBlock(ContentBlock, blocks.StructBlock):
    """A document with its name, type and size."""

    document = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=250,
        help_text=_("Leave empty to use the file's own title."),
    )
    description = blocks.TextBlock(label=_("What it is"), required=False, max_length=1000)

    class Meta:
        icon = "download"
        group = LINKS
        label = _("Download")
        description = _("A file readers can download, with its type and size.")
        value_class = DownloadValue
        label_format = "{title}"

    def get_preview_value(self) -> Any:
        from wagtail.documents import get_document_model

        return self.normalize(
            {
                "document": get_document_model().objects.order_by("-pk").first(),
                "title": _("Style sheet for authors"),
                "description": _("Two pages to print and keep beside the keyboard."),
            }
        )

    def get_searchable_content(self, value: Any) -> list[str]:
        """What the reader sees: the title, given here or the file's own, and the description."""
        return [str(text) for text in (value.heading, value["description"]) if text]
