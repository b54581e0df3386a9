"""What editors do with tags, categories, authors, series and shared texts, and what is found afterwards."""

import pytest
from django.db.models.signals import post_delete, pre_delete

from blog.models import PostAuthor, PostCategory
from tests.factories import AuthorFactory, CategoryFactory, TagFactory
from tests.search.index.stage import FOUND, assert_index_is_right

pytestmark = pytest.mark.django_db


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


#: What everybody finds the post, or another, by after each of these; "zebra" is the new word.
AFTER = {
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

    assert_index_is_right(AFTER[event])


def test_posts_follow_a_deleted_shared_text_whoever_hears_of_it_first(
    stage, monkeypatch, django_capture_on_commit_callbacks
):
    for signal in (pre_delete, post_delete):
        # Among those who hear of it is Wagtail, which takes out the references to what was deleted.
        monkeypatch.setattr(signal, "receivers", signal.receivers[::-1])
        signal.sender_receivers_cache.clear()

    with django_capture_on_commit_callbacks(execute=True):
        stage.callout.delete()

    assert_index_is_right(FOUND - {"umbrella"})
    pre_delete.sender_receivers_cache.clear()
    post_delete.sender_receivers_cache.clear()
