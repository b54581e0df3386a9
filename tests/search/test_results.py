"""The results page."""

import pytest
from wagtail.models import Page

from blog.models import BlogPage
from tests.factories import AuthorFactory, SeriesFactory, StandardPageFactory, TagFactory
from tests.search.test_query import HOSTILE


@pytest.fixture
def make_post(make_post, indexed):
    """Publish a post and have it in the index."""

    def make(*state, **values):
        with indexed():
            return make_post(*state, **values)

    return make


def test_posts_and_pages_are_found_by_title_and_text(make_post, home, found, indexed):
    make_post(title="Growing tomatoes", text="<p>They want sun.</p>")
    make_post(title="Winter", text="<p>Nothing about tomatoes grows now.</p>")
    with indexed():
        StandardPageFactory(parent=home, title="Imprint", body=[("paragraph", "<p>We like tomatoes.</p>")])

    titles = found("tomatoes")

    assert titles[0] == "Growing tomatoes"
    assert set(titles) == {"Growing tomatoes", "Winter", "Imprint"}


def test_the_blog_itself_is_found(blog, found, indexed):
    with indexed():
        blog.save()

    assert "Blog" in found("blog")


def test_posts_are_found_by_tag_author_and_series(make_post, found, indexed):
    with indexed():
        make_post(
            title="One",
            tags=[TagFactory(name="Gardening")],
            authors=[AuthorFactory(name="Ada Quill")],
            series=SeriesFactory(title="Allotment diary"),
        )

    assert found("gardening") == ["One"]
    assert found("quill") == ["One"]
    assert found("allotment") == ["One"]


def test_all_words_come_before_some_words(make_post, found):
    make_post(title="Red apples")
    make_post(title="Green apples")

    assert found("green apples") == ["Green apples", "Red apples"]
    assert set(found("purple apples")) == {"Red apples", "Green apples"}
    assert found("purple pears") == []


def test_a_phrase_is_found_only_in_its_order(make_post, found):
    make_post(title="Dog bites man")
    make_post(title="Man bites dog")

    assert found('"man bites"') == ["Man bites dog"]


def test_the_last_word_may_be_begun_only(make_post, found):
    make_post(title="Documentation matters")

    assert found("docu") == ["Documentation matters"]
    assert found("matters docum") == ["Documentation matters"]
    assert found("docu matters") == ["Documentation matters"]  # nothing has both words, so one is enough


@pytest.mark.sqlite
def test_accents_make_no_difference(make_post, found):
    make_post(title="Crème brûlée")

    assert found("creme brulee") == ["Crème brûlée"]


def test_an_excerpt_shows_the_matched_sentence_with_the_words_marked(make_post, client):
    make_post(title="One", text="<p>First things first. The Otters swim &amp; dive. They are gone.</p>")

    result = client.get("/search/", {"q": "otters dive"}).context["results"][0]

    assert result.excerpt_html == "The <mark>Otters</mark> swim &amp; <mark>dive</mark>."


def test_what_authors_write_is_escaped_before_it_is_marked(make_post, client):
    make_post(title="<b>otter</b>", summary="</p><script>alert('otter')</script>", text="<p>x</p>")

    response = client.get("/search/", {"q": "otter"})

    text = response.content.decode()
    assert "<script>alert" not in text
    assert "<b>otter" not in text
    assert "&lt;script&gt;alert(&#x27;<mark>otter</mark>" in text


def test_a_result_says_what_it_is_when_and_by_whom(make_post, client):
    author, tag = AuthorFactory(), TagFactory()
    post = make_post(title="Otters", authors=[author], tags=[tag])

    result = client.get("/search/", {"q": "otters"}).context["results"][0]

    assert (result.url, result.date, result.kind) == ("/blog/otters/", post.date, "Post")
    assert (result.authors, result.tags) == ([author.name], [tag.name])


def test_long_lists_have_pages(make_post, client):
    for number in range(12):
        make_post(title=f"Otter {number}")

    first = client.get("/search/", {"q": "otter"}).context
    second = client.get("/search/", {"q": "otter", "page": 2}).context

    assert (first["total"], first["pages"], len(first["results"])) == (12, 2, 10)
    assert (first["previous_url"], first["next_url"]) == ("", "/search/?q=otter&page=2")
    assert (second["previous_url"], second["next_url"], len(second["results"])) == ("/search/?q=otter", "", 2)
    assert not {result.url for result in first["results"]} & {result.url for result in second["results"]}


@pytest.mark.parametrize("page", ["0", "3", "-1", "x", "1.5", "9" * 30, "٣", "\x00", ""])
def test_a_page_that_does_not_exist_is_not_found(make_post, client, page):
    for number in range(12):
        make_post(title=f"Otter {number}")
    make_post(title="Lonely words")

    assert client.get("/search/", {"q": "otter words", "page": page}).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/search/", "/search/suggest/"])
def test_search_only_reads(client, path):
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post(path, {"q": "x"}).status_code == 405
    assert client.head(path).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/search/", "/search/suggest/"])
def test_answers_stay_out_of_shared_caches(client, path):
    assert client.get(path, {"q": "x"})["Cache-Control"] == "private, max-age=60"


@pytest.mark.django_db
def test_result_pages_ask_not_to_be_indexed(client):
    assert '<meta name="robots" content="noindex">' in client.get("/search/", {"q": "x"}).content.decode()
    assert "noindex" not in client.get("/search/").content.decode()


def test_the_list_and_its_links_can_be_found_by_machines(make_post, client):
    from lxml import html

    make_post(title="Otters")

    document = html.fromstring(client.get("/search/", {"q": "otters"}).content.decode())

    assert document.xpath("//*[@data-search-results]/li[1]//a[1]/@href")[0] == "/blog/otters/"


@pytest.mark.parametrize("raw", HOSTILE, ids=lambda raw: ascii(raw[:20]))
@pytest.mark.parametrize("path", ["/search/", "/search/suggest/"])
def test_nothing_typed_breaks_search(make_post, client, path, raw):
    make_post(title="Word", summary='x y % NOT AND "')

    assert client.get(path, {"q": raw.encode("utf-8", "replace").decode()}).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["q=%00", "q=%FF%FE", "q=%ED%A0%80", "q[]=1", "q=1&q=2", "q", ""])
def test_no_address_breaks_search(client, query):
    assert client.get(f"/search/?{query}").status_code == 200


def test_the_number_of_queries_does_not_follow_the_number_of_results(
    make_post, client, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def cost() -> int:
        client.get("/search/", {"q": "otter"})
        with CaptureQueriesContext(connection) as queries:
            client.get("/search/", {"q": "otter"})
        return len(queries)

    make_post(title="Otter", authors=[AuthorFactory()], tags=[TagFactory()])
    before = cost()
    for number in range(8):
        make_post(title=f"Otter {number}", authors=[AuthorFactory()], tags=[TagFactory()])

    assert cost() == before <= 14


def test_pages_outside_the_site_are_not_found(make_post, found, indexed):
    with indexed():
        StandardPageFactory(parent=Page.get_first_root_node(), title="Otter", slug="elsewhere")

    assert found("otter") == []


def test_a_page_that_was_unlisted_behind_the_index_is_not_shown(make_post, found):
    make_post(title="Otter", slug="otter")
    BlogPage.objects.filter(slug="otter").update(unlisted=True)
    assert found("otter") == []
