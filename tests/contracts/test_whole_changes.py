"""What decides who may see a post changes together with the lists, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import DatabaseError
from django.db.models.signals import post_save, pre_delete
from django.test import Client
from wagtail.models import PageViewRestriction

from blog.models import BlogPage, Category, FormerSlug, ListedPost, Tag
from tests.factories import BlogIndexPageFactory, CategoryFactory, TagFactory

pytestmark = pytest.mark.django_db


def refuse(**kwargs: object) -> None:
    raise DatabaseError("The disk is full.")


@pytest.fixture
def lists_fail() -> Iterator[None]:
    """No row can be taken out of a list."""
    pre_delete.connect(refuse, sender=ListedPost)
    yield
    pre_delete.disconnect(refuse, sender=ListedPost)


def close(page) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type="login")


def test_a_post_is_not_closed_while_lists_still_name_it(client: Client, make_post, lists_fail: None) -> None:
    post = make_post(title="Secret plans")
    with pytest.raises(DatabaseError):
        close(post)
    assert not PageViewRestriction.objects.exists()
    assert "Secret plans" in client.get("/blog/").content.decode()


def test_a_post_is_not_moved_where_lists_do_not_follow(home, make_post, lists_fail: None) -> None:
    post = make_post(title="Secret plans")
    private = BlogIndexPageFactory(parent=home, title="Private", slug="private")
    close(private)
    with pytest.raises(DatabaseError):
        post.move(private, pos="last-child")
    assert BlogPage.objects.get().get_parent().slug == "blog"


def test_a_category_does_not_move_without_its_posts(make_post, lists_fail: None) -> None:
    old, new = CategoryFactory(), CategoryFactory()
    category = CategoryFactory(parent=old)
    make_post(categories=[category])
    category.parent = new
    with pytest.raises(DatabaseError):
        category.save()
    assert Category.objects.get(pk=category.pk).parent == old


def test_a_slug_does_not_change_without_being_remembered() -> None:
    tag = TagFactory(slug="old")
    tag.slug = "new"
    post_save.connect(refuse, sender=FormerSlug)
    try:
        with pytest.raises(DatabaseError):
            tag.save()
    finally:
        post_save.disconnect(refuse, sender=FormerSlug)
    assert Tag.objects.get().slug == "old"
