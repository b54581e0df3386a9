"""Browsers can search the site from their address bar."""

from xml.etree import ElementTree

import pytest
from wagtail.models import Site

from core.models import SiteSettings
from tests.factories import TagFactory

NAMESPACE = {"os": "http://a9.com/-/spec/opensearch/1.1/"}


@pytest.fixture
def descriptor(client, home):
    """``descriptor()``: the parsed document."""
    return lambda: ElementTree.fromstring(client.get("/search/opensearch.xml").content)  # noqa: S314 - our own


def test_every_page_names_the_descriptor(client, home):
    page = client.get("/").content.decode()

    assert (
        '<link rel="search" type="application/opensearchdescription+xml" href="/search/opensearch.xml"'
        in page
    )


def test_the_descriptor_has_its_own_type_and_may_be_kept(client, home):
    response = client.get("/search/opensearch.xml")

    assert response["Content-Type"] == "application/opensearchdescription+xml; charset=utf-8"
    assert response["Cache-Control"] == "public, max-age=86400"


def test_results_and_suggestions_are_found_at_full_addresses(descriptor, settings):
    settings.SITE_URL = "https://example.org"

    urls = {url.get("type"): url.get("template") for url in descriptor().findall("os:Url", NAMESPACE)}

    assert urls == {
        "text/html": "https://example.org/search/?q={searchTerms}",
        "application/x-suggestions+json": (
            "https://example.org/search/suggest/?q={searchTerms}&format=opensearch"
        ),
        "application/opensearchdescription+xml": "https://example.org/search/opensearch.xml",
    }
    assert descriptor().findtext("os:Image", namespaces=NAMESPACE).startswith("https://example.org/")


def test_names_are_escaped_and_as_short_as_the_standard_wants(descriptor):
    site = Site.objects.get(is_default_site=True)
    SiteSettings.objects.create(
        site=site, site_name="Ink & <Paper> of the Seven Seas and a great many rivers more"
    )

    short = descriptor().findtext("os:ShortName", namespaces=NAMESPACE)
    long = descriptor().findtext("os:LongName", namespaces=NAMESPACE)

    assert short == "Ink & <Paper> o…"
    assert len(short) == 16
    assert len(long) == 48


def test_browsers_get_suggestions_in_four_lists(make_post, client, indexed):
    with indexed():
        make_post(title="Otter days", tags=[TagFactory(name="Otters")])

    response = client.get("/search/suggest/", {"q": " ott", "format": "opensearch"})

    assert response["Content-Type"] == "application/x-suggestions+json"
    assert response.json() == [
        " ott",
        ["Otter days", "Otters"],
        ["Posts", "1 post"],
        ["http://testserver/blog/otter-days/", "http://testserver/blog/tags/otters/"],
    ]
