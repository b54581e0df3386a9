"""Documents: what may be uploaded, and that a browser only ever saves them."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection

from core.models import SiteDocument

pytestmark = pytest.mark.django_db


def upload(editor: Client, name: str, data: bytes = b"content") -> Any:
    fields = {
        "title": "Paper",
        "file": SimpleUploadedFile(name, data),
        "collection": Collection.get_first_root_node().pk,
    }
    return editor.post(reverse("wagtaildocs:add"), fields)


@pytest.mark.parametrize(
    "name", ["a.pdf", "a.csv", "a.txt", "a.docx", "a.epub", "a.md", "a.json", "a.mp3", "a.mp4"]
)
def test_a_document_is_saved_never_shown_in_place(editor: Client, client: Client, name: str) -> None:
    assert upload(editor, name, b"<script>alert(1)</script>").status_code == 302
    document = SiteDocument.objects.get()
    answer = client.get(document.url)
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"


def test_documents_cannot_be_read_past_wagtails_view(editor: Client, client: Client) -> None:
    upload(editor, "a.pdf")
    document = SiteDocument.objects.get()
    assert document.url.startswith("/documents/")
    assert client.get(f"/media/{document.file.name}").status_code == 404


@pytest.mark.parametrize(
    "name", ["a.html", "a.htm", "a.svg", "a.js", "a.xhtml", "a.xml", "a.exe", "a.php", "a"]
)
def test_what_a_browser_or_computer_would_run_is_refused(editor: Client, name: str) -> None:
    answer = upload(editor, name)
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert not SiteDocument.objects.exists()


def test_a_document_has_a_largest_size(editor: Client, settings: Any) -> None:
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 10
    assert upload(editor, "a.pdf", b"x" * 11).status_code == 200
    assert not SiteDocument.objects.exists()
