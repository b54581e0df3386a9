"""What the search field offers while somebody types."""

import pytest

from tests.factories import AuthorFactory, CategoryFactory, SeriesFactory, StandardPageFactory, TagFactory


@pytest.fixture
def suggested(client):
    """``suggested("word")``: the offers, in order."""
    return lambda query: client.get("/search/suggest/", {"q": query}).json()["results"]


def test_posts_pages_categories_tags_authors_and_series_are_offered(make_post, home, suggested):
    make_post(
        title="Otter days",
        categories=[CategoryFactory(name="Otter life")],
        tags=[TagFactory(name="Otters")],
        authors=[AuthorFactory(name="Otto Otter")],
        series=SeriesFactory(title="Otter diary"),
    )
    StandardPageFactory(parent=home, title="Otter help")

    assert [(offer["title"], offer["url"], offer["kind"]) for offer in suggested("ott")] == [
        ("Otter days", "/blog/otter-days/", "post"),
        ("Otter help", "/otter-help/", "page"),
        ("Otter life", "/blog/categories/otter-life/", "category"),
        ("Otters", "/blog/tags/otters/", "tag"),
        ("Otto Otter", "/blog/authors/otto-otter/", "author"),
        ("Otter diary", "/blog/series/otter-diary/", "series"),
    ]


def test_titles_that_begin_with_it_come_first(make_post, suggested):
    make_post(title="All about otters")
    make_post(title="Otters at night")

    assert [offer["title"] for offer in suggested("otter")] == ["Otters at night", "All about otters"]


def test_any_word_of_a_name_may_begin_with_it(make_post, suggested):
    make_post(title="One", authors=[AuthorFactory(name="Ada Quill")])

    assert [offer["title"] for offer in suggested("qui")] == ["Ada Quill"]


def test_what_has_no_public_post_is_not_offered(make_post, suggested):
    TagFactory(name="Otters")
    make_post("draft", title="Otter draft", tags=[TagFactory(name="Otter draft")])

    assert suggested("otter") == []


def test_only_a_few_are_offered(make_post, suggested):
    for number in range(8):
        make_post(title=f"Otter {number}", tags=[TagFactory(name=f"Otter tag {number}")])

    assert [offer["kind"] for offer in suggested("otter")] == ["post"] * 5 + ["tag"] * 3


def test_nothing_typed_offers_nothing(make_post, suggested):
    make_post(title="Otter")

    assert suggested("") == suggested(" %") == suggested('"') == []


def test_the_number_of_queries_stays_small(make_post, suggested, django_assert_max_num_queries):
    for number in range(6):
        make_post(title=f"Otter {number}", tags=[TagFactory(name=f"Otter tag {number}")])
    suggested("otter")

    with django_assert_max_num_queries(9):
        suggested("otter")
