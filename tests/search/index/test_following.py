"""What editors do, and what is found afterwards."""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from blog.models import Author, BlogPage, Category, PostAuthor, PostCategory, Tag
from core.models import SharedCallout
from search.engines import index_engine
from search.index.comparing import compare
from search.index.writing import update
from search.models import Document
from tests.factories import (
    AuthorFactory,
    BlogIndexPageFactory,
    CategoryFactory,
    SeriesFactory,
    StandardPageFactory,
    TagFactory,
    make_post,
    restrict,
)
from tests.search.index.looking import titles

pytestmark = pytest.mark.django_db


class Stage:
    """A post "Otter" with one of everything, and the means to change it."""

    def __init__(self, home, blog) -> None:
        self.home, self.blog = home, blog
        self.tag, self.author = TagFactory(name="Waders"), AuthorFactory(name="Quill")
        self.above = CategoryFactory(name="Animals")
        self.category = CategoryFactory(name="Birds", parent=self.above)
        self.series = SeriesFactory(title="Diary")
        self.callout = SharedCallout.objects.create(title="Hint", body="<p>Umbrella</p>")
        self.post = make_post(
            blog,
            title="Otter",
            summary="",
            tags=[self.tag],
            authors=[self.author],
            categories=[self.category],
            series=self.series,
            body=[("callout", self.callout)],
        )
        self.other = BlogIndexPageFactory(parent=home, title="Elsewhere", slug="elsewhere")

    def fresh(self) -> BlogPage:
        return BlogPage.objects.get(pk=self.post.pk)

    def publish(self, **fields) -> None:
        post = self.fresh()
        for name, value in fields.items():
            setattr(post, name, value)
        post.save_revision().publish()

    def rename(self, subject, field="name", name="Zebra") -> None:
        setattr(subject, field, name)
        subject.save()


@pytest.fixture
def stage(home, blog) -> Stage:
    stage = Stage(home, blog)
    update(Page.objects.values_list("pk", flat=True))
    return stage


def draft(stage):
    post = stage.fresh()
    post.title = "Zebra"
    post.save_revision()


def publish_a_draft(stage):
    stage.publish(title="Zebra")


def publish_a_new_post(stage):
    make_post(stage.blog, "draft", title="Zebra", slug="new").save_revision().publish()


def copy(stage):
    stage.fresh().copy(update_attrs={"title": "Zebra", "slug": "copied"}, keep_live=True)


def mirror(stage):
    stage.fresh().create_alias(parent=stage.other)


def change_what_is_mirrored(stage):
    stage.fresh().create_alias(parent=stage.other)
    stage.publish(title="Zebra")


def schedule(stage):
    stage.publish()
    stage.publish(title="Zebra", go_live_at=timezone.now() + timedelta(hours=1))


def have_the_schedule_come(stage):
    post = make_post(stage.blog, "scheduled", title="Zebra", slug="scheduled")
    revision = post.scheduled_revision
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    call_command("publish_scheduled", verbosity=0)


def expire(stage):
    BlogPage.objects.filter(pk=stage.post.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)


def set_an_expiry(stage):
    stage.publish(expire_at=timezone.now() + timedelta(hours=1))


def unpublish(stage):
    stage.fresh().unpublish()


def delete(stage):
    stage.fresh().delete()


def delete_the_blog(stage):
    stage.blog.specific.delete()


def unlist(stage):
    stage.publish(unlisted=True)


def list_again(stage):
    stage.publish(unlisted=True)
    stage.publish(unlisted=False)


def change_the_slug(stage):
    stage.publish(slug="another")


def move(stage):
    stage.fresh().move(stage.other, pos="last-child")


def move_the_blog_below_a_closed_page(stage):
    closed = StandardPageFactory(parent=stage.home, title="Closed")
    restrict(closed)
    stage.blog.move(closed, pos="last-child")


def put_a_page_before_the_blog(stage):
    Page.objects.get(pk=stage.other.pk).move(Page.objects.get(pk=stage.blog.pk), pos="left")


def close(stage):
    restrict(stage.post)


def close_the_blog(stage):
    restrict(stage.blog, "password")


def close_and_open_the_blog(stage):
    restrict(stage.blog, "group").delete()


def close_another_page(stage):
    restriction = restrict(stage.post)
    restriction.page = Page.objects.get(pk=stage.other.pk)
    restriction.save()


def rename_the_tag(stage):
    stage.rename(stage.tag)


def rename_the_author(stage):
    stage.rename(stage.author)


def rename_the_category(stage):
    stage.rename(stage.category)


def rename_the_category_above(stage):
    stage.rename(stage.above)


def rename_the_series(stage):
    stage.rename(stage.series, "title")


def delete_the_tag(stage):
    stage.tag.delete()


def delete_the_category(stage):
    stage.category.delete()


def delete_the_category_above(stage):
    stage.above.delete()


def delete_the_series(stage):
    stage.series.delete()


def take_the_category_out_of_the_one_above(stage):
    stage.category.parent = None
    stage.category.save()


def merge_the_tag_into_another(stage):
    zebra = TagFactory(name="Zebra")
    for tagged in stage.tag.tagged_posts.all():
        tagged.tag = zebra
        tagged.save()
    stage.tag.delete()


