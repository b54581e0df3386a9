"""A post's own rules: defaults, dates, addresses, measures."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from blog.models import BlogPage, PostAuthor
from tests.factories import AuthorFactory


def publish(post):
    post.save_revision().publish()
    post.refresh_from_db()
    return post


@pytest.fixture
def published(make_post):
    return publish(make_post(title="First words", text="<p>Some words.</p>"))


def test_a_new_post_is_dated_now(blog):
    post = blog.add_child(instance=BlogPage(title="New"))
    assert timezone.now() - post.date < timedelta(minutes=1)


def test_a_post_with_only_a_title_can_be_saved(blog):
    post = blog.add_child(instance=BlogPage(title="Only a title", live=False))
    post.save_revision()
    assert BlogPage.objects.get(pk=post.pk).title == "Only a title"


@pytest.mark.parametrize("slug", ["tags", "authors", "series", "archive", "page", "2026"])
def test_a_post_cannot_take_the_address_of_a_list(blog, slug):
    with pytest.raises(ValidationError) as error:
        blog.add_child(instance=BlogPage(title="Clash", slug=slug))
    assert "address" in str(error.value)


def test_publishing_for_the_first_time_is_no_update(published):
    assert published.updated is None


def test_publishing_a_changed_text_moves_the_updated_date(published):
    published.body = [("paragraph", "<p>Other words.</p>")]
    assert publish(published).updated is not None


def test_publishing_again_without_a_change_moves_nothing(published):
    assert publish(published).updated is None


def test_a_change_readers_cannot_see_moves_nothing(published):
    published.search_description = "For machines."
    assert publish(published).updated is None


def test_a_minor_change_keeps_the_updated_date_and_the_tick_is_used_up(published):
    published.title = "First word"
    published.minor_change = True
    publish(published)
    assert published.updated is None
    assert published.minor_change is False
    assert published.get_latest_revision_as_object().minor_change is False


def test_a_later_revision_does_not_bring_back_an_older_updated_date(published):
    draft = published.get_latest_revision_as_object()
    published.title = "Second words"
    moved = publish(published).updated
    draft.search_description = "Only this."
    draft.title = "Second words"
    assert publish(draft).updated == moved


def test_reading_time_and_words_are_stored_with_the_post(make_post):
    post = make_post(text="<p>" + "word " * 1000 + "</p>")
    assert post.word_count == 1000
    assert post.reading_minutes == 4


def test_headings_get_an_anchor_that_stays_when_the_words_change(make_post):
    post = make_post(body=[("heading", {"text": "How it began", "level": "2", "anchor": ""})])
    assert post.body[0].value["anchor"] == "how-it-began"
    post.body[0].value["text"] = "How it all began"
    post.save()
    assert BlogPage.objects.get(pk=post.pk).body[0].value["anchor"] == "how-it-began"


def test_a_draft_can_be_read_after_an_author_it_names_was_deleted(make_post):
    stays, goes = AuthorFactory(), AuthorFactory()
    post = make_post(authors=[stays])
    post.post_authors.add(PostAuthor(author=goes, sort_order=1))
    post.save_revision()
    goes.delete()
    assert post.get_latest_revision_as_object().authors == [stays]
