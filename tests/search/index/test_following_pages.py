"""What editors do with pages, and what is found afterwards."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from blog.models import BlogPage
from tests.factories import StandardPageFactory, make_post, restrict
from tests.search.index.stage import FOUND, assert_index_is_right

pytestmark = pytest.mark.django_db


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
}


@pytest.mark.parametrize("event", AFTER, ids=lambda event: event.__name__)
def test_the_index_says_what_the_pages_say_after(stage, event, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        event(stage)

    assert_index_is_right(AFTER[event])