def add_a_tag(stage):
    post = stage.fresh()
    post.tags.add(TagFactory(name="Zebra"))
    post.save()


def remove_the_tag(stage):
    post = stage.fresh()
    post.tags.clear()
    post.save()


def change_the_byline(stage):
    post = stage.fresh()
    post.post_authors = [PostAuthor(author=AuthorFactory(name="Zebra"))]
    post.save()


def change_the_categories(stage):
    post = stage.fresh()
    post.post_categories = [PostCategory(category=CategoryFactory(name="Zebra"))]
    post.save()


def leave_the_series(stage):
    stage.publish(series=None)


def change_the_shared_text(stage):
    stage.callout.body = "<p>Zebra</p>"
    stage.callout.save_revision().publish()


def withdraw_the_shared_text(stage):
    stage.callout.unpublish()


FOUND = {"otter", "waders", "quill", "birds", "animals", "diary", "umbrella"}
#: What everybody finds the post, or another, by after each of these; "zebra" is the new word.
AFTER = {
    draft: FOUND,
    publish_a_draft: FOUND - {"otter"} | {"zebra"},
    publish_a_new_post: FOUND | {"zebra"},
    copy: FOUND | {"zebra"},
    mirror: FOUND,
    change_what_is_mirrored: FOUND - {"otter"} | {"zebra"},
    schedule: FOUND,
    have_the_schedule_come: FOUND | {"zebra"},
    expire: set(),
    set_an_expiry: FOUND,
    unpublish: set(),
    delete: set(),
    delete_the_blog: set(),
    unlist: set(),
    list_again: FOUND,
    change_the_slug: FOUND,
    move: FOUND,
    move_the_blog_below_a_closed_page: set(),
    put_a_page_before_the_blog: FOUND,
    close: set(),
    close_the_blog: set(),
    close_and_open_the_blog: FOUND,
    close_another_page: FOUND,
    rename_the_tag: FOUND - {"waders"} | {"zebra"},
    rename_the_author: FOUND - {"quill"} | {"zebra"},
    rename_the_category: FOUND - {"birds"} | {"zebra"},
    rename_the_category_above: FOUND - {"animals"} | {"zebra"},
    rename_the_series: FOUND - {"diary"} | {"zebra"},
    delete_the_tag: FOUND - {"waders"},
    delete_the_category: FOUND - {"birds", "animals"},
    delete_the_category_above: FOUND - {"animals"},
    delete_the_series: FOUND - {"diary"},
    take_the_category_out_of_the_one_above: FOUND - {"animals"},
    merge_the_tag_into_another: FOUND - {"waders"} | {"zebra"},
    add_a_tag: FOUND | {"zebra"},
    remove_the_tag: FOUND - {"waders"},
    change_the_byline: FOUND - {"quill"} | {"zebra"},
    change_the_categories: FOUND - {"birds", "animals"} | {"zebra"},
    leave_the_series: FOUND - {"diary"},
    change_the_shared_text: FOUND - {"umbrella"} | {"zebra"},
    withdraw_the_shared_text: FOUND - {"umbrella"},
}


@pytest.mark.parametrize("event", AFTER, ids=lambda event: event.__name__)
def test_the_index_says_what_the_pages_say_after(stage, event, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        event(stage)

    differences = compare()
    differences.dead_words = set()  # taken out by the check alone
    assert not differences
    assert {word for word in (*FOUND, "zebra") if titles(word)} == AFTER[event]
    assert index_engine().indexed_ids() == set(Document.objects.values_list("pk", flat=True))


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
    with django_capture_on_commit_callbacks() as callbacks:
        publish_a_draft(stage)
        rename_the_tag(stage)
        close_the_blog(stage)
    with CaptureQueriesContext(connection) as queries:
        for callback in callbacks:
            callback()

    locks = [query for query in queries if "search_document" in query["sql"] and "INSERT" in query["sql"]]
    assert len(locks) == 1


def test_drafts_and_names_nobody_changed_are_no_work(stage, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        for subject in (Tag.objects.get(), Author.objects.get(), Category.objects.get(name="Birds")):
            subject.description = "Other words"
            subject.save()
        stage.post.get_latest_revision() or draft(stage)

    assert callbacks == []


def test_what_is_saved_is_kept_when_the_index_fails(stage, django_capture_on_commit_callbacks, caplog):
    def fail(execute, sql, params, many, context):
        if re.search(r"(?<![a-z])search_(document|section|facet|word|fts|posting)", sql):
            raise RuntimeError("The index is broken.")
        return execute(sql, params, many, context)

    for event in (publish_a_draft, rename_the_tag, close, move, publish_a_new_post):
        caplog.clear()
        with connection.execute_wrapper(fail), django_capture_on_commit_callbacks(execute=True):
            event(stage)
        assert "could not follow" in caplog.text

    assert BlogPage.objects.filter(title="Zebra", live=True).count() == 2
    assert Tag.objects.get().name == "Zebra"
    call_command("search_check", mend=True, verbosity=0)
    assert titles("zebra") == ["Zebra"]
