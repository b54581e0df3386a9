"""Two sites in one database keep their posts to themselves."""

import json

import pytest
from wagtail.models import Page, Site

from blog.models import PostAuthor
from tests.contracts.scene import catch_up
from tests.factories import AuthorFactory, BlogIndexPageFactory, BlogPageFactory, HomePageFactory, TagFactory

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


def test_conditions_of_a_search_know_the_names_of_their_site_only(client, make_post, other_site, settings):
    settings.ALLOWED_HOSTS = ["*"]
    other_site.tags.add(TagFactory(name="Project Falcon", slug="project-falcon"))
    other_site.post_authors = [PostAuthor(author=AuthorFactory(name="Ada B"))]
    other_site.save()
    make_post(title="Lighthouse", authors=[AuthorFactory(name="Ada Quillington")])
    catch_up()
    assert "Project Falcon" not in client.get("/search/?q=lighthouse+tag:falcon").content.decode()
    assert "Lighthouse" in client.get("/search/?q=lighthouse+author:ada").content.decode()


def test_the_other_site_shows_its_post_on_its_front_page(client, make_post, other_site, settings):
    settings.ALLOWED_HOSTS = ["*"]
    make_post(title="Lighthouse")
    assert "Windmill" in client.get("/", headers={"host": "other.example"}).content.decode()
