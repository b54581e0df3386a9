"""From a blog as a reader hands it over to pages of this site."""

import pytest
from django.core.management import call_command
from wagtail.models import Page, ReferenceIndex
from wagtail.search.backends import get_search_backend

from blog.models import Author, BlogIndexPage, BlogPage, Category, ListedCount, ListedPost, Series, Tag
from core.article.plain_text import plain_text
from home.models import StandardPage
from porting.document import Picture, SourceAuthor, SourceTerm
from porting.importer.options import ImportOptions
from porting.models import ImportedItem
from tests.porting.source import blog, bring_in, day, kinds, picture, post

pytestmark = pytest.mark.django_db


def rows() -> set[tuple]:
    return set(ListedPost.objects.values_list("blog_id", "kind", "key", "position", "date", "post_id"))


def test_a_post_arrives_with_everything_it_had(home, tmp_path):
    (tmp_path / "cover.png").write_bytes(picture())
    source = blog(
        post(
            "hello",
            title="Hello, world",
            html="<h2>One</h2><p>Two <strong>three</strong></p>",
            date=day(2),
            updated=day(5),
            authors=["max", "jane"],
            tags=["py"],
            categories=["news"],
            series="start",
            series_position=3,
            summary="In <em>short</em>",
            seo_title="For machines",
            seo_description="About",
            cover=Picture("cover.png", "A cover"),
            canonical_url="https://elsewhere.example/x",
            featured=True,
        ),
        tags={"py": SourceTerm("py", "Python", "python", "Snakes")},
        categories={"news": SourceTerm("news", "News", "news")},
        series={"start": SourceTerm("start", "Getting started", "getting-started")},
    )
    source.authors["max"] = SourceAuthor("max", "Max Muster", "max", job_title="Editor", bio="<p>Writes.</p>")

    bring_in(source, tmp_path)

    page = BlogPage.objects.get()
    assert (page.title, page.slug, page.url, page.live) == ("Hello, world", "hello", "/blog/hello/", True)
    assert (page.date, page.updated) == (day(2), day(5))
    assert (page.first_published_at, page.last_published_at) == (day(2), day(5))
    assert [author.name for author in page.authors] == ["Max Muster", "Jane Doe"]
    assert list(page.tags.values_list("slug", flat=True)) == ["python"]
    assert [entry.category.name for entry in page.post_categories.all()] == ["News"]
    assert (page.series.title, page.series_position) == ("Getting started", 3)
    assert (page.summary, page.seo_title, page.search_description) == ("In short", "For machines", "About")
    assert (page.cover_alt, page.cover.width, page.featured) == ("A cover", 40, True)
    assert page.canonical_url == "https://elsewhere.example/x"
    assert [block.block_type for block in page.body] == ["heading", "paragraph"]
    assert page.body[0].value["anchor"]
    assert page.word_count > 0


def test_what_an_import_leaves_is_what_saving_in_the_editor_leaves(home, tmp_path):
    bring_in(
        blog(*[post(f"p-{n}", date=day(n), authors=["jane"], tags=["a", "b"]) for n in range(1, 8)]), tmp_path
    )
    listed, counts = rows(), set(ListedCount.objects.values_list("kind", "key", "count"))
    references = set(ReferenceIndex.objects.values_list("object_id", "to_object_id", "content_path"))
    measured = set(BlogPage.objects.values_list("pk", "word_count", "reading_minutes"))

    call_command("rebuild_lists")
    call_command("rebuild_references_index", verbosity=0)
    for page in BlogPage.objects.all():
        page.save()

    assert rows() == listed
    assert set(ListedCount.objects.values_list("kind", "key", "count")) == counts
    assert set(ReferenceIndex.objects.values_list("object_id", "to_object_id", "content_path")) == references
    assert set(BlogPage.objects.values_list("pk", "word_count", "reading_minutes")) == measured
    assert not BlogPage.objects.exclude(updated=None).exists()


def test_the_page_tree_has_no_faults_afterwards(home, tmp_path):
    pages = [
        post("about", kind="page"),
        post("team", kind="page", parent="about"),
        post("us", kind="page", parent="team"),
    ]
    bring_in(blog(*[post(f"p-{n}") for n in range(120)], *pages), tmp_path)

    assert Page.find_problems() == ([], [], [], [], [])
    assert BlogPage.objects.first().get_parent().specific == BlogIndexPage.objects.get()
    assert StandardPage.objects.get(slug="us").url == "/about/team/us/"


