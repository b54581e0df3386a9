"""More pages than are written while an editor waits: who may read them follows at once, their words soon."""

import pytest
from django.core.management import call_command
from django.db import connection
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page

from blog.models import BlogPage
from search import tasks
from search.index.comparing import compare, is_incomplete
from search.index.loading import findable_pages
from search.index.marking import reindex_later
from search.index.waiting import waiting
from search.index.writing import update
from search.models import Document, Facet
from search.tasks import hand_over, reindex_pages, write_waiting
from tests.factories import BlogIndexPageFactory, TagFactory, make_post, restrict
from tests.search.index.looking import titles

pytestmark = pytest.mark.django_db

NAMES = ["Badger", "Heron", "Newt", "Otter", "Stork"]


@pytest.fixture
def tag():
    return TagFactory(name="Waders")


@pytest.fixture
def posts(blog, tag, saved, monkeypatch):
    """Five posts with a tag, the newest last, on a site that writes two at once."""
    with saved():
        made = [make_post(blog, title=name, tags=[tag]) for name in NAMES]
    monkeypatch.setattr(tasks, "AT_ONCE", 2)
    update(findable_pages().values_list("pk", flat=True))
    return made


@pytest.fixture
def saved(django_capture_on_commit_callbacks):
    """The end of an editor's request."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def rename(tag) -> None:
    tag.name = "Zebra"
    tag.save()


def minute_passes() -> None:
    call_command("publish_scheduled", verbosity=0)


def assert_all_is_right() -> None:
    assert waiting() == []
    differences = compare()
    differences.dead_words = set()
    assert not differences


def test_the_newest_posts_of_a_renamed_tag_are_found_by_its_name_at_once(posts, tag, saved):
    with saved():
        rename(tag)

    assert titles("zebra") == ["Otter", "Stork"]


def test_the_others_are_found_by_the_old_name_until_a_minute_has_passed(posts, tag, saved):
    with saved():
        rename(tag)
    assert titles("waders") == ["Badger", "Heron", "Newt"]

    minute_passes()

    assert (titles("waders"), titles("zebra")) == ([], NAMES)
    assert_all_is_right()


def test_editors_find_them_by_the_new_name_then(posts, tag, saved):
    with saved():
        rename(tag)
    minute_passes()

    assert BlogPage.objects.search("zebra").count() == 5
    assert BlogPage.objects.search("waders").count() == 0


def test_drafts_are_found_by_editors_at_once(posts, tag, blog, saved):
    make_post(blog, "draft", title="Toad", tags=[tag])

    with saved():
        rename(tag)

    assert "Toad" in [post.title for post in BlogPage.objects.search("zebra")]


@pytest.mark.parametrize("options", [{}, {"if_incomplete": True}], ids=["check", "start"])
def test_a_check_and_the_next_start_write_them_too(posts, tag, saved, options):
    with saved():
        rename(tag)
    assert is_incomplete()

    call_command("search_check", mend=True, verbosity=0, **options)

    assert titles("zebra") == NAMES
    assert BlogPage.objects.search("zebra").count() == 5
    assert_all_is_right()


def test_a_dry_run_writes_nothing(posts, tag, saved):
    with saved():
        rename(tag)

    call_command("publish_scheduled", dryrun=True, verbosity=0)

    assert len(waiting()) == 3


def test_what_is_closed_is_closed_for_all_at_once(posts, blog, saved):
    with saved():
        restriction = restrict(blog)

    assert titles("waders") == []
    assert set(Document.objects.values_list("access", flat=True)) == {"", str(restriction.pk)}
    assert_all_is_right()


def test_what_is_opened_is_open_for_all_at_once(posts, blog, saved):
    with saved():
        restriction = restrict(blog)
    with saved():
        restriction.delete()

    assert titles("waders") == NAMES
    minute_passes()
    assert_all_is_right()


def test_what_changed_while_more_was_opened_is_remembered(posts, blog, saved):
    with saved():
        restriction = restrict(blog)

    with saved():
        restriction.delete()
        BlogPage.objects.filter(pk=posts[0].pk).update(title="Zebra")
        reindex_later([posts[0].pk])
    minute_passes()

    assert titles("zebra") == ["Zebra"]
    assert_all_is_right()


def test_what_is_moved_stands_there_at_once(posts, blog, home, saved):
    other = BlogIndexPageFactory(parent=home, title="Elsewhere", slug="elsewhere")
    with saved():
        blog.move(other, pos="last-child")

    path = Page.objects.get(pk=blog.pk).path
    assert Document.objects.filter(path__startswith=path).count() == 6
    minute_passes()
    assert_all_is_right()


def test_results_cannot_be_narrowed_to_what_was_deleted(posts, tag, saved):
    key = tag.pk
    with saved():
        tag.delete()

    assert not Facet.objects.filter(kind="tag", key=key).exists()
    assert titles("waders") == ["Badger", "Heron", "Newt"]
    minute_passes()
    assert titles("waders") == []
    assert_all_is_right()


def test_pages_the_index_did_not_have_are_remembered(posts):
    Document.objects.all().delete()

    hand_over({post.pk for post in posts}, (), ())

    assert len(waiting()) == 3
    minute_passes()
    assert titles("waders") == NAMES


def test_pages_that_are_gone_are_gone_at_once(posts):
    Page.objects.filter(pk__in=[post.pk for post in posts[:4]]).update(live=False)

    hand_over({post.pk for post in posts}, (), ())

    assert titles("waders") == ["Stork"]
    minute_passes()
    assert_all_is_right()


def test_nothing_is_forgotten_when_the_process_ends_midway(posts, tag):
    def end(execute, sql, params, many, context):
        if sql.startswith('DELETE FROM "search_section"'):
            raise KeyboardInterrupt
        return execute(sql, params, many, context)

    rename(tag)
    with connection.execute_wrapper(end), pytest.raises(KeyboardInterrupt):
        reindex_pages.call([post.pk for post in posts], at_once=2)
    assert titles("waders") == NAMES

    minute_passes()

    assert titles("zebra") == NAMES
    assert_all_is_right()


def test_pages_that_say_the_same_are_not_written_again(posts):
    written = []

    def note(execute, sql, params, many, context):
        if sql.startswith('DELETE FROM "search_section"'):
            written.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        hand_over({post.pk for post in posts}, (), ())
        minute_passes()

    assert written == []
    assert_all_is_right()


def test_a_worker_writes_all_of_them(posts, tag):
    ids = [post.pk for post in posts]
    rename(tag)

    reindex_pages.call(ids, ids)

    assert titles("zebra") == NAMES
    assert_all_is_right()


def test_what_is_handed_to_a_worker_has_no_end(posts, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    ids = {post.pk for post in posts}
    BlogPage.objects.filter(pk__in=ids).update(summary="Zebra")

    hand_over(ids, (), ())
    given = DBTaskResult.objects.get().args_kwargs
    reindex_pages.call(*given["args"], **given["kwargs"])

    assert titles("zebra") == NAMES


def test_a_minute_that_is_over_leaves_the_rest_to_the_next(posts, tag, saved):
    with saved():
        rename(tag)

    assert write_waiting(0) == 3
    assert len(waiting()) == 3


def test_a_page_that_cannot_be_written_is_not_tried_every_minute(posts):
    Document.objects.filter(pk=posts[0].pk).update(fingerprint="")

    assert waiting() == []
    assert is_incomplete()
