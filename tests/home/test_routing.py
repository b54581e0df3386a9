"""An address is found, or not, without a walk through the tree."""

import pytest
from django.http import Http404

from tests.factories import BlogPageFactory, StandardPageFactory


@pytest.fixture
def tree(home, blog):
    about = StandardPageFactory(parent=home, title="About", slug="about")
    StandardPageFactory(parent=about, title="Team", slug="team")
    StandardPageFactory(parent=about, title="Plan", slug="plan", live=False)
    BlogPageFactory(parent=blog, title="First", slug="first")


@pytest.mark.parametrize("path", ["/", "/about/", "/about/team/", "/blog/", "/blog/first/", "/blog/archive/"])
def test_pages_open_at_their_address(client, tree, path):
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere/",
        "/about/plan/",
        "/about/nobody/",
        "/team/",
        "/blog/first/more/",
        "/blog/none/",
        "/about/team/first/",
    ],
)
def test_what_is_not_there_is_not_found(client, tree, path):
    assert client.get(path).status_code == 404


def test_a_missing_post_costs_no_look_at_the_posts_there_are(tree, rf, django_assert_num_queries, home):
    with django_assert_num_queries(1), pytest.raises(Http404):
        home.route(rf.get("/blog/none/"), ["blog", "none"])