def test_every_page_is_found_by_the_search(home, tmp_path):
    bring_in(
        blog(
            post("one", html="<p>zebra</p>"),
            post("two", tags=["giraffe"]),
            post("three", html="<p>zebra</p>", kind="page"),
        ),
        tmp_path,
    )
    backend = get_search_backend()

    assert {page.slug for page in backend.search("zebra", BlogPage)} == {"one"}
    assert {page.slug for page in backend.search("zebra", StandardPage)} == {"three"}
    assert {page.slug for page in backend.search("giraffe", BlogPage)} == {"two"}


def test_a_missing_blog_is_made_where_it_was_asked_for(home, tmp_path):
    bring_in(blog(post("one")), tmp_path, ImportOptions(under="/about/journal/"))

    assert BlogPage.objects.get().url == "/about/journal/one/"
    assert BlogIndexPage.objects.get().title == "Old"


def test_a_second_import_changes_nothing(home, tmp_path):
    source = [post("one", tags=["a"]), post("two", kind="page")]
    bring_in(blog(*source), tmp_path)
    before = list(Page.objects.order_by("pk").values())

    report = bring_in(blog(*source), tmp_path)

    assert list(Page.objects.order_by("pk").values()) == before
    assert report.counts["unchanged"] == 2
    assert (Author.objects.count(), Tag.objects.count(), ImportedItem.objects.count()) == (1, 1, 2)


def test_a_changed_source_brings_its_page_up_to_date(home, tmp_path):
    bring_in(blog(post("one"), post("two")), tmp_path)
    pk = BlogPage.objects.get(slug="one").pk

    report = bring_in(blog(post("one", html="<p>Better.</p>", tags=["new"]), post("two")), tmp_path)

    page = BlogPage.objects.get(slug="one")
    assert page.pk == pk
    assert "Better." in plain_text(page.body)
    assert (report.counts["updated"], report.counts["unchanged"]) == (1, 1)
    assert page.updated is None


@pytest.mark.parametrize("edit", ["revision", "unpublish"])
def test_a_page_edited_here_is_left_and_reported(home, tmp_path, edit):
    bring_in(blog(post("one")), tmp_path)
    page = BlogPage.objects.get()
    if edit == "revision":
        page.title = "Mine"
        page.save_revision().publish()
    else:
        page.unpublish()

    report = bring_in(blog(post("one", html="<p>Theirs.</p>")), tmp_path)

    page.refresh_from_db()
    assert "Theirs." not in plain_text(page.body)
    assert page.live is (edit == "revision")
    assert "edited" in kinds(report, "one")


def test_a_deleted_page_is_imported_again(home, tmp_path):
    bring_in(blog(post("one")), tmp_path)
    BlogPage.objects.get().delete()

    bring_in(blog(post("one")), tmp_path)

    assert BlogPage.objects.get().slug == "one"


def test_slugs_stay_as_they_were_as_far_as_that_is_possible(home, tmp_path):
    wanted = ["καλημέρα", "2019", "tags", "same", "same", "Rust-1.0", "日本語"]
    posts = [post(slug, source_id=str(n), addresses=[]) for n, slug in enumerate(wanted)]

    report = bring_in(blog(*posts), tmp_path)

    slugs = [BlogPage.objects.get(pk=item.page_id).slug for item in ImportedItem.objects.order_by("pk")]
    assert slugs == ["καλημέρα", "2019-2", "tags-2", "same", "same-2", "Rust-1-0", "日本語"]
    assert "slug" in kinds(report, "4")


def test_a_post_without_title_gets_its_first_words(home, tmp_path):
    report = bring_in(blog(post("one", title="", html="<p>Once upon a time &amp; so on</p>")), tmp_path)

    assert BlogPage.objects.get().title == "Once upon a time & so on"
    assert "title" in kinds(report, "one")


def test_authors_already_here_are_used_and_others_get_an_address_of_their_own(home, tmp_path):
    jane = Author.objects.create(name="Jane Doe", slug="jane-doe", job_title="Editor here")
    other = Author.objects.create(name="Somebody", slug="max")
    source = blog(post("one", authors=["jane", "max", "nobody"]))
    source.authors["max"] = SourceAuthor("max", "Max", "max", email="max@old.example")

    report = bring_in(source, tmp_path)
    bring_in(source, tmp_path)

    assert [author.slug for author in BlogPage.objects.get().authors] == ["jane-doe", "max-2", "nobody"]
    jane.refresh_from_db()
    assert (jane.job_title, other.slug, Author.objects.count()) == ("Editor here", "max", 4)
    assert "authors" in kinds(report, "max")


