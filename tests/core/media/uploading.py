"""Pictures as an editor uploads them."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection

from tests.core.media import pictures_with_secrets as made

KINDS = {
    "holiday.jpg": made.jpeg,
    "holiday.jpeg": made.jpeg,
    "holiday.png": made.png,
    "holiday.webp": made.webp,
    "holiday.avif": made.avif,
    "holiday.gif": made.gif,
    "holiday.heic": made.heic,
    "holiday.HEIF": made.heic,
}


def upload(editor: Client, name: str, data: bytes) -> Any:
    fields = {
        "title": "Holiday",
        "file": SimpleUploadedFile(name, data),
        "collection": Collection.get_first_root_node().pk,
    }
    return editor.post(reverse("wagtailimages:add"), fields)


def upload_many(editor: Client, name: str, data: bytes) -> dict[str, Any]:
    fields = {"title": "Holiday", "files[]": SimpleUploadedFile(name, data)}
    answer = editor.post(
        reverse("wagtailimages:add_multiple"), fields, headers={"X-Requested-With": "XMLHttpRequest"}
    )
    assert answer.status_code == 200
    return answer.json()
