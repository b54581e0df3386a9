"""Addresses of an old blog that only their query tells apart lead on, and never to what is not public."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from blog.models import BlogPage, Tag
from porting.models import ImportedItem, OldAddress
from tests.factories.states import STATES

pytestmark = pytest.mark.django_db
#: Answers somebody gets at the address of a post: the post itself, or a question for a password or an account.
ANSWERED = {"live", "unlisted", "login", "password", "group"}


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


def leads(client, address):
    """Where an address leads, or None; nothing else in the answer names the place."""
    response = client.get(address)
    assert "Location" in response or b"now-here" not in response.content
    return response.get("Location")


def written_down(page, **fields):
    """A redirect as Wagtail makes it when a page moves, and an import for the addresses a post had."""
    fields = {"site": Site.objects.get(is_default_site=True), "redirect_page": page} | fields
    return Redirect.objects.create(**{"old_path": "/was-there", "automatically_created": True, **fields})


@pytest.mark.parametrize("state", ["live", *STATES])
def test_a_redirect_names_no_page_that_answers_nobody(blog, make_post, client, state):
    written_down(make_post(state, slug="now-here"))
    OldAddress.objects.create(address="/?p=12", page=BlogPage.objects.get())

    wanted = "/blog/now-here/" if state in ANSWERED else None
    assert leads(client, "/was-there/") == wanted
    assert leads(client, "/was-there/?utm_source=x") == wanted
    assert leads(client, "/?p=12") == wanted


def test_a_redirect_works_again_when_its_page_is_shown_again(
    blog, make_post, client, django_capture_on_commit_callbacks
):
    post = make_post("live", slug="now-here")
    post.slug = "renamed"
    with django_capture_on_commit_callbacks(execute=True):
        post.save_revision().publish()
    assert leads(client, "/blog/now-here/") == "/blog/renamed/"

    post.unpublish()
    assert leads(client, "/blog/now-here/") is None

    BlogPage.objects.get().save_revision().publish()
    assert leads(client, "/blog/now-here/") == "/blog/renamed/"


@pytest.mark.parametrize("state", ["live", *STATES])
def test_a_redirect_to_a_list_names_no_tag_that_only_hidden_posts_have(blog, make_post, client, state):
    make_post(state, tags=["now-here"])
    written_down(blog, redirect_page_route_path="/tags/now-here/")

    assert leads(client, "/was-there/") == ("/blog/tags/now-here/" if state == "live" else None)


@pytest.mark.parametrize("permanent", [True, False])
def test_an_editors_redirects_lead_where_they_say_and_for_as_long(blog, client, permanent):
    written_down(None, redirect_link="https://other.example/x", is_permanent=permanent)
    written_down(blog, site=None, old_path="/gone?a=1&b=2", is_permanent=permanent)

    for address, target in {"/was-there": "https://other.example/x", "/gone/?b=2&a=1": "/blog/"}.items():
        response = client.get(address)
        assert (response.status_code, response["Location"]) == (301 if permanent else 302, target)


def test_an_address_of_a_hidden_post_does_not_lead_to_another_of_its_name(blog, make_post, client):
    """What was written down for a post is that post's, and not for a guess by the last part of the address."""
    hidden, other = make_post("draft", slug="now-here"), make_post("live", slug="news")
    ImportedItem.objects.create(blog_key="a", source_id="1", page=other, slug="news")
    assert leads(client, "/2019/news/") == "/blog/news/"

    written_down(hidden, old_path="/2019/news")
    OldAddress.objects.create(address="/2018/news", page=hidden)
    assert leads(client, "/2019/news/") is None
    assert leads(client, "/2018/news/") is None


PARTS = ["2/", "12", "page/3/", "comment-page-2/", "feed/", "feed/atom/", "amp/", "embed/", "trackback/"]


@pytest.mark.parametrize("part", PARTS)
def test_what_stood_below_a_post_leads_to_the_post(blog, make_post, client, part):
    """A page of a long post, of its comments, their feed, and the versions for phones and frames."""
    written_down(make_post("live", slug="now-here"))
    assert leads(client, f"/was-there/{part}") == "/blog/now-here/"


@pytest.mark.parametrize("part", PARTS)
def test_what_stood_below_a_post_that_kept_its_address_leads_to_it(blog, make_post, client, part):
    post = make_post("live", slug="now-here")
    ImportedItem.objects.create(blog_key="a", source_id="1", page=post, slug="now-here")
    assert leads(client, f"/blog/now-here/{part}") == "/blog/now-here/"


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("part", ["2/", "feed/"])
def test_what_stood_below_a_hidden_post_names_nothing(blog, make_post, client, state, part):
    hidden = make_post(state, slug="now-here")
    written_down(hidden)
    ImportedItem.objects.create(blog_key="a", source_id="1", page=hidden, slug="now-here")
    wanted = "/blog/now-here/" if state in ANSWERED else None
    assert leads(client, f"/was-there/{part}") == wanted


@pytest.mark.parametrize(
    "address", ["/was-there/1/", "/was-there/2020/", "/was-there/other/2/", "/2/", "/feed/"]
)
def test_what_belonged_to_no_post_leads_to_none(blog, make_post, client, address):
    written_down(make_post("live", slug="now-here"))
    assert client.get(address).get("Location") is None


def test_a_page_of_a_list_is_no_page_of_a_post(blog, make_post, client):
    make_post("live", tags=["alpha"])
    written_down(blog, redirect_page_route_path="/tags/alpha/")
    assert client.get("/was-there/2/").get("Location") is None
    assert leads(client, "/was-there/page/2/") == "/blog/tags/alpha/"


def test_a_redirect_to_its_own_address_is_no_circle(home, blog, client):
    written_down(None, redirect_link="/was-there/")

    assert client.get("/was-there/").status_code == 404
