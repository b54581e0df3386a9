"""Publishing a page makes the sizes its readers will ask for."""

from __future__ import annotations

import io
import time
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import OperationalError
from django.db.models.signals import post_save, pre_save
from django.test import Client
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, Site

from blog.models import BlogIndexPage, BlogPage
from core.media import warming
from core.media.presets import specs
from core.media.warming import warm_page
from core.models import Rendition, SiteImage
from core.seo.images import SOCIAL
from tests.core.media import pictures_with_secrets as made
from tests.pictures import ask_for_pictures

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy the machine is."""
    monkeypatch.setattr(warming, "PATIENCE", 600.0)


def stored(title: str) -> SiteImage:
    data = made.encoded(made.quarters(2000, 1200), "JPEG")
    return SiteImage.objects.create(title=title, file=ContentFile(data, name=f"{title}.jpg"))


def sizes(image: SiteImage) -> set[str]:
    return set(image.renditions.values_list("filter_spec", flat=True))


def published(**fields: Any) -> BlogPage:
    home = Site.objects.get(is_default_site=True).root_page
    index = home.add_child(instance=BlogIndexPage(title="Notes", slug="notes"))
    post = index.add_child(instance=BlogPage(title="Post", slug="post", live=False, **fields))
    post.save_revision().publish()
    return post


def picture_block(image: SiteImage, width: str) -> dict[str, Any]:
    value = {"image": {"image": image.pk, "decorative": True}, "caption": "", "width": width}
    return {"type": "image", "value": value}


def test_every_place_of_a_published_post_has_its_sizes(django_capture_on_commit_callbacks: Any) -> None:
    cover, inside, across, first, second = (stored(name) for name in ("cover", "inside", "across", "a", "b"))
    pictures = [{"image": {"image": one.pk, "decorative": True}, "caption": ""} for one in (first, second)]
    with django_capture_on_commit_callbacks(execute=True):
        published(
            cover=cover,
            body=[
                picture_block(inside, "text"),
                picture_block(across, "full"),
                {"type": "gallery", "value": {"images": pictures, "caption": ""}},
            ],
        )
    assert set(specs(cover, "card").all) | set(specs(cover, "wide").all) <= sizes(cover)
    assert sizes(inside) == set(specs(inside, "text").all)
    assert sizes(across) == set(specs(across, "full").all)
    assert sizes(first) == sizes(second) == set(specs(first, "gallery").all) | set(specs(first, "zoom").all)


def test_publishing_again_makes_nothing_anew(django_capture_on_commit_callbacks: Any) -> None:
    cover = stored("cover")
    with django_capture_on_commit_callbacks(execute=True):
        post = published(cover=cover)
    before = set(cover.renditions.values_list("pk", flat=True))
    with django_capture_on_commit_callbacks(execute=True):
        post.save_revision().publish()
    assert set(cover.renditions.values_list("pk", flat=True)) == before


def order_made() -> list[int]:
    """Pictures in the order in which their sizes were made."""
    keys = Rendition.objects.order_by("pk").values_list("image_id", flat=True)
    return list(dict.fromkeys(keys))


def test_what_is_seen_first_is_made_first(django_capture_on_commit_callbacks: Any) -> None:
    last, middle, cover = (stored(name) for name in ("last", "middle", "cover"))
    with django_capture_on_commit_callbacks(execute=True):
        published(cover=cover, body=[picture_block(middle, "text"), picture_block(last, "text")])
    assert order_made() == [cover.pk, middle.pk, last.pk]


def test_an_editor_does_not_wait_for_more_than_a_moment(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any, client: Client
) -> None:
    monkeypatch.setattr(warming, "PATIENCE", 0.0)
    inside = stored("inside")
    with django_capture_on_commit_callbacks(execute=True):
        post = published(body=[picture_block(inside, "text")])
    assert sizes(inside) == set()
    assert ask_for_pictures(client, client.get(post.url).content.decode()) == 7
    assert sizes(inside) == set(specs(inside, "text").all)


def test_an_editor_waits_for_one_size_more_at_most_however_large_the_picture(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    def take_long(**_: Any) -> None:
        time.sleep(1.0)

    monkeypatch.setattr(warming, "PATIENCE", 1.0)
    cover = stored("cover")
    post_save.connect(take_long, sender=Rendition)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            published(cover=cover)
    finally:
        post_save.disconnect(take_long, sender=Rendition)
    assert len(sizes(cover)) <= 1


def test_a_worker_takes_the_time_it_needs(
    monkeypatch: pytest.MonkeyPatch, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    monkeypatch.setattr(warming, "PATIENCE", 0.0)
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    inside = stored("inside")
    with django_capture_on_commit_callbacks(execute=True):
        published(body=[picture_block(inside, "text")])
    assert sizes(inside) == set()
    for waiting in DBTaskResult.objects.order_by("enqueued_at"):
        waiting.task.func(*waiting.args_kwargs["args"], **waiting.args_kwargs["kwargs"])
    assert sizes(inside) == set(specs(inside, "text").all)


def test_everything_can_be_made_at_once_newest_pages_first(django_capture_on_commit_callbacks: Any) -> None:
    first, second, unseen = (stored(name) for name in ("first", "second", "unseen"))
    post = published(cover=first)
    index = post.get_parent()
    index.add_child(instance=BlogPage(title="Next", slug="next", cover=second)).save_revision().publish()
    index.add_child(instance=BlogPage(title="Draft", slug="draft", cover=unseen, live=False))
    out, told = io.StringIO(), io.StringIO()
    call_command("make_pictures", stdout=out, stderr=told)
    assert order_made() == [second.pk, first.pk]
    pages = Page.objects.live().count()
    assert f"The pictures of {pages} pages are ready." in out.getvalue()
    assert f"{pages} of {pages} pages" in told.getvalue()
    count = Rendition.objects.count()
    call_command("make_pictures", stdout=out, stderr=told)
    assert Rendition.objects.count() == count


def test_a_page_that_fails_keeps_no_other_page_from_its_pictures(caplog: pytest.LogCaptureFixture) -> None:
    good, bad = stored("good"), stored("bad")

    def fail(instance: Rendition, **_: Any) -> None:
        if instance.image_id == bad.pk:
            raise OperationalError("database is locked")

    post = published(cover=good)
    post.get_parent().add_child(instance=BlogPage(title="N", slug="n", cover=bad)).save_revision().publish()
    pre_save.connect(fail, sender=Rendition)
    try:
        call_command("make_pictures", stdout=io.StringIO(), stderr=io.StringIO())
    finally:
        pre_save.disconnect(fail, sender=Rendition)
    assert sizes(good)
    assert "database is locked" in caplog.text


def test_a_page_that_is_gone_is_no_error() -> None:
    assert Page.objects.filter(pk=10**9).count() == 0
    assert warm_page.func(10**9) == 0


def test_the_size_for_shared_links_is_the_one_a_published_cover_has():

    for name in ("photo.jpg", "drawing.png"):
        assert specs(SiteImage(file=name, width=3000, height=2000), "social").all == [SOCIAL]
