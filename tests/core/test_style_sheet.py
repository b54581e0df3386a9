"""One style sheet for a page in production."""

import gzip
import re

import brotli
import pytest
from django.core.management import call_command
from wagtail.models import Site

from core import style_sheet
from core.models import SiteSettings

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def collected(tmp_path_factory, request):
    """Static files as production serves them."""
    from django.test import override_settings

    folder = tmp_path_factory.mktemp("static")
    storages = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "core.static_files.JoinedStaticFilesStorage"},
    }
    with override_settings(STATIC_ROOT=folder, STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield folder


def linked(client) -> list[str]:
    return re.findall(r'<link rel="stylesheet" href="([^"]+)"', client.get("/").content.decode())


def test_a_page_links_one_style_sheet_with_everything_in_it(collected, client):
    (address,) = linked(client)
    text = client.get(address).content.decode()
    assert "@layer" in text
    assert ".prose" in text
    assert "--accent-on-dark" in text


def test_no_script_stands_in_the_way_of_the_first_paint(collected, client):
    head = client.get("/").content.decode().partition("</head>")[0]
    scripts = re.findall(r"<script [^>]*src=[^>]*>", head)
    assert scripts
    assert all('type="module"' in tag for tag in scripts)


def test_its_address_changes_with_the_accent_and_is_kept_for_ever(collected, client):
    (before,) = linked(client)
    chosen = SiteSettings.for_site(Site.objects.get())
    chosen.accent = "#00695c"
    chosen.save()
    (after,) = linked(client)
    assert before != after
    assert "immutable" in client.get(after)["Cache-Control"]
    assert "immutable" not in client.get(before)["Cache-Control"]
    assert client.get(before).content == client.get(after).content


@pytest.mark.parametrize(("asked", "read"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_it_is_sent_compressed_as_the_browser_can_read_it(collected, client, asked, read):
    (address,) = linked(client)
    plain = client.get(address)
    packed = client.get(address, headers={"accept-encoding": asked})
    assert packed["Content-Encoding"] == asked
    assert read(packed.content) == plain.content
    assert "Accept-Encoding" in packed["Vary"]


def test_pages_that_can_count_on_nothing_link_the_static_style_sheet(collected):
    (address,) = style_sheet.addresses(None)
    assert address.startswith("/static/css/all.")
