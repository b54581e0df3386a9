"""When the index follows what editors do, and when it does not."""

import re

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from blog.models import Author, BlogPage, Category, Tag
from tests.factories import make_post, restrict
from tests.search.index.looking import titles

pytestmark = pytest.mark.django_db


def test_what_is_taken_back_changes_nothing(stage, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        try:
            with transaction.atomic():
                stage.publish(title="Zebra")
                raise LookupError
        except LookupError:
            pass

    assert (titles("otter"), titles("zebra")) == (["Otter"], [])


def test_many_changes_are_one_piece_of_work(stage, django_capture_on_commit_callbacks):
    # What tests before this one marked and never committed is dealt with first.
    with django_capture_on_commit_callbacks(execute=True):
        stage.publish()
    with django_capture_on_commit_callbacks() as callbacks:
        stage.publish(title="Zebra")
        stage.rename(stage.tag)
        restrict(stage.blog, "password")
    with CaptureQueriesContext(connection) as queries:
        for callback in callbacks:
            callback()

    locks = [query for query in queries if "search_document" in query["sql"] and "INSERT" in query["sql"]]
    # Once for the post's words, and once for the place of the page above it, which says the same to others.
    assert len(locks) == 2


def test_drafts_and_names_nobody_changed_are_no_work(stage, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        for subject in (Tag.objects.get(), Author.objects.get(), Category.objects.get(name="Birds")):
            subject.description = "Other words"
            subject.save()
        stage.post.get_latest_revision() or stage.fresh().save_revision()

    assert callbacks == []


def test_what_is_saved_is_kept_when_the_index_fails(stage, django_capture_on_commit_callbacks, caplog):
    def fail(execute, sql, params, many, context):
        if re.search(r"(?<![a-z])search_(document|section|facet|word|fts|posting)", sql):
            raise RuntimeError("The index is broken.")
        return execute(sql, params, many, context)

    events = (
        lambda: stage.publish(title="Zebra"),
        lambda: stage.rename(stage.tag),
        lambda: restrict(stage.post),
        lambda: stage.fresh().move(stage.other, pos="last-child"),
        lambda: make_post(stage.blog, "draft", title="Zebra", slug="new").save_revision().publish(),
    )
    for event in events:
        caplog.clear()
        with connection.execute_wrapper(fail), django_capture_on_commit_callbacks(execute=True):
            event()
        assert "could not follow" in caplog.text

    assert BlogPage.objects.filter(title="Zebra", live=True).count() == 2
    assert Tag.objects.get().name == "Zebra"
    call_command("search_check", mend=True, verbosity=0)
    assert titles("zebra") == ["Zebra"]
