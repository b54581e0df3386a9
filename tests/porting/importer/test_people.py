"""Authors of a source are matched with those already here, and told apart from others of their name or address."""

from __future__ import annotations

from typing import Any

import pytest
from django.test.utils import CaptureQueriesContext

from blog.models import Author
from porting.document import SourceAuthor, SourceBlog, SourcePost
from porting.importer.people import People
from porting.importer.report import Report
from tests.factories import AuthorFactory

pytestmark = pytest.mark.django_db


def load(*authors: SourceAuthor, pretend: bool = False, named: tuple[str, ...] = ()) -> tuple[Any, list[str]]:
    """The authors that became of these, by key, and what is said about them."""
    report = Report()
    people = People(report, lambda url, name: None, pretend)
    posts = [SourcePost("1", "A post", authors=list(named))]
    people.load(SourceBlog("a", "b", authors={author.key: author for author in authors}, posts=posts))
    return people.by_key, [item["detail"] for item in report.items]


def test_an_author_who_is_here_already_is_found_by_name_and_address():
    ada = AuthorFactory(name="Ada Lovelace", slug="ada-lovelace")
    found, said = load(SourceAuthor("ada", name=" ada LOVELACE "), named=("ada",))
    assert found == {"ada": ada}
    assert said == []


@pytest.mark.parametrize("pretend", [False, True])
def test_many_with_one_address_get_numbers_and_are_found_again(pretend):
    AuthorFactory(name="Somebody", slug="author")
    authors = [SourceAuthor(str(number), name="!" * (number + 1)) for number in range(12)]
    found, said = load(*authors, SourceAuthor("again", name="!!!"), pretend=pretend)
    assert [found[str(number)].slug for number in range(12)] == [f"author-{n}" for n in range(2, 14)]
    assert found["again"] is found["2"]
    assert said[0] == "“Somebody” already has the address author; “!” got author-2."
    assert Author.objects.count() == (1 if pretend else 13)


@pytest.mark.parametrize("pretend", [False, True])
def test_a_portrait_that_is_not_here_is_told(pretend):
    found, said = load(
        SourceAuthor("ada", name="Ada", portrait="https://old.example/ada.png"), pretend=pretend
    )
    assert found["ada"].portrait_id is None
    assert said == ["The portrait of Ada is not here: https://old.example/ada.png"]


def test_numbers_go_on_where_the_last_import_ended():
    for number, name in enumerate(("!", "!!", "!!!"), 1):
        AuthorFactory(name=name, slug="author" if number == 1 else f"author-{number}")
    AuthorFactory(name="Late", slug="author-5")
    found, _ = load(
        SourceAuthor("old", name="!!!"), SourceAuthor("new", name="?"), SourceAuthor("next", name="%")
    )
    assert [found[key].slug for key in ("old", "new", "next")] == ["author-3", "author-4", "author-6"]


def test_a_namesake_with_another_address_is_somebody_else_and_is_named():
    AuthorFactory(name="Guest", slug="guest-of-may")
    found, said = load(SourceAuthor("june", name="guest", slug="guest-of-june"))
    assert found["june"].slug == "guest-of-june"
    assert said == ["Another author here is called “Guest” too, at guest-of-may; “guest” got guest-of-june."]


def test_those_already_here_are_asked_for_once_however_many_a_source_has(connection_queries):
    for number in range(20):
        AuthorFactory(name=f"Person {number}", slug=f"person-{number}")
    authors = [SourceAuthor(str(number), name=f"Person {number}") for number in range(20)]
    with connection_queries() as few:
        load(authors[0])
    with connection_queries() as many:
        load(*authors)
    assert len(many) == len(few)


@pytest.fixture
def connection_queries() -> Any:
    from django.db import connection

    return lambda: CaptureQueriesContext(connection)
