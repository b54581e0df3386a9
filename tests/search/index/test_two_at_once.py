"""Several people and processes that bring the index up to date at once."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection
from wagtail.models import Page

from blog.models import BlogPage, Tag
from search.engines import index_engine
from search.index.comparing import compare
from search.index.mending import rebuild
from search.index.writing import update
from search.models import Document
from tests.factories import BlogIndexPageFactory, HomePageFactory, TagFactory, make_post, restrict
from tests.search.index.looking import titles

POSTS = 8


@pytest.fixture
def posts(transactional_db) -> list[BlogPage]:
    # Emptying a database for the next test leaves what Django does not know: SQLite's full-text tables.
    engine = index_engine()
    engine.remove(engine.indexed_ids() - set(Document.objects.values_list("pk", flat=True)))
    # And it brings back what migrations made: the front page and its document, without the words of it.
    rebuild()
    home = HomePageFactory(parent=Page.get_first_root_node(), title="Front")
    blog = BlogIndexPageFactory(parent=home)
    tag = TagFactory(name="Waders")
    return [
        make_post(blog, title=f"Otter {number}", tags=[tag], text="<p>river</p>") for number in range(POSTS)
    ]


def at_once(*works: Callable[[], object]) -> list[Exception]:
    """Do all of it in threads of their own; return what went wrong."""
    failures: list[Exception] = []
    start = threading.Barrier(len(works))

    def guarded(work: Callable[[], object]) -> None:
        try:
            start.wait(30)
            work()
        except Exception as error:  # noqa: BLE001 - the test wants every kind of failure
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    return failures


def test_two_that_index_the_same_pages_end_with_the_newest_words(posts):
    def edit(word: str, ids: list[int]) -> None:
        for pk in ids:
            post = BlogPage.objects.get(pk=pk)
            post.title = f"{word} {pk}"
            post.save()

    ids = [post.pk for post in posts]
    assert at_once(lambda: edit("Badger", ids), lambda: edit("Weasel", ids[::-1])) == []

    stored = sorted(BlogPage.objects.values_list("title", flat=True))
    assert titles("badger weasel") == stored
    assert not compare().pages


def test_rebuilds_edits_restrictions_and_deletions_at_once_leave_the_index_right(posts):
    def edit() -> None:
        for post in posts[2:6]:
            mine = BlogPage.objects.get(pk=post.pk)
            mine.title = f"Badger {post.pk}"
            mine.save_revision().publish()

    def close_and_delete() -> None:
        restrict(posts[0])
        BlogPage.objects.get(pk=posts[1].pk).delete()
        tag = Tag.objects.get()
        tag.name = "Zebra"
        tag.save()

    assert at_once(rebuild, rebuild, edit, close_and_delete) == []

    assert not compare().pages
    assert len(titles("zebra")) == POSTS - 2
    assert titles("waders") == []
    update(Page.objects.values_list("pk", flat=True))
    assert not compare().pages
