"""Old addresses answer with 301."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from blog.models import BlogPage
from core.models import SiteDocument
from porting.document import SourceMedia, SourceRedirect, SourceTerm, State
from porting.models import OldAddress
from tests.porting.source import blog, bring_in, kinds, picture, post

pytestmark = pytest.mark.django_db


def leads(client, address):
    """Where an address leads in the end, and that every step is for good."""
    response = client.get(address, follow=True)
    assert response.status_code == 200, address
    assert response.redirect_chain, address
    assert {status for _url, status in response.redirect_chain} <= {301, 308}
    return response.redirect_chain[-1][0]


@pytest.mark.parametrize(
    "address",
    [
        "/2020/03/one/",
        "/2020/03/one",
        "/2020//03/one/",
        "/old/one.html",
        "/Old/One",
        "/%CE%BA%CE%B1%CE%BB%CE%B7/",
        "/%ce%ba%ce%b1%ce%bb%ce%b7/",
        "/a%20b/",
        "/?p=7",
        "/?p=7&utm_source=x",
    ],
)
def test_every_old_address_of_a_post_leads_to_it(home, client, tmp_path, address):
    one = post(
        "one",
        addresses=[
            "https://old.example/2020/03/one/",
            "https://old.example/?p=7",
            "https://old.example/2020//03/one/",
        ],
        aliases=["/old/one.html", "/Old/One", "/%ce%ba%ce%b1%ce%bb%ce%b7/", "/a b/"],
    )
    bring_in(blog(one), tmp_path)

    assert leads(client, address) == "/blog/one/"


def test_a_post_that_can_keep_its_address_has_it_before_others_of_its_name(home, client, tmp_path):
    other = post("mill", source_id="ca", title="Molí", addresses=["/ca/blog/mill/"])
    own = post("mill", source_id="en", title="Mill", addresses=["/blog/mill/"])
    bring_in(blog(other, own), tmp_path)

    assert BlogPage.objects.get(slug="mill").title == "Mill"
    assert leads(client, "/ca/blog/mill/") == "/blog/mill-2/"


def test_the_front_page_of_a_blog_below_its_hosts_root_leads_to_what_it_was(home, client, tmp_path):
    front = post("start", kind="page", addresses=["https://old.example/sub/"])
    linking = post("one", html='<p><a href="https://old.example/sub/">Home</a></p>')
    bring_in(blog(front, linking, base_path="/sub"), tmp_path)

    assert leads(client, "/sub/") == "/start/"
    assert b'href="/start/"' in client.get("/blog/one/").content


def test_a_path_with_two_slashes_before_it_leads_there_too(home, client, tmp_path):
    bring_in(blog(post("one", addresses=["https://old.example//2009/one/"])), tmp_path)

    assert leads(client, "http://testserver//2009/one/") == "/blog/one/"


def test_lists_feeds_and_archives_lead_to_ours(home, client, tmp_path):
    targets = {
        "/tag/py/": ("tag:py", "/blog/tags/python/"),
        "/category/news/": ("category:news", "/blog/categories/news/"),
        "/author/jane/": ("author:jane", "/blog/authors/jane-doe/"),
        "/feed/": ("feed:", "/blog/rss.xml"),
        "/tag/py/feed/": ("feed:tag:py", "/blog/tags/python/rss.xml"),
        "/2020/03/": ("archive:2020/03", "/blog/2020/03/"),
        "/?cat=4": ("category:news", "/blog/categories/news/"),
        "/?feed=rss2": ("feed:", "/blog/rss.xml"),
        "/journal/": ("blog:", "/blog/"),
        "/moved/": ("/2020/one/", "/blog/one/"),
    }
    source = blog(
        post("one", tags=["py"], categories=["news"], authors=["jane"]),
        tags={"py": SourceTerm("py", "Python", "python")},
        categories={"news": SourceTerm("news", "News", "news")},
        redirects=[SourceRedirect(address, target) for address, (target, _url) in targets.items()],
    )
    bring_in(source, tmp_path)

    assert {address: leads(client, address) for address in targets} == {
        address: url for address, (_target, url) in targets.items()
    }


def test_the_list_of_a_tag_that_only_drafts_have_is_nowhere(home, client, tmp_path):
    source = blog(
        post("one", state=State.DRAFT, tags=["quiet"]),
        redirects=[SourceRedirect("/tag/quiet/", "tag:quiet")],
    )
    bring_in(source, tmp_path)

    assert client.get("/tag/quiet/").status_code == 404


def test_the_page_of_an_attachment_leads_to_the_file_or_to_the_post_that_shows_it(home, client, tmp_path):
    (tmp_path / "a.png").write_bytes(picture())
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4")
    media = {
        name: SourceMedia(f"https://old.example/up/{name}", path=name) for name in ("a.png", "b.pdf", "c.png")
    }
    html = '<p><img src="https://old.example/up/a.png" alt=""><a href="/up/b.pdf">b</a></p>'
    source = blog(
        post("one", html=html),
        media=media,
        redirects=[SourceRedirect(f"/{name[0]}-page/", f"media:{one.url}") for name, one in media.items()],
    )
    bring_in(source, tmp_path)

    assert leads(client, "/a-page/") == "/blog/one/"
    assert leads(client, "/b-page/") == SiteDocument.objects.get(title="b.pdf").url
    assert leads(client, "/c-page/") == "/blog/"


@pytest.mark.parametrize("state", [State.PRIVATE, State.DRAFT, State.MEMBERS])
def test_the_page_of_an_attachment_gives_away_no_file_of_a_hidden_post(home, client, tmp_path, state):
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.4")
    media = {"plan": SourceMedia("https://old.example/up/plan.pdf", path="plan.pdf")}
    hidden = post("secret", state=state, html='<p><a href="/up/plan.pdf">plan</a></p>')
    redirects = [SourceRedirect("/?attachment_id=7", "media:https://old.example/up/plan.pdf")]

    bring_in(blog(hidden, post("open"), media=media, redirects=redirects), tmp_path)

    assert SiteDocument.objects.exists()
    assert leads(client, "/?attachment_id=7") == "/blog/"


def test_no_redirect_is_made_where_the_page_itself_answers(home, client, tmp_path):
    bring_in(
        blog(post("one", addresses=["/blog/one/"]), post("about", kind="page", addresses=["/about/"])),
        tmp_path,
    )

    assert not Redirect.objects.exists()
    assert client.get("/about/").status_code == 200


def test_an_address_another_page_has_here_is_reported(home, make_post, tmp_path):
    make_post(slug="taken")

    report = bring_in(blog(post("one", addresses=["/blog/taken/"])), tmp_path)

    assert "redirect" in kinds(report, "one")


def test_an_editors_redirect_stays_as_it_is(home, tmp_path):
    bring_in(blog(post("zero")), tmp_path)
    site = home.get_site()
    Redirect.objects.create(old_path="/2020/one", site=site, redirect_link="https://elsewhere.example/")

    report = bring_in(blog(post("zero"), post("one")), tmp_path)

    assert Redirect.objects.get(old_path="/2020/one").redirect_link == "https://elsewhere.example/"
    assert "redirect" in kinds(report, "one")


def test_redirects_are_made_once(home, tmp_path):
    source = blog(post("one", addresses=["/2020/one/", "/?p=3"]))
    bring_in(source, tmp_path)
    before = (Redirect.objects.count(), OldAddress.objects.count())

    bring_in(source, tmp_path)

    assert (Redirect.objects.count(), OldAddress.objects.count()) == before == (1, 1)


def test_an_address_that_was_never_written_down_leads_to_the_one_post_of_that_slug(home, client, tmp_path):
    bring_in(
        blog(post("one"), post("two"), post("hidden", state=State.DRAFT), post("vault", password="x")),
        tmp_path,
    )

    assert leads(client, "/some/where/two.html") == "/blog/two/"
    assert client.get("/some/where/hidden/").status_code == 404
    assert client.get("/some/where/vault/").status_code == 404
    assert client.get("/some/where/three/").status_code == 404


def test_an_address_with_dots_or_spaces_leads_to_the_post_whose_slug_has_hyphens(home, client, tmp_path):
    bring_in(blog(post("hello-at-change.org"), post("two-words")), tmp_path)

    assert leads(client, "/2020/hello-at-change.org/") == "/blog/hello-at-change-org/"
    assert leads(client, "/2020/Two%20Words/") == "/blog/two-words/"


def test_an_ordinary_page_costs_no_further_query(home, client, tmp_path, django_assert_num_queries, settings):
    bring_in(blog(post("one")), tmp_path)
    middleware = "porting.middleware.OldAddressMiddleware"
    client.get("/blog/one/")
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as with_it:
        client.get("/blog/one/?utm_source=x")
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if one != middleware]
    with CaptureQueriesContext(connection) as without:
        client.get("/blog/one/?utm_source=x")

    assert len(with_it) == len(without)


def test_an_old_address_of_a_deleted_page_is_forgotten(home, client, tmp_path):
    bring_in(blog(post("one", addresses=["/?p=3", "/2020/one/"])), tmp_path)
    Page.objects.get(pk=BlogPage.objects.get().pk).delete()

    assert client.get("/?p=3").status_code == 200
    assert not OldAddress.objects.exists()
    assert client.get("/2020/one/").status_code == 404


def test_no_export_takes_the_admin_away(client, home, tmp_path):
    bring_in(blog(post("hello", addresses=["/hello/", "/admin/?p=12"])), tmp_path)
    answer = client.get("/admin/?p=12")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/admin/login/")


def test_a_list_is_found_through_a_parent_of_another_name_and_by_its_pages(home, client, tmp_path):
    lists = {
        "/category/food/soup/": "category:soup",
        "/category/soup/": "category:soup",
        "/tag/python/": "tag:python",
    }
    lists |= {f"{address}feed/": f"feed:{target}" for address, target in lists.items()}
    link = '<p><a href="https://old.example/category/meals/soup/">Soups</a></p>'
    source = blog(
        post("one", tags=["python"], categories=["soup"], html=link),
        post("python", addresses=["/2020/itself/"]),
        redirects=[SourceRedirect(address, target) for address, target in lists.items()],
    )
    report = bring_in(source, tmp_path)

    there = {
        "/category/meals/soup/": "/blog/categories/soup/",
        "/category/all/meals/soup/": "/blog/categories/soup/",
        "/category/meals/soup/feed/": "/blog/categories/soup/rss.xml",
        "/category/soup/page/2/": "/blog/categories/soup/",
        "/category/meals/soup/page/2/": "/blog/categories/soup/",
        "/tag/python/page/12/": "/blog/tags/python/",
        "/2020/one/page/2/": "/blog/one/",
        "/tag/of/python/": "/blog/python/",  # tags have no parents, so the post of this name is meant
    }
    assert {address: leads(client, address) for address in there} == there
    for nowhere in ("/category/soup/stew/", "/category/meals/", "/meals/soup/", "/2020/two/page/2/"):
        assert client.get(nowhere).status_code == 404
    assert b'href="/blog/categories/soup/">Soups' in client.get("/blog/one/").content
    assert "links" not in kinds(report, "one")
