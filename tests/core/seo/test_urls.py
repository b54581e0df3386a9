"""Addresses that leave the site."""

import pytest
from django.core.exceptions import DisallowedHost

from core.seo.urls import absolute_url, base_url


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/blog/", "http://testserver/blog/"),
        ("/blog/größe/", "http://testserver/blog/größe/"),
        ("https://example.org/x", "https://example.org/x"),
        ("mailto:ada@example.org", "mailto:ada@example.org"),
        ("//cdn.example.org/x.jpg", "http://cdn.example.org/x.jpg"),
        ("", ""),
    ],
)
def test_paths_get_the_requests_host_and_full_addresses_stay(rf, path, expected):
    assert absolute_url(rf.get("/"), path) == expected


@pytest.mark.parametrize("configured", ["https://example.org", "https://example.org/"])
def test_the_configured_address_counts_whatever_the_request_says(rf, settings, configured):
    settings.SITE_URL = configured
    assert base_url(rf.get("/", headers={"host": "other.example"})) == "https://example.org"
    assert absolute_url(rf.get("/"), "/blog/") == "https://example.org/blog/"


def test_a_made_up_host_is_refused(rf, settings):
    settings.ALLOWED_HOSTS = ["example.org"]
    with pytest.raises(DisallowedHost):
        absolute_url(rf.get("/", headers={"host": "evil.example"}), "/blog/")
