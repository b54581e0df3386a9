"""What two people do to one post at once: lists end up as if one had come after the other."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest
from django.db import connection, transaction
from wagtail.models import Page

from blog.models import BlogIndexPage, BlogPage, Category, ListedCount, ListedPost, PostCategory
from search.models import Document
from tests.factories import BlogIndexPageFactory, HomePageFactory, TagFactory, make_post, restrict

#: Seconds the first one's transaction stays open after its work is done.
SLOW = 0.5


@pytest.fixture
def post(transactional_db: None) -> BlogPage:
    home = HomePageFactory(parent=Page.get_first_root_node(), title="Front")
    return make_post(BlogIndexPageFactory(parent=home), "draft", title="Bird")


def publish(post: BlogPage) -> None:
    BlogPage.objects.get(pk=post.pk).save_revision().publish()


def publish_with_a_tag(post: BlogPage) -> None:
    mine = BlogPage.objects.get(pk=post.pk)
    mine.tags.add(TagFactory())
    mine.save_revision().publish()


def published_now(blog: Page) -> None:
    make_post(BlogIndexPage.objects.get(pk=blog.pk), title="New")


def at_once(first: Callable[[], object], second: Callable[[], object]) -> list[Exception]:
    """Run ``second`` while the transaction of ``first`` is still open; return what went wrong."""
    done = threading.Event()
    failures: list[Exception] = []

    def slowly() -> None:
        with transaction.atomic():
            first()
            done.set()
            time.sleep(SLOW)

    def soon() -> None:
        done.wait(10)
        second()

    def guarded(work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - the test wants every kind of failure
            failures.append(error)
        finally:
            done.set()
            connection.close()

    threads = [threading.Thread(target=guarded, args=(work,)) for work in (slowly, soon)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return failures


def test_a_post_published_while_it_is_being_restricted_is_not_listed(post):
    assert at_once(lambda: restrict(post), lambda: publish(post)) == []

    assert BlogPage.objects.get(pk=post.pk).live
    assert not ListedPost.objects.filter(post=post).exists()


def test_a_post_restricted_while_it_is_being_published_is_not_listed(post):
    assert at_once(lambda: publish(post), lambda: restrict(post)) == []

    assert BlogPage.objects.get(pk=post.pk).live
    assert not ListedPost.objects.filter(post=post).exists()


def test_two_who_publish_one_post_both_succeed(post):
    assert at_once(lambda: publish_with_a_tag(post), lambda: publish_with_a_tag(post)) == []

    assert ListedPost.objects.filter(post=post, kind="all").count() == 1
    assert ListedCount.objects.get(kind="all").count == 1


def test_a_post_that_is_published_while_its_blog_is_closed_stands_in_no_list(post: BlogPage) -> None:
    blog = post.get_parent()
    assert at_once(lambda: restrict(blog), lambda: published_now(blog)) == []
    assert BlogPage.objects.filter(title="New", live=True).exists()
    assert not ListedPost.objects.filter(post__title="New").exists()
    assert not Document.objects.filter(page__title="New", access="").exists()


def test_a_post_that_is_published_in_a_category_while_it_moves_is_in_the_lists_above(post: BlogPage) -> None:
    above, part = (Category.objects.create(name=name, slug=name) for name in ("crafts", "milling"))
    part.parent = above
    mine = BlogPage.objects.get(pk=post.pk)
    mine.post_categories = [PostCategory(category=Category.objects.get(pk=part.pk))]

    assert at_once(part.save, lambda: mine.save_revision().publish()) == []
    assert set(ListedPost.objects.filter(post=post, kind="category").values_list("key", flat=True)) == {
        above.pk,
        part.pk,
    }
