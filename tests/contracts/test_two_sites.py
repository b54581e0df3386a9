"""Two sites in one database keep their posts to themselves."""

import json

import pytest
from wagtail.models import Page, Site

from tests.contracts.scene import catch_up
from tests.factories import BlogIndexPageFactory, BlogPageFactory, HomePageFactory

LATEST = {"heading": "", "source": "latest", "count": 5, "tag": "", "posts": []}


@pytest.fixture
def other_site(db):
    body = json.dumps([{"type": "posts", "value": LATEST}])
    root = HomePageFactory(parent=Page.get_first_root_node(), title="Other", slug="other", body=body)
    Site.objects.create(hostname="other.example", root_page=root, is_default_site=False)
    blog = BlogIndexPageFactory(parent=root, title="Other blog", slug="blog")
    yield BlogPageFactory(parent=blog, title="Windmill")
    # The cached addresses outlive the rolled back site.
    Site.clear_site_root_paths_cache()


@pytest.mark.parametrize("path", ["/", "/blog/", "/search/?q=lighthouse", "/no-such-page/"])
def test_a_site_shows_its_own_posts_only(client, home, make_post, other_site, path, settings):
    settings.ALLOWED_HOSTS = ["*"]
    home.body = json.dumps([{"type": "posts", "value": LATEST}])
    home.save()
    make_post(title="Lighthouse", text="<p>A lighthouse by the sea.</p>")
    catch_up()
    here = client.get(path).content.decode()
    there = client.get(path, headers={"host": "other.example"}).content.decode()
    assert ("Lighthouse" in here, "Windmill" in here) == (True, False)
    assert "Lighthouse" not in there


def test_the_other_site_shows_its_post_on_its_front_page(client, make_post, other_site, settings):
    settings.ALLOWED_HOSTS = ["*"]
    make_post(title="Lighthouse")
    assert "Windmill" in client.get("/", headers={"host": "other.example"}).content.decode()
