"""Authors, categories, tags and series in the admin."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blog.models import Author, BlogPage, Tag
from core.models import SharedCallout
from tests.factories import AuthorFactory, BlogPageFactory, CategoryFactory, SeriesFactory, TagFactory

pytestmark = pytest.mark.django_db
MAKE = {"author": AuthorFactory, "category": CategoryFactory, "tag": TagFactory, "series": SeriesFactory}
CALLOUTS = "wagtailsnippets_core_sharedcallout:list"


def url(model: str, view: str = "list", *args) -> str:
    return reverse(f"wagtailsnippets_blog_{model}:{view}", args=args)


def test_one_menu_entry_holds_them_all(editor):
    page = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert "Publishing" in page
    for model in ("author", "category", "tag", "series"):
        assert url(model) in page


def test_authors_of_posts_do_not_see_the_menu_of_things_they_may_not_change(author):
    assert url("tag") not in author.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("model", ["author", "category", "tag", "series"])
def test_lists_count_public_posts_in_a_fixed_number_of_queries(editor, blog, model):
    used = MAKE[model]()
    name = {"author": "authors", "category": "categories", "tag": "tags", "series": "series"}[model]
    field = {name: used if model == "series" else [used]}
    BlogPageFactory(parent=blog, **field)
    BlogPageFactory(parent=blog, **field)
    BlogPageFactory(parent=blog, unlisted=True, **field)
    rows = editor.get(url(model), {"ordering": "-post_count"}).context["object_list"]
    assert [row.post_count for row in rows] == [2]
    with CaptureQueriesContext(connection) as few:
        editor.get(url(model, "list_results"))
    MAKE[model].create_batch(20)
    with CaptureQueriesContext(connection) as many:
        editor.get(url(model, "list_results"))
    assert len(many) <= len(few)


@pytest.mark.parametrize("model", ["author", "category", "tag", "series", "sharedcallout"])
def test_what_was_searched_for_can_be_sorted_by_every_column(editor, model):
    title = "title" if model in ("series", "sharedcallout") else "name"
    make = MAKE.get(model, SharedCallout.objects.create)
    for name in ("Tea gardens", "Coffee", "Tea houses"):
        make(**{title: name})
    address = url(model) if model in MAKE else reverse(CALLOUTS)
    first = editor.get(address, {"q": "tea", "ordering": title}).context["object_list"]
    last = editor.get(address, {"q": "tea", "ordering": f"-{title}"}).context["object_list"]
    assert [getattr(row, title) for row in first] == ["Tea gardens", "Tea houses"]
    assert [getattr(row, title) for row in last] == ["Tea houses", "Tea gardens"]
    page = editor.get(address).content.decode()
    for column in {*re.findall(r"ordering=-?(\w+)", page)}:
        assert len(editor.get(address, {"q": "tea", "ordering": column}).context["object_list"]) == 2, column


def test_tags_and_callouts_are_searched_among_those_that_were_filtered(editor):
    for name, description in (("Tea", ""), ("Tea leaves", "Told"), ("Coffee", "")):
        TagFactory(name=name, description=description)
    found = editor.get(url("tag"), {"described": "no", "q": "tea"}).context["object_list"]
    assert [tag.name for tag in found] == ["Tea"]
    for title, kind in (("Tea", "tip"), ("Tea, hot", "warning")):
        SharedCallout.objects.create(title=title, kind=kind)
    found = editor.get(reverse(CALLOUTS), {"kind": "tip", "q": "tea"}).context["object_list"]
    assert [callout.title for callout in found] == ["Tea"]


def test_tags_without_a_description_can_be_found(editor):
    TagFactory(name="Told")
    TagFactory(name="Untold", description="")
    found = editor.get(url("tag"), {"described": "no"}).context["object_list"]
    assert [tag.name for tag in found] == ["Untold"]
    found = editor.get(url("tag"), {"described": "yes"}).context["object_list"]
    assert [tag.name for tag in found] == ["Told"]


def test_the_form_names_the_public_address_and_old_ones(editor, blog):
    tag = TagFactory(name="Tea", slug="tea")
    data = {"name": "Green tea", "slug": "green-tea", "description": ""}
    editor.post(url("tag", "edit", tag.pk), data)
    page = editor.get(url("tag", "edit", tag.pk)).content.decode()
    assert "/blog/tags/green-tea/" in page
    assert "Old addresses that still lead here: tea" in page


def test_a_new_one_has_no_address_yet_and_its_slug_follows_the_name(editor, blog):
    page = editor.get(url("author", "add")).content.decode()
    assert "Readers find it" not in page
    assert 'data-w-sync-target-value="#id_slug"' in page


def test_two_tags_cannot_share_an_address(editor):
    TagFactory(name="Tea", slug="tea")
    response = editor.post(url("tag", "add"), {"name": "Other", "slug": "tea", "description": ""})
    assert response.status_code == 200
    assert Tag.objects.count() == 1


def test_an_author_with_posts_is_not_deleted_and_the_form_says_why(editor, blog):
    writer = AuthorFactory(name="Ada")
    BlogPageFactory(parent=blog, title="Tea", authors=[writer])
    response = editor.post(url("author", "delete", writer.pk), follow=True)
    assert response.status_code == 200
    assert Author.objects.filter(pk=writer.pk).exists()


def test_a_deleted_tag_leaves_its_posts(editor, blog):
    tag = TagFactory()
    post = BlogPageFactory(parent=blog, tags=[tag])
    editor.post(url("tag", "delete", tag.pk))
    assert not Tag.objects.exists()
    assert BlogPage.objects.get().pk == post.pk
