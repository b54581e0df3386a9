"""Addresses editors may put into menus and profiles."""

import pytest
from wagtail.blocks import StructBlockValidationError

from core.link_blocks import LinkBlock, SocialLinkBlock


def menu_entry(url):
    block = LinkBlock()
    return block.clean(block.to_python({"label": "There", "page": None, "url": url}))


def profile(url):
    block = SocialLinkBlock()
    return block.clean(block.to_python({"platform": "website", "url": url}))


@pytest.mark.parametrize(
    "url", ["https://example.org/", "http://example.org", "/search/?q=a", "mailto:a@example.org"]
)
def test_menus_lead_to_the_web_and_to_places_on_this_site(url):
    assert menu_entry(url)["url"] == url


@pytest.mark.parametrize(
    "url",
    [
        *("//evil.example", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)", "data:text/html,x"),
        *("https://[example.org/", "http://[::1", "https://exa℀mple.org/"),
    ],
)
def test_menus_lead_nowhere_else(url):
    with pytest.raises(StructBlockValidationError) as refused:
        menu_entry(url)
    assert set(refused.value.block_errors) == {"url"}


@pytest.mark.parametrize("url", ["https://example.org/@me", "mailto:a@example.org"])
def test_profiles_are_addresses_elsewhere(url):
    assert profile(url)["url"] == url


@pytest.mark.parametrize("url", ["//evil.example", "/path", "javascript:alert(1)", "JavaScript:alert(1)"])
def test_profiles_are_nothing_else(url):
    with pytest.raises(StructBlockValidationError) as refused:
        profile(url)
    assert set(refused.value.block_errors) == {"url"}
