"""Everything of a blog is collected, in every state, in few queries."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from blog.models import BlogPage, Category, Comment, PostCategory, Series, Tag
from porting.document import State
from porting.exporters.collect import collect
from porting.exporters.formats import export_blog
from porting.models import ImportedItem, OldAddress
from tests.factories import AuthorFactory, BlogIndexPageFactory, SiteImageFactory, StandardPageFactory
from tests.factories.states import STATES, restrict

EXPECTED = {
    "live": State.PUBLISHED,
    "draft": State.DRAFT,
    "scheduled": State.SCHEDULED,
    "expired": State.DRAFT,
    "overdue": State.DRAFT,
    "unlisted": State.PUBLISHED,
    "login": State.MEMBERS,
    "password": State.PASSWORD,
    "group": State.MEMBERS,
}


def by_slug(blog: Any) -> dict[str, Any]:
    return {post.slug: post for post in collect(blog).posts}


@pytest.mark.parametrize("state", ["live", *STATES])
def test_a_post_in_any_state_is_collected_with_its_state(blog, make_post, state):
    make_post(state, title="A post", slug="a-post")
    post = by_slug(blog)["a-post"]
    assert post.state is EXPECTED[state]
    assert post.unlisted is (state == "unlisted")
    assert post.password == ("secret" if state == "password" else "")


def test_a_post_below_a_restricted_blog_is_restricted_itself(blog, make_post):
    make_post("live", title="Hidden", slug="hidden")
    restrict(blog, "password")
    post = by_slug(blog)["hidden"]
    assert (post.state, post.password) == (State.PASSWORD, "secret")
    assert post.kept["restrictions"][0]["inherited"] is True


def test_a_draft_has_the_content_of_its_newest_revision(blog, make_post):
    draft = make_post("draft", title="First words", slug="first", text="<p>Old</p>")
    draft.title = "Second thoughts"
    draft.body = [("paragraph", "<p>New</p>")]
    draft.save_revision()
    post = by_slug(blog)["first"]
    assert post.title == "Second thoughts"
    assert "New" in post.html
    assert "Old" not in post.html


def test_a_live_post_keeps_what_readers_see_and_notes_its_draft(blog, make_post):
    live = make_post("live", title="As read", slug="read", text="<p>Public</p>")
    live.title = "As planned"
    live.body = [("paragraph", "<p>Planned</p>")]
    live.save_revision()
    post = by_slug(blog)["read"]
    assert (post.title, "Public" in post.html) == ("As read", True)
    assert post.kept["draft"]["title"] == "As planned"
    assert "Planned" in post.kept["draft"]["html"]


def test_a_scheduled_post_says_when_it_goes_live(blog, make_post):
    planned = make_post("scheduled", slug="soon")
    assert by_slug(blog)["soon"].kept["go_live"] == planned.go_live_at


def test_authors_categories_and_tags_keep_their_order(blog, make_post):
    authors = [AuthorFactory(name="Zoë Zimmer"), AuthorFactory(name="Ada Abel")]
    post = make_post("live", slug="named", authors=authors, tags=["zeta", "alpha"])
    for number, name in enumerate(["Work", "Art"]):
        category = Category.objects.create(name=name, slug=name.lower())
        post.post_categories.add(PostCategory(category=category, sort_order=number))
    post.save()
    found = by_slug(blog)["named"]
    assert found.authors == [author.slug for author in authors]
    assert found.tags == ["zeta", "alpha"]
    assert found.categories == ["work", "art"]


def test_redirects_to_a_post_become_its_aliases_and_others_stay_redirects(blog, make_post):
    post = make_post("live", slug="here")
    site = Site.objects.get(is_default_site=True)
    Redirect.objects.create(old_path="/2019/05/there", redirect_page=post, site=site)
    Redirect.objects.create(old_path="/elsewhere", redirect_link="https://example.org/")
    found = collect(blog)
    assert next(iter(found.posts)).aliases == ["/2019/05/there"]
    assert ("/elsewhere", "https://example.org/") in [(row.address, row.target) for row in found.redirects]


def test_redirects_to_a_list_lead_to_the_list(blog, make_post):
    make_post("live", tags=["alpha"])
    OldAddress.objects.create(address="/?cat=3", page=blog, route="/tags/alpha/")
    Redirect.objects.create(old_path="/3", redirect_page=blog, redirect_page_route_path="/tags/alpha/")
    found = {row.address: row.target for row in collect(blog).redirects}
    assert found == {"/?cat=3": "/blog/tags/alpha/", "/3": "/blog/tags/alpha/"}


@pytest.mark.parametrize("state", [*sorted(set(STATES) - {"unlisted"}), "elsewhere"])
def test_no_redirect_tells_where_a_hidden_page_or_one_of_another_site_is(blog, home, state):
    from tests.factories import make_post as make

    other = BlogIndexPageFactory(parent=home.get_parent() if state == "elsewhere" else home, title="Other")
    page = make(other, "live" if state == "elsewhere" else state, slug="hidden")
    Redirect.objects.create(old_path="/was", redirect_page=page)
    Redirect.objects.create(old_path="/list", redirect_page=page, redirect_page_route_path="/x/")
    OldAddress.objects.create(address="/?p=7", page=page)
    OldAddress.objects.create(address="/?p=8", page=page, route="/x/")
    assert collect(blog).redirects == []


@pytest.mark.parametrize("state", STATES)
def test_no_redirect_tells_the_name_of_a_tag_author_or_series_that_only_hidden_posts_have(
    blog, make_post, state
):
    series = Series.objects.create(title="Before", slug="series-before")
    author = AuthorFactory(name="Before", slug="author-before")
    make_post(state, tags=["tag-before"], authors=[author], series=series)
    for one in (series, author, Tag.objects.get(slug="tag-before")):
        one.slug = one.slug.replace("before", "secret")
        one.save()
    Redirect.objects.create(old_path="/3", redirect_page=blog, redirect_page_route_path="/tags/tag-secret/")
    Redirect.objects.create(old_path="/4", redirect_link="/blog/tags/tag-before/rss.xml")
    Redirect.objects.create(old_path="/5", redirect_link="http://localhost/blog/authors/author-secret/")
    OldAddress.objects.create(address="/?author=3", page=blog, route="/authors/author-secret/")
    assert collect(blog).redirects == []


def test_an_old_address_that_leads_to_no_page_goes_with_the_blog_it_came_with(blog, home, make_post):
    from tests.factories import make_post as make

    other = BlogIndexPageFactory(parent=home, title="Other")
    for key, page in (("ours.example/", make_post("draft")), ("theirs.example/", make(other, "live"))):
        ImportedItem.objects.create(blog_key=key, source_id="1", page=page)
        OldAddress.objects.create(address=f"/?attachment_id={key}", blog_key=key, link=f"https://{key}")
    OldAddress.objects.create(address="/?m=1", blog_key="gone.example/", link="https://gone.example/")
    OldAddress.objects.create(address="/?m=2", link="https://nobody.example/")
    nobodys = ["https://gone.example/", "https://nobody.example/"]
    assert [row.target for row in collect(blog).redirects] == ["https://ours.example/", *nobodys]
    assert [row.target for row in collect(other).redirects] == ["https://theirs.example/"]


def test_a_renamed_tag_with_public_posts_is_still_found(blog, make_post):
    make_post("live", tags=["before"])
    tag = Tag.objects.get(slug="before")
    tag.slug = "now"
    tag.save()
    Redirect.objects.create(old_path="/3", redirect_page=blog, redirect_page_route_path="/tags/before/")
    Redirect.objects.create(old_path="/4", redirect_link="https://elsewhere.example/blog/tags/any/")
    Redirect.objects.create(old_path="/5", redirect_link="/search/?q=now")
    found = {row.address: row.target for row in collect(blog).redirects}
    assert found == {
        "/3": "/blog/tags/before/",
        "/4": "https://elsewhere.example/blog/tags/any/",
        "/5": "/search/?q=now",
        "/blog/tags/before/": "tag:now",
    }


def test_comments_come_with_their_parents_and_states(blog, make_post):
    post = make_post("live", slug="discussed")
    first = Comment.objects.create(page=post, author_name="Ida", text="<p>Hello</p>", state="approved")
    Comment.objects.create(page=post, author_name="Bot", text="<p>Buy</p>", state="spam", parent=first)
    comments = by_slug(blog)["discussed"].comments
    assert [(one.author_name, one.state.value) for one in comments] == [("Ida", "approved"), ("Bot", "spam")]
    assert comments[1].parent_id == comments[0].source_id


def test_links_to_exported_posts_name_them_however_they_are_written(blog, make_post):
    target = make_post("live", slug="target")
    text = (
        f'<p><a linktype="page" id="{target.pk}">one</a> <a href="/blog/target/#part">two</a> '
        '<a href="/elsewhere/">three</a></p>'
    )
    make_post("live", slug="source", text=text)
    html = by_slug(blog)["source"].html
    assert f'href="source:{target.pk}"' in html
    assert f'href="source:{target.pk}#part"' in html
    assert 'href="/elsewhere/"' in html


def test_plain_pages_are_collected_with_the_page_above_them(blog, home):
    above = StandardPageFactory(parent=home, title="About")
    below = StandardPageFactory(parent=above, title="Team")
    found = by_slug(blog)
    assert found["team"].kind == "page"
    assert found["team"].parent == str(above.pk)
    assert found["team"].addresses[0].endswith("/about/team/")
    assert found["about"].parent == ""
    assert below.slug in found


def test_posts_of_another_blog_stay_there(blog, home, make_post):
    other = BlogIndexPageFactory(parent=home, title="Other")
    make_post("live", slug="ours")
    from tests.factories import make_post as make

    make(other, "live", slug="theirs")
    assert set(by_slug(blog)) == {"ours"}
    assert set(by_slug(other)) == {"theirs"}


def test_more_posts_cost_no_more_queries(blog, make_post, django_assert_max_num_queries):
    author = AuthorFactory()
    for number in range(30):
        make_post("live", slug=f"post-{number}", authors=[author], tags=[f"tag-{number}"], text="<p>Text</p>")
    with django_assert_max_num_queries(30):
        assert len(list(collect(blog).posts)) == 30


def test_dates_are_kept_to_the_second(blog, make_post):
    moment = timezone.now().replace(microsecond=0)
    make_post("live", slug="dated", date=moment)
    assert by_slug(blog)["dated"].date == moment
    assert BlogPage.objects.get(slug="dated").date == moment


@pytest.mark.parametrize(("form", "system"), [("wxr", "WordPress"), ("ghost", "Ghost")])
def test_a_series_cover_goes_along_as_a_file_where_series_have_none(blog, tmp_path, form, system):
    picture = SiteImageFactory()
    Series.objects.create(title="Mills", slug="mills", cover=picture)
    outcome = export_blog(blog, form, tmp_path / "out")

    said = f"{system} has no covers of series: that of “Mills” is only among the files."
    assert [problem.detail for problem in outcome.problems] == [said]
    files = {path.read_bytes() for path in (tmp_path / "out").rglob("*.jpg")}
    assert files == {picture.file.open().read()}
