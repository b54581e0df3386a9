"""Addresses of an old blog that only their query tells apart lead on, and never to what is not public."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from blog.models import Tag
from porting.models import OldAddress
from tests.factories.states import STATES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("route", ["/tags/alpha/", "/tags/alpha/rss.xml", "/archive/", "/tags/former/"])
def test_an_old_address_of_a_list_leads_to_it(blog, make_post, client, route):
    make_post("live", tags=["former" if "former" in route else "alpha"])
    if "former" in route:
        tag = Tag.objects.get(slug="former")
        tag.slug = "now"
        tag.save()
    OldAddress.objects.create(address="/?tag=a", page=blog, route=route)
    response = client.get("/?tag=a")
    assert (response.status_code, response["Location"]) == (301, f"/blog{route}")


@pytest.mark.parametrize("state", STATES)
def test_an_old_address_does_not_tell_the_name_of_a_tag_that_only_hidden_posts_have(
    blog, make_post, client, state
):
    make_post(state, tags=["secret"])
    OldAddress.objects.create(address="/?tag=a", page=blog, route="/tags/secret/")
    response = client.get("/?tag=a")
    assert "Location" not in response


@pytest.mark.parametrize("state", ["live", "draft"])
def test_a_page_of_an_old_list_leads_to_the_list_when_that_is_shown(blog, make_post, client, state):
    make_post(state, tags=["alpha"])
    site = Site.objects.get(is_default_site=True)
    Redirect.objects.create(
        old_path="/old/tag/a", redirect_page=blog, redirect_page_route_path="/tags/alpha/", site=site
    )
    response = client.get("/old/tag/a/page/2/")
    assert response.get("Location") == ("/blog/tags/alpha/" if state == "live" else None)