def test_tags_that_differ_in_case_are_one_and_categories_stay_apart(home, tmp_path):
    Tag.objects.create(name="Django", slug="django")
    source = blog(
        post("one", tags=["django", "Python"], categories=["sub", "python"]),
        post("two", tags=["PYTHON", "python"]),
        categories={
            "top": SourceTerm("top", "Top", "top"),
            "sub": SourceTerm("sub", "Sub", "sub", parent="top"),
            "loop": SourceTerm("loop", "Loop", "loop", parent="loop"),
        },
    )

    bring_in(source, tmp_path)

    assert sorted(Tag.objects.values_list("name", flat=True)) == ["Django", "Python"]
    assert Category.objects.get(slug="sub").parent.slug == "top"
    assert Category.objects.get(slug="loop").parent is None
    assert list(BlogPage.objects.get(slug="two").tags.names()) == ["Python"]


def test_a_series_has_its_cover_and_one_that_is_not_here_is_told(home, tmp_path):
    (tmp_path / "cover.png").write_bytes(picture())
    terms = {
        key: SourceTerm(key, key.title(), key, cover=cover)
        for key, cover in (("begun", "/cover.png"), ("lost", "/gone.png"))
    }
    report = bring_in(blog(post("one", series="begun"), series=terms), tmp_path)

    assert Series.objects.get(slug="begun").cover is not None
    assert Series.objects.get(slug="lost").cover is None
    assert [item["detail"] for item in report.items if item["source"] == "lost"] == [
        "The cover of “Lost” is not here: /gone.png"
    ]


def test_series_keep_their_order(home, tmp_path):
    bring_in(blog(*(post(f"part-{n}", series="story", series_position=n) for n in (3, 1, 2))), tmp_path)

    series = Series.objects.get()
    listed = ListedPost.objects.filter(kind="series", key=series.pk).order_by("position")
    assert [row.post.slug for row in listed] == ["part-1", "part-2", "part-3"]


def test_what_has_no_place_is_in_the_report_with_the_page_it_is_about(home, tmp_path):
    source = blog(
        post("one", kept={"layout": "wide", "moods": ["calm", "odd"]}), post("two", kind="page", tags=["a"])
    )

    report = bring_in(source, tmp_path).as_json()

    field = next(item for item in report["items"] if item["kind"] == "field")
    assert "layout: wide; moods: calm, odd" in field["detail"]
    assert (field["url"], field["title"]) == ("/blog/one/", "One")
    assert field["admin"].endswith("/edit/")
    assert {"source": "two", "kind": "tags"}.items() <= next(
        i for i in report["items"] if i["kind"] == "tags"
    ).items()


def test_two_posts_of_one_id_are_both_kept(home, tmp_path):
    report = bring_in(blog(post("one"), post("two", source_id="one")), tmp_path)

    assert BlogPage.objects.count() == 2
    assert "duplicate" in kinds(report, "one")


def test_a_page_whose_parents_go_in_a_circle_still_arrives(home, tmp_path):
    bring_in(blog(post("a", kind="page", parent="b"), post("b", kind="page", parent="a")), tmp_path)

    assert StandardPage.objects.count() == 2


def test_imported_posts_can_be_edited_and_published_in_the_admin(home, admin_client, tmp_path):
    bring_in(blog(post("one", authors=["jane"], tags=["a"], categories=["c"])), tmp_path)
    page = BlogPage.objects.get()

    assert admin_client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    page.get_latest_revision().publish()

    page = BlogPage.objects.get()
    assert [author.slug for author in page.authors] == ["jane-doe"]
    assert [entry.category.name for entry in page.post_categories.all()] == ["c"]
    assert list(page.tags.names()) == ["a"]
    assert page.date == page.first_published_at == day(1)


def test_films_of_known_services_play_without_asking_the_network(client, home, tmp_path):
    film = '<figure data-block="embed" data-url="https://www.youtube.com/watch?v=dQw4w9WgXcQ"></figure>'
    bring_in(blog(post("film", html=f"<p>Watch</p>{film}")), tmp_path)
    shown = client.get("/blog/film/").content.decode()
    assert "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ" in shown
