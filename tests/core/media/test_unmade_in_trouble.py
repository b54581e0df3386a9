"""Sizes asked for later, when something is the matter with the picture: lost, odd, replaced, or remembered too well."""

from __future__ import annotations

import html
import io
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db.models.signals import pre_save
from django.test import Client
from PIL import Image

from core.media.making import make
from core.media.offered import filter_of, offered
from core.media.pictures import picture, picture_url
from core.media.presets import PRESETS, specs
from core.models import Rendition, SiteImage
from tests.core.media import pictures_with_secrets as made

pytestmark = pytest.mark.django_db

AVIF = "fill-672x448|format-avif"


def stored(width: int = 900, height: int = 600, name: str = "field.jpg") -> SiteImage:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, "JPEG")
    return SiteImage.objects.create(title="A field", file=ContentFile(out.getvalue(), name=name))


def addresses(text: str) -> list[str]:
    named = re.findall(r"/media/[^\s\"<>,]+", html.unescape(text))
    return list(dict.fromkeys(named))


@pytest.mark.parametrize("shape", [(5000, 1), (3000, 2), (1, 5000)])
def test_a_line_is_a_picture_too(shape: tuple[int, int]) -> None:
    image = stored(*shape)
    for preset in PRESETS:
        named = addresses(str(picture(image, preset)))
        assert named
        for address in named:
            assert Client().get(address, follow=True).status_code == 200, address


@pytest.mark.parametrize("size", [(0, 0), (0, 60), (900, 0)])
@pytest.mark.parametrize("preset", ["text", "card"])
def test_a_picture_without_a_size_leaves_a_gap(size: tuple[int, int], preset: str) -> None:
    image = stored()
    image.width, image.height = size
    assert str(picture(image, preset)) == ""


@pytest.mark.parametrize("content", [None, b"no picture at all"])
def test_what_is_there_of_a_lost_picture_still_shows(content: bytes | None) -> None:
    image = stored()
    make(image, [AVIF])
    rest = addresses(str(picture(image, "card")))[-1]
    Path(image.file.path).unlink()
    if content:
        Path(image.file.path).write_bytes(content)
    assert Client().get(rest).status_code == 404
    image = SiteImage.objects.prefetch_related("renditions").get()
    named = addresses(str(picture(image, "card")))
    assert named == [image.renditions.get().url]
    assert picture_url(image, "card") == named[0]
    assert str(picture(image, "text")) == ""


def test_an_address_is_worth_nothing_once_another_picture_stands_there() -> None:
    image = stored()
    before = addresses(str(picture(image, "card")))
    image.file = ContentFile(made.encoded(made.quarters(900, 600), "JPEG"), name="secret-plan.jpg")
    image.save()
    for address in before:
        assert Client().get(address).status_code == 404
    assert not image.renditions.exists()
    after = addresses(str(picture(image, "card")))
    assert Client().get(after[0], follow=True).status_code == 200


def test_another_focal_point_leaves_addresses_as_they_are() -> None:
    image = stored()
    address = addresses(str(picture(image, "card")))[0]
    image.focal_point_x, image.focal_point_y = 100, 100
    image.focal_point_width = image.focal_point_height = 50
    image.save()
    assert addresses(str(picture(image, "card")))[0] == address
    (named,) = offered(image, [AVIF]).values()
    assert Client().get(named.url, follow=True).status_code == 200
    assert image.renditions.get().focal_point_key == filter_of(AVIF).get_cache_key(image)


def test_a_size_removed_by_another_process_is_not_remembered_for_longer_by_being_shown() -> None:
    make(stored(), specs(SiteImage.objects.get(), "card").all)
    ends = dict(cache._expire_info)
    assert len(ends) == Rendition.objects.count()
    for _ in range(2):
        str(picture(SiteImage.objects.get(), "card"))
        make(SiteImage.objects.get(), [AVIF])
    assert cache._expire_info == ends


@pytest.mark.django_db(transaction=True)
def test_a_picture_that_is_deleted_while_its_size_is_made_is_no_error(client: Client) -> None:
    image = stored()
    address = next(iter(offered(image, specs(image, "card").all).values())).url

    def delete_it(**kwargs: Any) -> None:
        SiteImage.objects.filter(pk=image.pk).delete()

    pre_save.connect(delete_it, sender=Rendition)
    try:
        assert client.get(address).status_code == 404
    finally:
        pre_save.disconnect(delete_it, sender=Rendition)
    assert not Rendition.objects.exists()
