"""What search engines and shared links say about a page: every page has a description, its own where it can."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from tests.factories import AuthorFactory, StandardPageFactory, TagFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def description(client):
    """The description in the head of the page at a path."""

    def read(path):
        response = client.get(path)
        assert response.status_code == 200, path
        (found,) = BeautifulSoup(response.content, "html.parser").select('meta[name="description"]')
        return found["content"]

    return read


def test_a_posts_description_falls_back_from_field_to_summary_to_text(description, make_post):
    make_post(title="A", slug="a", search_description="For engines.", summary="Sum.", text="<p>Text.</p>")
    make_post(title="B", slug="b", summary="Sum.", text="<p>Text.</p>")
    make_post(title="C", slug="c", summary="", text="<p>" + "Many words here. " * 30 + "</p>")

    assert description("/blog/a/") == "For engines."
    assert description("/blog/b/") == "Sum."
    assert description("/blog/c/").startswith("Many words here.")
    assert len(description("/blog/c/")) <= 160


def test_a_list_nobody_described_is_described_by_its_posts(description, make_post):
    make_post(title="Ink", tags=[TagFactory(name="Press", slug="press", description="")])
    found = description("/blog/tags/press/")
    assert found.startswith("1 post tagged with “Press”, in ")
    assert found.endswith(": “Ink”")


def test_an_author_who_says_nothing_is_described_by_the_posts(description, make_post):
    make_post(title="Ink", authors=[AuthorFactory(name="Ada Example", slug="ada", bio="", job_title="")])
    found = description("/blog/authors/ada/")
    assert "Ada Example" in found
    assert found.endswith(": “Ink”")


def test_a_post_of_pictures_alone_and_an_empty_page_still_have_a_description(description, make_post, home):
    make_post(title="Harbour", slug="harbour", summary="", text="")
    StandardPageFactory(parent=home, title="Imprint", slug="imprint", summary="", body=[])
    assert description("/blog/harbour/") == "Harbour, in Blog"
    assert description("/imprint/") == "Imprint, on Colophon"
