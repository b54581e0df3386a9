"""Bringing the index up to date."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from blog.models import BlogPage
from search.index.comparing import compare
from search.index.loading import load
from search.index.writing import update
from search.models import Document, Facet, Section, Word
from tests.factories import (
    AuthorFactory,
    CategoryFactory,
    SeriesFactory,
    StandardPageFactory,
    TagFactory,
    restrict,
)
from tests.search.index.looking import titles

pytestmark = pytest.mark.django_db


def facets(page) -> set[tuple[str, int]]:
    return set(Facet.objects.filter(document=page.pk).values_list("kind", "key"))


def test_a_document_holds_what_results_show(make_post):
    post = make_post(title="Über Flüsse", summary="Short.", text="<p>One</p><h2>Head</h2><p>Two</p>")

    update([post.pk])

    document = Document.objects.get(pk=post.pk)
    assert (document.title, document.title_key, document.kind) == ("Über Flüsse", "uber flusse", "post")
    assert (document.summary, document.date, document.language) == ("Short.", post.date, "en")
    assert (document.path, document.access, document.expires_at) == (post.path, "", None)
    assert list(document.sections.values_list("heading", "anchor", "text")) == [
        ("", "", "One"),
        ("Head", "head", "Two"),
    ]


def test_results_can_be_narrowed_as_the_lists_are(make_post, settings):
    above = CategoryFactory(name="Animals")
    category, tag = CategoryFactory(name="Birds", parent=above), TagFactory()
    author, series = AuthorFactory(), SeriesFactory()
    settings.TIME_ZONE = "Pacific/Auckland"
    post = make_post(
        tags=[tag], authors=[author], categories=[category], series=series, date="2025-12-31T20:00:00Z"
    )

    update([post.pk])

    assert facets(post) == {
        ("tag", tag.pk),
        ("author", author.pk),
        ("category", category.pk),
        ("category", above.pk),
        ("series", series.pk),
        ("year", 2026),
    }


def test_a_page_is_found_by_every_name_it_has(make_post):
    post = make_post(
        title="One",
        tags=[TagFactory(name="Waders")],
        authors=[AuthorFactory(name="Quill")],
        categories=[CategoryFactory(name="Birds", parent=CategoryFactory(name="Animals"))],
        series=SeriesFactory(title="Diary"),
        cover_alt="Heron",
        body=[("code", {"code": "get_context()", "language": "", "title": "", "highlight_lines": ""})],
    )

    update([post.pk])

    for word in ("waders", "quill", "birds", "animals", "diary", "heron", "get_context"):
        assert titles(word) == ["One"], word


def test_authors_of_plain_pages_count_as_well(home):
    from home.models import PageAuthor

    author = AuthorFactory(name="Ada Quill")
    page = StandardPageFactory(parent=home, title="About")
    PageAuthor.objects.create(page=page, author=author)

    update([page.pk])

    assert facets(page) == {("author", author.pk)}
    assert titles("quill") == ["About"]


def test_a_page_that_says_the_same_is_not_written_again(make_post):
    post = make_post(tags=[TagFactory()])
    assert update([post.pk]) == 1

    with CaptureQueriesContext(connection) as queries:
        assert update([post.pk]) == 0

    assert all(query["sql"].startswith("SELECT") for query in queries)


def test_a_page_that_is_closed_keeps_its_words_and_is_not_analysed_again(make_post):
    post = make_post(text="<p>Otters</p>")
    update([post.pk])
    section = Section.objects.get(document=post.pk)
    restriction = restrict(post)

    update([post.pk])

    assert Document.objects.get(pk=post.pk).access == str(restriction.pk)
    assert Section.objects.get(document=post.pk).pk == section.pk
    assert titles("otters") == []
    assert titles("otters", access=("", str(restriction.pk))) == [post.title]


def test_words_of_closed_pages_are_offered_when_they_are_opened(make_post):
    post = make_post("login", text="<p>Wombats</p>")
    update([post.pk])
    assert not Word.objects.filter(text="wombats").exists()

    post.get_view_restrictions().delete()
    update([post.pk])

    assert Word.objects.filter(text="wombats").exists()


def test_what_is_written_is_what_the_page_says_at_the_end(make_post):
    """Somebody saves the page after it was read and before it is written."""
    post = make_post(title="Otter", summary="")

    def meanwhile(execute, sql, params, many, context):
        if sql.startswith("SAVEPOINT") and not seen:
            seen.append(sql)
            BlogPage.objects.filter(pk=post.pk).update(title="Badger")
        return execute(sql, params, many, context)

    seen: list[str] = []
    with connection.execute_wrapper(meanwhile):
        update([post.pk])

    assert seen
    assert (titles("otter"), titles("badger")) == ([], ["Badger"])
    assert load([post.pk])[0].fingerprint == Document.objects.get(pk=post.pk).fingerprint


def test_a_page_deleted_meanwhile_is_not_written(make_post):
    post = make_post(title="Otter")

    def meanwhile(execute, sql, params, many, context):
        if sql.startswith("SAVEPOINT") and not seen:
            seen.append(sql)
            BlogPage.objects.get(pk=post.pk).delete()
        return execute(sql, params, many, context)

    seen: list[str] = []
    with connection.execute_wrapper(meanwhile):
        update([post.pk])

    assert titles("otter") == []
    assert not Document.objects.filter(pk=post.pk).exists()


def test_the_number_of_queries_does_not_follow_the_number_of_pages_or_blocks(make_post):
    def cost(number: int) -> int:
        posts = [
            make_post(
                tags=[TagFactory()],
                authors=[AuthorFactory()],
                categories=[CategoryFactory()],
                series=SeriesFactory(),
                text="<p>x</p><h2>y</h2>" * number,
            )
            for _ in range(number)
        ]
        with CaptureQueriesContext(connection) as queries:
            update([post.pk for post in posts])
        return len(queries)

    cost(1)  # content types are remembered
    first = cost(1)

    assert cost(12) == first <= 50


def test_ids_of_no_page_are_passed_over():
    assert update([10**9]) in (0, 1)
    assert update([]) == 0


def test_a_page_of_a_megabyte_is_written(make_post):
    post = make_post(title="Long", text="<p>" + "otter badger weasel " * 50_000 + "</p>")

    update([post.pk])

    assert titles("weasel") == ["Long"]
    update(Page.objects.values_list("pk", flat=True))
    assert not compare()
