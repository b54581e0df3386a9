"""Links of the old blog lead to the new pages."""

import pytest

from blog.models import BlogPage
from core.models import SiteDocument
from porting.document import SourceAuthor, SourceRedirect, SourceTerm, State
from porting.importer.addresses import AddressBook, key_of, path_of
from tests.porting.source import blog, bring_in, kinds, picture, post

pytestmark = pytest.mark.django_db


def linked(tmp_path, href, **fields):
    """The stored body of a post with this link, the page it may lead to, and the report."""
    source = blog(
        post(
            "from", html=f'<p><a href="{href}">there</a></p>', addresses=["/2020/03/from/"], authors=["jane"]
        ),
        post("to", addresses=["https://old.example/2020/03/to/", "https://old.example/?p=12"], tags=["py"]),
        tags={"py": SourceTerm("py", "Python", "python")},
        **fields,
    )
    report = bring_in(source, tmp_path)
    stored = str(BlogPage.objects.get(slug="from").body.raw_data[0]["value"])
    return stored, BlogPage.objects.get(slug="to"), report


@pytest.mark.parametrize(
    "href",
    [
        "https://old.example/2020/03/to/",
        "http://www.old.example/2020/03/to",
        "//old.example/2020/03/to/",
        "/2020/03/to/",
        "/2020/03/to/index.html",
        "/2020//03/to/",
        "../to/",
        "https://old.example/?p=12",
        "https://old.example/2020/03/to/?utm_source=x",
        "https://old.example/2020/03/to/2/",
        "/2020/03/to/comment-page-1/",
        "source:to",
    ],
)
def test_a_link_to_a_post_becomes_a_link_to_its_page(home, tmp_path, href):
    stored, page, report = linked(tmp_path, href)

    assert f'<a linktype="page" id="{page.pk}">there</a>' in stored
    assert not kinds(report, "from")


@pytest.mark.parametrize("href", ["/2020/03/to/#part", "source:to#part", "https://old.example/?p=12#part"])
def test_the_place_on_the_page_is_kept(home, tmp_path, href):
    stored, page, _report = linked(tmp_path, href)

    assert f'<a linktype="page" id="{page.pk}" fragment="part">there</a>' in stored


@pytest.mark.parametrize("href", ["/2020/03/to/", "source:to"])
def test_a_link_to_a_post_nobody_sees_is_told(home, tmp_path, href):
    text = f'<p><a href="{href}">there</a></p>'
    public, draft = post("one", html=text), post("two", html=text, state=State.DRAFT)
    hidden = post("to", addresses=["/2020/03/to/"], state=State.PRIVATE)

    report = bring_in(blog(public, draft, hidden), tmp_path)

    assert [item["source"] for item in report.items if item["kind"] == "links"] == ["one"]


def test_links_to_lists_lead_to_the_lists(home, tmp_path):
    assert 'href="/blog/tags/python/"' in linked(tmp_path, "tag:py")[0]


def test_old_list_addresses_lead_to_the_lists(home, tmp_path):
    redirects = [SourceRedirect("/tag/python/", "tag:py"), SourceRedirect("/author/jane/", "author:jane")]

    assert 'href="/blog/authors/jane-doe/"' in linked(tmp_path, "/author/jane", redirects=redirects)[0]


def test_links_elsewhere_stay_as_they_are(home, tmp_path):
    stored, _page, report = linked(tmp_path, "https://elsewhere.example/2020/03/to/?p=12")

    assert 'href="https://elsewhere.example/2020/03/to/?p=12"' in stored
    assert not kinds(report, "from")


def test_a_link_to_nothing_that_was_imported_leads_to_the_old_site_and_is_reported(home, tmp_path):
    stored, _page, report = linked(tmp_path, "../../../shop/?item=4")

    assert 'href="https://old.example/shop/?item=4"' in stored
    assert "links" in kinds(report, "from")


def test_without_knowing_the_old_site_it_stays_and_is_reported(home, tmp_path):
    stored, _page, report = linked(tmp_path, "/shop/", hosts=set())

    assert 'href="/shop/"' in stored
    assert "links" in kinds(report, "from")


def test_a_linked_file_becomes_a_document(home, tmp_path):
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "paper.pdf").write_bytes(b"%PDF-1.4 paper")

    stored, _page, _report = linked(tmp_path, "https://old.example/files/paper.pdf", media_roots=["."])

    document = SiteDocument.objects.get()
    assert f'<a linktype="document" id="{document.pk}">there</a>' in stored
    assert (document.title, document.file_size) == ("paper.pdf", 14)


def test_a_link_to_a_picture_leads_to_its_full_size(home, tmp_path, client):
    (tmp_path / "big.png").write_bytes(picture())
    stored, _page, _report = linked(tmp_path, "/big.png", media_roots=["."])

    assert 'linktype="document"' in stored
    assert client.get(SiteDocument.objects.get().url).status_code == 200


def test_an_author_who_was_only_named_has_a_list_too(home, tmp_path):
    source = blog(post("one", html='<p><a href="author:kim">x</a></p>', authors=["kim"]))
    source.authors["kim"] = SourceAuthor("kim", "Kim", "kim")
    bring_in(source, tmp_path)

    assert "/blog/authors/kim/" in str(BlogPage.objects.get().body.raw_data[0]["value"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.old.example:8080/%E8%AF%AD/", "/语"),
        ("/a%20b/", "/a b"),
        ("//2020/x/", "/2020/x"),
        ("https://old.example//2020//x", "/2020/x"),
        ("", "/"),
    ],
)
def test_addresses_that_mean_the_same_are_the_same(one, other):
    assert path_of(one) == path_of(other)


def test_upper_and_lower_case_are_told_apart():
    assert path_of("/Rust-1.0/") != path_of("/rust-1.0/")


def test_of_a_query_only_what_names_something_counts():
    assert key_of("/?utm=1&p=12#x") == "/?p=12"


def test_an_address_that_is_none_does_no_harm():
    book = AddressBook.of(blog())

    assert book.find("http://[broken") == ""
    assert book.absolute("http://[broken", "/x/") == "http://[broken"


def test_a_host_nobody_named_is_found_by_the_links_of_the_posts_to_each_other(home, tmp_path):
    links = "".join(f'<a href="https://new.example/2020/03/{name}/">x</a>' for name in ("a", "b"))
    other = '<a href="https://elsewhere.example/2020/03/a/">x</a><a href="https://elsewhere.example/c/">x</a>'
    source = blog(
        post("a", addresses=["/2020/03/a/"], html=f"<p>{links}{other}</p>"),
        post(
            "b",
            addresses=["/2020/03/b/"],
            html='<p><a href="/shop/">x</a><img src="/img/gone.png" alt=""></p>',
        ),
        post("c", addresses=["/c/"]),
        hosts=set(),
    )
    bring_in(source, tmp_path)

    first, second = (str(BlogPage.objects.get(slug=slug).body.raw_data) for slug in ("a", "b"))
    assert first.count('linktype="page"') == 2
    assert first.count("https://elsewhere.example/") == 2
    assert "https://new.example/shop/" in second
    assert "https://new.example/img/gone.png" in second
