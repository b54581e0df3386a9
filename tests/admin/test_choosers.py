"""Choosing authors and series from a post's form."""

from __future__ import annotations

import pytest
from django.urls import reverse

from blog.models import Author, Category, Series
from tests.factories import AuthorFactory, CategoryFactory

pytestmark = pytest.mark.django_db


def address(model: str, view: str) -> str:
    return reverse(f"wagtailsnippetchoosers_blog_{model}:{view}")


def test_an_editor_adds_an_author_without_leaving_the_post(editor):
    window = editor.get(address("author", "choose") + "?multiple=1").json()["html"]
    assert "New author" in window
    sent = {"name": "Łucja Ñandú", "job_title": "Printer"}
    answer = editor.post(address("author", "create") + "?multiple=1", sent).json()
    author = Author.objects.get(name="Łucja Ñandú")
    assert (author.slug, author.job_title) == ("łucja-ñandú", "Printer")
    assert [chosen["id"] for chosen in answer["result"]] == [str(author.pk)]


def test_somebody_who_is_an_author_already_is_not_added_twice(editor):
    AuthorFactory(name="Ada Stone")
    answer = editor.post(address("author", "create"), {"name": "ada stone"}).json()
    assert "“ada stone” is there already" in answer["htmlFragment"]
    assert Author.objects.count() == 1


def test_names_that_read_alike_get_addresses_of_their_own(editor):
    for name in ("Ada Stone", "Ada-Stone"):
        editor.post(address("author", "create"), {"name": name})
    assert set(Author.objects.values_list("slug", flat=True)) == {"ada-stone", "ada-stone-2"}


def test_authors_of_one_name_are_told_apart_by_what_they_do(editor):
    for job in ("Printer", "Poet"):
        AuthorFactory(name="Ada Stone", slug=job.lower(), job_title=job)
    window = editor.get(address("author", "choose")).json()["html"]
    assert "Printer" in window
    assert "Poet" in window


def test_an_author_whose_name_has_no_letters_gets_an_address_all_the_same(editor):
    editor.post(address("author", "create"), {"name": "★"})
    assert Author.objects.get().slug == "author"


def test_an_editor_starts_a_series_without_leaving_the_post(editor):
    editor.post(address("series", "create"), {"title": "Type by hand", "description": "In four parts."})
    series = Series.objects.get()
    assert (series.slug, series.description) == ("type-by-hand", "In four parts.")


def test_an_editor_adds_a_category_below_another_without_leaving_the_post(editor):
    travel = CategoryFactory(name="Travel")
    editor.post(address("category", "create"), {"name": "Lisbon", "parent": str(travel.pk)})
    category = Category.objects.get(name="Lisbon")
    assert (category.slug, category.parent) == ("lisbon", travel)


def test_those_who_may_only_choose_authors_are_not_offered_to_add_one(author):
    AuthorFactory(name="Ada Stone")
    window = author.get(address("author", "choose")).json()["html"]
    assert "Ada Stone" in window
    assert "New author" not in window
    author.post(address("author", "create"), {"name": "Somebody"})
    assert not Author.objects.filter(name="Somebody").exists()
