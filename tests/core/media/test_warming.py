"""Publishing a page makes the sizes its readers will ask for."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Page, Site

from blog.models import BlogIndexPage, BlogPage
from core.media.presets import specs
from core.media.warming import warm_page
from core.models import SiteImage
from core.seo.images import SOCIAL
from tests.core.media import pictures_with_secrets as made

pytestmark = pytest.mark.django_db


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


def test_a_page_that_is_gone_is_no_error() -> None:
    assert Page.objects.filter(pk=10**9).count() == 0
    assert warm_page.func(10**9) == 0


def test_the_size_for_shared_links_is_the_one_a_published_cover_has():

    for name in ("photo.jpg", "drawing.png"):
        assert specs(SiteImage(file=name, width=3000, height=2000), "social").all == [SOCIAL]
